/// The parts around a single worksheet.
enum MinimalParts {
  private static let head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
  private static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  private static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  private static let package = "http://schemas.openxmlformats.org/package/2006"
  private static let type = "application/vnd.openxmlformats-officedocument.spreadsheetml"

  /// Names and texts of all parts but the worksheet. Cell format 1 shows dates, 2 dates with times.
  static func parts(sheetName: String) -> [(name: String, text: String)] {
    [
      ("[Content_Types].xml", contentTypes), ("_rels/.rels", rootRelationships),
      ("xl/workbook.xml", workbook(sheetName)), ("xl/_rels/workbook.xml.rels", relationships),
      ("xl/styles.xml", styles),
    ]
  }

  private static var contentTypes: String {
    head + "<Types xmlns=\"\(package)/content-types\">"
      + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package"
      + ".relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/>"
      + override("workbook.xml", "sheet.main") + override("worksheets/sheet1.xml", "worksheet")
      + override("styles.xml", "styles") + "</Types>"
  }

  private static func override(_ part: String, _ kind: String) -> String {
    "<Override PartName=\"/xl/\(part)\" ContentType=\"\(type).\(kind)+xml\"/>"
  }

  private static var rootRelationships: String {
    head + "<Relationships xmlns=\"\(package)/relationships\"><Relationship Id=\"rId1\" "
      + "Type=\"\(office)/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
  }

  private static var relationships: String {
    head + "<Relationships xmlns=\"\(package)/relationships\"><Relationship Id=\"rId1\" "
      + "Type=\"\(office)/worksheet\" Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"rId2\" "
      + "Type=\"\(office)/styles\" Target=\"styles.xml\"/></Relationships>"
  }

  private static func workbook(_ sheetName: String) -> String {
    let name = String(decoding: XMLText.escaped(Array(sheetName.utf8)[...]), as: UTF8.self)
      .split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "&quot;")
    return head + "<workbook xmlns=\"\(main)\" xmlns:r=\"\(office)\"><sheets>"
      + "<sheet name=\"\(name)\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"
  }

  private static var styles: String {
    head + "<styleSheet xmlns=\"\(main)\"><numFmts count=\"2\">"
      + "<numFmt numFmtId=\"164\" formatCode=\"yyyy\\-mm\\-dd\"/>"
      + "<numFmt numFmtId=\"165\" formatCode=\"yyyy\\-mm\\-dd hh:mm:ss\"/></numFmts>"
      + "<fonts count=\"1\"><font><sz val=\"11\"/><name val=\"Calibri\"/></font></fonts>"
      + "<fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill>"
      + "<fill><patternFill patternType=\"gray125\"/></fill></fills>"
      + "<borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders>"
      + "<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/>"
      + "</cellStyleXfs><cellXfs count=\"3\">" + format(0) + format(164) + format(165)
      + "</cellXfs><cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/>"
      + "</cellStyles></styleSheet>"
  }

  private static func format(_ numberFormat: Int) -> String {
    "<xf numFmtId=\"\(numberFormat)\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\""
      + (numberFormat == 0 ? "/>" : " applyNumberFormat=\"1\"/>")
  }
}
