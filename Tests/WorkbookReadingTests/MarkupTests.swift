import FinanceModel
import Testing

@testable import WorkbookReading

@Suite struct `Markup of worksheets` {
  @Test(arguments: [
    ("prefixed-elements.xlsx", ["A1=number 1.0", "B1=text in"]),
    ("foreign-namespaces.xlsx", ["A1=number 1.0"]),
    ("alternate-content.xlsx", ["A1=number 1.0", "A3=number 3.0"]),
    ("comments-instructions-cdata.xlsx", ["A1=number 12.0", "B1=text <a & b> c"]),
    ("utf16-little-endian.xlsx", ["A1=text größe 客户 😀"]),
    ("utf16-big-endian.xlsx", ["A1=text größe 客户 😀"]),
    ("utf8-byte-order-mark.xlsx", ["A1=text größe 客户 😀"]),
    ("latin1-sheet.xlsx", ["A1=text café"]),
    ("white-space-in-tags.xlsx", ["A1=number 5.0"]),
  ])
  func `odd but legal markup gives its cells`(name: String, cells: [String]) throws {
    #expect(try Fixture.cells(of: name) == cells)
  }

  @Test(arguments: [
    ("doctype.xlsx", "DOCTYPE"), ("unknown-entity.xlsx", "entity reference"),
    ("mismatched-tags.xlsx", "does not match"), ("cut-off-sheet.xlsx", "stops in the middle"),
    ("invalid-utf8.xlsx", "a character that XML does not allow"),
    ("two-roots.xlsx", "outside the root"), ("deep-nesting.xlsx", "nested too deep"),
  ])
  func `broken markup is refused with its part and its reason`(name: String, reason: String) throws
  {
    let error = try #require(Fixture.failure(of: name))
    #expect(error.part == "xl/worksheets/sheet1.xml")
    #expect(error.message.english.contains(reason))
    #expect(!error.message.chinese.isEmpty)
  }

  @Test func `is UTF-8, whatever pieces it comes in`() {
    let plain = [UInt8](repeating: 0x20, count: 200)
    let wholes: [[UInt8]] = [[], [0xC3, 0xA9], [0xE5, 0xAE, 0xA2], [0xF0, 0x9F, 0x98, 0x80]]
    let broken: [[UInt8]] = [
      [0x80], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xE5],
    ]
    for (odd, isGood) in wholes.map({ ($0, true) }) + broken.map({ ($0, false) }) {
      for place in stride(from: 0, to: 200, by: 7) {
        let bytes = plain[..<place] + odd + plain[place...]
        for size in [1, 5, 64, 1000] {
          var check = UTF8Check()
          let isAccepted = stride(from: 0, to: bytes.count, by: size).allSatisfy { start in
            Array(bytes[start..<min(start + size, bytes.count)]).withUnsafeBytes { check.take($0) }
          }
          #expect((isAccepted && check.isComplete) == isGood, "\(odd) at \(place) by \(size)")
        }
      }
    }
  }
}
