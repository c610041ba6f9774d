import CZip
import Glibc

/// A workbook of one sheet with ten mixed columns – a date, ids, names, a quantity, prices – and
/// shared strings, spelled as Excel spells it. The same for the same number of rows.
struct SyntheticBook {
  let rows: Int
  private static let regions = [
    "North", "South", "East", "West", "Central", "Nordics &amp; Baltics",
  ]
  private static let nouns = ["Foods", "Motors", "Textiles", "Pharma", "Retail", "Energy", "Media"]

  init(rows: Int) {
    self.rows = rows
  }

  private var invoices: Int { rows / 3 + 1 }
  private var customers: Int { max(5, rows / 20) }
  private static let products = 400

  /// Writes the workbook; false where that fails.
  func write(to path: String) -> Bool {
    let folder = "\(path).parts"
    mkdir(folder, 0o700)
    defer { rmdir(folder) }
    let parts = [
      ("[Content_Types].xml", "types"), ("_rels/.rels", "root"), ("xl/workbook.xml", "book"),
      ("xl/_rels/workbook.xml.rels", "rels"), ("xl/worksheets/sheet1.xml", "sheet"),
      ("xl/styles.xml", "styles"), ("xl/sharedStrings.xml", "strings"),
    ]
    defer { for (_, file) in parts { unlink("\(folder)/\(file)") } }
    var isGood = true
    for (_, file) in parts { isGood = isGood && spell(file, into: "\(folder)/\(file)") }
    guard isGood, let zip = zip_open(path, ZIP_CREATE | ZIP_TRUNCATE, nil) else { return false }
    for (name, file) in parts {
      let source = zip_source_file(zip, "\(folder)/\(file)", 0, -1)
      isGood = isGood && zip_file_add(zip, name, source, 0) >= 0
    }
    return zip_close(zip) == 0 && isGood
  }

  private func spell(_ file: String, into path: String) -> Bool {
    guard let output = fopen(path, "w") else { return false }
    func put(_ text: String) { fputs(text, output) }
    switch file {
    case "sheet": spellSheet(put)
    case "strings": spellStrings(put)
    default: put(Self.fixedParts[file] ?? "")
    }
    return fclose(output) == 0
  }

  private func spellSheet(_ put: (String) -> Void) {
    put("<worksheet xmlns=\"\(Self.main)\"><dimension ref=\"A1:J\(rows + 1)\"/><sheetData>")
    put("<row r=\"1\" spans=\"1:10\">")
    for (place, letter) in "ABCDEFGHIJ".enumerated() {
      put("<c r=\"\(letter)1\" t=\"s\"><v>\(place)</v></c>")
    }
    put("</row>")
    var random: UInt64 = 88_172_645_463_325_252
    for row in 2..<(rows + 2) {
      random ^= random << 13
      random ^= random >> 7
      random ^= random << 17
      spellRow(row, random: random, put)
    }
    put("</sheetData></worksheet>")
  }

  private func spellRow(_ row: Int, random: UInt64, _ put: (String) -> Void) {
    let customer = Int(random % UInt64(customers))
    let product = Int(random >> 20 % UInt64(Self.products)) % Self.products
    let quantity = Int(random >> 40 % 200) % 200 + 1
    let cents = Int(random >> 13 % 90_000) % 90_000 + 200
    let base = 10
    let texts = [
      base + (row - 2) / 3, base + invoices + customer, base + invoices + customers + customer,
      base + invoices + 2 * customers + product,
    ]
    put(
      "<row r=\"\(row)\" spans=\"1:10\"><c r=\"A\(row)\" s=\"1\"><v>\(44927 + row * 365 / (rows + 2))"
    )
    put("</v></c>")
    for (letter, index) in zip("BCDE", texts) {
      put("<c r=\"\(letter)\(row)\" t=\"s\"><v>\(index)</v></c>")
    }
    put("<c r=\"F\(row)\"><v>\(quantity)</v></c>")
    for (letter, value) in zip("GHI", [cents, cents * quantity, cents * quantity * 7 / 10]) {
      put("<c r=\"\(letter)\(row)\" s=\"2\"><v>\(value / 100).\(value % 100 + 100)".dropFraction)
      put("</v></c>")
    }
    let region = base + invoices + 2 * customers + Self.products + customer % Self.regions.count
    put("<c r=\"J\(row)\" t=\"s\"><v>\(region)</v></c></row>")
  }

  private func spellStrings(_ put: (String) -> Void) {
    put("<sst xmlns=\"\(Self.main)\">")
    func item(_ text: String) { put("<si><t>\(text)</t></si>") }
    for name in [
      "Date", "Invoice", "Customer ID", "Customer name", "Product", "Quantity", "Unit price",
      "Revenue", "Direct cost", "Region",
    ] { item(name) }
    for number in 0..<invoices { item("INV-\(1_000_000 + number)") }
    for number in 0..<customers { item("C\(100_000 + number)") }
    for number in 0..<customers { item("Prime \(Self.nouns[number % Self.nouns.count]) \(number)") }
    for number in 0..<Self.products { item("SKU-\(1000 + number) Delta \(number % 9)") }
    for region in Self.regions { item(region) }
    put("</sst>")
  }

  private static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  private static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  private static let package = "http://schemas.openxmlformats.org/package/2006"
  private static let type = "application/vnd.openxmlformats-officedocument.spreadsheetml"

  private static let fixedParts = [
    "types": "<Types xmlns=\"\(package)/content-types\"><Default Extension=\"rels\" ContentType="
      + "\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" "
      + "ContentType=\"application/xml\"/><Override PartName=\"/xl/workbook.xml\" ContentType="
      + "\"\(type).sheet.main+xml\"/><Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType="
      + "\"\(type).worksheet+xml\"/><Override PartName=\"/xl/styles.xml\" ContentType="
      + "\"\(type).styles+xml\"/><Override PartName=\"/xl/sharedStrings.xml\" ContentType="
      + "\"\(type).sharedStrings+xml\"/></Types>",
    "root": "<Relationships xmlns=\"\(package)/relationships\"><Relationship Id=\"rId1\" Type="
      + "\"\(office)/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>",
    "book": "<workbook xmlns=\"\(main)\" xmlns:r=\"\(office)\"><sheets><sheet name=\"Sales\" "
      + "sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>",
    "rels": "<Relationships xmlns=\"\(package)/relationships\"><Relationship Id=\"rId1\" Type="
      + "\"\(office)/worksheet\" Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"rId2\" Type="
      + "\"\(office)/styles\" Target=\"styles.xml\"/><Relationship Id=\"rId3\" Type="
      + "\"\(office)/sharedStrings\" Target=\"sharedStrings.xml\"/></Relationships>",
    "styles": "<styleSheet xmlns=\"\(main)\"><fonts count=\"1\"><font/></fonts><fills count=\"1\">"
      + "<fill/></fills><borders count=\"1\"><border/></borders><cellStyleXfs count=\"1\"><xf/>"
      + "</cellStyleXfs><cellXfs count=\"3\"><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/>"
      + "<xf numFmtId=\"4\"/></cellXfs></styleSheet>",
  ]
}

extension String {
  /// `12.105` for 12.05: the hundreds digit that keeps the cents two long is taken out.
  fileprivate var dropFraction: String {
    guard let point = lastIndex(of: ".") else { return self }
    return String(self[...point]) + self[index(point, offsetBy: 2)...]
  }
}
