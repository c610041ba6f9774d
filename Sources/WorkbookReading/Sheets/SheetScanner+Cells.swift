import FinanceModel

extension SheetScanner {
  /// The `t` attribute (ECMA-376 part 1, 18.18.11).
  enum CellType {
    case number, sharedString, formulaString, inlineString, boolean, error, date

    init(_ text: String?) {
      switch text {
      case "s": self = .sharedString
      case "str": self = .formulaString
      case "inlineStr": self = .inlineString
      case "b": self = .boolean
      case "e": self = .error
      case "d": self = .date
      default: self = .number
      }
    }
  }

  /// Parses the cell whose start tag was read last; nil where it has no value.
  mutating func parseCell(at place: CellAddress) throws(WorkbookError) -> Cell? {
    let type = CellType(xml.value(Names.type))
    let style = xml.integer(Names.style) ?? 0
    var hasFormula = false
    var inlineStart: Int?
    var hasValue = false
    scratch.removeAll(keepingCapacity: true)
    loop: while true {
      switch try xml.next() {
      case .start where !xml.isMain: try xml.skipElement()
      case .start where xml.name == Names.value:
        scratch.removeAll(keepingCapacity: true)
        try xml.appendElementText(to: &scratch)
        hasValue = true
      case .start where xml.name == Names.formula:
        hasFormula = true
        try xml.skipElement()
      case .start where xml.name == Names.inlineString:
        inlineStart = text.count
        try StringItem.append(from: &xml, to: &text)
      case .start: try xml.skipElement()
      case .text: continue
      case .end, .endOfPart: break loop
      }
    }
    var cell = Cell(column: Int32(place.column), kind: .number)
    cell.format = Int32(clamping: style)
    cell.hasFormula = hasFormula
    let found = try fill(
      &cell, type: type, at: place, inlineStart: inlineStart, hasValue: hasValue)
    if hasFormula {
      let isEmptyText = type == .formulaString && hasValue
      noteFormula(hasValue: found || isEmptyText, at: place)
    }
    return found ? cell : nil
  }

  private mutating func noteFormula(hasValue: Bool, at place: CellAddress) {
    summary.formulas += 1
    guard !hasValue else { return }
    summary.formulasWithoutValue += 1
    if summary.firstWithoutValue == nil { summary.firstWithoutValue = place }
  }

  /// Gives the cell its value; false where there is none.
  private mutating func fill(
    _ cell: inout Cell, type: CellType, at place: CellAddress, inlineStart: Int?, hasValue: Bool
  ) throws(WorkbookError) -> Bool {
    if let inlineStart, type == .inlineString || !hasValue {
      return setText(&cell, from: inlineStart)
    }
    guard hasValue, !scratch.isEmpty else { return false }
    switch type {
    case .number: return try setNumber(&cell, at: place)
    case .sharedString: return try setShared(&cell, at: place)
    case .formulaString, .inlineString: return setScratchText(&cell)
    case .boolean: return setBoolean(&cell)
    case .error:
      cell.kind = .error
      return setScratchText(&cell)
    case .date: return try setDate(&cell, at: place)
    }
  }

  private mutating func setText(_ cell: inout Cell, from start: Int) -> Bool {
    guard text.count > start else { return false }
    if cell.kind != .error { cell.kind = .text }
    cell.text = Cell.TextPlace(
      shared: -1, start: Int32(clamping: start), count: Int32(clamping: text.count - start))
    return true
  }

  private mutating func setScratchText(_ cell: inout Cell) -> Bool {
    let start = text.count
    text.append(contentsOf: scratch)
    EscapedText.unescape(&text, from: start)
    return setText(&cell, from: start)
  }

  private mutating func setNumber(
    _ cell: inout Cell, at place: CellAddress
  ) throws(WorkbookError) -> Bool {
    guard let number = NumberText(scratch[...]) else {
      if scratch.allSatisfy(isSpace) { return false }
      throw xml.context.error(
        .badNumber(cell: place.a1, text: String(decoding: scratch.prefix(40), as: UTF8.self)))
    }
    cell.number = number.value
    cell.mantissa = number.mantissa
    cell.exponent = number.exponent
    cell.hasDecimal = number.isExact
    cell.kind = styles.kind(of: number.value, format: cell.format)
    return true
  }

  private mutating func setShared(
    _ cell: inout Cell, at place: CellAddress
  ) throws(WorkbookError) -> Bool {
    let written = String(decoding: scratch.prefix(40), as: UTF8.self)
    guard let index = Int32(written.trimmingSpaces()), index >= 0, index < stringCount else {
      throw xml.context.error(
        .badStringIndex(cell: place.a1, index: written, count: stringCount))
    }
    cell.kind = .text
    cell.text.shared = index
    return true
  }

  private mutating func setBoolean(_ cell: inout Cell) -> Bool {
    let written = String(decoding: scratch.prefix(8), as: UTF8.self).trimmingSpaces().lowercased()
    cell.kind = .boolean
    cell.number = written == "0" || written == "false" || written.isEmpty ? 0 : 1
    return !written.isEmpty
  }

  /// An ISO date becomes a serial; a plain number in its place is taken as the serial itself.
  private mutating func setDate(
    _ cell: inout Cell, at place: CellAddress
  ) throws(WorkbookError) -> Bool {
    let written = String(decoding: scratch.prefix(40), as: UTF8.self)
    guard let date = ISODate(written, system: dateSystem) else {
      if NumberText(scratch[...]) != nil { return try setNumber(&cell, at: place) }
      throw xml.context.error(.badDate(cell: place.a1, text: written))
    }
    cell.number = date.serial
    cell.kind = date.hasDay ? .date : .timeOfDay
    return true
  }
}
