import Foundation
import TestSupport
import Testing

/// Real workbooks of other readers' test suites, and odd, broken and oversized ones, judged by the
/// tools that came with them.
@Suite(.serialized) struct `Shared corpus of workbooks` {
  @Test func `every workbook is read as two other readers read it, or rightly refused`() throws {
    guard let shared = try sharedFolder() else { return }
    let outcome = try BuiltCommand.run(
      URL(filePath: "/usr/bin/env"),
      [
        "python3", shared.appending(path: "tools/compare_reader.py").path,
        shared.appending(path: "corpus").path, "--", BuiltCommand.executable.path, "cells",
        "--json",
      ], in: ProjectFolders.root)
    #expect(outcome.status == 0, "\(outcome.output.suffix(4000))\(outcome.errors.suffix(1000))")
    #expect(outcome.output.contains("wrong=0 "))
    #expect(outcome.output.contains("crashed=0 slow=0 "))
  }

  @Test func `odd ones give their cells and hopeless ones a sentence, within limits`() throws {
    guard let shared = try sharedFolder() else { return }
    let outcome = try BuiltCommand.run(
      URL(filePath: "/usr/bin/env"),
      [
        "python3", shared.appending(path: "robust/score.py").path, "--as-limit-mib", "0",
        shared.appending(path: "robust/cases").path, "--", BuiltCommand.executable.path, "cells",
        "--json",
      ], in: ProjectFolders.root)
    #expect(outcome.status == 0, "\(outcome.output.suffix(4000))\(outcome.errors.suffix(1000))")
  }

  /// The folder beside the project; where it is absent that is said, and an issue in CI.
  private func sharedFolder() throws -> URL? {
    if let shared = ProjectFolders.shared { return shared }
    print("../shared IS ABSENT: the reader was not tried on real workbooks.")
    #expect(!ProjectFolders.isContinuousIntegration, "../shared is absent")
    return nil
  }
}
