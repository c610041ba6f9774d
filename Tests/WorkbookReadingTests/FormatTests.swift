import FinanceModel
import Testing
import WorkbookReading

@Suite struct `Number formats and dates` {
  @Test func `formats tell dates, times and durations from numbers`() throws {
    let kinds = try Fixture.cells(of: "number-formats.xlsx").map { word in
      word.split(separator: "=").last?.split(separator: " ").first.map(String.init) ?? ""
    }
    // The value is beyond one day, so that formats of a time of day show its date.
    #expect(
      kinds == [
        "date", "date", "duration", "date", "date", "number", "number", "number", "date", "number",
        "number", "date", "date", "duration", "date", "date", "number", "date", "date", "date",
        "number", "number", "number", "date", "date", "date", "date", "number", "duration",
        "number",
      ])
  }

  @Test func `dates of the 1900 system stay within the calendar`() throws {
    #expect(
      try Fixture.cells(of: "dates-1900.xlsx") == [
        "A1=date 0.5", "A2=date 60.0", "A3=number -1.0", "A4=number 2958466.0",
        "A5=date 2958465.5", "A6=timeOfDay 0.75", "A7=date 1.5", "A8=duration 1.125",
        "A9=duration -0.5", "A10=date 1.0",
      ])
  }

  @Test func `the 1904 system is told`() throws {
    let book = try Fixture.open("dates-1904.xlsx")
    #expect(book.dateSystem == .from1904)
    #expect(try Fixture.cells(of: "dates-1904.xlsx") == ["A1=date 0.0", "B1=date 43889.0"])
  }

  @Test func `ISO dates become serials`() throws {
    #expect(
      try Fixture.cells(of: "iso-dates.xlsx") == [
        "A1=date 45351.0", "B1=date \(45351 + 49530.0 / 86400)", "C1=timeOfDay \(49500.0 / 86400)",
        "D1=date \(45351 + 49530.5 / 86400)",
      ])
  }

  @Test func `format codes come by cell format`() throws {
    let book = try Fixture.open("number-formats.xlsx")
    #expect(book.formatCode(0) == "General")
    #expect(book.formatCode(1) == "yyyy-mm-dd")
    #expect(book.formatCode(12) == "mm-dd-yy")
    #expect(book.formatCode(15) == "yyyy\"年\"m\"月\"")
    #expect(book.formatCode(9999) == "General")
    #expect(book.showsFractionOfSecond(4))
  }
}
