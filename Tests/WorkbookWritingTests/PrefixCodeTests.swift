import Testing

@testable import WorkbookWriting

@Suite("Prefix codes")
struct PrefixCodeTests {
  @Test func `what comes often takes few bits`() {
    let code = PrefixCode(counts: [1, 1, 2, 3], longest: 15)
    #expect(code.lengths == [3, 3, 2, 1])
    // Of RFC 1951, 3.2.2, lowest bit first: 110, 111, 10, 0.
    #expect(code.bits == [0b011, 0b111, 0b01, 0b0])
  }

  /// Counts for which Huffman's code is as long as it can be.
  static let steep = (0..<40).reduce(into: [1, 1]) { counts, _ in
    counts.append(counts.suffix(2).reduce(0, +))
  }

  @Test(arguments: [6, 7, 9, 14, 15])
  func `under a limit every symbol has a code and no code begins another`(longest: Int) {
    for counts in [Self.steep, Array(Self.steep.reversed()), [Int](repeating: 1, count: 42)] {
      let code = PrefixCode(counts: counts, longest: longest)
      #expect(code.lengths.allSatisfy { (1...longest).contains($0) })
      // A complete code fills all of its space (Kraft 1949): inflaters refuse others.
      #expect(code.lengths.reduce(0) { $0 + 1 << (longest - $1) } == 1 << longest)
      let words = zip(code.bits, code.lengths).map { bits, length in
        (0..<length).map { bits >> UInt64($0) & 1 == 1 ? "1" : "0" }.joined()
      }
      for (place, word) in words.enumerated() {
        #expect(!words.enumerated().contains { $0 != place && $1.hasPrefix(word) })
      }
      #expect(zip(code.bits, code.lengths).allSatisfy { $0 >> UInt64($1) == 0 })
    }
  }

  @Test func `two symbols take a bit each`() {
    let code = PrefixCode(counts: [5, 0], longest: 15)
    #expect(code.lengths == [1, 1])
  }
}
