public import CostingCore
public import FinanceModel
public import Intake
public import PluginKit
import ProfitabilitySheets
import WorkbookReading
import WorkbookWriting

/// What was read and computed of one workbook, before anything is written.
public struct Study: Sendable {
  public var language: Language
  public var intake: IntakeResult
  public var results: CostingResults
  /// Of intake and costing; most severe first, then in the workbook's order.
  public var findings: [Finding]

  /// - Parameter existing: our sheets in the workbook, which tell of earlier runs.
  init(
    of workbook: Workbook, _ existing: ExistingSheets, _ request: ConversionRequest
  ) throws(WorkbookError) {
    intake = try Intake.understand(
      workbook, settings: request.settings, language: request.language)
    intake.inputs = request.plugins.extended(intake.inputs).withFinancingCost
    intake.inputs.keptRuns = KeptFigures.runs(in: existing.typedInputs)
    results = request.plugins.retiered(CostingEngine.run(intake.inputs), of: intake.inputs)
    let language = request.language ?? intake.inputs.language
    self.language = language
    let reading = workbook.notes.map { Finding(Study.readingNote, values: ["note": $0[language]]) }
    findings = (reading + intake.findings + results.findings).sorted(by: Study.isMoreSevere)
  }

  /// What the sheets are made from.
  public func context(source: SheetContext.Source) -> SheetContext {
    var context = SheetContext(
      inputs: intake.inputs, results: results, findings: findings, tables: intake.tables,
      language: language, source: source, engineVersion: EngineVersion.current)
    context.missing = intake.missing
    return context
  }

  /// The same figures with no formula onto the team's own cells, for sheets that stand alone.
  var withoutLinks: Study {
    let reason = LocalizedText(
      english: "These sheets were written apart from the workbook, so its cells are not at hand.",
      chinese: "这些工作表与原工作簿分开写出，无法引用其单元格。")
    var study = self
    for measure in study.intake.inputs.liveness.keys {
      study.intake.inputs.liveness[measure] = .valueOnly(reason: reason)
    }
    for index in study.intake.inputs.drivers.indices {
      study.intake.inputs.drivers[index].liveness = .valueOnly(reason: reason)
    }
    for index in study.intake.inputs.interactions.indices {
      study.intake.inputs.interactions[index].liveness = .valueOnly(reason: reason)
    }
    for index in study.results.drivers.indices {
      study.results.drivers[index].liveness = .valueOnly(reason: reason)
    }
    for index in study.intake.inputs.costPools.indices {
      study.intake.inputs.costPools[index].provenance = nil
    }
    for index in study.results.pools.indices { study.results.pools[index].provenance = nil }
    return study
  }

  /// Refuses a workbook that holds nothing to analyse: no customer, no budget, no receivables.
  func requireSomethingToCost(file: String) throws(MarginbookError) {
    let inputs = intake.inputs
    guard inputs.customers.isEmpty, inputs.budget.isEmpty, inputs.receivables.isEmpty else {
      return
    }
    throw MarginbookError(
      .unusableWorkbook, file: file, message: Study.nothingToCost, findings: findings,
      language: language)
  }

  private static func isMoreSevere(_ left: Finding, _ right: Finding) -> Bool {
    left.severity > right.severity
  }

  /// What had to be assumed to read the file at all.
  private static let readingNote = FindingCode(
    "READ-001", .note, what: LocalizedText(verbatim: "{note}"),
    why: LocalizedText(
      english: "The file is read as Excel would, or as near to it as can be told.",
      chinese: "文件按 Excel 的方式读取，或尽可能接近。"),
    whatToDo: LocalizedText(
      english: "Nothing, where that is right; else save the workbook as .xlsx in Excel.",
      chinese: "若无误则无需处理；否则请在 Excel 中另存为 .xlsx。"))

  private static let nothingToCost = LocalizedText(
    english: """
      No table with customers and their sales or costs was found, so there is nothing to compute. \
      Marginbook needs one table with a customer column (or a country, segment or product) and an \
      amount. "marginbook inspect" shows how each sheet was understood; \
      "marginbook template" writes a workbook to start from.
      """,
    chinese: """
      没有找到含有客户及其销售额或成本的表格,因此无法计算。\
      Marginbook 至少需要一张带有客户列(或国家、分类、产品列)和金额列的表格。\
      “marginbook inspect” 可查看每张工作表的识别结果;“marginbook template” 可生成一个模板。
      """)
}
