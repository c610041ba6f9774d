import FinanceModel
import Foundation
import TestSupport
import Testing
import WorkbookReading

@testable import Marginbook

@Suite struct `Converted samples` {
  private let samples: ConvertedSamples

  init() throws {
    samples = try ConvertedSamples.shared.get()
  }

  @Test func `the original stays as it was`() throws {
    for workbook in ConvertedSamples.filled {
      let name = workbook.fileName
      let kept = try Data(contentsOf: ConvertedSamples.folder.appending(path: name))
      #expect(try kept == Data(contentsOf: samples.inputs.url.appending(path: name)), "\(name)")
    }
    #expect(try samples.inputs.names() == ConvertedSamples.filled.map(\.fileName).sorted())
  }

  @Test func `LibreOffice recalculates every formula to the value that is cached`() throws {
    let outcome = try BuiltCommand.run(
      ProjectFolders.root.appending(path: "scripts/check-recalculation"),
      samples.converted.map(\.output.path), in: ProjectFolders.root)
    #expect(outcome.status == 0, "\(outcome.output)\(outcome.errors)")
    let verdicts = outcome.output.split(separator: "\n").filter { $0.contains("formulas=") }
    #expect(verdicts.count == samples.converted.count)
    #expect(verdicts.allSatisfy { $0.hasSuffix("differ=0 errors=0") }, "\(outcome.output)")
  }

  @Test func `the manufacturer's totals are those of its invoices and pools`() throws {
    let lines = Manufacturer.sales.filter { $0.date.month.year == Manufacturer.year }
    let revenue = lines.reduce(0) { $0 + $1.net }
    let directCost = lines.reduce(0) { $0 + $1.productCost + $1.commission + $1.freight }
    let pools = Manufacturer.pools.reduce(0) { $0 + $1.amount }
    let serviceDepartments = 68_000_000 + 42_000_000
    for totals in samples.converted(.manufacturer).map(\.results.totals) {
      #expect(isSame(totals.revenue, cents: revenue))
      #expect(isSame(totals.directCost, cents: directCost))
      let indirect =
        totals.costToServe + totals.overhead + totals.unallocated + totals.unusedCapacity
      #expect(isSame(indirect, cents: pools + serviceDepartments))
      #expect(
        isSame(
          totals.revenue - totals.directCost - totals.costToServe - totals.overhead,
          cents: Int((totals.netMargin * 100).rounded())))
    }
  }

  @Test func `the service company has no direct cost, and every hour is somewhere`() throws {
    let revenue = ServiceCompany.invoices.reduce(0) { $0 + $1.amount }
    for totals in samples.converted(.service).map(\.results.totals) {
      #expect(isSame(totals.revenue, cents: revenue))
      #expect(totals.directCost == 0)
      #expect(totals.unusedCapacity > 0)
      #expect(totals.unallocated == 0)
    }
  }

  @Test func `both languages give the same results`() throws {
    for filling in [CanonicalWorkbook.Filling.manufacturer, .service] {
      let results = samples.converted(filling).map(\.results)
      #expect(results.count == 2)
      #expect(results[0].totals == results[1].totals)
      #expect(results[0].curve == results[1].curve)
      #expect(results[0].customers.map(\.id) == results[1].customers.map(\.id))
      #expect(results[0].customers.map(\.netMargin) == results[1].customers.map(\.netMargin))
      #expect(results[0].findings.map(\.code) == results[1].findings.map(\.code))
    }
  }

  @Test func `the whale curve peaks well above the profit, and some customers lose it again`() {
    for result in samples.converted(.manufacturer).map(\.results) {
      #expect((120...250).contains(result.curve.peakPercent))
      #expect((5...15).contains(result.curve.lossMakers))
      let losers = Set(result.customers.filter { $0.netMargin < 0 }.map(\.id))
      let demanding = Manufacturer.customers.filter { $0.manner == .demanding }.map(\.id)
      #expect(losers.isSuperset(of: demanding))
    }
  }

  @Test func `sheets whose names are taken get a number`() throws {
    for converted in samples.converted {
      let own = try Workbook.open(path: converted.input.path).sheets.map(\.name)
      let all = try Workbook.open(path: converted.output.path).sheets.map(\.name)
      #expect(Array(all.prefix(own.count)) == own)
      #expect(Set(all).count == all.count)
      #expect(Array(all.dropFirst(own.count)) == converted.results.sheets)
      #expect(converted.results.sheets.contains { $0.hasSuffix(" (2)") })
    }
  }

  @Test func `a filled template gives nothing to act on`() {
    for result in samples.converted(.service).map(\.results) {
      #expect(result.findings.filter { $0.code.hasPrefix("INTAKE") }.map(\.code) == [])
      #expect(result.findings.allSatisfy { $0.severity == "note" })
    }
  }

  @Test func `of the manufacturer only the sales without a customer want a look`() {
    for result in samples.converted(.manufacturer).map(\.results) {
      let serious = result.findings.filter { $0.severity != "note" }
      #expect(serious.map(\.code) == ["INTAKE-091"])
    }
  }

  @Test func `the results file tells what the manufacturer's customers prefer and do`() throws {
    for result in samples.converted(.manufacturer).map(\.results) {
      let preferences = try #require(result.preferences)
      let spend = preferences.products.reduce(0) { $0 + $1.revenue }
      #expect(abs(spend - result.totals.revenue) < 0.01)
      for preference in preferences.customers.flatMap(\.top) {
        let product = try #require(preferences.products.first { $0.name == preference.product })
        let share = try #require(preference.spendShare)
        let affinity = try #require(preference.affinity)
        #expect(abs(affinity - share / product.revenueShare) < 1e-9)
      }
      let engagement = try #require(result.engagement)
      #expect(abs(engagement.kinds.reduce(0) { $0 + $1.weight } - 1) < 1e-12)
      let scores = result.customers.compactMap(\.engagementScore)
      #expect(!scores.isEmpty)
      #expect(scores.allSatisfy { (0...100).contains($0) })
      let referrals = try #require(result.referrals)
      let named = Manufacturer.customers.count { $0.referredBy != nil }
      #expect(referrals.referred == named)
      #expect(referrals.customers.reduce(0) { $0 + $1.referred } == named)
    }
  }

  @Test func `the results file compares the manufacturer's year with the one before`() throws {
    let before = Manufacturer.sales.filter { $0.date.month.year == Manufacturer.year - 1 }
    for result in samples.converted(.manufacturer).map(\.results) {
      let revenue = try #require(result.comparison?.rows.first)
      #expect(isSame(revenue.before, cents: before.reduce(0) { $0 + $1.net }))
      #expect(revenue.now == result.totals.revenue)
      let customers = Manufacturer.customers.count
      #expect(result.tierMoves?.reduce(0) { $0 + $1.customers } == customers)
      #expect(result.servicePolicy?.reduce(0) { $0 + $1.customers } == customers)
      #expect(result.servicePolicy?.map(\.valueClass) == ["A", "B", "C"])
    }
  }

  private func isSame(_ value: Double, cents: Int) -> Bool {
    abs(value - Double(cents) / 100) < 0.005
  }
}
