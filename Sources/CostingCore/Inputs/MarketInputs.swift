public import FinanceModel

/// A row that says what a whole market sold, or what share of it is our own.
public struct MarketLine: Sendable, Hashable {
  /// Nil for the whole period of the analysis.
  public var period: CalendarPeriod?
  /// The part of the market that the row is about; nil for all of it.
  public var segment: Segment?
  /// Nil where the cell is blank.
  public var sales: Amount?
  /// Our share as the workbook gives it, 0.125 for 12.5 %; nil where it gives none.
  public var shareGiven: Double?
  /// Where the market's sales stand, for formulas.
  public var source: SourceCells?
  public var provenance: Provenance?

  public init(period: CalendarPeriod?, segment: Segment? = nil, sales: Amount?) {
    self.period = period
    self.segment = segment
    self.sales = sales
  }

  /// A part of the market.
  public struct Segment: Sendable, Hashable {
    public var dimension: Dimension
    /// As the workbook writes it.
    public var name: String

    public init(_ dimension: Dimension, _ name: String) {
      self.dimension = dimension
      self.name = name
    }
  }

  public enum Dimension: String, Sendable, Hashable {
    /// Told by the customers' region.
    case region
    case product
  }
}
