/// A small table of the team's as it stands in its sheet: what formulas over whole columns of it are
/// made of.
///
/// The ranges of its columns are parallel, from the first row of data to the last. A column is
/// offered only where recognition has shown that a spreadsheet counts in it what the engine counted.
public struct SourceTable: Sendable, Hashable {
  /// What a column holds.
  public enum Field: Sendable, Hashable {
    case customer, channel, date
    case opening, closing
    /// Of receivables: the ageing bucket at that place, from 0.
    case bucket(Int)
    case spend, newCustomers
    case satisfaction, recommendation, complaints, responseHours
    /// Of interactions: the kind that a row is about, and its count.
    case kind, count
    /// Of interactions with a column a kind: the kind at that place, from 0.
    case counts(Int)
  }

  /// A column's cells.
  public struct Column: Sendable, Hashable {
    public var cells: SheetRange
    /// What its figures are multiplied by to give units of the currency: 10,000 for 万元.
    public var scale: Int
    /// Whether no row of the table leaves it blank.
    public var isFilled: Bool

    public init(cells: SheetRange, scale: Int = 1, isFilled: Bool = true) {
      self.cells = cells
      self.scale = scale
      self.isFilled = isFilled
    }
  }

  /// The columns that formulas can be made of.
  public private(set) var columns: [Field: Column] = [:]
  /// Why others cannot.
  public private(set) var obstacles: [Field: LocalizedText] = [:]
  /// Why no formula can look a key up as the engine did; nil where one can.
  public var keyObstacle: LocalizedText?
  /// Why no formula can count whole columns as the engine did: totals stand among the rows, say.
  public var wholeObstacle: LocalizedText?

  public init() {}

  /// A table that no formula can be made of, and why.
  public init(obstacle: LocalizedText) {
    keyObstacle = obstacle
    wholeObstacle = obstacle
  }

  public mutating func add(_ field: Field, _ column: Column) { columns[field] = column }

  public mutating func refuse(_ field: Field, because reason: LocalizedText) {
    obstacles[field] = reason
  }
}

/// A figure as the sum of single cells of the team's.
public struct SourceCells: Sendable, Hashable {
  public private(set) var cells: [SheetCell] = []
  /// What the sum is multiplied by to give units of the currency.
  public let scale: Int
  /// Whether each cell is a number itself, so that adding them up gives the engine's figure.
  public private(set) var isWhole = true

  public init(scale: Int = 1) { self.scale = scale }

  /// Adds a cell; nil for a part that is no number in a cell of its own.
  public mutating func add(_ cell: SheetCell?) {
    if let cell { cells.append(cell) } else { isWhole = false }
  }
}
