import FinanceModel

/// Spells a worksheet's markup for rows of fields.
struct WorksheetText {
  private(set) var bytes: [UInt8] = []
  private let decimalComma: Bool
  private var row = 0

  static let opening =
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<worksheet "
    + "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>"
  static let closing = "</sheetData></worksheet>"

  init(decimalComma: Bool) {
    self.decimalComma = decimalComma
    bytes.append(contentsOf: Self.opening.utf8)
  }

  var rowCount: Int { row }

  mutating func clear() { bytes.removeAll(keepingCapacity: true) }

  mutating func close() { bytes.append(contentsOf: Self.closing.utf8) }

  /// Adds a row; one without any value only counts.
  mutating func add(_ fields: [[UInt8]]) {
    row += 1
    guard fields.contains(where: { !$0.isEmpty }) else { return }
    bytes.append(contentsOf: "<row r=\"\(row)\">".utf8)
    for (place, field) in fields.enumerated() where !field.isEmpty {
      add(field, reference: "\(CellAddress.letters(ofColumn: place + 1))\(row)")
    }
    bytes.append(contentsOf: "</row>".utf8)
  }

  private mutating func add(_ field: [UInt8], reference: String) {
    if let literal = literalText(field) {
      addText(literal, reference: reference)
      return
    }
    switch FieldValue(field, decimalComma: decimalComma) {
    case .empty: return
    case .text: addText(field[...], reference: reference)
    case .number(let number): add("<c r=\"\(reference)\"><v>\(number)</v></c>")
    case .boolean(let value): add("<c r=\"\(reference)\" t=\"b\"><v>\(value ? 1 : 0)</v></c>")
    case .date(let serial, let hasTime):
      add("<c r=\"\(reference)\" s=\"\(hasTime ? 2 : 1)\"><v>\(serial)</v></c>")
    }
  }

  /// The text of `="001"`, the way exports keep Excel from reading a number.
  private func literalText(_ field: [UInt8]) -> ArraySlice<UInt8>? {
    guard field.count >= 3, field.starts(with: [UInt8(ascii: "="), UInt8(ascii: "\"")]),
      field.last == UInt8(ascii: "\"")
    else { return nil }
    return field[2..<max(2, field.count - 1)]
  }

  private mutating func addText(_ text: ArraySlice<UInt8>, reference: String) {
    guard !text.isEmpty else { return }
    add("<c r=\"\(reference)\" t=\"inlineStr\"><is><t xml:space=\"preserve\">")
    for byte in XMLText.escaped(text) { bytes.append(byte) }
    add("</t></is></c>")
  }

  private mutating func add(_ text: String) { bytes.append(contentsOf: text.utf8) }
}

/// Text as it may stand in markup.
enum XMLText {
  /// Markup characters as entities; characters that XML does not allow, and underscores that would
  /// be taken for an escape, as `_xHHHH_`.
  static func escaped(_ text: ArraySlice<UInt8>) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.count + 16)
    for (place, byte) in zip(text.indices, text) {
      switch byte {
      case UInt8(ascii: "&"): bytes.append(contentsOf: "&amp;".utf8)
      case UInt8(ascii: "<"): bytes.append(contentsOf: "&lt;".utf8)
      case UInt8(ascii: ">"): bytes.append(contentsOf: "&gt;".utf8)
      case 0x0D: bytes.append(contentsOf: "&#13;".utf8)
      case 0x09, 0x0A, 0x20...: appendPlain(byte, at: place, of: text, to: &bytes)
      default: bytes.append(contentsOf: escape(byte))
      }
    }
    return bytes
  }

  private static func appendPlain(
    _ byte: UInt8, at place: Int, of text: ArraySlice<UInt8>, to bytes: inout [UInt8]
  ) {
    let isEscapeLike =
      byte == UInt8(ascii: "_") && text.endIndex - place >= 7
      && text[place + 1] == UInt8(ascii: "x") && text[place + 6] == UInt8(ascii: "_")
    if isEscapeLike { bytes.append(contentsOf: "_x005F".utf8) }
    bytes.append(byte)
  }

  private static func escape(_ byte: UInt8) -> [UInt8] {
    Array("_x00\(byte < 16 ? "0" : "")\(String(byte, radix: 16, uppercase: true))_".utf8)
  }
}
