import FinanceModel

/// Moves the relative references of a formula, as a shared formula does for each of its cells.
///
/// References that leave the sheet wrap round its edge, as Excel does. Strings, quoted sheet names,
/// structured references, function names and defined names stay.
struct FormulaShift {
  var rows: Int
  var columns: Int

  /// The formula with its relative references moved.
  func applied(to formula: String) -> String {
    let source = Array(formula.utf8)
    var result: [UInt8] = []
    result.reserveCapacity(source.count + 8)
    var place = 0
    while place < source.count {
      let end = endOfToken(in: source, at: place)
      let token = source[place..<end]
      if isWordByte(source[place]), !continuesAsName(source, at: end) {
        result.append(contentsOf: moved(token, isRow: isRowRange(source, place, end)))
      } else {
        result.append(contentsOf: token)
      }
      place = end
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// Where the token that starts at a place ends: a string, a quoted name, a bracket, a word or one
  /// character.
  private func endOfToken(in source: [UInt8], at start: Int) -> Int {
    switch source[start] {
    case UInt8(ascii: "\""), UInt8(ascii: "'"): return endOfQuoted(source, start)
    case UInt8(ascii: "["): return endOfBracket(source, start)
    default:
      guard isWordByte(source[start]) else { return start + 1 }
      var place = start
      while place < source.count, isWordByte(source[place]) { place += 1 }
      return place
    }
  }

  private func endOfQuoted(_ source: [UInt8], _ start: Int) -> Int {
    var place = start + 1
    while place < source.count {
      if source[place] == source[start] {
        if place + 1 < source.count, source[place + 1] == source[start] {
          place += 1
        } else {
          return place + 1
        }
      }
      place += 1
    }
    return source.count
  }

  private func endOfBracket(_ source: [UInt8], _ start: Int) -> Int {
    var depth = 0
    var place = start
    while place < source.count {
      switch source[place] {
      case UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "]"): depth -= 1
      case UInt8(ascii: "'"): place += 1
      default: break
      }
      place += 1
      if depth == 0 { return place }
    }
    return source.count
  }

  private func isWordByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "$"), UInt8(ascii: "_"),
      UInt8(ascii: "."), UInt8(ascii: "\\"), UInt8(ascii: "?"), 0x80...:
      true
    default: false
    }
  }

  /// Whether a word is a function's, a sheet's or a table's name: `LOG10(`, `Q1!`, `T1[`.
  private func continuesAsName(_ source: [UInt8], at end: Int) -> Bool {
    guard end < source.count else { return false }
    return source[end] == UInt8(ascii: "(") || source[end] == UInt8(ascii: "!")
      || source[end] == UInt8(ascii: "[")
  }

  /// Whether a number is an end of a range of rows: `3:5`.
  private func isRowRange(_ source: [UInt8], _ start: Int, _ end: Int) -> Bool {
    (end < source.count && source[end] == UInt8(ascii: ":"))
      || (start > 0 && source[start - 1] == UInt8(ascii: ":"))
  }

  /// A word moved where it is a cell, a column or a row of a range.
  private func moved(_ word: ArraySlice<UInt8>, isRow: Bool) -> [UInt8] {
    var rest = word
    let columnIsFixed = rest.first == UInt8(ascii: "$")
    if columnIsFixed { rest = rest.dropFirst() }
    let letters = rest.prefix { $0 | 0x20 >= UInt8(ascii: "a") && $0 | 0x20 <= UInt8(ascii: "z") }
    rest = rest.dropFirst(letters.count)
    let rowIsFixed = letters.isEmpty ? columnIsFixed : rest.first == UInt8(ascii: "$")
    if rowIsFixed, !letters.isEmpty { rest = rest.dropFirst() }
    guard rest.allSatisfy({ $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }),
      letters.count <= 3, rest.count <= 7, isRow || (!letters.isEmpty && !rest.isEmpty)
    else { return Array(word) }
    guard let column = letters.isEmpty ? "" : movedColumn(letters, isFixed: columnIsFixed),
      let row = rest.isEmpty ? "" : movedRow(rest, isFixed: rowIsFixed)
    else { return Array(word) }
    return Array((column + row).utf8)
  }

  private func movedColumn(_ letters: ArraySlice<UInt8>, isFixed: Bool) -> String? {
    var column = 0
    for byte in letters { column = column * 26 + Int((byte & 0xDF) - UInt8(ascii: "A")) + 1 }
    guard column <= CellAddress.lastColumn else { return nil }
    if isFixed { return "$" + CellAddress.letters(ofColumn: column) }
    return CellAddress.letters(
      ofColumn: wrapped(column, by: columns, within: CellAddress.lastColumn))
  }

  private func movedRow(_ digits: ArraySlice<UInt8>, isFixed: Bool) -> String? {
    guard let row = Int(String(decoding: digits, as: UTF8.self)), row >= 1,
      row <= CellAddress.lastRow
    else { return nil }
    return isFixed ? "$\(row)" : String(wrapped(row, by: rows, within: CellAddress.lastRow))
  }

  private func wrapped(_ place: Int, by shift: Int, within count: Int) -> Int {
    let moved = (place - 1 + shift) % count
    return (moved < 0 ? moved + count : moved) + 1
  }
}
