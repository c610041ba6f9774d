import ArgumentParser
import FinanceModel
import Marginbook

struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Compute the figures of a converted workbook again, and compare its original parts.")

  @Argument(help: "A workbook that convert wrote.")
  var workbook: String

  @Option(help: "The workbook it was made from, to show that nothing of it was lost.")
  var against: String?

  @OptionGroup var reading: ReadingOptions

  @Flag(help: "Print one JSON object.")
  var json = false

  func run() throws {
    do {
      let request = try reading.request(for: workbook)
      let verification = try Verifier.verify(request, against: against)
      Terminal.print(json ? jsonText(of: verification) : text(of: verification))
      if !verification.isClean { throw ExitCode(1) }
    } catch let error as MarginbookError {
      Terminal.report(error, preferring: reading.chosenLanguage)
      throw ExitCode(error.kind.exitStatus)
    }
  }

  private var isChinese: Bool { (reading.chosenLanguage ?? CommandFailure.language) == .chinese }

  private func text(of verification: Verification) -> String {
    let figures = verification.figuresCompared
    let wrong = verification.differences.count
    var lines = [
      isChinese
        ? "重新计算了 \(figures) 个数值，\(wrong) 个不一致。"
        : "\(figures) figures computed again, \(wrong) differ."
    ]
    lines += verification.differences.prefix(20).map { difference in
      let found = difference.found.map { "\($0)" } ?? "–"
      return isChinese
        ? "  \(difference.place):现为 \(found)，应为 \(difference.computed)"
        : "  \(difference.place): \(found) stands there, \(difference.computed) is right"
    }
    if let parts = verification.partsCompared {
      let changed = verification.partsChanged
      lines.append(
        isChinese
          ? "核对了原工作簿的 \(parts) 个部件，\(changed.count) 个有改动。"
          : "\(parts) parts of the original compared, \(changed.count) changed.")
      lines += changed.map { "  \($0)" }
    }
    return lines.joined(separator: "\n")
  }

  private func jsonText(of verification: Verification) -> String {
    var writer = JSONWriter()
    writer.object {
      $0.array("sheets", verification.sheets) { $0.value($1) }
      $0.member("figuresCompared", verification.figuresCompared)
      $0.array("differences", verification.differences) { writer, difference in
        writer.object {
          $0.member("sheet", difference.place.sheet)
          $0.member("cell", difference.place.cell.a1)
          $0.member("found", difference.found)
          $0.member("computed", difference.computed)
        }
      }
      $0.member("partsCompared", verification.partsCompared)
      $0.array("partsChanged", verification.partsChanged) { $0.value($1) }
    }
    return String(decoding: writer.bytes, as: UTF8.self)
  }
}
