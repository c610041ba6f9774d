import FinanceModel

/// What the workbook part itself says (ECMA-376 part 1, 18.2).
struct WorkbookPart: Sendable {
  /// A sheet as listed, before its relationship is followed.
  struct Sheet: Sendable {
    var name: String
    var relationship: String
    var visibility: SheetInfo.Visibility
  }

  var sheets: [Sheet] = []
  var definedNames: [DefinedName] = []
  var dateSystem = DateSystem.from1900
  var isStructureProtected = false
  var isStrict = false
  var calculation = CalculationProperties()
}

/// Reads the workbook part.
struct WorkbookPartReader: ~Copyable {
  private var xml: XMLTokenizer
  private var part = WorkbookPart()

  private static let sheets = XMLName("sheets")
  private static let sheet = XMLName("sheet")
  private static let definedNames = XMLName("definedNames")
  private static let definedName = XMLName("definedName")
  private static let workbookPr = XMLName("workbookPr")
  private static let workbookProtection = XMLName("workbookProtection")
  private static let calcPr = XMLName("calcPr")
  private static let name = XMLName("name")
  private static let id = XMLName("id")
  private static let state = XMLName("state")
  private static let hidden = XMLName("hidden")
  private static let localSheetId = XMLName("localSheetId")
  private static let conformance = XMLName("conformance")
  private static let date1904 = XMLName("date1904")
  private static let lockStructure = XMLName("lockStructure")

  init(_ xml: consuming XMLTokenizer) {
    self.xml = xml
  }

  consuming func read() throws(WorkbookError) -> WorkbookPart {
    while true {
      switch try xml.next() {
      case .start where xml.depth == 1: part.isStrict = xml.value(Self.conformance) == "strict"
      case .start where xml.name == Self.sheets && xml.isMain: try readSheets()
      case .start where xml.name == Self.definedNames && xml.isMain: try readNames()
      case .start:
        readProperties()
        try xml.skipElement()
      case .endOfPart: return part
      default: continue
      }
    }
  }

  private mutating func readProperties() {
    guard xml.isMain else { return }
    switch xml.name {
    case Self.workbookPr where xml.flag(Self.date1904): part.dateSystem = .from1904
    case Self.workbookProtection: part.isStructureProtected = xml.flag(Self.lockStructure)
    case Self.calcPr: part.calculation = calculation()
    default: return
    }
  }

  private func calculation() -> CalculationProperties {
    var properties = CalculationProperties()
    properties.hasFullPrecision = xml.flag(XMLName("fullPrecision"), default: true)
    properties.iterates = xml.flag(XMLName("iterate"))
    properties.isManual = xml.value(XMLName("calcMode")) == "manual"
    properties.recalculatesOnLoad = xml.flag(XMLName("fullCalcOnLoad"))
    return properties
  }

  private mutating func readSheets() throws(WorkbookError) {
    while try xml.nextChild() {
      if xml.name == Self.sheet, xml.isMain {
        try xml.checkCount(part.sheets.count)
        part.sheets.append(
          WorkbookPart.Sheet(
            name: xml.value(Self.name) ?? "", relationship: xml.relationshipValue(Self.id) ?? "",
            visibility: visibility()))
      }
      try xml.skipElement()
    }
  }

  private func visibility() -> SheetInfo.Visibility {
    switch xml.value(Self.state) {
    case "hidden": .hidden
    case "veryHidden": .veryHidden
    default: .visible
    }
  }

  private mutating func readNames() throws(WorkbookError) {
    while try xml.nextChild() {
      guard xml.name == Self.definedName, let name = xml.value(Self.name) else {
        try xml.skipElement()
        continue
      }
      try xml.checkCount(part.definedNames.count)
      let sheet = xml.integer(Self.localSheetId)
      let isHidden = xml.flag(Self.hidden)
      let formula = String(decoding: try xml.elementText(), as: UTF8.self)
      part.definedNames.append(
        DefinedName(name: name, sheet: sheet, formula: formula, isHidden: isHidden))
    }
  }
}

extension XMLTokenizer {
  /// Moves to the next child's start tag; false at the parent's end.
  mutating func nextChild() throws(WorkbookError) -> Bool {
    while true {
      switch try next() {
      case .start: return true
      case .text: continue
      case .end, .endOfPart: return false
      }
    }
  }
}
