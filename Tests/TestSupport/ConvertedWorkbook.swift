public import Foundation

/// A workbook that the built command converted, with its results file.
public struct ConvertedWorkbook: Sendable {
  public let input: URL
  /// The enriched workbook.
  public let output: URL
  /// Figures as the results file has them.
  public let results: ResultsFile
  /// What the command printed.
  public let outcome: BuiltCommand.Outcome

  /// Converts one workbook into a folder.
  public init(_ input: URL, into folder: URL) throws {
    self.input = input
    let stem = input.deletingPathExtension().lastPathComponent
    let figures = folder.appending(path: stem + ".json")
    outcome = try BuiltCommand.run(
      ["convert", input.path, "-o", folder.path, "--results", figures.path], in: folder)
    guard outcome.status == 0 else { throw Failure(input: input, outcome: outcome) }
    output = folder.appending(path: "\(stem).profitability.\(input.pathExtension)")
    results = try JSONDecoder().decode(ResultsFile.self, from: Data(contentsOf: figures))
  }

  /// The command would not.
  public struct Failure: Error, CustomStringConvertible {
    var input: URL
    var outcome: BuiltCommand.Outcome
    public var description: String {
      "\(input.lastPathComponent): status \(outcome.status), \(outcome.errors)"
    }
  }
}

/// The part of schema `marginbook-results/1` that tests look at.
public struct ResultsFile: Decodable, Sendable {
  public var schema: String
  public var totals: Totals
  public var customers: [Customer]
  public var curve: Curve
  public var findings: [Finding]
  public var sheets: [String]

  public struct Totals: Decodable, Sendable, Hashable {
    public var revenue: Double
    public var directCost: Double
    public var costToServe: Double
    public var overhead: Double
    public var unallocated: Double
    public var unusedCapacity: Double
    public var netMargin: Double
  }

  public struct Customer: Decodable, Sendable {
    public var id: String
    public var revenue: Double
    public var netMargin: Double
  }

  public struct Curve: Decodable, Sendable, Hashable {
    public var peakPercent: Double
    public var lossMakers: Int
  }

  public struct Finding: Decodable, Sendable {
    public var code: String
    public var severity: String
  }
}
