import Foundation
import ProbeSupport
import SheetPlan
import TestSupport
import Testing
import WorkbookReading

@testable import WorkbookWriting

/// The probe in every workbook of the shared samples and corpus, judged by the shared tools: a
/// package that opens without repair, nothing of the original changed, formulas that recalculate to
/// their cached values.
///
/// Needs `../shared`, Python with lxml and openpyxl, and LibreOffice. Where the folder is absent the
/// suite says so and, where `CI` is `true`, fails.
@Suite("Shared workbooks: grafting", .serialized)
struct SharedWorkbooksTests {
  private func shared() throws -> URL? {
    if let shared = ProjectFolders.shared { return shared }
    print("*** ../shared is absent: no real workbook is tried ***")
    #expect(!ProjectFolders.isContinuousIntegration, "../shared is absent")
    return nil
  }

  private func workbooks(in folder: URL) throws -> [URL] {
    try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
      .filter { ["xlsx", "xlsm"].contains($0.pathExtension) }
      .sorted { $0.path < $1.path }
  }

  /// Grafts the probe; nil for what the reader refuses, which is no matter here, and for signed
  /// workbooks, which have a test of their own.
  private func graft(_ input: URL, into folder: URL) throws -> URL? {
    guard let workbook = try? Workbook.open(path: input.path), !workbook.isSigned else {
      return nil
    }
    let output = folder.appending(path: input.lastPathComponent)
    let sheet = workbook.sheets.first { $0.kind == .worksheet && !$0.part.isEmpty }
    _ = try Enrichment.enrich(
      workbook, with: ProbePlans.plans(original: sheet?.name), to: output.path)
    return output
  }

  @Test(arguments: ["samples", "corpus/calamine", "corpus/openspout", "corpus/poi"])
  func `every workbook with the probe in it is valid and keeps its parts`(name: String) throws {
    guard let shared = try shared() else { return }
    let folder = try TestFolder()
    var pairs: [String] = []
    for input in try workbooks(in: shared.appending(path: name)) {
      if let output = try graft(input, into: folder.url) { pairs += [output.path, input.path] }
    }
    #expect(pairs.count >= 30)
    let script = """
      import contextlib, io, sys
      sys.path.insert(0, sys.argv[1])
      import validate
      for made, original in zip(sys.argv[2::2], sys.argv[3::2]):
        with contextlib.redirect_stdout(io.StringIO()):
          problems = validate.compare(made, original)
        for where, what in problems[:5]:
          print(original, where, what)
      """
    let said = try Tool.run(
      "python3", ["-c", script, shared.appending(path: "tools").path] + pairs)
    #expect(said.status == 0 && said.output.isEmpty, "\(said.output)")
  }

  @Test(arguments: ["northwind-ralfdba.xlsx", "packt-wazobia-valuation.xlsx"])
  func `LibreOffice recalculates every formula of ours to its cached value`(name: String) throws {
    guard let shared = try shared() else { return }
    let folder = try TestFolder()
    let output = folder.url.appending(path: "alone.xlsx")
    let input = shared.appending(path: "samples/\(name)")
    let grafted = try #require(try graft(input, into: folder.url))
    // The workbook's own formulas may hold what LibreOffice cannot look up; ours are told apart.
    let report = try Tool.run(
      "python3",
      [shared.appending(path: "tools/recalc.py").path, grafted.path, "--limit", "100000"])
    let ours = report.output.split(separator: "\n").filter { $0.contains(" Probe ") }
    #expect(ours.isEmpty, "\(ours)")
    #expect(report.output.contains("formulas="))
    try WorkbookRenderer.write(
      ProbePlans.plans(original: nil), to: output.path, properties: DocumentProperties())
    let alone = try Tool.run(
      "python3", [shared.appending(path: "tools/recalc.py").path, output.path])
    #expect(alone.output.contains("differ=0 errors=0"), "\(alone.output)")
  }

  @Test func `a result that LibreOffice has saved is found and replaced`() throws {
    guard let shared = try shared() else { return }
    let folder = try TestFolder()
    let input = shared.appending(path: "samples/pbp-customer-status.xlsx")
    let grafted = try #require(try graft(input, into: folder.url))
    let saved = folder.url.appending(path: "saved")
    _ = try Tool.run(
      "soffice",
      [
        "-env:UserInstallation=file://\(folder.url.path)/profile", "--headless", "--convert-to",
        "xlsx:Calc MS Excel 2007 XML", "--outdir", saved.path, grafted.path,
      ])
    let workbook = try Workbook.open(path: saved.appending(path: grafted.lastPathComponent).path)
    let existing = try Enrichment.existingSheets(in: workbook)
    #expect(existing.sheets.map(\.key) == ["probe-overview", "probe-ledger"])
    #expect(existing.typedInputs["Mb_In_growth"] == .number(0.05))
    #expect(existing.typedInputs["Mb_In_method"] == .text("direct"))
    let again = folder.url.appending(path: "again.xlsx").path
    _ = try Enrichment.enrich(workbook, with: ProbePlans.plans(original: nil), to: again)
    #expect(try Workbook.open(path: again).sheets.count == workbook.sheets.count)
    let verdict = try Tool.run(
      "python3", [shared.appending(path: "tools/validate.py").path, again])
    #expect(verdict.output.hasSuffix("problems=0\n"), "\(verdict.output)")
  }
}

/// Programs that judge what we wrote.
enum Tool {
  static func run(_ name: String, _ arguments: [String]) throws -> (status: Int32, output: String) {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [name] + arguments
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = FileHandle.nullDevice
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: data, as: UTF8.self))
  }
}
