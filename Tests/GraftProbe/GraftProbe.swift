import FinanceModel
import ProbeSupport
import WorkbookWriting

/// Puts one fixed plan with every kind of content into workbooks.
///
///     graft-probe IN... -o DIR     writes DIR/<stem>.probe.xlsx for each
///     graft-probe --alone OUT      writes the plan as a workbook of its own
@main
struct GraftProbe {
  static func main() throws {
    let arguments = Array(CommandLine.arguments.dropFirst())
    if arguments.count >= 2, arguments[0] == "--alone" {
      let rows = arguments.count > 2 ? Int(arguments[2]) ?? 40 : 40
      try WorkbookRenderer.write(
        ProbePlans.plans(original: nil, rows: rows), to: arguments[1],
        properties: DocumentProperties(title: "Probe", createdAt: "2026-01-31T08:00:00Z"))
    }
  }
}
