public import FinanceModel

/// The scores of a customer by quintiles of recency, frequency and monetary value, each 1 … 5.
public struct RFMScores: Sendable, Hashable {
  public var r: Int
  public var f: Int
  public var m: Int

  public init(r: Int, f: Int, m: Int) {
    self.r = r
    self.f = f
    self.m = m
  }

  public var segment: RFMSegment { RFMSegment(r: r, f: f, m: m) }

  /// When a value counts as above a quantile.
  public enum Edges: Sendable, Hashable {
    /// Once it is larger.
    case strict
    /// Once it is larger by one at least, as the `rfm` package of R has it for whole numbers.
    case byOne
  }

  /// Scores customers against each other. Low recency is good.
  ///
  /// - Parameters:
  ///   - recency: days since the last purchase.
  ///   - frequency: numbers of orders, parallel.
  ///   - monetary: amounts, parallel.
  /// - Returns: parallel scores; empty where the columns differ in length.
  public static func scored(
    recency: [Int], frequency: [Int], monetary: [Amount], edges: Edges = .strict
  ) -> [RFMScores] {
    guard recency.count == frequency.count, recency.count == monetary.count else { return [] }
    let isByOne = edges == .byOne
    let days = QuintileScale(recency.map { Int128($0) }, step: isByOne ? 1 : nil)
    let orders = QuintileScale(frequency.map { Int128($0) }, step: isByOne ? 1 : nil)
    let money = QuintileScale(
      monetary.map(\.units), step: isByOne ? ExactDecimal.unitsPerOne : nil)
    return recency.indices.map { place in
      RFMScores(
        r: days.reversedScore(Int128(recency[place])),
        f: orders.score(Int128(frequency[place])), m: money.score(monetary[place].units))
    }
  }
}
