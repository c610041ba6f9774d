import FinanceModel
import Foundation
import Testing
import WorkbookReading

@testable import Intake

/// One tiny workbook per finding, with the exact text expected in both languages.
@Suite struct `Findings` {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Fixtures/findings")

  static let codes: [String] = {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.filter { $0.hasSuffix(".xlsx") }.map { String($0.dropLast(5)) }.sorted()
  }()

  @Test func `the workbooks are there`() {
    #expect(Self.codes.count >= 63)
  }

  @Test(arguments: codes)
  func `say what is wrong, where, why and what to do`(code: String) throws {
    let path = Self.folder.appending(path: "\(code).xlsx").path
    let workbook = try Workbook.open(path: path)
    let settings = try? String(
      contentsOf: Self.folder.appending(path: "\(code).yaml"), encoding: .utf8)
    let result = try Intake.understand(workbook, settings: settings, language: nil)
    let said = result.findings.filter { $0.code.id == code }.map { Self.text($0) }
      .joined(separator: "\n")
    let expected = Self.folder.appending(path: "\(code).txt")
    if ProcessInfo.processInfo.environment["RECORD_FINDINGS"] != nil {
      try (said + "\n").write(to: expected, atomically: true, encoding: .utf8)
      Issue.record("Recorded \(code).txt; read it, then run the tests without recording.")
    }
    #expect(!said.isEmpty)
    #expect(said + "\n" == (try String(contentsOf: expected, encoding: .utf8)))
  }

  private static func text(_ finding: Finding) -> String {
    let place = finding.place.map { "\($0)" } ?? "–"
    let lines = Language.allCases.map { language in
      let sentences = finding.sentences(in: language)
      return "\(sentences.what)\n\(sentences.why)\n\(sentences.whatToDo)"
    }
    return ["\(place) \(finding.severity.rawValue)"].joined() + "\n" + lines.joined(separator: "\n")
  }
}
