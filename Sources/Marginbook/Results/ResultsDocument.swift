public import CostingCore
public import FinanceModel
public import Intake

/// The results of one workbook as `marginbook-results/1`, the JSON that other programs read.
///
/// Names and meanings are those of the costing core. `…Percent` holds 12.5, `…Rate` and `…Share`
/// 0.125; `nps` is −100 … 100; days are ISO 8601; amounts are in units of `currency`. A section that
/// the workbook has no inputs for is left out; a figure that does not exist is null. Fields are only
/// ever added under one schema number.
public struct ResultsDocument: Sendable {
  public static let schema = "marginbook-results/1"

  public var intake: IntakeResult
  public var results: CostingResults
  public var findings: [Finding]
  public var language: Language
  /// Names of the sheets that were written.
  public var sheets: [String]

  public init(
    intake: IntakeResult, results: CostingResults, findings: [Finding], language: Language,
    sheets: [String]
  ) {
    self.intake = intake
    self.results = results
    self.findings = findings
    self.language = language
    self.sheets = sheets
  }

  /// The document as UTF-8.
  public func json() -> [UInt8] {
    var writer = JSONWriter()
    writer.object { writer in
      writer.member("schema", Self.schema)
      writer.member("currency", results.currency)
      writePeriod(&writer)
      writeTotals(&writer)
      writeCustomers(&writer)
      writePools(&writer)
      writeActivities(&writer)
      writeServiceDepartments(&writer)
      writeCurve(&writer)
      writeLean(&writer)
      writeVariances(&writer)
      writeAnalytics(&writer)
      writeControls(&writer)
      writer.array("tables", intake.tables) { $0.table($1) }
      writer.array("findings", findings) { $0.finding($1, in: language) }
      writer.array("sheets", sheets) { $0.value($1) }
    }
    return writer.bytes
  }

  private func writePeriod(_ writer: inout JSONWriter) {
    writer.name("period")
    guard let period = results.period else { return writer.null() }
    writer.object {
      $0.member("start", period.start)
      $0.member("end", period.end)
    }
  }

  private func writeTotals(_ writer: inout JSONWriter) {
    let totals = results.totals
    writer.object("totals") {
      $0.member("revenue", totals.revenue)
      $0.member("returns", totals.returns)
      $0.member("discount", totals.discount)
      $0.member("rebate", totals.rebate)
      $0.member("productCost", totals.productCost)
      $0.member("directCost", totals.directCost)
      $0.member("grossMargin", totals.grossMargin)
      $0.member("costToServe", totals.costToServe)
      $0.member("overhead", totals.overhead)
      $0.member("unallocated", totals.unallocated)
      $0.member("unusedCapacity", totals.unusedCapacity)
      $0.member("netMargin", totals.netMargin)
      $0.member("operatingProfit", totals.operatingProfit)
    }
  }

  private func writePools(_ writer: inout JSONWriter) {
    writer.array("pools", results.pools) { writer, pool in
      writer.object {
        $0.member("name", pool.name)
        $0.member("amount", pool.amount)
        $0.member("received", pool.received)
        $0.member("class", pool.costClass?.rawValue)
        $0.member("level", pool.level?.rawValue)
        $0.member("method", pool.method.rawValue)
        $0.member("driver", pool.driver)
        $0.member("driverTotal", pool.driverTotal)
        $0.member("rate", pool.rate)
        $0.member("allocated", pool.allocated)
        $0.member("unallocated", pool.unallocated)
        $0.member("unusedCapacity", pool.unusedCapacity)
        $0.member("reason", pool.reason?[language])
      }
    }
  }

  private func writeActivities(_ writer: inout JSONWriter) {
    guard !results.activities.isEmpty else { return }
    writer.array("activities", results.activities) { writer, activity in
      writer.object {
        $0.member("name", activity.name)
        $0.member("pool", activity.pool)
        $0.member("driver", activity.driver)
        $0.member("driverQuantity", activity.driverQuantity)
        $0.member("unitTime", activity.unitTime)
        $0.member("minutes", activity.minutes)
        $0.member("share", activity.share)
        $0.member("amount", activity.amount)
        $0.member("rate", activity.rate)
      }
    }
  }

  private func writeServiceDepartments(_ writer: inout JSONWriter) {
    let departments = results.serviceDepartments
    guard !departments.isEmpty else { return }
    writer.array("serviceDepartments", departments) { writer, department in
      writer.object {
        $0.member("name", department.name)
        $0.member("kind", department.kind.rawValue)
        $0.member("amount", department.amount)
        $0.member("received", department.received)
        $0.member("total", department.total)
        $0.object("allocatedTo") { writer in
          for (other, amount) in zip(departments, department.allocatedTo) where !amount.isZero {
            writer.member(other.name, amount)
          }
        }
      }
    }
  }

  private func writeCurve(_ writer: inout JSONWriter) {
    guard let curve = results.curve else { return }
    writer.object("curve") {
      $0.member("peak", curve.peak)
      $0.member("peakPercent", curve.peakPercent)
      $0.member("peakRank", curve.peakRank)
      $0.member("lossMakers", curve.lossMakers)
      $0.member("givenBack", curve.givenBack)
      $0.member("gini", curve.gini)
      $0.member("stobachoff", curve.stobachoff)
    }
  }

  private func writeLean(_ writer: inout JSONWriter) {
    guard let lean = results.lean else { return }
    writer.object("lean") {
      $0.member("nonValueAdded", lean.nonValueAdded)
      $0.member("idle", lean.idle)
      $0.member("waste", lean.waste)
      $0.member("wasteShare", lean.wasteShare)
    }
  }

  private func writeVariances(_ writer: inout JSONWriter) {
    guard !results.variances.isEmpty else { return }
    writer.array("variances", results.variances) { writer, line in
      writer.object {
        $0.member("name", line.name)
        $0.member("period", line.period)
        $0.member("budget", line.budget)
        $0.member("actual", line.actual)
        $0.member("variance", line.variance)
        $0.member("favourable", line.isFavourable)
        $0.member("executionRate", line.executionRate)
        $0.member("flexible", line.flexible)
        $0.member("price", line.price)
        $0.member("volume", line.volume)
        $0.member("quantity", line.quantity)
        $0.member("mix", line.mix)
      }
    }
  }

  private func writeControls(_ writer: inout JSONWriter) {
    writer.array("controls", results.controls) { writer, control in
      writer.object {
        $0.member("name", control.name[language])
        $0.member("wentIn", control.wentIn)
        $0.member("cameOut", control.cameOut)
        $0.member("difference", control.difference)
      }
    }
  }
}
