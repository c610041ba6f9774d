import Testing

@testable import WorkbookWriting

@Suite("Compression")
struct DeflaterTests {
  /// Short, so that the table of hashes is; what stands at the second byte comes again, so that it
  /// matters what the table says of it.
  static let texts = (0..<40).map { Array("<\($0)bcdef-\($0)bcdef.\($0)bcdefgh".utf8) }

  @Test func `equal bytes come out wherever the stream lies in memory`() {
    // They live side by side, each at a place of its own.
    let deflaters = (0..<100).map { _ in Deflater() }
    for text in Self.texts {
      #expect(Set(deflaters.map { compressed(text, by: $0) }).count == 1)
    }
  }

  @Test func `equal bytes come out whatever was compressed before`() {
    let deflater = Deflater()
    let first = Self.texts.map { compressed($0, by: deflater) }
    let again = Self.texts.reversed().map { compressed($0, by: deflater) }
    #expect(again.reversed() == first)
  }

  private func compressed(_ bytes: [UInt8], by deflater: Deflater) -> [UInt8] {
    Array(CompressedPart(bytes, by: deflater).blocks.joined())
  }
}
