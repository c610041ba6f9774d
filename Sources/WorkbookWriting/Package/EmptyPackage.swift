import CXLSXWriter
import FinanceModel
import SheetPlan

/// The package around the sheets of a workbook of our own.
struct EmptyPackage {
  let plans: [SheetPlan]
  /// Final names, one for each plan.
  let names: [String]
  let sheets: [PreparedSheet]
  let properties: DocumentProperties

  private static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  private static let relationships =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  private static let packageTypes =
    "http://schemas.openxmlformats.org/package/2006/relationships/metadata/"

  /// A styles part with the defaults alone.
  static func styles(_ language: Language) -> [UInt8] {
    let face =
      switch language {
      case .english: "<name val=\"Calibri\"/><family val=\"2\"/>"
      case .chinese: "<name val=\"等线\"/><family val=\"2\"/><charset val=\"134\"/>"
      }
    return Array(
      """
      \(XMLParts.declaration)<styleSheet xmlns="\(main)"><fonts count="1"><font><sz val="11"/>\
      <color theme="1"/>\(face)</font></fonts><fills count="2"><fill>\
      <patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>\
      </fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border>\
      </borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>\
      </cellStyleXfs><cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" \
      xfId="0"/></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/>\
      </cellStyles><dxfs count="0"/></styleSheet>
      """.utf8)
  }

  /// Every part but the sheets and what they brought.
  func parts(styles: [UInt8]) throws -> [NewPart] {
    [
      NewPart(name: "[Content_Types].xml", bytes: contentTypes, contentType: nil),
      NewPart(name: "_rels/.rels", bytes: packageRelationships, contentType: nil),
      NewPart(name: "xl/workbook.xml", bytes: workbook, contentType: nil),
      NewPart(name: "xl/_rels/workbook.xml.rels", bytes: workbookRelationships, contentType: nil),
      NewPart(name: "xl/styles.xml", bytes: styles, contentType: nil),
      NewPart(name: "xl/theme/theme1.xml", bytes: try theme(), contentType: nil),
      NewPart(name: "docProps/app.xml", bytes: appProperties, contentType: nil),
      NewPart(name: "docProps/core.xml", bytes: coreProperties, contentType: nil),
    ]
  }

  private var contentTypes: [UInt8] {
    var types = [
      ("xl/workbook.xml", ContentType.workbook), ("xl/styles.xml", ContentType.styles),
      ("xl/theme/theme1.xml", ContentType.theme),
      ("docProps/app.xml", ContentType.extendedProperties),
      ("docProps/core.xml", ContentType.coreProperties),
    ]
    for sheet in sheets { types += sheet.contentTypes.map { ("xl/" + $0.part, $0.type) } }
    let overrides = types.map { "<Override PartName=\"/\($0.0)\" ContentType=\"\($0.1)\"/>" }
    return Array(
      """
      \(XMLParts.declaration)<Types \
      xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\
      <Default Extension="rels" ContentType="\(ContentType.relationships)"/>\
      <Default Extension="vml" ContentType="\(ContentType.vmlDrawing)"/>\
      <Default Extension="xml" ContentType="application/xml"/>\(overrides.joined())</Types>
      """.utf8)
  }

  private var packageRelationships: [UInt8] {
    let office = Self.relationships
    return Array(
      """
      \(XMLParts.declaration)<Relationships xmlns="\(RelationshipsXML.namespace)">\
      <Relationship Id="rId1" Type="\(office)/officeDocument" Target="xl/workbook.xml"/>\
      <Relationship Id="rId2" Type="\(Self.packageTypes)core-properties" \
      Target="docProps/core.xml"/>\
      <Relationship Id="rId3" Type="\(office)/extended-properties" Target="docProps/app.xml"/>\
      </Relationships>
      """.utf8)
  }

  private var workbookRelationships: [UInt8] {
    var items = sheets.enumerated().map {
      NewRelationship(id: "rId\($0.offset + 1)", kind: "worksheet", target: $0.element.frame.name)
    }
    items.append(
      NewRelationship(id: "rId\(items.count + 1)", kind: "styles", target: "styles.xml"))
    items.append(
      NewRelationship(id: "rId\(items.count + 1)", kind: "theme", target: "theme/theme1.xml"))
    return RelationshipsXML.part(items)
  }

  private var workbook: [UInt8] {
    let list = names.enumerated().map { index, name in
      "<sheet name=\"\(XMLText.escaped(name))\" sheetId=\"\(index + 1)\" r:id=\"rId\(index + 1)\"/>"
    }
    var defined = ""
    for (index, plan) in plans.enumerated() {
      for name in PlannedName.names(of: plan, sheetName: names[index], sheetIndex: index) {
        defined += name.element(prefix: "")
      }
    }
    let namesElement = defined.isEmpty ? "" : "<definedNames>\(defined)</definedNames>"
    return Array(
      """
      \(XMLParts.declaration)<workbook xmlns="\(Self.main)" xmlns:r="\(Self.relationships)">\
      <workbookPr defaultThemeVersion="124226"/><bookViews><workbookView xWindow="240" yWindow="15" \
      windowWidth="24000" windowHeight="12000"/></bookViews>\
      <sheets>\(list.joined())</sheets>\(namesElement)<calcPr calcId="191029"/></workbook>
      """.utf8)
  }

  private var appProperties: [UInt8] {
    Array(
      """
      \(XMLParts.declaration)<Properties \
      xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">\
      <Application>Marginbook</Application></Properties>
      """.utf8)
  }

  private var coreProperties: [UInt8] {
    let created = XMLText.escaped(properties.createdAt)
    let stamp =
      created.isEmpty
      ? ""
      : "<dcterms:created xsi:type=\"dcterms:W3CDTF\">\(created)</dcterms:created>"
    return Array(
      """
      \(XMLParts.declaration)<cp:coreProperties \
      xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" \
      xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" \
      xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">\
      <dc:title>\(XMLText.escaped(properties.title))</dc:title>\
      <dc:creator>\(XMLText.escaped(properties.author))</dc:creator>\(stamp)</cp:coreProperties>
      """.utf8)
  }

  private func theme() throws -> [UInt8] {
    guard let theme = lxw_theme_new() else { throw ScratchFault.outOfMemory }
    defer { lxw_theme_free(theme) }
    return try ScratchBook.assembled { file in
      theme.pointee.file = file
      lxw_theme_assemble_xml_file(theme)
    }
  }
}
