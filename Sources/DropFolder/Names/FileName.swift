/// The name of one entry of a folder: bytes, as the file system has them, never text.
///
/// Never empty, never `.` or `..`, without `/` and without NUL, so that a name cannot lead out of
/// the folder it is looked up in.
public struct FileName: Hashable, Sendable {
  public let bytes: [UInt8]

  /// Nil where the bytes are no name of an entry.
  public init?(_ bytes: some Sequence<UInt8>) {
    let bytes = Array(bytes)
    guard !bytes.isEmpty, !bytes.contains(0), !bytes.contains(UInt8(ascii: "/")) else { return nil }
    guard bytes != [UInt8(ascii: ".")], bytes != Array("..".utf8) else { return nil }
    self.bytes = bytes
  }

  /// A name of our own choosing.
  init(fixed name: StaticString) {
    bytes = name.withUTF8Buffer { Array($0) }
  }

  /// The position of the dot that begins the extension; nil without one or for `.name`.
  private var extensionDot: Int? {
    guard let dot = bytes.lastIndex(of: UInt8(ascii: ".")), dot > 0 else { return nil }
    return dot
  }

  /// The bytes before the extension's dot.
  public var stem: ArraySlice<UInt8> { bytes[..<(extensionDot ?? bytes.count)] }

  /// The extension with its dot, as written; empty without one.
  public var suffix: ArraySlice<UInt8> { bytes[(extensionDot ?? bytes.count)...] }

  /// The extension without its dot, ASCII letters in lower case.
  public var lowercasedExtension: String {
    String(decoding: suffix.dropFirst().map(asciiLowercased), as: UTF8.self)
  }

  /// Calls a function with the name as a C string.
  func withCString<Result, Failure: Error>(
    _ body: (UnsafePointer<CChar>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    let characters = bytes.map { CChar(bitPattern: $0) } + [0]
    return try characters.withUnsafeBufferPointerTyped(body)
  }
}

extension FileName: Comparable {
  public static func < (left: Self, right: Self) -> Bool {
    left.bytes.lexicographicallyPrecedes(right.bytes)
  }
}

extension FileName: CustomStringConvertible {
  /// The name as it can be shown: see ``shownName(_:)``.
  public var description: String { shownName(bytes) }
}

/// An ASCII capital as its small letter, every other byte as it is.
func asciiLowercased(_ byte: UInt8) -> UInt8 {
  (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
}

extension [CChar] {
  /// The array's storage as a C string, with the error's type kept.
  fileprivate func withUnsafeBufferPointerTyped<Result, Failure: Error>(
    _ body: (UnsafePointer<CChar>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try withUnsafeBufferPointer { buffer throws(Failure) in
      guard let base = buffer.baseAddress else {
        var empty: CChar = 0
        return try body(&empty)
      }
      return try body(base)
    }
  }
}
