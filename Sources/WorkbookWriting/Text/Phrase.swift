/// Text that is put again and again, made ready as bytes.
///
/// All of its 64 bytes are stored at once whatever their number, without a call to copy memory and
/// without a reference to count: a long table consists of some twenty million such pieces.
struct Phrase {
  fileprivate let bytes: SIMD64<UInt8>
  let count: Int

  /// - Parameter text: at most 64 bytes of UTF-8, more than any part of a cell's tag has.
  init(_ text: String) {
    precondition(text.utf8.count <= SIMD64<UInt8>.scalarCount)
    var (text, bytes) = (text, SIMD64<UInt8>(repeating: 0))
    text.withUTF8 { utf8 in
      withUnsafeMutableBytes(of: &bytes) { $0.copyBytes(from: utf8) }
    }
    self.bytes = bytes
    count = text.utf8.count
  }
}

extension ByteWriter {
  mutating func put(_ phrase: Phrase) {
    reserve(SIMD64<UInt8>.scalarCount)
    store(phrase.bytes, count: phrase.count)
  }

  /// Puts what every cell begins with, a seam behind the row's number, with one look at the room.
  @inline(__always)
  mutating func put(opening: Phrase, row: Phrase, rest: Phrase) {
    reserve(3 * SIMD64<UInt8>.scalarCount)
    store(opening.bytes, count: opening.count)
    store(row.bytes, count: row.count)
    putSeam()
    store(rest.bytes, count: rest.count)
  }

  /// Puts what comes behind a cell's value, before which there is a seam.
  @inline(__always)
  mutating func put(ending: Phrase) {
    putSeam()
    put(ending)
  }
}
