/// How the workbook wants to be calculated (ECMA-376 part 1, 18.2.2).
public struct CalculationProperties: Sendable, Hashable {
  /// False for "precision as displayed": stored values are rounded to their formats.
  public var hasFullPrecision = true
  /// Whether circular references are iterated.
  public var iterates = false
  /// Whether Excel calculates only when asked to.
  public var isManual = false
  /// Whether Excel calculates everything on opening.
  public var recalculatesOnLoad = false

  public init() {}
}
