import FinanceModel
import Testing

@testable import WorkbookReading

@Suite struct `Cells in their plain form` {
  /// The same numbers each time (Steele, Lea and Flood 2014, SplitMix64).
  private struct Numbers: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
      mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
      return mixed ^ (mixed >> 31)
    }
  }

  /// Columns on both sides of those whose tags are remembered.
  private static let columns = ["A", "B", "Z", "AA", "CV", "CW", "XFD"]

  /// A cell, spelt as some writer or other would.
  private static func cell(_ place: String, _ numbers: inout Numbers) -> String {
    let format = ["", "", " s=\"1\"", " s=\"27\""].randomElement(using: &numbers) ?? ""
    let digits = String(
      UInt64.random(in: 0...UInt64(1e18), using: &numbers)
        >> Int.random(in: 0...60, using: &numbers))
    let fraction = ["", ".5", ".25", ".00000000001"].randomElement(using: &numbers) ?? ""
    return switch Int.random(in: 0..<14, using: &numbers) {
    case 0: "<c r=\"\(place)\"\(format)/>"
    case 1: "<c\(format) r=\"\(place)\"><v>\(digits)</v></c>"
    case 2: "<c r=\"\(place)\"\(format) t=\"n\"><v>-\(digits)</v></c>"
    case 3: "<c r=\"\(place)\"\(format) t=\"b\"><v>1</v></c>"
    case 4: "<c r=\"\(place)\"\(format)><f>1+1</f><v>\(digits)</v></c>"
    case 5: "<c r=\"\(place)\"\(format)> <v>\(digits)</v> </c>"
    case 6: "<c r=\"\(place)\"\(format) t=\"inlineStr\"><is><t>A &amp; B</t></is></c>"
    case 7: "<c r=\"\(place)\"\(format) t=\"inlineStr\"><is><t>text</t></is></c>"
    case 8: "<c r=\"\(place)\"\(format)><v>\(digits)E-3</v></c>"
    case 9: "<c r=\"\(place)\"\(format) t=\"str\"><f>A1</f><v>text</v></c>"
    case 10, 11: "<c r=\"\(place)\"\(format) t=\"s\"><v>\(digits.prefix(1))</v></c>"
    default: "<c r=\"\(place)\"\(format)><v>\(digits)\(fraction)</v></c>"
    }
  }

  private static func sheet(rows: Int, seed: UInt64) -> [UInt8] {
    var numbers = Numbers(state: seed)
    var text = "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">"
    text += "<sheetData>"
    for row in 1...rows {
      text += "<row r=\"\(row)\">"
      for column in columns where Int.random(in: 0..<4, using: &numbers) > 0 {
        text += cell(column + String(row), &numbers)
      }
      text += "</row>"
    }
    return Array((text + "</sheetData></worksheet>").utf8)
  }

  @Test(arguments: 1...8) func `are read as they are by way of tokens`(seed: UInt64) {
    let bytes = Self.sheet(rows: 1_200, seed: seed)
    let outcome = ScannerProbe.run(.worksheet, on: bytes)
    #expect(outcome.failure == nil)
    #expect(outcome == ScannerProbe.run(.worksheet, on: bytes, usesPlainForms: false))
  }

  @Test(arguments: 1...8) func `are passed over without losing a row or a formula`(
    seed: UInt64
  ) throws {
    let bytes = Self.sheet(rows: 1_200, seed: seed)
    let whole = try ScannerProbe.rows(of: bytes, passesOver: false)
    let quick = try ScannerProbe.rows(of: bytes, passesOver: true)
    #expect(quick.rows == whole.rows)
    #expect(quick.summary.rows == whole.summary.rows)
    #expect(quick.summary.formulas == whole.summary.formulas)
    #expect(whole.passedOver.isEmpty && quick.passedOver.count > 100)
  }

  @Test(arguments: [
    "<c r=\"A2\"><v>1</v></c><!-- </row> --><c r=\"B2\"><v>2</v></c>", "<c r=\"A2\"><f>1</f></c>",
    "<c r=\"A2\" t=\"inlineStr\"><is><t><![CDATA[<v>1</v></row>]]></t></is></c>",
  ])
  func `are not passed over where a row holds what looks like another's end or a formula`(
    cells: String
  ) throws {
    let start = "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">"
    func row(_ number: Int) -> String { "<row r=\"\(number)\"><c><v>1</v></c></row>" }
    let text =
      start + "<sheetData>\(row(1))<row r=\"2\">\(cells)</row>\(row(3))\(row(4))"
      + "</sheetData></worksheet>"
    let quick = try ScannerProbe.rows(of: Array(text.utf8), passesOver: true)
    let whole = try ScannerProbe.rows(of: Array(text.utf8), passesOver: false)
    #expect(quick.rows == whole.rows)
    #expect(quick.passedOver == [1, 3, 4])
  }

  @Test func `that break off are refused as they are by way of tokens`() {
    let bytes = Self.sheet(rows: 12, seed: 9)
    for count in bytes.indices {
      let start = Array(bytes[..<count])
      #expect(
        ScannerProbe.run(.worksheet, on: start)
          == ScannerProbe.run(.worksheet, on: start, usesPlainForms: false))
    }
  }

  @Test func `hold the double that is nearest to seventeen digits`() throws {
    var numbers = Numbers(state: 3)
    for _ in 0..<20_000 {
      let mantissa = UInt64.random(in: (1 << 53)..<UInt64(1e18), using: &numbers)
      let places = Int.random(in: 0...18, using: &numbers)
      #expect(
        NumberText.nearest(mantissa: mantissa, places: places) == Double("\(mantissa)e-\(places)"))
    }
    #expect(NumberText.nearest(mantissa: 7_699_560_000_000_001, places: 11) == 76995.60000000001)
    #expect(NumberText.nearest(mantissa: 4_052_400_000_000_001, places: 13) == 405.2400000000001)
    #expect(NumberText.nearest(mantissa: .max, places: 19) == nil)
  }

  @Test func `hold the fifteen digits that a spreadsheet shows of sixteen`() {
    var numbers = Numbers(state: 5)
    for _ in 0..<20_000 {
      let size = Int64.random(in: 1_000_000_000_000_000..<10_000_000_000_000_000, using: &numbers)
      let places = Int16.random(in: 0...18, using: &numbers)
      var cell = Cell(column: 1, kind: .number)
      cell.mantissa = Bool.random(using: &numbers) ? size : -size
      cell.exponent = -places
      cell.hasDecimal = true
      cell.number = Double("\(cell.mantissa)e-\(places)") ?? .nan
      #expect(cell.decimal == ExactDecimal(cell.number), "\(cell.mantissa)e-\(places)")
    }
  }

  @Test func `stand in their order, however many a row has`() throws {
    for count in [1, 63, 64, 65, 200, 16_384] {
      let cells = (1...count).map { "<c><v>\($0)</v></c>" }.joined()
      let text =
        "<worksheet><sheetData><row>\(cells)</row><row><c><v>1</v></c></row></sheetData></worksheet>"
      let bytes = Array(text.utf8)
      let read = ScannerProbe.run(.worksheet, on: bytes)
      #expect(read.failure == nil)
      #expect(read == ScannerProbe.run(.worksheet, on: bytes, usesPlainForms: false))
      #expect(try ScannerProbe.rows(of: bytes, passesOver: false).summary.cells == count + 1)
    }
  }
}
