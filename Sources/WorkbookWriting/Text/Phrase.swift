/// Text that is put again and again, made ready as bytes.
///
/// Up to 64 bytes are stored at once whatever their number, without a call to copy memory: a long
/// table consists of some twenty million such pieces.
struct Phrase {
  fileprivate let head: SIMD64<UInt8>
  /// What is longer than ``head``, mostly nothing.
  fileprivate let tail: [UInt8]
  let count: Int

  init(_ text: String) {
    var head = SIMD64<UInt8>(repeating: 0)
    var count = 0
    for byte in text.utf8.prefix(head.scalarCount) {
      head[count] = byte
      count += 1
    }
    self.head = head
    tail = Array(text.utf8.dropFirst(count))
    self.count = count
  }
}

extension ByteWriter {
  mutating func put(_ phrase: Phrase) {
    store(phrase.head, count: phrase.count - phrase.tail.count)
    if !phrase.tail.isEmpty { put(phrase.tail) }
  }
}
