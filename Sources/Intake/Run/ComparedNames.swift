import CostingCore
import FinanceModel

/// What comes of comparing the customers' ids, which asks for nothing else.
struct ComparedIDs {
  /// Pairs of places whose ids a spreadsheet takes for one.
  let collisions: [(Int, Int)]

  init(of customers: [Customer]) {
    collisions = KeyFolding.collisions(customers.map(\.id.text))
  }
}

/// What comes of comparing the customers' names, which asks for nothing else.
struct ComparedNames {
  /// Of each customer's name.
  let keys: [String]
  /// Places of customers whose names are nearly the same; none where there are too many to compare.
  let near: [(first: Int, second: Int)]

  init(of customers: [Customer]) {
    let keys = customers.map { TextFolding.nameKey($0.name) }
    let places = customers.indices.filter { Int(customers[$0].name) == nil }
    let names =
      places.count > NearNames.limit
      ? [] : places.map { NearNames.Name(text: customers[$0].name, key: keys[$0]) }
    self.keys = keys
    near = NearNames.pairs(in: names, atMost: 10).map { (places[$0.first], places[$0.second]) }
  }
}
