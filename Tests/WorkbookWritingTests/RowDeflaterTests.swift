import CISAL
import Testing

@testable import WorkbookWriting

@Suite("Compression of rows")
struct RowDeflaterTests {
  /// Rows that look like one another, with values of their own.
  private func rows(_ range: Range<Int>, into out: inout ByteWriter) {
    var random = Numbers(state: UInt64(range.lowerBound))
    for row in range {
      out.put("<row r=\"")
      out.put(integer: row)
      out.beginRow()
      out.put("\">")
      for column in 0..<Int(random.next() % 12) {
        out.put("<c r=\"")
        out.put(integer: row)
        out.putSeam()
        out.put("\" s=\"38\"><f t=\"shared\" si=\"")
        out.put(integer: column)
        out.put("\"/><v>")
        out.put(integer: Int(random.next() >> (random.next() % 60 + 2)))
        out.putSeam()
        out.put("</v></c>")
      }
    }
  }

  @Test(arguments: [1, 2, 5])
  func `what is inflated is what was put in, piece by piece`(pieces: Int) {
    var all: [UInt8] = []
    let part = CompressedPart(by: RowDeflater()) { put in
      for piece in 0..<pieces {
        var out = ByteWriter()
        out.put("head")
        rows(piece * 500 + 1..<piece * 500 + 400, into: &out)
        out.put("tail \u{4E00} \u{1F600}")
        all += out.bytes
        put(out, piece == pieces - 1)
      }
    }
    #expect(inflated(part) == all)
    #expect(part.size == all.count)
    #expect(
      part.checksum
        == all.withUnsafeBufferPointer { crc32_gzip_refl(0, $0.baseAddress, UInt64($0.count)) })
    #expect(part.count * 2 < all.count)
  }

  @Test func `bytes that no piece before had are written, too`() {
    var first = ByteWriter()
    rows(1..<300, into: &first)
    var second = ByteWriter()
    for byte in UInt8.min...UInt8.max { second.put(byte) }
    let part = CompressedPart(by: RowDeflater()) { put in
      put(first, false)
      put(second, true)
    }
    #expect(inflated(part) == first.bytes + second.bytes)
  }

  @Test func `nothing at all, and a last piece of nothing`() {
    #expect(inflated(CompressedPart(by: RowDeflater()) { $0(ByteWriter(), true) }) == [])
    var out = ByteWriter()
    rows(1..<10, into: &out)
    let part = CompressedPart(by: RowDeflater()) { put in
      put(out, false)
      put(ByteWriter(), true)
    }
    #expect(inflated(part) == out.bytes)
  }

  /// Rows of one letter, the second as long as the first.
  @Test(arguments: [3, 4, 5, 6, 7, 10, 11, 34, 35, 130, 131, 257, 258, 259, 600, 32_768, 32_769])
  func `repeats of all lengths, as far back as deflate can reach and farther`(length: Int) {
    var out = ByteWriter()
    for row in 0..<3 {
      out.beginRow()
      for _ in 0..<length { out.put(UInt8(ascii: "a")) }
      out.putSeam()
      out.put(integer: row)
    }
    #expect(inflated(CompressedPart(by: RowDeflater()) { $0(out, true) }) == out.bytes)
  }

  @Test func `symbols are those of the standard's tables`() {
    // The first length and distance of each symbol, RFC 1951, 3.2.5.
    let lengths = [
      3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115,
      131, 163, 195, 227, 258,
    ]
    for length in 3...258 {
      let symbol = LengthSymbol(length)
      let first = lengths[symbol.number - 257]
      #expect(first + Int(symbol.extra) == length && symbol.extra < 1 << symbol.extraCount)
      #expect(length == 258 || length < lengths[min(symbol.number - 256, 28)])
    }
    let distances = [
      1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537,
      2049, 3073, 4097, 6145, 8193, 12289, 16385, 24577, 32769,
    ]
    for distance in 1...32_768 {
      let symbol = DistanceSymbol(distance)
      #expect(distances[symbol.number] + Int(symbol.extra) == distance)
      #expect(distance < distances[symbol.number + 1] && symbol.extra < 1 << symbol.extraCount)
    }
  }

  /// By ISA-L; nil where it refuses.
  private func inflated(_ part: CompressedPart) -> [UInt8]? {
    var bytes = Array(part.blocks.joined())
    var out = [UInt8](repeating: 0, count: part.size + 1)
    let count: Int? = bytes.withUnsafeMutableBufferPointer { bytes in
      out.withUnsafeMutableBufferPointer { out in
        var state = inflate_state()
        isal_inflate_init(&state)
        state.next_in = bytes.baseAddress
        state.avail_in = UInt32(bytes.count)
        state.next_out = out.baseAddress
        state.avail_out = UInt32(out.count)
        guard isal_inflate(&state) == 0, state.block_state == ISAL_BLOCK_FINISH,
          state.avail_in == 0
        else { return nil }
        return out.count - Int(state.avail_out)
      }
    }
    return count.map { Array(out.prefix($0)) }
  }

  /// Splitmix (Steele, Lea & Flood 2014).
  private struct Numbers {
    var state: UInt64

    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var word = state
      word = (word ^ word >> 30) &* 0xBF58_476D_1CE4_E5B9
      word = (word ^ word >> 27) &* 0x94D0_49BB_1331_11EB
      return word ^ word >> 31
    }
  }
}
