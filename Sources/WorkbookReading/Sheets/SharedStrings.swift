/// The workbook's table of strings: all of them in one run of UTF-8, found by offsets.
public final class SharedStrings: Sendable {
  private let bytes: [UInt8]
  /// Where each string ends; it starts where the one before ends.
  private let ends: [UInt32]

  init(bytes: [UInt8], ends: [UInt32]) {
    self.bytes = bytes
    self.ends = ends
  }

  static let none = SharedStrings(bytes: [], ends: [])

  /// A table of these texts.
  package convenience init(_ texts: [String]) {
    var bytes: [UInt8] = []
    let ends = texts.map { text in
      bytes += text.utf8
      return UInt32(clamping: bytes.count)
    }
    self.init(bytes: bytes, ends: ends)
  }

  public var count: Int { ends.count }

  /// The string at an index from 0; empty where there is none.
  public func string(at index: Int) -> String {
    guard let range = range(at: index) else { return "" }
    return String(decoding: bytes[range], as: UTF8.self)
  }

  /// Hands out the UTF-8 of the string at an index from 0; none where there is no such string.
  public func withBytes<Result, Failure: Error>(
    at index: Int, _ body: (Span<UInt8>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    let range = range(at: index) ?? 0..<0
    let bytes = bytes
    return try body(bytes.span.extracting(range))
  }

  /// Bytes of the string at an index from 0.
  public func byteCount(at index: Int) -> Int { range(at: index)?.count ?? 0 }

  private func range(at index: Int) -> Range<Int>? {
    guard ends.indices.contains(index) else { return nil }
    return (index == 0 ? 0 : Int(ends[index - 1]))..<Int(ends[index])
  }
}
