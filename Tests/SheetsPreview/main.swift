import CostingCore
import FinanceModel
import ProfitabilitySheets
import SheetFixtures
import WorkbookWriting

// Writes the sample company's workbook with all our sheets behind its own:
// `sheets-preview OUT.xlsx [zh|en] [customers] [unit] [bare]`.
let arguments = CommandLine.arguments.dropFirst()
let path = arguments.first ?? "preview.xlsx"
let language: Language = arguments.contains("zh") ? .chinese : .english
let numbers = arguments.compactMap { Int($0) }
let sample = SampleTrade(
  language: language, customers: numbers.first ?? 30, unit: numbers.dropFirst().first ?? 1,
  hasCosts: !arguments.contains("bare"), hasUnassigned: !arguments.contains("named"),
  departments: arguments.compactMap { ServiceDepartmentMethod(rawValue: $0) }.first ?? .reciprocal)
let clock = ContinuousClock()
let start = clock.now
let results = CostingEngine.run(sample.inputs)
let costed = clock.now
let plans = SheetPlanning.plans(for: sample.context(results))
let planned = clock.now
try WorkbookRenderer.write(
  sample.sheets + plans, to: path, properties: DocumentProperties(language: language))
print("costing \(costed - start), planning \(planned - costed), writing \(clock.now - planned)")
