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
  public var preferences: Preferences?
  public var engagement: Engagement?
  public var referrals: Referrals?
  public var tierMoves: [TierMove]?
  public var comparison: Comparison?
  public var servicePolicy: [ServicePolicy]?
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
    public var engagementScore: Double?
  }

  public struct Curve: Decodable, Sendable, Hashable {
    public var peakPercent: Double
    public var lossMakers: Int
  }

  public struct Preferences: Decodable, Sendable {
    public var products: [Product]
    public var customers: [Profile]

    public struct Product: Decodable, Sendable {
      public var name: String
      public var revenue: Double
      public var revenueShare: Double
    }

    public struct Profile: Decodable, Sendable {
      public var id: String
      public var top: [Preference]
    }

    public struct Preference: Decodable, Sendable {
      public var product: String
      public var spendShare: Double?
      public var affinity: Double?
    }
  }

  public struct Engagement: Decodable, Sendable {
    public var kinds: [Kind]

    public struct Kind: Decodable, Sendable {
      public var weight: Double
    }
  }

  public struct Referrals: Decodable, Sendable {
    public var referred: Int
    public var referredRevenue: Double
    public var customers: [Line]

    public struct Line: Decodable, Sendable {
      public var id: String
      public var referred: Int
      public var referredRevenue: Double
    }
  }

  public struct TierMove: Decodable, Sendable {
    public var from: String?
    public var to: String
    public var customers: Int
  }

  public struct Comparison: Decodable, Sendable {
    public var rows: [Row]

    public struct Row: Decodable, Sendable {
      public var unit: String
      public var before: Double
      public var now: Double
    }
  }

  public struct ServicePolicy: Decodable, Sendable {
    public var valueClass: String
    public var customers: Int
  }

  public struct Finding: Decodable, Sendable {
    public var code: String
    public var severity: String
  }
}
