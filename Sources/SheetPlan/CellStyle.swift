/// How a cell looks.
public struct CellStyle: Sendable, Hashable {
  /// Excel's format code; empty for General.
  public var numberFormat = ""
  public var isBold = false
  public var isItalic = false
  /// Points; nil for the workbook's own default.
  public var fontSize: Double?
  public var fontColor: Color?
  public var fill: Color?
  public var horizontal = Horizontal.automatic
  public var isVerticallyCentered = false
  public var wraps = false
  /// Whether a text that is wider than its cell is drawn smaller rather than cut; not where it wraps.
  public var shrinksToFit = false
  public var indent = 0
  public var top: Line?
  public var bottom: Line?
  public var isUnderlined = false
  /// Whether the cell may be typed into when the sheet is protected.
  public var isUnlocked = false

  public init() {}

  public static let plain = CellStyle()

  /// Of what most styles differ in; the rest is left to comparing. Styles are looked up for every cell.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(numberFormat.utf8.count)
    hasher.combine(fontColor?.rgb ?? .max)
    hasher.combine(fill?.rgb ?? .max)
    hasher.combine(isBold)
    hasher.combine(horizontal)
  }

  /// A copy with some things changed.
  public func with(_ change: (inout CellStyle) -> Void) -> CellStyle {
    var copy = self
    change(&copy)
    return copy
  }

  public enum Horizontal: Sendable, Hashable {
    case automatic, left, center, right
  }

  /// A border on one side.
  public struct Line: Sendable, Hashable {
    public var weight: Weight
    public var color: Color

    public init(_ weight: Weight, _ color: Color) {
      self.weight = weight
      self.color = color
    }

    public enum Weight: Sendable, Hashable {
      case hair, thin, medium, double
    }
  }
}

/// An RGB colour; theme colours mean another theme in somebody else's workbook.
public struct Color: Sendable, Hashable {
  /// `0xRRGGBB`.
  public var rgb: UInt32

  public init(_ rgb: UInt32) {
    self.rgb = rgb
  }
}
