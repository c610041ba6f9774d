import Foundation

@testable import WorkbookWriting

/// A workbook of two small sheets, in the shapes that packages come in.
struct TinyWorkbook {
  var isStrict = false
  /// Whether the spreadsheet elements carry a prefix.
  var isPrefixed = false
  var hasStyles = true
  /// Whether the workbook part is UTF-16.
  var isUTF16 = false
  /// Whether entries are separated by backslashes.
  var hasBackslashes = false
  var isProtected = false
  var isSigned = false
  var hasAppProperties = true
  /// Puts the workbook part into a folder of an odd name.
  var folder = "xl/"
  /// Further defined names, as XML.
  var names = ""
  /// Further entries.
  var extra: [(name: String, text: String)] = []
  var extraTypes = ""
  var extraWorkbookRelationships = ""

  private var main: String {
    isStrict
      ? "http://purl.oclc.org/ooxml/spreadsheetml/main"
      : "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  }
  private var office: String {
    isStrict
      ? "http://purl.oclc.org/ooxml/officeDocument/relationships"
      : "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  }
  private var p: String { isPrefixed ? "x:" : "" }
  private var declaration: String {
    "xmlns\(isPrefixed ? ":x" : "")=\"\(main)\" xmlns:rr=\"\(office)\""
  }

  /// Writes the workbook and returns its path.
  func write(to folder: URL, name: String = "tiny.xlsx") throws -> String {
    let path = folder.appending(path: name).path
    let file = try OutputFile(path: path)
    var archive = ArchiveWriter(file: file)
    for (name, text) in entries {
      let stored =
        hasBackslashes
        ? name.split(separator: "/").joined(separator: "\\") : name
      let isWide = isUTF16 && name.hasSuffix("workbook.xml")
      try archive.add(stored, bytes: isWide ? wide(text) : Array(text.utf8))
    }
    try archive.finish()
    try file.commit()
    return path
  }

  private func wide(_ text: String) -> [UInt8] {
    let declared = "<?xml version=\"1.0\" encoding=\"UTF-16\"?>" + text
    return [0xFF, 0xFE] + declared.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
  }

  private var entries: [(name: String, text: String)] {
    var entries = [
      ("[Content_Types].xml", contentTypes), ("_rels/.rels", roots),
      (folder + "workbook.xml", workbook), (folder + "_rels/workbook.xml.rels", relationships),
      (folder + "worksheets/sheet1.xml", sheet(isSelected: true)),
      (folder + "worksheets/sheet7.xml", sheet(isSelected: false)),
    ]
    if hasStyles { entries.append((folder + "styles.xml", styles)) }
    if hasAppProperties { entries.append(("docProps/app.xml", appProperties)) }
    if isSigned {
      entries.append(("_xmlsignatures/origin.sigs", ""))
    }
    return entries + extra
  }

  private var contentTypes: String {
    let sheetML = "application/vnd.openxmlformats-officedocument.spreadsheetml."
    let styles =
      hasStyles
      ? "<Override PartName=\"/\(folder)styles.xml\" ContentType=\"\(sheetML)styles+xml\"/>" : ""
    return """
      <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\
      <Default Extension="rels" ContentType="\(ContentType.relationships)"/>\
      <Default Extension="xml" ContentType="application/xml"/>\
      <Default Extension="sigs" \
      ContentType="application/vnd.openxmlformats-package.digital-signature-origin"/>\
      <Override PartName="/\(folder)workbook.xml" ContentType="\(sheetML)sheet.main+xml"/>\
      <Override PartName="/\(folder)worksheets/sheet1.xml" ContentType="\(sheetML)worksheet+xml"/>\
      <Override PartName="/\(folder)worksheets/sheet7.xml" ContentType="\(sheetML)worksheet+xml"/>\
      <Override PartName="/docProps/app.xml" ContentType="\(ContentType.extendedProperties)"/>\
      \(styles)\(extraTypes)</Types>
      """
  }

  private var roots: String {
    let signature =
      isSigned
      ? """
      <Relationship Id="rId9" Type="http://schemas.openxmlformats.org/package/2006/relationships/\
      digital-signature/origin" Target="_xmlsignatures/origin.sigs"/>
      """ : ""
    let properties =
      hasAppProperties
      ? """
      <Relationship Id="rId2" Type="\(office)/extended-properties" Target="docProps/app.xml"/>
      """ : ""
    return """
      <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">\
      <Relationship Id="rId1" Type="\(office)/officeDocument" Target="/\(folder)workbook.xml"/>\
      \(properties)\(signature)</Relationships>
      """
  }

  private var workbook: String {
    let protection = isProtected ? "<\(p)workbookProtection lockStructure=\"1\"/>" : ""
    let defined = names.isEmpty ? "" : "<\(p)definedNames>\(names)</\(p)definedNames>"
    return """
      <\(p)workbook \(declaration)>\(protection)<\(p)bookViews><\(p)workbookView activeTab="0"/>\
      </\(p)bookViews><\(p)sheets><\(p)sheet name="Sales" sheetId="3" rr:id="rId1"/>\
      <\(p)sheet name="Cost &amp; pools" sheetId="8" state="hidden" rr:id="rId5"/></\(p)sheets>\
      \(defined)<\(p)calcPr calcId="191029" calcMode="manual"/></\(p)workbook>
      """
  }

  private var relationships: String {
    let styles =
      hasStyles
      ? "<Relationship Id=\"rId2\" Type=\"\(office)/styles\" Target=\"styles.xml\"/>" : ""
    return """
      <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">\
      <Relationship Id="rId1" Type="\(office)/worksheet" Target="worksheets/sheet1.xml"/>\
      <Relationship Id="rId5" Type="\(office)/worksheet" Target="/\(folder)worksheets/sheet7.xml"/>\
      \(styles)\(extraWorkbookRelationships)</Relationships>
      """
  }

  private func sheet(isSelected: Bool) -> String {
    """
    <\(p)worksheet \(declaration)><\(p)sheetViews><\(p)sheetView \
    tabSelected="\(isSelected ? 1 : 0)" workbookViewId="0"/></\(p)sheetViews><\(p)sheetData>\
    <\(p)row r="1"><\(p)c r="A1"><\(p)v>42</\(p)v></\(p)c></\(p)row></\(p)sheetData></\(p)worksheet>
    """
  }

  private var styles: String {
    """
    <\(p)styleSheet \(declaration)><\(p)numFmts count="1"><\(p)numFmt numFmtId="170" \
    formatCode="0.0%"/></\(p)numFmts><\(p)fonts count="1"><\(p)font><\(p)sz val="9"/>\
    <\(p)name val="Arial"/></\(p)font></\(p)fonts><\(p)fills count="2"><\(p)fill>\
    <\(p)patternFill patternType="none"/></\(p)fill><\(p)fill><\(p)patternFill \
    patternType="gray125"/></\(p)fill></\(p)fills><\(p)borders count="1"><\(p)border/>\
    </\(p)borders><\(p)cellXfs count="1"><\(p)xf numFmtId="0" fontId="0" fillId="0" \
    borderId="0"/></\(p)cellXfs><\(p)dxfs count="0"/></\(p)styleSheet>
    """
  }

  private var appProperties: String {
    let types =
      isStrict
      ? "http://purl.oclc.org/ooxml/officeDocument/docPropsVTypes"
      : "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
    let space =
      isStrict
      ? "http://purl.oclc.org/ooxml/officeDocument/extendedProperties"
      : "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
    return """
      <Properties xmlns="\(space)" xmlns:vt="\(types)"><HeadingPairs><vt:vector size="2" \
      baseType="variant"><vt:variant><vt:lpstr>Blätter</vt:lpstr></vt:variant><vt:variant>\
      <vt:i4>2</vt:i4></vt:variant></vt:vector></HeadingPairs><TitlesOfParts><vt:vector size="2" \
      baseType="lpstr"><vt:lpstr>Sales</vt:lpstr><vt:lpstr>Cost &amp; pools</vt:lpstr>\
      </vt:vector></TitlesOfParts></Properties>
      """
  }
}

/// A folder of its own for a test.
struct TestFolder: ~Copyable {
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory
      .appending(path: "marginbook-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }
}
