public import FinanceModel

/// Writes JSON text in the order it is told (RFC 8259), in one pass and without a tree.
///
/// Numbers are the shortest text that reads back to the same double; what is not finite becomes
/// null, since JSON has no word for it.
public struct JSONWriter: Sendable {
  /// The UTF-8 written so far.
  public private(set) var bytes: [UInt8] = []
  private var needsComma = false

  public init() {}

  /// An object whose members `content` writes with ``member(_:_:)-swift.method`` and its relatives.
  public mutating func object(_ content: (inout JSONWriter) throws -> Void) rethrows {
    try enclose(UInt8(ascii: "{"), UInt8(ascii: "}"), content)
  }

  /// An array of whatever values `content` writes.
  public mutating func array(_ content: (inout JSONWriter) throws -> Void) rethrows {
    try enclose(UInt8(ascii: "["), UInt8(ascii: "]"), content)
  }

  public mutating func value(_ text: String?) {
    guard let text else { return null() }
    separate()
    quote(text)
  }

  public mutating func value(_ number: Double?) {
    guard let number, number.isFinite else { return null() }
    separate()
    if number == number.rounded(), number.magnitude < 1e15 {
      bytes += Array(Int64(number).description.utf8)
    } else {
      bytes += Array(number.description.utf8)
    }
  }

  public mutating func value(_ number: Int?) {
    guard let number else { return null() }
    separate()
    bytes += Array(number.description.utf8)
  }

  public mutating func value(_ isTrue: Bool?) {
    guard let isTrue else { return null() }
    separate()
    bytes += Array((isTrue ? "true" : "false").utf8)
  }

  public mutating func value(_ decimal: ExactDecimal?) { value(decimal?.doubleValue) }

  public mutating func value(_ day: Day?) { value(day?.description) }

  public mutating func null() {
    separate()
    bytes += Array("null".utf8)
  }

  /// The name of a member whose value comes next.
  public mutating func name(_ name: String) {
    separate()
    quote(name)
    bytes.append(UInt8(ascii: ":"))
    needsComma = false
  }

  public mutating func member(_ name: String, _ text: String?) {
    self.name(name)
    value(text)
  }

  public mutating func member(_ name: String, _ number: Double?) {
    self.name(name)
    value(number)
  }

  public mutating func member(_ name: String, _ number: Int?) {
    self.name(name)
    value(number)
  }

  public mutating func member(_ name: String, _ isTrue: Bool?) {
    self.name(name)
    value(isTrue)
  }

  public mutating func member(_ name: String, _ decimal: ExactDecimal?) {
    self.name(name)
    value(decimal)
  }

  public mutating func member(_ name: String, _ day: Day?) {
    self.name(name)
    value(day)
  }

  /// A member that is an object.
  public mutating func object(
    _ name: String, _ content: (inout JSONWriter) throws -> Void
  ) rethrows {
    self.name(name)
    try object(content)
  }

  /// A member that is an array of one value for each element.
  public mutating func array<Elements: Sequence>(
    _ name: String, _ elements: Elements,
    _ content: (inout JSONWriter, Elements.Element) throws -> Void
  ) rethrows {
    self.name(name)
    try array { writer in
      for element in elements { try content(&writer, element) }
    }
  }

  private mutating func enclose(
    _ open: UInt8, _ close: UInt8, _ content: (inout JSONWriter) throws -> Void
  ) rethrows {
    separate()
    bytes.append(open)
    needsComma = false
    try content(&self)
    bytes.append(close)
    needsComma = true
  }

  private mutating func separate() {
    if needsComma { bytes.append(UInt8(ascii: ",")) }
    needsComma = true
  }

  private mutating func quote(_ text: String) {
    bytes.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"):
        bytes.append(UInt8(ascii: "\\"))
        bytes.append(byte)
      case 0..<0x20:
        let digits = String(byte, radix: 16)
        bytes += Array("\\u00\(digits.count == 1 ? "0" : "")\(digits)".utf8)
      default:
        bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }
}
