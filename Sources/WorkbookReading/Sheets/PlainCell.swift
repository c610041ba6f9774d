import FinanceModel

/// A cell in the form that nearly every writer produces: `<c r="B2" s="1" t="s"><v>12</v></c>`.
struct PlainCell {
  /// What the bytes turned out to be.
  enum Outcome {
    /// A cell with a value.
    case cell
    /// A cell without one.
    case empty
    /// `</row>`.
    case rowEnd
    /// Something that needs a closer look; nothing was consumed.
    case other
  }

  /// The row that references must name, and the column of a cell without reference.
  let row: Int
  var nextColumn: Int
  let stringCount: Int
  private let digits: CellTagMemory.RowDigits
  private var type = CellForm.number
  /// Where the value of the cell begins.
  private var valueStart = 0

  init(row: Int, nextColumn: Int, stringCount: Int) {
    self.row = row
    self.nextColumn = nextColumn
    self.stringCount = stringCount
    digits = CellTagMemory.RowDigits(row: row)
  }

  /// Reads what stands at a place, which moves behind it.
  ///
  /// - Parameters:
  ///   - cell: is filled in where it is to stay: of a cell that was put together elsewhere field by field
  ///     and then copied, the processor waits for each field.
  ///   - tags: remembers the tags of cells that were read.
  @inline(__always)
  mutating func read(
    _ bytes: Span<UInt8>, _ place: inout Int, into cell: inout Cell, tags: inout CellTagMemory,
    text: inout [UInt8], classes: Span<FormatClass>, formats: CellFormats
  ) -> Outcome {
    var next = place
    if let known = tags.take(bytes, &next, row: digits) {
      cell = Cell(column: Int32(truncatingIfNeeded: known.column), kind: .number)
      cell.format = known.format
      type = known.form
      guard
        readContent(
          bytes, &next, &cell, text: &text, classes: classes, formats: formats)
      else {
        return .other
      }
      nextColumn = known.column &+ 1
      place = next
      return .cell
    }
    let start = place
    let outcome = readAnew(
      bytes, &place, &cell, text: &text, classes: classes, formats: formats)
    if outcome == .cell {
      tags.note(bytes, start..<valueStart, row: digits, form: type, format: cell.format)
    }
    return outcome
  }

  /// Reads what stands at a place byte by byte.
  private mutating func readAnew(
    _ bytes: Span<UInt8>, _ place: inout Int, _ cell: inout Cell, text: inout [UInt8],
    classes: Span<FormatClass>, formats: CellFormats
  ) -> Outcome {
    var next = place
    PlainMarkup.skipSpace(bytes, &next)
    guard bytes[next] == UInt8(ascii: "<") else { return .other }
    guard bytes[next &+ 1] == UInt8(ascii: "c") else {
      guard takeRowEnd(bytes, &next) else { return .other }
      place = next
      return .rowEnd
    }
    next &+= 2
    let column = nextColumn
    guard let isEmpty = readAttributes(bytes, &next, &cell) else {
      nextColumn = column
      return .other
    }
    if isEmpty {
      place = next
      return .empty
    }
    guard
      readValue(
        bytes, &next, &cell, text: &text, classes: classes, formats: formats)
    else {
      nextColumn = column
      return .other
    }
    place = next
    return .cell
  }

  private func takeRowEnd(_ bytes: Span<UInt8>, _ next: inout Int) -> Bool {
    guard bytes[next &+ 1] == UInt8(ascii: "/"), bytes[next &+ 2] == UInt8(ascii: "r"),
      bytes[next &+ 3] == UInt8(ascii: "o"), bytes[next &+ 4] == UInt8(ascii: "w"),
      bytes[next &+ 5] == UInt8(ascii: ">")
    else { return false }
    next &+= 6
    return true
  }

