import FinanceModel
import Foundation
import TestSupport
import Testing
import WorkbookReading

@Suite struct `Parts that are inflated ahead` {
  /// Texts that lie across two blocks, short and long ones: of the long ones more is kept than has room
  /// before the next block.
  @Test(arguments: [40, 3_000, 30_000]) func `are read whole, whatever lies across two blocks`(
    longest: Int
  ) throws {
    var generator = SeededGenerator(seed: UInt64(longest))
    let letters = Array("abcdefghij é甲".unicodeScalars)
    var texts: [String] = []
    var size = 0
    while size < 3 << 20 {
      var text = "x"
      for _ in 0..<Int(generator.next() % UInt64(longest)) {
        text.unicodeScalars.append(letters[Int(generator.next() % UInt64(letters.count))])
      }
      texts.append(text + "x")
      size += text.utf8.count
    }
    let folder = try ScratchFolder()
    let file = try folder.write(texts.joined(separator: "\n").utf8, to: "long.csv")
    let book = try Workbook.open(path: file, converter: nil)
    var words = CellWords(strings: book.strings)
    try book.read(sheet: 0, into: &words)
    let expected = texts.enumerated().map { "A\($0 + 1)=text \($1)" }
    #expect(words.words.count == expected.count)
    #expect(words.words == expected)
  }
}
