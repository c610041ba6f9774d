/// A cell of a sheet by row and column, both counted from 1.
public struct CellAddress: Sendable, Hashable {
  /// 1 … 1,048,576.
  public var row: Int
  /// 1 … 16,384; column A is 1.
  public var column: Int

  /// Excel's last row.
  public static let lastRow = 1_048_576
  /// Excel's last column, XFD.
  public static let lastColumn = 16_384

  public init(row: Int, column: Int) {
    self.row = row
    self.column = column
  }

  /// The cell named in A1 style, such as `B12` or `$B$12`; nil where the text is no cell of a sheet.
  public init?(a1 text: some StringProtocol) {
    var row = 0
    var column = 0
    var hasDigit = false
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "$"):
        continue
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        guard column > 0 else { return nil }
        hasDigit = true
        row = row * 10 + Int(byte - UInt8(ascii: "0"))
        guard row <= Self.lastRow else { return nil }
      default:
        let letter = byte & 0xDF
        guard !hasDigit, letter >= UInt8(ascii: "A"), letter <= UInt8(ascii: "Z") else {
          return nil
        }
        column = column * 26 + Int(letter - UInt8(ascii: "A")) + 1
        guard column <= Self.lastColumn else { return nil }
      }
    }
    guard row > 0, column > 0 else { return nil }
    self.init(row: row, column: column)
  }

  /// The letters of a column counted from 1: 1 is `A`, 28 is `AB`.
  public static func letters(ofColumn column: Int) -> String {
    var rest = column
    var letters: [UInt8] = []
    while rest > 0 {
      rest -= 1
      letters.insert(UInt8(ascii: "A") + UInt8(rest % 26), at: 0)
      rest /= 26
    }
    return String(decoding: letters, as: UTF8.self)
  }

  /// `B12`.
  public var a1: String { "\(Self.letters(ofColumn: column))\(row)" }

  /// `$B$12`.
  public var absoluteA1: String { "$\(Self.letters(ofColumn: column))$\(row)" }
}

extension CellAddress: Comparable {
  /// Row by row, then by column.
  public static func < (left: Self, right: Self) -> Bool {
    (left.row, left.column) < (right.row, right.column)
  }
}

extension CellAddress: CustomStringConvertible {
  public var description: String { a1 }
}

/// A rectangle of cells, both corners included.
public struct CellRange: Sendable, Hashable {
  public var first: CellAddress
  public var last: CellAddress

  public init(_ first: CellAddress, _ last: CellAddress) {
    self.first = first
    self.last = last
  }

  /// `A1:C9`, or one cell; nil where the text is no range.
  public init?(a1 text: some StringProtocol) {
    let corners = text.split(separator: ":", omittingEmptySubsequences: false)
    guard let start = corners.first, corners.count <= 2,
      let first = CellAddress(a1: start), let end = corners.last,
      let last = CellAddress(a1: end)
    else { return nil }
    self.init(
      CellAddress(row: min(first.row, last.row), column: min(first.column, last.column)),
      CellAddress(row: max(first.row, last.row), column: max(first.column, last.column)))
  }

  public var rowCount: Int { last.row - first.row + 1 }
  public var columnCount: Int { last.column - first.column + 1 }

  public func contains(_ cell: CellAddress) -> Bool {
    (first.row...last.row).contains(cell.row)
      && (first.column...last.column).contains(cell.column)
  }

  /// `A1:C9`; a single cell without colon.
  public var a1: String { first == last ? first.a1 : "\(first.a1):\(last.a1)" }

  /// `$A$1:$C$9`.
  public var absoluteA1: String {
    first == last ? first.absoluteA1 : "\(first.absoluteA1):\(last.absoluteA1)"
  }
}

extension CellRange: CustomStringConvertible {
  public var description: String { a1 }
}

/// A cell of a named sheet.
public struct SheetCell: Sendable, Hashable {
  /// The sheet's name as its tab shows it, unquoted.
  public var sheet: String
  public var cell: CellAddress

  public init(sheet: String, cell: CellAddress) {
    self.sheet = sheet
    self.cell = cell
  }

  /// The reference for a formula, quoted where it must be: `'Cost pools'!$B$4`.
  public var reference: String { "\(SheetName.quoted(sheet))!\(cell.absoluteA1)" }
}

extension SheetCell: CustomStringConvertible {
  /// `Cost pools!B4`, for people.
  public var description: String { "\(sheet)!\(cell.a1)" }
}

/// A rectangle of cells of a named sheet.
public struct SheetRange: Sendable, Hashable {
  /// The sheet's name as its tab shows it, unquoted.
  public var sheet: String
  public var range: CellRange

  public init(sheet: String, range: CellRange) {
    self.sheet = sheet
    self.range = range
  }

  /// The reference for a formula, quoted where it must be: `Sales!$C$2:$C$2001`.
  public var reference: String { "\(SheetName.quoted(sheet))!\(range.absoluteA1)" }
}

extension SheetRange: CustomStringConvertible {
  public var description: String { "\(sheet)!\(range.a1)" }
}

/// The rules for sheet names in formulas (ECMA-376 part 1, 18.17.2.3).
public enum SheetName {
  /// The most UTF-16 units a sheet name may have.
  public static let lengthLimit = 31

  /// The name as it stands before `!` in a formula.
  ///
  /// Quoted unless it is plain ASCII letters, digits and underscores, starts with no digit and
  /// cannot be taken for a cell (`Q1`), a column (`R`) or a truth value. Quoting is always legal.
  public static func quoted(_ name: String) -> String {
    let bytes = Array(name.utf8)
    let isPlain =
      !bytes.isEmpty
      && bytes.allSatisfy { byte in
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
          || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || byte == UInt8(ascii: "_")
      }
      && !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[0])
    if isPlain, name.utf8.count > 3, CellAddress(a1: name) == nil,
      !["true", "false"].contains(name.lowercased()), !looksLikeR1C1(name.lowercased())
    {
      return name
    }
    guard bytes.contains(UInt8(ascii: "'")) else { return "'\(name)'" }
    return "'"
      + name.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''")
      + "'"
  }

  private static func looksLikeR1C1(_ name: String) -> Bool {
    guard let letter = name.first, letter == "r" || letter == "c" else { return false }
    return name.dropFirst().allSatisfy { $0.isNumber || $0 == "c" }
  }
}
