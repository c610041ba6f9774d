import Foundation
import TestSupport
import Testing

/// The market, response and engagement of a workbook in its results file, by the built command.
@Suite struct `Results of market, response and engagement` {
  private static let rows = [
    "Date,Invoice No.,Customer ID,Net Sales", "2026-01-01,1,A,100", "2026-01-31,2,B,300",
    "2026-02-28,3,A,500", "",
    "Period,Market Sales", "2026-01,4000", "2026-02,2500", "",
    "Ticket No.,Customer ID,Opened,First Response (hours)", "T1,A,2026-01-05,6",
    "T2,B,2026-02-06,30", "",
    "Customer ID,Month,Website visits,E-mail clicks", "A,2026-01,4,1", "B,2026-02,2,3", "A,,9,0",
  ]

  /// The part of the schema that is looked at.
  private struct Results: Decodable {
    var market: Market
    var service: Service
    var engagement: Engagement
    var sheets: [String]

    struct Market: Decodable {
      var overall: Line
      var periods: [Line]
    }

    struct Line: Decodable {
      var period: String?
      var ownSales: Double
      var marketSales: Double
      var marketShare: Double
      var changePoints: Double?
    }

    struct Service: Decodable {
      var requests: Int
      var averageHours: Double
      var medianHours: Double
      var withinTargetShare: Double
      var targetHours: Double
    }

    struct Engagement: Decodable {
      var trend: Trend

      struct Trend: Decodable {
        var months: [MonthlyCount]
        var undated: Double
        var customers: [Halves]
      }

      struct MonthlyCount: Decodable {
        var month: String
        var total: Double
        var kinds: [String: Double]
      }

      struct Halves: Decodable, Equatable {
        var id: String
        var firstHalf: Double
        var secondHalf: Double
        var change: Double
      }
    }
  }

  @Test func `are those that a person works out`() throws {
    let folder = try ScratchFolder()
    _ = try folder.write(Self.rows.joined(separator: "\n").utf8, to: "Interactions.csv")
    let outcome = try BuiltCommand.run(
      ["convert", "Interactions.csv", "--results", "out.json", "--quiet"], in: folder.url)
    #expect(outcome.status == 0, "\(outcome.errors)")
    let results = try JSONDecoder().decode(
      Results.self, from: Data(contentsOf: folder.url.appending(path: "out.json")))

    // 400 of 4,000, then 500 of 2,500; 900 of 6,500 in all.
    #expect(results.market.periods.map(\.period) == ["2026-01", "2026-02"])
    #expect(results.market.periods.map(\.marketShare) == [0.1, 0.2])
    #expect(results.market.periods.map(\.changePoints) == [nil, 10])
    #expect(abs(results.market.overall.marketShare - 900.0 / 6500) < 1e-12)

    #expect(results.service.requests == 2)
    #expect(results.service.averageHours == 18)
    #expect(results.service.medianHours == 18)
    #expect(results.service.withinTargetShare == 0.5)
    #expect(results.service.targetHours == 24)

    let trend = results.engagement.trend
    #expect(trend.months.map(\.month) == ["2026-01", "2026-02"])
    #expect(trend.months.map(\.total) == [5, 5])
    #expect(trend.months.first?.kinds == ["Website visits": 4, "E-mail clicks": 1])
    #expect(trend.undated == 9)
    #expect(
      trend.customers == [
        .init(id: "A", firstHalf: 5, secondHalf: 0, change: -5),
        .init(id: "B", firstHalf: 0, secondHalf: 5, change: 5),
      ])
    #expect(results.sheets.contains("Voice of customer"))
    #expect(results.sheets.contains("Trends & alerts"))
  }
}
