public import FinanceModel

/// Own sales against what the whole market sold.
public struct MarketResult: Sendable, Hashable {
  /// Of the whole period of the analysis: the market's figure for it, else all periods of the finest
  /// length that have both own sales and a market figure; nil where there are none.
  public var overall: Line?
  /// Months, then quarters, then years, each in order of time: those that the market's figures are
  /// for, and between them those that have own sales alone.
  public var periods: [Line]
  /// Places in ``periods`` of those that ``overall`` is the sum of; empty where it is the market's own
  /// figure.
  public var overallPeriods: [Int]
  /// By region or product, over the same time as ``overall``; by market, largest first.
  public var segments: [Segment]

  public init(
    overall: Line?, periods: [Line], overallPeriods: [Int] = [], segments: [Segment]
  ) {
    self.overall = overall
    self.periods = periods
    self.overallPeriods = overallPeriods
    self.segments = segments
  }

  /// A period's sales and share.
  public struct Line: Sendable, Hashable {
    /// Nil for the whole period of the analysis.
    public var period: CalendarPeriod?
    /// Net revenue of all customers, the unassigned line included; where the market's figures are of
    /// parts, that of these parts. Nil where no sale is dated in it.
    public var ownSales: Amount?
    /// Own sales in regions and of products that the market's figures do not name; nil where they are
    /// not known by product, which ``ownSales`` are all of then.
    public var ownElsewhere: Amount? = 0
    /// Nil where the workbook has no figure for it.
    public var marketSales: Amount?
    /// Regions or products with own sales that have a market figure in other periods of this length, but
    /// none above zero in this one.
    public var partsMissing: [String] = []
    /// Own sales over the market's, 0.125 for 12.5 %; nil where either lacks, the market is not above
    /// zero, a part of it is missing, own sales of its parts are not known, or own sales cover a part
    /// of the period only.
    public var share: Double?
    /// As the workbook gives it.
    public var shareGiven: Double?
    /// In points of a share, 0.01 for one percent point more than in the period right before; nil
    /// where that has no share.
    public var change: Double?
    /// Months of the period that own sales reach; as many as it has where they cover it.
    public var monthsCovered: Int
    /// Where the market's figure stands; nil where it is drawn from cells of different units.
    public var source: SourceCells?
    public var provenance: Provenance?

    public init(period: CalendarPeriod?) {
      self.period = period
      monthsCovered = 0
    }

    /// The share to show: worked out, else as given.
    public var shownShare: Double? { marketSales == nil ? shareGiven : share }
  }

  /// A part of the market.
  public struct Segment: Sendable, Hashable {
    public var segment: MarketLine.Segment
    /// Nil where own sales by product are not known for the time of the market's figures.
    public var ownSales: Amount?
    public var marketSales: Amount
    /// 0.125 for 12.5 %; nil where the market is not above zero.
    public var share: Double?
    public var source: SourceCells?

    public init(segment: MarketLine.Segment, ownSales: Amount?, marketSales: Amount) {
      self.segment = segment
      self.ownSales = ownSales
      self.marketSales = marketSales
      share = ownSales.flatMap { MarketResult.share($0, of: marketSales) }
    }
  }

  /// Own sales over the market's; nil where that is not above zero.
  static func share(_ own: Amount, of market: Amount) -> Double? {
    market.isPositive ? own.ratio(to: market) : nil
  }
}
