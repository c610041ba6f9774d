import FinanceModel
import WorkbookReading

/// Gives the distinct values of a key column dense indices from 0: no hashing of text per row.
///
/// The number 1001 and the text `1001` are one value; `001` is another. Blanks around a text do not
/// count, letter case does.
struct CellInterner {
  /// The value as text, by index; numbers without a point or exponent.
  private(set) var texts: [String] = []
  /// Whether each value was first met as a number, parallel to ``texts``.
  private(set) var areNumbers: [Bool] = []
  /// Whether some cell had blanks around its text.
  private(set) var sawPadding = false
  /// Whether some text looked like a number or a date, so that a criterion would not find it.
  private(set) var sawNumericText = false

  private var byText = TextIndex()
  /// Values that stand for themselves as long as they ascend; nil where texts are asked for.
  private var ascending: AscendingStrings?
  private var bySharedString: [Int32] = []
  private var byInteger = IntegerMap<Int64>()
  private let strings: SharedStrings
  private let marksTotals: Bool

  /// What a cell stands for where it is no value.
  enum Code {
    static let blank: Int32 = -1
    static let total: Int32 = -2
    static let likelyTotal: Int32 = -3
    static let note: Int32 = -4
    fileprivate static let unknown: Int32 = -9
  }

  /// - Parameters:
  ///   - marksTotals: whether words for totals are told from values.
  ///   - keepsTexts: whether ``texts`` and what is told of them are asked for; where not, they may be
  ///     empty.
  init(strings: SharedStrings, marksTotals: Bool, keepsTexts: Bool = true) {
    self.strings = strings
    self.marksTotals = marksTotals
    if !keepsTexts, !marksTotals { ascending = AscendingStrings() }
  }

  var count: Int { ascending?.count ?? texts.count }

  /// Makes room for so many values; what is not used costs nothing.
  mutating func expect(count: Int) {
    guard texts.isEmpty else { return }
    texts.reserveCapacity(count)
    areNumbers.reserveCapacity(count)
    ascending?.expect(count: count)
  }

  /// The index of the cell's value, or one of ``Code``.
  mutating func index(of cell: Cell, in bytes: Span<UInt8>) -> Int32 {
    switch cell.kind {
    case .text where cell.text.shared >= 0:
      return indexOfShared(Int(cell.text.shared))
    case .text, .error:
      return indexOfText(strings.text(of: cell, in: bytes))
    case .number, .date, .duration, .timeOfDay, .boolean:
      return indexOfNumber(cell)
    }
  }

  /// The index of a text as a name, even if it looks like a total or a note.
  mutating func index(ofName cell: Cell, in bytes: Span<UInt8>) -> Int32 {
    settleAscending()
    let name = TextFolding.trimmed(strings.text(of: cell, in: bytes))
    return name.isEmpty ? Code.blank : index(ofDistinct: name)
  }

  /// The index of a value of a small table.
  mutating func index(of value: CellValue) -> Int32 {
    guard case .text(let text) = value else {
      let seen = sawNumericText
      defer { sawNumericText = seen }
      let known = texts.count
      let index = indexOfText(value.shown)
      if Int(index) >= known, case .number = value { areNumbers[Int(index)] = true }
      return index
    }
    return indexOfText(text)
  }

  /// The index that a value has; nil where it was never met.
  func knownIndex(ofText text: String) -> Int32? {
    byText.index(of: TextFolding.trimmed(text), in: texts)
  }

  /// Where the shared strings of a column's cells are looked up.
  func lookUp(ofColumn column: Int) -> SharedStringLookUp {
    SharedStringLookUp(column: column, table: bySharedString)
  }

  private mutating func indexOfShared(_ shared: Int) -> Int32 {
    if shared >= bySharedString.count {
      let missing = max(strings.count, shared + 1) - bySharedString.count
      bySharedString += [Int32](repeating: Code.unknown, count: missing)
    }
    let known = bySharedString[shared]
    if known != Code.unknown { return known }
    let index = ascending?.append(shared, of: strings) ?? indexOfText(strings.string(at: shared))
    bySharedString[shared] = index
    return index
  }

  private mutating func indexOfText(_ text: String) -> Int32 {
    settleAscending()
    let trimmed = TextFolding.trimmed(text)
    guard !trimmed.isEmpty else { return Code.blank }
    if marksTotals, let code = marker(trimmed) { return code }
    if trimmed.utf8.count != text.utf8.count { sawPadding = true }
    if !sawNumericText, KeyFolding.looksNumeric(trimmed) { sawNumericText = true }
    if let number = canonicalInteger(trimmed) {
      return index(ofInteger: number, text: trimmed)
    }
    return index(ofDistinct: trimmed)
  }

  private func marker(_ text: String) -> Int32? {
    switch RowMarkers.kind(of: text) {
    case .total: Code.total
    case .likelyTotal: Code.likelyTotal
    case .note, .carriedForward: Code.note
    case .none: nil
    }
  }

  /// Makes texts of strings that ascended so far, since now one comes that has to be looked for.
  private mutating func settleAscending() {
    guard let strings = ascending?.texts(in: strings) else { return }
    ascending = nil
    for text in strings { _ = index(ofDistinct: text) }
  }

  private mutating func indexOfNumber(_ cell: Cell) -> Int32 {
    settleAscending()
    if cell.number.rounded() == cell.number, cell.number.magnitude < 1e15 {
      return index(ofInteger: Int64(cell.number), text: nil)
    }
    return index(ofDistinct: cell.decimal?.description ?? String(cell.number))
  }

  private mutating func index(ofInteger number: Int64, text: String?) -> Int32 {
    let (index, isNew) = byInteger.index(of: number, orInsert: Int32(clamping: texts.count))
    guard isNew else { return index }
    let written = text ?? String(number)
    _ = byText.index(of: written, orEndOf: texts)
    texts.append(written)
    areNumbers.append(text == nil)
    return index
  }

  private mutating func index(ofDistinct text: String) -> Int32 {
    let (index, isNew) = byText.index(of: text, orEndOf: texts)
    guard isNew else { return index }
    texts.append(text)
    areNumbers.append(false)
    return index
  }

  /// The integer that the text writes just as a number would: no leading zeros, no sign but minus.
  private func canonicalInteger(_ text: String) -> Int64? {
    guard text.utf8.count <= 15, let first = text.utf8.first, first != 0x30 || text.utf8.count == 1,
      first == 0x2D || (0x30...0x39).contains(first), let number = Int64(text),
      String(number) == text
    else { return nil }
    return number
  }
}
