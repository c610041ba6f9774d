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
    Array(places).ordered(
      by: { ~margins[$0].units.ascendingKey },
      then: { first, second in
        if margins[first] != margins[second] { return margins[first] > margins[second] }
        if revenues[first] != revenues[second] { return revenues[first] > revenues[second] }
        return ids[first] < ids[second]
      })
  }
}
