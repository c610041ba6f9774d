import CostingCore
import FinanceModel
import Foundation
import Intake
import TestSupport
import Testing

@testable import Marginbook

@Suite struct `Run after run` {
  @Test func `a converted workbook is compared with the run that it tells of`() throws {
    let folder = try ScratchFolder()
    let half = try convert(
      ConvertedSamples.folder.appending(path: "service.xlsx"), "Period End: 2025-06-30",
      into: folder, "half")
    let revenueOfHalf = half.results.totals.revenue.doubleValue
    #expect(half.results.analytics.comparison == nil)
    let whole = try convert(URL(filePath: half.output), nil, into: folder, "whole")
    let comparison = try #require(whole.results.analytics.comparison)
    let revenue = try #require(comparison.rows.first)
    #expect(comparison.basis == .lastRun)
    #expect(comparison.daysBefore == 181)
    #expect(comparison.daysNow == 365)
    #expect(abs(revenue.before - revenueOfHalf * 365 / 181) < 0.01)
    #expect(revenue.now == whole.results.totals.revenue.doubleValue)
    let again = try convert(URL(filePath: whole.output), nil, into: folder, "again")
    #expect(again.results.analytics.comparison == comparison)
  }

  @Test func `sales by month and product may be forgotten, and no sheet is another`() throws {
    let folder = try ScratchFolder()
    let input = ConvertedSamples.folder.appending(path: "manufacturer.xlsx")
    let kept = try convert(input, nil, into: folder, "kept")
    let forgotten = try convert(input, nil, into: folder, "forgotten", keepsSalesDetail: false)
    #expect(!kept.intake.inputs.salesByMonth.isEmpty && !kept.intake.inputs.productSales.isEmpty)
    #expect(forgotten.intake.inputs.salesByMonth.isEmpty)
    #expect(forgotten.intake.inputs.productSales.isEmpty)
    let bytes = try [kept, forgotten].map { try Data(contentsOf: URL(filePath: $0.output)) }
    #expect(bytes[0] == bytes[1])
  }

  private func convert(
    _ input: URL, _ settings: String?, into folder: ScratchFolder, _ name: String,
    keepsSalesDetail: Bool = true
  ) throws -> Conversion {
    var request = ConversionRequest(input: input.path, convertedAt: "2026-01-01T00:00:00Z")
    request.settings = settings
    request.keepsSalesDetail = keepsSalesDetail
    let output = folder.url.appending(path: name)
    try FileManager.default.createDirectory(at: output, withIntermediateDirectories: true)
    request.outputFolder = output.path
    return try Converter.convert(request)
  }
}
