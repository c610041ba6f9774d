import Foundation
import TestSupport
import Testing

/// Real workbooks that nobody here made, from the folder beside the project.
@Suite(.enabled(if: RealWorkbooks.isWanted, RealWorkbooks.absence))
struct `Real workbooks` {
  /// A sample with figures that were worked out another way: by a spreadsheet formula, in Python.
  struct Sample: Sendable, CustomTestStringConvertible {
    var name: String
    var revenue: Double
    var netMargin: Double
    var customers: Int
    var testDescription: String { name }
  }

  static let samples = [
    // Σ quantity × price; no costs, so the margin is the revenue. 422 customers and the blank ids.
    Sample(
      name: "uci-online-retail-46k.xlsx", revenue: 1_559_941.57, netMargin: 1_559_941.57,
      customers: 423),
    // Σ Sales, Σ Sales − Σ COGS; by segment.
    Sample(
      name: "ms-financial-sample.xlsx", revenue: 118_726_350.26, netMargin: 16_893_702.26,
      customers: 5),
    // Σ price × quantity × (1 − discount), less Σ freight.
    Sample(
      name: "northwind-ralfdba.xlsx", revenue: 1_265_793.0395, netMargin: 1_200_850.3495,
      customers: 91),
    // Σ ext price.
    Sample(
      name: "pbp-sample-salesv3.xlsx", revenue: 2_018_784.32, netMargin: 2_018_784.32,
      customers: 20),
  ]

  @Test(arguments: samples)
  func `give the figures that are known, open without repair, recalculate to what is cached`(
    sample: Sample
  ) throws {
    let folder = try ScratchFolder()
    let input = try RealWorkbooks.folder().appending(path: "samples/\(sample.name)")
    let converted = try ConvertedWorkbook(input, into: folder.url)
    #expect(abs(converted.results.totals.revenue - sample.revenue) < 0.005)
    #expect(abs(converted.results.totals.netMargin - sample.netMargin) < 0.005)
    #expect(converted.results.customers.count == sample.customers)

    try opensWithoutRepair(converted)
    try recalculates(converted)
  }

  @Test func `the samples of workbooks open without repair, too`() throws {
    for converted in try ConvertedSamples.shared.get().converted {
      try opensWithoutRepair(converted)
    }
  }

  @Test func `the generated books agree in every field`() throws {
    let outcome = try RealWorkbooks.python(
      "tools/check_results.py",
      [
        try RealWorkbooks.folder().appending(path: "books").path, "--strict", "--timeout", "300",
        "--", BuiltCommand.executable.path,
      ])
    #expect(outcome.status == 0, "\(outcome.output)\(outcome.errors)")
  }

  private func opensWithoutRepair(_ converted: ConvertedWorkbook) throws {
    let check = try RealWorkbooks.python(
      "tools/validate.py", [converted.output.path, "--against", converted.input.path])
    #expect(check.output.hasSuffix("problems=0\n"), "\(check.output)\(check.errors)")
  }

  private func recalculates(_ converted: ConvertedWorkbook) throws {
    let outcome = try BuiltCommand.run(
      ProjectFolders.root.appending(path: "scripts/check-recalculation"),
      ["--except-sheets-of", converted.input.path, converted.output.path],
      in: ProjectFolders.root)
    #expect(outcome.status == 0, "\(outcome.output)\(outcome.errors)")
  }
}

/// The folder of real workbooks and its tools.
enum RealWorkbooks {
  /// Present, or absent where nothing may be skipped, so that the tests fail there.
  static let isWanted = ProjectFolders.shared != nil || ProjectFolders.isContinuousIntegration

  static let absence: Comment = "SKIPPED: the folder `shared` is not beside the project"

  static func folder() throws -> URL { try #require(ProjectFolders.shared, absence) }

  /// Runs one of the folder's checks.
  static func python(_ tool: String, _ arguments: [String]) throws -> BuiltCommand.Outcome {
    let script = try folder().appending(path: tool).path
    return try BuiltCommand.run(
      URL(filePath: "/usr/bin/env"), ["python3", script] + arguments, in: ProjectFolders.root)
  }
}
