public import FinanceModel

/// The order of customers by what they earn.
public enum Ranking {
  /// Places of customers, best first: by margin, ties by revenue, then by id.
  ///
  /// - Parameters:
  ///   - places: the customers that are ranked, as places in the columns.
  ///   - margins: one a customer; `revenues` and `ids` likewise.
  public static func order<IDs: RandomAccessCollection<CustomerID>>(
    of places: some Sequence<Int>, margins: [Amount], revenues: [Amount], ids: IDs
  ) -> [Int] where IDs.Index == Int {
    // Margins are moved with the places: mostly nothing else is looked at.
    places.map { (place: $0, margin: margins[$0]) }.sorted { first, second in
      if first.margin != second.margin { return first.margin > second.margin }
      let (first, second) = (first.place, second.place)
      if revenues[first] != revenues[second] { return revenues[first] > revenues[second] }
      return ids[first] < ids[second]
    }.map(\.place)
  }
}
