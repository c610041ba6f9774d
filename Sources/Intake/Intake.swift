import CostingCore
public import FinanceModel
public import WorkbookReading

/// Understands the workbooks that finance teams write.
public enum Intake {
  /// Begins on another thread what every workbook needs before its headers can be read: a program
  /// that calls this first reads its command line meanwhile. ``understand(_:settings:language:)`` sees
  /// to it where nobody did.
  public static func prepare() { Vocabulary.prepare() }

  /// Finds the tables of a workbook, reads them and puts the inputs of costing together.
  ///
  /// The heads of all sheets are looked at first; then every table's sheet is streamed once. Memory
  /// follows customers, documents and products, not lines. What was assumed, left out or not
  /// understood is a finding; only what cannot be read is thrown.
  ///
  /// - Parameters:
  ///   - settings: YAML text of settings from beside the workbook; a sheet `Marginbook settings` in
  ///     the workbook wins over it, and it wins over a sheet `Settings`.
  ///   - language: the language to write in; nil for the workbook's own.
  public static func understand(
    _ workbook: Workbook, settings: String?, language: Language?
  ) throws(WorkbookError) -> IntakeResult {
    prepare()
    // The parts whose rows came too late; every reading knows of one more.
    var known: Set<String> = []
    while true {
      do throws(WorkbookError) {
        return try read(workbook, settings: settings, language: language)
      } catch {
        guard workbook.mayReadAgain(after: error), known.insert(error.part ?? "").inserted else {
          throw error
        }
      }
    }
  }

  private static func read(
    _ workbook: Workbook, settings: String?, language: Language?
  ) throws(WorkbookError) -> IntakeResult {
    var survey = try WorkbookSurvey(workbook)
    var log = FindingLog()
    let read = readSettings(survey, workbook, file: settings, log: &log)
    survey.findTables(read)
    let resolution = TableResolution(survey.candidates, settings: read)
    var run = IntakeRun(workbook, settings: read, resolution: resolution)
    run.log = log
    run.uncalculated = survey.uncalculated
    run.inputs.language =
      language ?? read.language ?? LanguageGuess.language(of: resolution.tables, survey.heads)
    try run.readRates()
    try run.readCustomers()
    try run.readProducts()
    run.beginReadings()
    try run.readSales()
    try run.readCrossSales()
    run.beginSalesDetail()
    try run.readCostTables()
    try run.readLedgers()
    try run.readAnalyses()
    try run.readBudgets()
    run.finish()
    return IntakeResult(
      inputs: run.inputs, tables: run.recognised,
      findings: run.log.sorted(bySheets: workbook.sheets.map(\.name)), missing: run.missing)
  }

  private static func readSettings(
    _ survey: WorkbookSurvey, _ workbook: Workbook, file: String?, log: inout FindingLog
  ) -> WorkbookSettings {
    var reader = SettingsReader(sheets: workbook.sheets.map(\.name))
    let heads = survey.heads.map { ($0, SettingsSource.rank(ofSheet: $0.sheet.name)) }
    for (head, rank) in heads where rank == 1 {
      for entry in SettingsSource.entries(in: head, dateSystem: workbook.dateSystem) {
        reader.take(entry, log: &log)
      }
    }
    if let file {
      for entry in SettingsSource.entries(inYAML: file, log: &log) { reader.take(entry, log: &log) }
    }
    for (head, rank) in heads where rank == 2 {
      for entry in SettingsSource.entries(in: head, dateSystem: workbook.dateSystem) {
        reader.take(entry, log: &log)
      }
    }
    return reader.settings
  }
}

/// Which language a workbook is in.
enum LanguageGuess {
  /// By the headers of the recognised tables; where there are none, by all texts of the heads.
  static func language(of tables: [ClassifiedTable], _ heads: [SheetHead]) -> Language {
    let headers = tables.filter { $0.role != .other }.flatMap { $0.columns.map(\.header.text) }
    let texts =
      headers.isEmpty
      ? heads.flatMap { $0.rows.flatMap { $0.cells.map(\.text) } } : headers
    let chinese = texts.count { $0.unicodeScalars.contains(where: TextFolding.isHan) }
    let english = texts.count { text in
      !text.isEmpty && !text.unicodeScalars.contains(where: TextFolding.isHan)
    }
    return chinese > english ? .chinese : .english
  }
}
