/// What a workbook may ask of us before it is refused.
///
/// The defaults let through every workbook that Excel saves and stop what is made to exhaust memory
/// or time. A refusal names the limit and the part.
public struct ReadingLimits: Sendable, Hashable {
  /// Entries of the archive.
  public var entries = 20_000
  /// Uncompressed bytes of one part.
  public var bytesPerPart: UInt64 = 4 << 30
  /// Uncompressed bytes of all parts together.
  public var bytesInAll: UInt64 = 8 << 30
  /// Uncompressed over compressed size of a part of more than a mebibyte.
  public var inflateRatio: UInt64 = 400
  /// Open elements.
  public var xmlDepth = 256
  /// Bytes of one attribute's value.
  public var attributeBytes = 1 << 20
  /// UTF-16 units of one cell's text, before it is cut as Excel does at 32,767.
  public var textBytes = 1 << 20
  public var sharedStrings = 20_000_000
  /// Bytes of all shared strings together.
  public var sharedStringBytes = 512 << 20
  public var cellFormats = 65_536
  public var cells: UInt64 = 2_000_000_000
  /// Things in one list: sheets, names, relationships, merged ranges.
  public var listedItems = 262_144
  /// Bytes of all formulas of a sheet together, shared ones written out.
  public var formulaBytes = 256 << 20
  /// Seconds that reading one part may take.
  public var secondsPerPart = 900.0

  public init() {}
}
