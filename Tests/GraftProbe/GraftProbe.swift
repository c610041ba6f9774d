import FinanceModel
import Glibc
import ProbeSupport
import SheetPlan
import WorkbookReading
import WorkbookWriting

/// Puts one fixed plan with every kind of content into workbooks.
///
///     graft-probe IN... -o DIR        writes DIR/<stem>.probe.xlsx for each
///     graft-probe --alone OUT [ROWS]  writes the plan as a workbook of its own
///     graft-probe --wide OUT ROWS     writes a table of 25 columns, for timing
///
/// A workbook that cannot be read or added to is named on standard error, and the others go on.
/// Exit status 1 where any could not.
@main
struct GraftProbe {
  static func main() {
    let arguments = Array(CommandLine.arguments.dropFirst())
    if arguments.count >= 2, arguments[0] == "--alone" {
      let rows = arguments.count > 2 ? Int(arguments[2]) ?? 40 : 40
      exit(write(ProbePlans.plans(original: nil, rows: rows), to: arguments[1]))
    }
    if arguments.count >= 3, arguments[0] == "--wide" {
      exit(write([ProbePlans.wide(rows: Int(arguments[2]) ?? 1000)], to: arguments[1]))
    }
    guard let option = arguments.firstIndex(of: "-o"), option + 1 < arguments.count else {
      complain("usage: graft-probe IN... -o DIR | graft-probe --alone OUT [ROWS]")
      exit(64)
    }
    let folder = arguments[option + 1]
    let inputs = arguments[..<option] + arguments[(option + 2)...]
    var failures = 0
    for input in inputs where !graft(input, into: folder) { failures += 1 }
    exit(failures == 0 ? 0 : 1)
  }

  private static func write(_ plans: [SheetPlan], to path: String) -> Int32 {
    do {
      let clock = ContinuousClock()
      let start = clock.now
      defer { print("written in \(clock.now - start)") }
      try WorkbookRenderer.write(
        plans, to: path,
        properties: DocumentProperties(title: "Probe", createdAt: "2026-01-31T08:00:00Z"))
      return 0
    } catch {
      complain(error.message.english)
      return 73
    }
  }

  private static func graft(_ input: String, into folder: String) -> Bool {
    do {
      let workbook = try Workbook.open(path: input)
      let original = workbook.sheets.first { $0.kind == .worksheet && !$0.part.isEmpty }
      var options = EnrichmentOptions()
      options.dropsSignature = true
      let name = input.split(separator: "/").last.map(String.init) ?? input
      let stem = name.lastIndex(of: ".").map { String(name[..<$0]) } ?? name
      let report = try Enrichment.enrich(
        workbook, with: ProbePlans.plans(original: original?.name),
        to: "\(folder)/\(stem).probe.xlsx", options: options)
      let codes = report.findings.map(\.code.id).joined(separator: " ")
      print("\(name)\t\(report.sheetNames.joined(separator: ", "))\t\(codes)")
      return true
    } catch let error as WorkbookError {
      complain(error.message.english)
    } catch let error as WritingError {
      complain("\(input): " + error.message.english)
    } catch {
      complain("\(input): \(error)")
    }
    return false
  }

  private static func complain(_ text: String) {
    let line = Array((text + "\n").utf8)
    _ = Glibc.write(STDERR_FILENO, line, line.count)
  }
}
