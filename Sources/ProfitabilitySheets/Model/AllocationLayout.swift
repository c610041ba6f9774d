import CostingCore
import FinanceModel

/// Where the figures of the allocation sheet stand: a column a pool, cost-to-serve before overhead
/// and class by class, then a column an activity; parameters above, customers below in the order of
/// the facts sheet.
struct AllocationLayout: Sendable {
  /// A line of parameters above the customers.
  enum Parameter: Int, CaseIterable, Sendable {
    case costClass, level, method, driver, amount, received, capacity, unitTime, minutes, quantity
    case rate, allocated, unallocated, unused, check
  }

  /// Places in ``CostingResults/pools`` in the order of their columns.
  let poolOrder: [Int]
  /// How many of them are cost-to-serve.
  let serveCount: Int
  /// Places in ``CostingResults/activities`` in the order of their columns: pool by pool.
  let activityOrder: [Int]
  let parameters: [Parameter]
  let hasChannel: Bool
  let sheet: String
  let customerCount: Int

  static let headerRow = 6

  init(_ book: ProfitBook) {
    let pools = book.results.pools
    let order = pools.indices.sorted { left, right in
      Self.sortKey(pools[left], left) < Self.sortKey(pools[right], right)
    }
    poolOrder = order
    serveCount = order.count { !pools[$0].isOverhead }
    let activities = book.results.activities
    activityOrder = order.flatMap { pool in
      activities.indices.filter { activities[$0].pool == pools[pool].name }
    }
    let shown = Self.parameters(book)
    parameters = Parameter.allCases.filter { shown.contains($0) }
    hasChannel = book.results.pools.contains { $0.channel != nil }
    sheet = book.name(of: .allocation)
    customerCount = book.order.count
  }

  private static func sortKey(_ pool: PoolResult, _ place: Int) -> Int {
    let position = pool.costClass.flatMap { CostClass.allCases.firstIndex(of: $0) }
    return (pool.isOverhead ? 1_000_000 : 0) + (position ?? 9) * 10_000 + place
  }

  private static func parameters(_ book: ProfitBook) -> Set<Parameter> {
    var shown = Set(Parameter.allCases)
    if !book.results.pools.contains(where: { !$0.received.isZero }) { shown.remove(.received) }
    if !book.results.pools.contains(where: { $0.practicalCapacity != nil }) {
      shown.remove(.capacity)
    }
    if book.results.activities.isEmpty { shown.subtract([.unitTime, .minutes]) }
    if !book.results.activities.contains(where: { $0.minutes != nil }) { shown.remove(.minutes) }
    return shown
  }

  // MARK: Columns, from 1

  var channelColumn: Int? { hasChannel ? 4 : nil }
  var totalColumn: Int { hasChannel ? 5 : 4 }
  var serveColumn: Int { totalColumn + 1 }
  var overheadColumn: Int { totalColumn + 2 }
  var firstPoolColumn: Int { totalColumn + 3 }
  var lastPoolColumn: Int { firstPoolColumn + poolOrder.count - 1 }
  var lastColumn: Int { lastPoolColumn + activityOrder.count }

  /// The column of a pool by its place in the results.
  func column(ofPool place: Int) -> Int? {
    poolOrder.firstIndex(of: place).map { firstPoolColumn + $0 }
  }

  /// The column of an activity by its place in the results.
  func column(ofActivity place: Int) -> Int? {
    activityOrder.firstIndex(of: place).map { lastPoolColumn + 1 + $0 }
  }

  // MARK: Rows, from 1

  func row(_ parameter: Parameter) -> Int? {
    parameters.firstIndex(of: parameter).map { Self.headerRow + 1 + $0 }
  }

  var customersHeaderRow: Int { Self.headerRow + parameters.count + 2 }
  var firstRow: Int { customersHeaderRow + 1 }
  var lastRow: Int { firstRow + max(1, customerCount) - 1 }
  /// Where the service departments begin.
  var departmentsRow: Int { lastRow + 3 }

  // MARK: References

  /// A column's cells for all customers.
  func customers(_ columns: ClosedRange<Int>) -> String {
    SheetRange(
      sheet: sheet,
      range: CellRange(
        CellAddress(row: firstRow, column: columns.lowerBound),
        CellAddress(row: lastRow, column: columns.upperBound))
    ).reference
  }

  /// A parameter's cells for all pools.
  func pools(_ parameter: Parameter) -> String? {
    guard let row = row(parameter), !poolOrder.isEmpty else { return nil }
    return SheetRange(
      sheet: sheet,
      range: CellRange(
        CellAddress(row: row, column: firstPoolColumn),
        CellAddress(row: row, column: lastPoolColumn))
    ).reference
  }

  /// A parameter's cell in a column.
  func cell(_ parameter: Parameter, column: Int) -> SheetCell? {
    row(parameter).map { SheetCell(sheet: sheet, cell: CellAddress(row: $0, column: column)) }
  }

  /// The columns of the cost-to-serve pools of a class; nil where there are none.
  func columns(ofClass costClass: CostClass?, in pools: [PoolResult]) -> ClosedRange<Int>? {
    let places = poolOrder.prefix(serveCount).enumerated().filter {
      pools[$0.element].costClass == costClass
    }.map(\.offset)
    guard let first = places.first, let last = places.last else { return nil }
    return (firstPoolColumn + first)...(firstPoolColumn + last)
  }
}
