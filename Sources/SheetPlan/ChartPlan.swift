public import FinanceModel

/// A native chart bound to cells.
public struct ChartPlan: Sendable {
  public var kind: Kind
  public var title: String
  /// What a screen reader says.
  public var altText: String
  public var series: [Series]
  public var categoryAxis = Axis()
  public var valueAxis = Axis()
  public var secondaryValueAxis: Axis?
  public var legend = Legend.bottom
  /// Upper left corner.
  public var at: CellAddress
  /// Pixels at 96 a inch.
  public var width: Int
  public var height: Int

  public init(
    kind: Kind, title: String, altText: String, series: [Series], at: CellAddress,
    width: Int = 640, height: Int = 320
  ) {
    self.kind = kind
    self.title = title
    self.altText = altText
    self.series = series
    self.at = at
    self.width = width
    self.height = height
  }

  public enum Kind: Sendable, Hashable {
    case column, stackedColumn, bar, stackedBar, line, area, stackedArea, scatter, pie, doughnut
  }

  public enum Legend: Sendable, Hashable {
    case none, bottom, right, top
  }

  /// One axis.
  public struct Axis: Sendable, Hashable {
    public var title = ""
    public var numberFormat = ""
    public var minimum: Double?
    public var maximum: Double?
    public var isReversed = false
    /// Whether the axis crosses at its lowest value, so that labels stay clear of negative bars.
    public var labelsAreLow = false
    public var isHidden = false
    public var hasGridLines = true

    public init() {}
  }

  /// One series. Cached points are taken from ``values`` so that viewers that do not calculate show
  /// the chart.
  public struct Series: Sendable, Hashable {
    public var name: String
    public var categories: SheetRange?
    public var categoryLabels: [String]
    /// X values of a scatter chart, where ``categories`` are numbers.
    public var categoryNumbers: [Double]
    public var values: SheetRange
    public var points: [Double]
    public var color: Color?
    /// Drawn as a line over columns.
    public var isLine = false
    public var isOnSecondaryAxis = false
    public var isInvisible = false
    public var isDashed = false
    public var hasMarkers = false
    public var hasDataLabels = false

    public init(name: String, values: SheetRange, points: [Double]) {
      self.name = name
      self.values = values
      self.points = points
      categories = nil
      categoryLabels = []
      categoryNumbers = []
    }
  }
}
