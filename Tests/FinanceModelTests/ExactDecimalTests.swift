import FinanceModel
import Testing

@Suite struct `Exact decimals` {
  @Test func `tenths add up`() {
    let sum = (0..<1_000_000).reduce(into: Amount.zero) { sum, _ in sum += Amount("0.01") ?? 0 }
    #expect(sum == 10_000)
  }

  @Test(arguments: [
    ("1234.5", "1234.5"), ("-.5", "-0.5"), ("1.2E-3", "0.0012"), ("1E+05", "100000"),
    ("1234.5600000000001", "1234.56"), ("0.30000000000000004", "0.3"), ("-0", "0"),
    ("999999999999999", "999999999999999"), ("1e-20", "0"),
  ])
  func `text becomes the decimal it shows`(text: String, shown: String) {
    #expect(Amount(text)?.description == shown)
  }

  @Test(arguments: ["", "-", "1.2.3", "1e", "12,5", "1e16", "abc", "+-1", "1-1"])
  func `other text is no decimal`(text: String) {
    #expect(Amount(text) == nil)
  }

  @Test(arguments: [1_559_941.57, 0.1, 1e-12, 123_456_789.012_345, -2.675, 1e15])
  func `doubles come back to the last bit`(value: Double) {
    #expect(Amount(value)?.doubleValue == value)
  }

  @Test func `become the double that their text names`() {
    var state: UInt64 = 42
    for round in 0..<20000 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let high = Int128(Int64(bitPattern: state)) >> Int128(round % 64)
      let units = round % 3 == 0 ? high : high << Int128(round % 61) | Int128(state >> 40)
      let value = ExactDecimal(units: round % 2 == 0 ? units : -units)
      #expect(value.doubleValue == Double(value.description))
    }
    #expect(ExactDecimal(units: .max).doubleValue == Double(ExactDecimal(units: .max).description))
    #expect(ExactDecimal(units: .min).doubleValue == Double(ExactDecimal(units: .min).description))
  }

  @Test func `products and shares are rounded half to even once`() {
    #expect(Amount("2.55")?.multiplied(by: 12)?.description == "30.6")
    #expect(Amount("1e15")?.multiplied(by: 2) == nil)
    #expect(Amount(100).share(1, of: 3)?.description == "33.333333333333")
    #expect(Amount(100).share(1, of: 0) == nil)
    #expect(Amount("2.5")?.rounded(toMultipleOf: 1) == 2)
    #expect(Amount("-3.5")?.rounded(toMultipleOf: 1) == -4)
    let large = Amount("900000000000000") ?? 0
    #expect(large.share(Int128(Int64.max) - 1, of: Int128(Int64.max)) != nil)
  }
}

@Suite struct `Calendar days` {
  @Test(arguments: [
    (1, "1900-01-01"), (59, "1900-02-28"), (60, "1900-02-28"),
    (61, "1900-03-01"), (45_322, "2024-01-31"), (2_958_465, "9999-12-31"),
  ])
  func `serials of the 1900 system`(serial: Int, iso: String) {
    #expect(Day(serial: serial, system: .from1900)?.description == iso)
  }

  @Test func `serials of the 1904 system`() {
    #expect(Day(serial: 0, system: .from1904)?.description == "1904-01-01")
    #expect(Day(serial: 43_860, system: .from1904)?.description == "2024-01-31")
  }

  @Test func `every day of four centuries survives its serial`() throws {
    for serial in stride(from: 61, to: 200_000, by: 1) {
      let day = try #require(Day(serial: serial, system: .from1900))
      #expect(day.serial(in: .from1900) == serial)
      let (year, month, number) = day.components
      #expect(Day(year: year, month: month, day: number) == day)
    }
  }

  @Test func `days that are not`() {
    #expect(Day(year: 2023, month: 2, day: 29) == nil)
    #expect(Day(serial: -1, system: .from1900) == nil)
    #expect(Day(serial: 2_958_466, system: .from1900) == nil)
  }
}

@Suite struct `Cell addresses` {
  @Test(arguments: [("A1", 1, 1), ("$AB$28", 28, 28), ("XFD1048576", 1_048_576, 16_384)])
  func `A1 text`(text: String, row: Int, column: Int) {
    let cell = CellAddress(a1: text)
    #expect(cell == CellAddress(row: row, column: column))
    #expect(cell.map { CellAddress(a1: $0.absoluteA1) } == cell)
  }

  @Test(arguments: ["", "A", "1", "A0", "XFE1", "A1048577", "1A", "甲1"])
  func `what is no cell`(text: String) {
    #expect(CellAddress(a1: text) == nil)
  }

  @Test(arguments: [
    ("Sales", "Sales"), ("Cost pools", "'Cost pools'"), ("Bob's", "'Bob''s'"), ("Q1", "'Q1'"),
    ("2026", "'2026'"), ("销售", "'销售'"), ("R1C1", "'R1C1'"), ("true", "'true'"),
  ])
  func `sheet names in formulas`(name: String, quoted: String) {
    #expect(SheetName.quoted(name) == quoted)
  }
}
