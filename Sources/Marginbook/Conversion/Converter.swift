public import CostingCore
public import FinanceModel
public import Intake
public import PluginKit
import ProfitabilitySheets
import SheetPlan
public import WorkbookReading
import WorkbookWriting

/// What to convert, and how. Clock and settings come in from outside.
public struct ConversionRequest: Sendable {
  /// Path of the workbook.
  public var input: String
  /// Folder of the result; nil for the input's own.
  public var outputFolder: String?
  /// Nil for the workbook's own language.
  public var language: Language?
  /// YAML that overrules what the workbook itself says.
  public var settings: String?
  /// ISO 8601, for the Method sheet.
  public var convertedAt: String
  /// What the program was compiled with; the built-in sheets unless it says more.
  public var plugins = PluginRegistry(sheets: BuiltInSheets.all)
  public var limits = ReadingLimits()
  /// Whether LibreOffice calculates the workbook's formulas anew before they are read, for
  /// workbooks that carry no values. The result still holds the original's own bytes.
  public var recalculates = false
  /// Whether our sheets are written alone, their inputs as values.
  public var isSeparate = false
  /// Whether the inputs keep their sales by month and by product once the analyses are made, for
  /// sheets of plugins and for who asked for the conversion; the built-in sheets do without them.
  public var keepsSalesDetail = true
  /// Whether a digital signature, which no added sheet leaves valid, may be taken off.
  public var dropsSignature = false

  public init(input: String, convertedAt: String) {
    self.input = input
    self.convertedAt = convertedAt
  }
}

/// What became of a workbook.
public struct Conversion: Sendable {
  /// Path of the enriched workbook.
  public var output: String
  public var language: Language
  public var intake: IntakeResult
  public var results: CostingResults
  /// Of intake, costing and writing; most severe first, then in the workbook's order.
  public var findings: [Finding]
  /// Names of the sheets that were written.
  public var sheets: [String]

  /// The results for other programs.
  public var document: ResultsDocument {
    ResultsDocument(
      intake: intake, results: results, findings: findings, language: language, sheets: sheets)
  }
}

/// The whole journey of one workbook: read, understand, cost, plan, write.
public enum Converter {
  /// Converts one workbook.
  ///
  /// The result appears under its name in one step when it is whole; on any error nothing is there.
  ///
  /// - Throws: ``MarginbookError``, with a sentence for a person.
  public static func convert(_ request: ConversionRequest) throws(MarginbookError) -> Conversion {
    do {
      let workbook = try Workbook.open(path: request.input, limits: request.limits)
      let output = outputPath(workbook, request)
      try OutputFile.checkFolder(of: output)
      let existing = try Enrichment.existingSheets(in: workbook)
      var study = try Study(of: withValues(workbook, request), existing, request)
      if !request.keepsSalesDetail { study.intake.inputs.forgetSalesDetail() }
      workbook.forgetStrings()
      return try write(study, workbook, existing, to: output, request)
    } catch let error as MarginbookError {
      throw error
    } catch let error as WorkbookError {
      throw MarginbookError(error)
    } catch let error as WritingError {
      throw MarginbookError(error)
    } catch {
      throw MarginbookError(
        .ownFault, file: request.input,
        message: LocalizedText(verbatim: "Unexpected error: \(error)"))
    }
  }

  /// Reads and computes, and writes nothing.
  ///
  /// - Throws: ``MarginbookError``, with a sentence for a person.
  public static func study(_ request: ConversionRequest) throws(MarginbookError) -> Study {
    do {
      let workbook = try Workbook.open(path: request.input, limits: request.limits)
      let existing = try Enrichment.existingSheets(in: workbook)
      return try Study(of: withValues(workbook, request), existing, request)
    } catch {
      throw MarginbookError(error)
    }
  }

  /// The workbook that figures are read from: the one given, or its calculated copy.
  private static func withValues(
    _ workbook: Workbook, _ request: ConversionRequest
  ) throws(WorkbookError) -> Workbook {
    guard request.recalculates else { return workbook }
    return try Workbook.open(path: request.input, limits: request.limits, recalculating: true)
  }

  private static func outputPath(_ workbook: Workbook, _ request: ConversionRequest) -> String {
    OutputPath.path(
      input: request.input, folder: request.outputFolder,
      hasMacros: workbook.hasMacros && !request.isSeparate)
  }

  private static func write(
    _ study: Study, _ workbook: Workbook, _ existing: ExistingSheets, to output: String,
    _ request: ConversionRequest
  ) throws -> Conversion {
    try study.requireSomethingToCost(file: request.input)
    let plans = plans(study, workbook, existing, request)
    defer { letGo(of: plans) }
    let report = try deliver(plans, study, workbook, to: output, request)
    return Conversion(
      output: output, language: study.language, intake: study.intake, results: study.results,
      findings: study.findings + report.findings, sheets: report.sheetNames)
  }

  /// The sheets of a workbook, as they will be written.
  static func plans(
    _ study: Study, _ workbook: Workbook, _ existing: ExistingSheets, _ request: ConversionRequest
  ) -> [SheetPlan] {
    let ours = Set(existing.sheets.map(\.name))
    var source = source(of: workbook, request)
    source.sheets = request.isSeparate ? [] : source.sheets.filter { !ours.contains($0) }
    var context = (request.isSeparate ? study.withoutLinks : study).context(source: source)
    context.typedInputs = existing.typedInputs
    guard request.isSeparate else {
      context.sheetNames = Dictionary(existing.sheets.map { ($0.key, $0.name) }) { first, _ in
        first
      }
      return SheetPlanning.plans(for: context, plugins: request.plugins.sheets)
    }
    return DetachedPlans.detached(
      SheetPlanning.plans(for: context, plugins: request.plugins.sheets))
  }

  private static func deliver(
    _ plans: [SheetPlan], _ study: Study, _ workbook: Workbook, to output: String,
    _ request: ConversionRequest
  ) throws(WritingError) -> EnrichmentReport {
    guard request.isSeparate else {
      var options = EnrichmentOptions()
      options.dropsSignature = request.dropsSignature
      options.language = study.language
      return try Enrichment.enrich(workbook, with: plans, to: output, options: options)
    }
    let title = source(of: workbook, request).fileName
    try WorkbookRenderer.write(
      plans, to: output,
      properties: DocumentProperties(
        title: title, author: "Marginbook", createdAt: request.convertedAt,
        language: study.language))
    return EnrichmentReport(sheetNames: plans.map(\.name), findings: [])
  }

  private static func source(
    of workbook: Workbook, _ request: ConversionRequest
  ) -> SheetContext.Source {
    let fileName = request.input.split(separator: "/").last.map(String.init) ?? request.input
    return SheetContext.Source(
      fileName: fileName, convertedAt: request.convertedAt, dateSystem: workbook.dateSystem,
      sheets: workbook.sheets.map(\.name))
  }
}