  /// Reads `r`, `s` and `t`; whether the element is empty, nil where it needs a closer look.
  @inline(__always)
  private mutating func readAttributes(
    _ bytes: Span<UInt8>, _ next: inout Int, _ cell: inout Cell
  ) -> Bool? {
    var column = nextColumn
    var format = 0
    var seen: UInt8 = 0
    type = .number
    while bytes[next] == UInt8(ascii: " ") {
      guard bytes[next &+ 2] == UInt8(ascii: "="), bytes[next &+ 3] == UInt8(ascii: "\"") else {
        return nil
      }
      let name = bytes[next &+ 1]
      let bit: UInt8 = name == UInt8(ascii: "r") ? 1 : name == UInt8(ascii: "s") ? 2 : 4
      guard seen & bit == 0 else { return nil }
      seen |= bit
      next &+= 4
      switch name {
      case UInt8(ascii: "r"):
        guard let written = readReference(bytes, &next) else { return nil }
        column = written
      case UInt8(ascii: "s"):
        guard let written = PlainMarkup.quotedNumber(bytes, &next) else { return nil }
        format = written
      case UInt8(ascii: "t"): guard readType(bytes, &next) else { return nil }
      default: return nil
      }
    }
    guard column <= CellAddress.lastColumn else { return nil }
    nextColumn = column &+ 1
    cell = Cell(column: Int32(truncatingIfNeeded: column), kind: .number)
    cell.format = Int32(truncatingIfNeeded: format)
    return takeTagEnd(bytes, &next)
  }

  /// `>` is false, `/>` true.
  @inline(__always)
  private func takeTagEnd(_ bytes: Span<UInt8>, _ next: inout Int) -> Bool? {
    if bytes[next] == UInt8(ascii: ">") {
      next &+= 1
      return false
    }
    guard bytes[next] == UInt8(ascii: "/"), bytes[next &+ 1] == UInt8(ascii: ">") else {
      return nil
    }
    next &+= 2
    return true
  }

  /// The column of a reference into this row.
  @inline(__always)
  private func readReference(_ bytes: Span<UInt8>, _ next: inout Int) -> Int? {
    var column = 0
    let start = next
    while true {
      let letter = bytes[next] &- UInt8(ascii: "A")
      if letter > 25 { break }
      column = column &* 26 &+ Int(letter) &+ 1
      next &+= 1
    }
    guard next > start, next &- start <= 3,
      let written = PlainMarkup.quotedNumber(bytes, &next), written == row
    else { return nil }
    return column
  }

  @inline(__always)
  private mutating func readType(_ bytes: Span<UInt8>, _ next: inout Int) -> Bool {
    if bytes[next &+ 1] == UInt8(ascii: "\"") {
      switch bytes[next] {
      case UInt8(ascii: "s"): type = .shared
      case UInt8(ascii: "n"): type = .number
      default: return false
      }
      next &+= 2
      return true
    }
    if PlainMarkup.take(bytes, &next, "str\"") {
      type = .formulaString
      return true
    }
    type = .inline
    return PlainMarkup.take(bytes, &next, "inlineStr\"")
  }

  /// Reads from behind the start tag to behind `</c>`.
  @inline(__always)
  private mutating func readValue(
    _ bytes: Span<UInt8>, _ next: inout Int, _ cell: inout Cell, text: inout [UInt8],
    classes: Span<FormatClass>, formats: CellFormats
  ) -> Bool {
    PlainMarkup.skipSpace(bytes, &next)
    if type == .inline {
      guard PlainMarkup.take(bytes, &next, "<is>"), PlainMarkup.takeTextTag(bytes, &next) else {
        return false
      }
    } else {
      guard PlainMarkup.take(bytes, &next, tag: UInt8(ascii: "v")) else { return false }
    }
    valueStart = next
    return readContent(
      bytes, &next, &cell, text: &text, classes: classes, formats: formats)
  }

