/// Whether a file looks like one that has wholly arrived, told from its first and last bytes.
enum WorkbookCompleteness: Sendable, Hashable {
  /// A ZIP archive with its end, or a file that is no ZIP archive at all.
  case whole
  /// Begins as a ZIP archive (PKWARE APPNOTE 4.3.7) without the record that ends one (4.3.16).
  case endMissing
  /// Of some length, but only zeros at the beginning: a place kept by a program that synchronises.
  case onlyZeros
  case empty

  init(of file: OpenFile, size: Int64) throws(SystemError) {
    guard size > 0 else {
      self = .empty
      return
    }
    let head = try file.bytes(at: 0, count: 512)
    guard head.contains(where: { $0 != 0 }) else {
      self = .onlyZeros
      return
    }
    guard head.starts(with: Array("PK".utf8)) else {
      self = .whole
      return
    }
    let tail = try file.bytes(
      at: max(0, size - Self.longestEnd), count: Int(min(size, Self.longestEnd)))
    self = Self.holdsEnd(tail) ? .whole : .endMissing
  }

  /// The end record has 22 bytes and a comment of up to 65,535.
  private static let longestEnd: Int64 = 22 + 65_535

  private static func holdsEnd(_ tail: [UInt8]) -> Bool {
    guard tail.count >= 22 else { return false }
    var index = tail.count - 22
    while index >= 0 {
      if tail[index] == 0x50, tail[index + 1] == 0x4B, tail[index + 2] == 5, tail[index + 3] == 6 {
        return true
      }
      index -= 1
    }
    return false
  }
}
