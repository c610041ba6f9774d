/// Splits text into rows of fields (RFC 4180), piece by piece.
///
/// A field in quotes may hold separators, line breaks and doubled quotes. A quote within an unquoted
/// field is a character like any other.
struct DelimitedScanner {
  let separator: UInt8
  private var field: [UInt8] = []
  private var row: [[UInt8]] = []
  private var state = State.fieldStart
  private var skipsLineFeed = false

  private enum State {
    case fieldStart, plain, quoted, quoteInQuoted
  }

  init(separator: UInt8) {
    self.separator = separator
  }

  /// Takes a piece; every row that it completes is handed on.
  mutating func scan<Failure: Error>(
    _ bytes: [UInt8], _ take: ([[UInt8]]) throws(Failure) -> Void
  ) throws(Failure) {
    for byte in bytes {
      if skipsLineFeed {
        skipsLineFeed = false
        if byte == 0x0A { continue }
      }
      if add(byte) { try endRow(take) }
    }
  }

  /// Hands on the last row where no line break ends it.
  mutating func finish<Failure: Error>(
    _ take: ([[UInt8]]) throws(Failure) -> Void
  ) throws(Failure) {
    if state != .fieldStart || !row.isEmpty || !field.isEmpty { try endRow(take) }
  }

  /// Bytes of the field that is open, for limits.
  var openBytes: Int { field.count }

  /// Takes a byte; true at the end of a row.
  private mutating func add(_ byte: UInt8) -> Bool {
    switch state {
    case .quoted:
      if byte == UInt8(ascii: "\"") { state = .quoteInQuoted } else { field.append(byte) }
      return false
    case .quoteInQuoted where byte == UInt8(ascii: "\""):
      field.append(byte)
      state = .quoted
      return false
    case .fieldStart where byte == UInt8(ascii: "\""):
      state = .quoted
      return false
    default: return addPlain(byte)
    }
  }

  private mutating func addPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case separator:
      row.append(field)
      field.removeAll(keepingCapacity: true)
      state = .fieldStart
      return false
    case 0x0D:
      skipsLineFeed = true
      return true
    case 0x0A: return true
    default:
      field.append(byte)
      state = .plain
      return false
    }
  }

  private mutating func endRow<Failure: Error>(
    _ take: ([[UInt8]]) throws(Failure) -> Void
  ) throws(Failure) {
    row.append(field)
    let complete = row
    row.removeAll(keepingCapacity: true)
    field.removeAll(keepingCapacity: true)
    state = .fieldStart
    try take(complete)
  }
}
