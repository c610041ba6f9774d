import FinanceModel
import WorkbookReading

/// The first stage: every sheet's head, and the tables in it.
struct WorkbookSurvey {
  private(set) var heads: [SheetHead] = []
  private(set) var candidates: [TableCandidate] = []
  /// Formulas that carry no value, in the rows looked at.
  private(set) var uncalculated = UncalculatedFormulas()
  private let fileName: String

  /// Looks at the head of every worksheet but those that Marginbook wrote.
  init(_ workbook: Workbook) throws(WorkbookError) {
    fileName = workbook.path.split(separator: "/").last.map { String($0) } ?? ""
    let own = WorkbookSurvey.ownSheets(workbook)
    for sheet in workbook.sheets where sheet.kind == .worksheet && !own.contains(sheet.index) {
      var sink = HeadSink(strings: workbook.strings)
      let summary = try workbook.read(sheet: sheet.index, into: &sink)
      uncalculated.note(summary, sheet: sheet.name)
      guard !sink.rows.isEmpty else { continue }
      var head = SheetHead(sheet: sheet, rows: sink.rows, isWhole: sink.isWhole)
      head.tables = try workbook.tables(ofSheet: sheet.index)
      // Merged ranges stand behind the cells, so that looking for them takes reading the sheet.
      if head.mayHaveParentHeaders {
        head.merges = try workbook.details(ofSheet: sheet.index).mergedRanges
      }
      heads.append(head)
    }
  }

  /// Finds the tables of all sheets but those of settings, with a person's meanings of columns.
  mutating func findTables(_ settings: WorkbookSettings) {
    for head in heads where SettingsSource.rank(ofSheet: head.sheet.name) == 0 {
      for var table in TableFinder.tables(in: head) {
        table.fileName = fileName
        WorkbookSurvey.apply(settings, to: &table)
        candidates.append(table)
      }
    }
  }

  private static func apply(_ settings: WorkbookSettings, to table: inout TableCandidate) {
    let sheet = TextFolding.key(table.sheet.name)
    if table.unit == nil { table.unit = settings.unit }
    for mapping in settings.columns where mapping.sheet.isEmpty || mapping.sheet == sheet {
      for place in table.columns.indices
      where TextFolding.key(table.columns[place].text) == mapping.header {
        table.columns[place].candidates =
          mapping.role.map { [RoleCandidate(role: $0, strength: 1)] } ?? []
      }
    }
  }

  /// Sheets that bear our mark: a name local to the sheet, `_Marginbook`. Settings stay readable.
  static func ownSheets(_ workbook: Workbook) -> Set<Int> {
    Set(
      workbook.definedNames.compactMap { name in
        guard name.name.lowercased() == "_marginbook", let sheet = name.sheet,
          workbook.sheets.indices.contains(sheet),
          SettingsSource.rank(ofSheet: workbook.sheets[sheet].name) == 0
        else { return nil }
        return sheet
      })
  }
}
