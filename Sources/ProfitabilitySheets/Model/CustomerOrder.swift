import CostingCore
import FinanceModel

/// The order in which sheets list customers: by rank, the unassigned line last.
struct CustomerOrder: Sendable {
  /// Places in ``CostingInputs/customers``.
  let places: [Int]
  /// How many of them have a rank.
  let rankedCount: Int

  init(_ inputs: CostingInputs, _ results: CostingResults) {
    let count = min(inputs.customers.count, inputs.sales.count, results.customers.count)
    let unassigned = inputs.unassignedIndex
    var ranked = results.ranking.filter { $0 >= 0 && $0 < count && $0 != unassigned }
    if ranked.isEmpty { ranked = (0..<count).filter { $0 != unassigned } }
    rankedCount = ranked.count
    places = ranked + (unassigned.flatMap { $0 < count ? [$0] : nil } ?? [])
  }

  var count: Int { places.count }
  var hasUnassigned: Bool { count > rankedCount }

  /// A column in this order of what each customer is asked for.
  ///
  /// Customers are asked in the order in which they lie in memory: in order of rank the next one is
  /// mostly waited for.
  func column<Value>(_ value: (_ place: Int) -> Value) -> [Value] {
    let end = (places.max() ?? -1) + 1
    guard end == places.count else { return places.map(value) }
    let byPlace = (0..<end).map(value)
    return places.map { byPlace[$0] }
  }

  /// A column in this order, from one that is parallel to the customers.
  func column(_ amounts: [Amount], _ convert: (Amount) -> Double) -> [Double] {
    places.map { amounts.indices.contains($0) ? convert(amounts[$0]) : 0 }
  }

  /// The number, from 1, under which each customer stands in the lists.
  func numbers(_ customers: [Customer]) -> [CustomerID: Int] {
    var numbers: [CustomerID: Int] = [:]
    numbers.reserveCapacity(count)
    for (position, place) in places.enumerated() { numbers[customers[place].id] = position + 1 }
    return numbers
  }
}
