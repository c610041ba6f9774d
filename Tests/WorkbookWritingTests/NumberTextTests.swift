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

  @Test func `the shortest decimal is the one that Swift describes a double by`() {
    var generator = SeededGenerator(seed: 11)
    var missed = 0
    for round in 0..<60_000 {
      let fraction = Double(generator.next() >> 11) * 0x1p-53 + 1
      var value = Double(
        sign: .plus, exponent: Int(generator.next() % 66) - 14, significand: fraction)
      if round % 3 == 0 { value = (value * 1000).rounded() / 7 }
      guard value >= 1e-4, value.rounded() != value, value < 0x1p52 else { continue }
      guard ShortestDecimal(value) != nil else {
        if value < 1e12 { missed += 1 }
        continue
      }
      var writer = ByteWriter()
      writer.put(number: -value)
      #expect(String(decoding: writer.bytes, as: UTF8.self) == (-value).description)
    }
    #expect(missed < 100)
    for value in [0, 1e-300, 1e-5, 1, 0.5, 0x1p52, 1e300] { #expect(ShortestDecimal(value) == nil) }
  }

  @Test(arguments: [0, 7, 10, 42, 99, 100, 101, 999, 1000, 65_536, UInt.max])
  func `digits are put with leading zeros where they are fewer`(value: UInt) {
    for places in [1, 2, 3, 6, 25] {
      var writer = ByteWriter()
      writer.put(digits: value, places: places)
      let digits = String(value)
      let zeros = String(repeating: "0", count: max(0, places - digits.count))
      #expect(String(decoding: writer.bytes, as: UTF8.self) == zeros + digits)
    }
  }
}
