import FinanceModel
import Testing

@testable import WorkbookWriting

@Suite("Numbers in a file")
struct NumberTextTests {
  @Test(
    arguments: [
      (0.1 + 0.2, "0.30000000000000004"), (0.1, "0.1"), (-1234.5, "-1234.5"), (0, "0"),
      (-0.0, "0"), (1.0, "1"), (1e15, "1000000000000000"), (12.3456, "12.3456"), (0.01, "0.01"),
      (-0.05, "-0.05"), (1.0 / 3, "0.3333333333333333"), (100.10, "100.1"),
      (487.692510972742, "487.692510972742"), (-0.000000000001, "-0.000000000001"),
    ])
  func `a number is written with the fewest digits that read back as itself`(
    value: Double, text: String
  ) {
    var writer = ByteWriter()
    writer.put(number: value)
    #expect(String(decoding: writer.bytes, as: UTF8.self) == text)
  }

  @Test func `ten thousand numbers of every size read back as themselves`() {
    var generator = SeededGenerator(seed: 7)
    for round in 0..<10_000 {
      let bits = generator.next()
      let value =
        round % 2 == 0
        ? Double(bitPattern: bits) : Double(Int64(bitPattern: bits) >> 24) / 10_000
      guard value.isFinite else { continue }
      var writer = ByteWriter()
      writer.put(number: value)
      #expect(Double(String(decoding: writer.bytes, as: UTF8.self)) == value)
    }
  }
}
