import Foundation
import TestSupport
import Testing

/// Workbooks that nobody here made, beside the project.
@Suite struct `Real workbooks` {
  /// A workbook and the revenue that another program adds up in it.
  struct Known: CustomTestStringConvertible {
    var name: String
    var revenue: Double
    var testDescription: String { name }
  }

  @Test func `they are there where nothing may be skipped`() {
    if ProjectFolders.shared == nil {
      print("\n*** ../shared is absent: the suite of real workbooks is SKIPPED ***\n")
    }
    #expect(ProjectFolders.shared != nil || !ProjectFolders.isContinuousIntegration)
  }

  @Test(
    .enabled(if: ProjectFolders.shared != nil),
    arguments: [
      Known(name: "uci-online-retail-46k", revenue: 1_559_941.57),
      Known(name: "ms-financial-sample", revenue: 118_726_350.26),
      Known(name: "northwind-ralfdba", revenue: 1_265_793.04),
      Known(name: "pbp-sample-salesv3", revenue: 2_018_784.32),
    ])
  func `revenue is what it is, formulas agree, nothing is lost`(known: Known) throws {
    let shared = try #require(ProjectFolders.shared)
    let folder = try ScratchFolder()
    let input = shared.appending(path: "samples/\(known.name).xlsx")
    let converted = try ConvertedWorkbook(input, into: folder.url)
    #expect(abs(converted.results.totals.revenue - known.revenue) < 0.005)
    try recalculates(converted)
    try isWhole(converted, shared: shared)
  }

  @Test(.enabled(if: ProjectFolders.shared != nil))
  func `converted samples open without repair and keep every part`() throws {
    let shared = try #require(ProjectFolders.shared)
    for converted in try ConvertedSamples.shared.get().converted {
      try isWhole(converted, shared: shared)
    }
  }

  private func recalculates(_ converted: ConvertedWorkbook) throws {
    let outcome = try BuiltCommand.run(
      ProjectFolders.root.appending(path: "scripts/check-recalculation"),
      ["--except-sheets-of", converted.input.path, converted.output.path],
      in: ProjectFolders.root)
    #expect(outcome.status == 0, "\(outcome.output)\(outcome.errors)")
  }

  private func isWhole(_ converted: ConvertedWorkbook, shared: URL) throws {
    let outcome = try BuiltCommand.run(
      URL(filePath: "/usr/bin/env"),
      [
        "python3", shared.appending(path: "tools/validate.py").path, converted.output.path,
        "--against", converted.input.path,
      ], in: ProjectFolders.root)
    #expect(outcome.status == 0, "\(outcome.output)\(outcome.errors)")
    #expect(outcome.output.contains("problems=0"))
  }
}