  /// Reads the value and what closes it and the cell.
  @inline(__always)
  private mutating func readContent(
    _ bytes: Span<UInt8>, _ next: inout Int, _ cell: inout Cell, text: inout [UInt8],
    classes: Span<FormatClass>, formats: CellFormats
  ) -> Bool {
    switch type {
    case .number: readNumber(bytes, &next, &cell, classes, formats)
    case .shared: readShared(bytes, &next, &cell)
    case .inline: readInline(bytes, &next, &cell, text: &text)
    case .formulaString: false
    }
  }

  /// `12</v></c>`, an index of a shared string.
  @inline(__always)
  private func readShared(
    _ bytes: Span<UInt8>, _ next: inout Int, _ cell: inout Cell
  ) -> Bool {
    let start = next
    var index = 0
    while true {
      let digit = bytes[next] &- UInt8(ascii: "0")
      if digit > 9 { break }
      index = index &* 10 &+ Int(digit)
      next &+= 1
    }
    guard next > start, next &- start <= 9, index < stringCount,
      PlainMarkup.takeValueEnd(bytes, &next)
    else { return false }
    cell.kind = .text
    cell.text.shared = Int32(truncatingIfNeeded: index)
    return true
  }

  /// `-12.5</v></c>`: at most eighteen digits, no exponent.
  @inline(__always)
  private func readNumber(
    _ bytes: Span<UInt8>, _ next: inout Int, _ cell: inout Cell, _ classes: Span<FormatClass>,
    _ formats: CellFormats
  ) -> Bool {
    let isNegative = bytes[next] == UInt8(ascii: "-")
    if isNegative { next &+= 1 }
    let start = next
    var mantissa: UInt64 = 0
    takeDigits(bytes, &next, &mantissa)
    var digits = next &- start
    var places = 0
    if bytes[next] == UInt8(ascii: ".") {
      next &+= 1
      let fraction = next
      takeDigits(bytes, &next, &mantissa)
      places = next &- fraction
      digits &+= places
    }
    guard digits > 0, digits <= 18,
      let magnitude = NumberText.nearest(mantissa: mantissa, places: places),
      PlainMarkup.takeValueEnd(bytes, &next)
    else { return false }
    setNumber(&cell, magnitude, mantissa, places: places, isNegative: isNegative)
    let format = Int(cell.format)
    cell.kind =
      format < classes.count && classes[format] == .number
      ? .number : formats.kind(of: cell.number, format: cell.format)
    return true
  }

  @inline(__always)
  private func setNumber(
    _ cell: inout Cell, _ magnitude: Double, _ mantissa: UInt64, places: Int, isNegative: Bool
  ) {
    let signed = Int64(truncatingIfNeeded: mantissa)
    cell.number = isNegative ? -magnitude : magnitude
    cell.mantissa = isNegative ? 0 &- signed : signed
    cell.exponent = Int16(truncatingIfNeeded: 0 &- places)
    cell.hasDecimal = true
  }

  @inline(__always)
  private func takeDigits(_ bytes: Span<UInt8>, _ next: inout Int, _ mantissa: inout UInt64) {
    while true {
      let digit = bytes[next] &- UInt8(ascii: "0")
      if digit > 9 { return }
      mantissa = mantissa &* 10 &+ UInt64(digit)
      next &+= 1
    }
  }

  /// `text</t></is></c>`.
  private func readInline(
    _ bytes: Span<UInt8>, _ next: inout Int, _ cell: inout Cell, text: inout [UInt8]
  ) -> Bool {
    var mayBeEscaped = false
    guard let end = PlainMarkup.endOfText(bytes, from: next, mayBeEscaped: &mayBeEscaped),
      end > next
    else { return false }
    var behind = end
    guard PlainMarkup.take(bytes, &behind, "</t></is></c>") else { return false }
    let start = text.count
    bytes.extracting(next..<end).withUnsafeBufferPointer { text.append(contentsOf: $0) }
    if mayBeEscaped { EscapedText.unescape(&text, from: start) }
    cell.kind = .text
    cell.text = Cell.TextPlace(
      shared: -1, start: Int32(clamping: start), count: Int32(clamping: text.count &- start))
    next = behind
    return true
  }
}
