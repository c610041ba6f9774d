import CostingCore
import FinanceModel

extension ResultsDocument {
  /// Every analysis of which the workbook has the inputs.
  func writeAnalytics(_ writer: inout JSONWriter) {
    if let acquisition = results.analytics.acquisition { writer.acquisition(acquisition) }
    if let retention = results.analytics.retention { writer.retention(retention) }
    if let receivables = results.analytics.receivables { writer.receivables(receivables) }
    writeVoice(&writer)
    writeOutlook(&writer)
    writeMonitoring(&writer)
  }
}

extension JSONWriter {
  fileprivate mutating func acquisition(_ result: AcquisitionResult) {
    object("acquisition") {
      $0.member("spend", result.spend)
      $0.member("newCustomers", result.newCustomers)
      $0.member("cac", result.cac)
      $0.member("fullyLoadedSpend", result.fullyLoadedSpend)
      $0.member("fullyLoadedCAC", result.fullyLoadedCAC)
      $0.array("channels", result.channels) { writer, channel in
        writer.object {
          $0.member("channel", channel.channel)
          $0.member("spend", channel.spend)
          $0.member("newCustomers", channel.newCustomers)
          $0.member("cac", channel.cac)
        }
      }
    }
  }

  fileprivate mutating func retention(_ result: RetentionResult) {
    object("retention") {
      $0.member("basis", result.basis.rawValue)
      $0.member("inactiveDays", result.inactiveDays)
      $0.member("customersAtStart", result.customersAtStart)
      $0.member("lost", result.lost)
      $0.member("churnRate", result.churnRate)
      $0.member("retentionRate", result.retentionRate)
      $0.member("lostRevenue", result.lostRevenue)
      $0.array("reasons", result.reasons) { writer, reason in
        writer.object {
          $0.member("reason", reason.reason)
          $0.member("customers", reason.customers)
          $0.member("lostRevenue", reason.lostRevenue)
        }
      }
      $0.array("months", result.months) { $0.step($1, named: "month") }
      $0.array("segments", result.segments) { $0.step($1, named: "segment") }
      $0.array("cohorts", result.cohorts) { writer, cohort in
        writer.object {
          $0.member("month", cohort.month.description)
          $0.member("customers", cohort.customers)
          $0.array("active", cohort.active) { $0.value($1) }
          $0.array("revenue", cohort.revenue) { $0.value($1) }
        }
      }
      if let curve = result.curve { $0.retentionCurve(curve) }
    }
  }

  private mutating func step(_ step: RetentionResult.Step, named name: String) {
    object {
      $0.member(name, step.label)
      $0.member("customersAtStart", step.customersAtStart)
      $0.member("lost", step.lost)
      $0.member("churnRate", step.churnRate)
    }
  }

  /// The shifted-beta-geometric curve; place 0 of every column is the first month.
  private mutating func retentionCurve(_ curve: RetentionCurve) {
    object("curve") {
      $0.member("model", "sBG")
      $0.member("alpha", curve.alpha)
      $0.member("beta", curve.beta)
      $0.member("logLikelihood", curve.logLikelihood)
      $0.array("atRisk", curve.atRisk) { $0.value($1) }
      $0.array("survivors", curve.survivors) { $0.value($1) }
      $0.array("fitted", curve.fitted) { $0.value($1) }
    }
  }

  fileprivate mutating func receivables(_ result: ReceivablesResult) {
    object("receivables") { writer in
      writer.receivablesFigures(result)
      guard !result.otherCurrencies.isEmpty else { return }
      writer.array("otherCurrencies", result.otherCurrencies) { writer, other in
        writer.object { $0.receivablesFigures(other) }
      }
    }
  }

  /// The figures of one currency.
  private mutating func receivablesFigures(_ result: ReceivablesResult) {
    member("currency", result.currency)
    member("opening", result.opening)
    member("closing", result.closing)
    member("average", result.average)
    member("averagePoints", result.averagePoints)
    member("turnover", result.turnover)
    member("dso", result.dso)
    member("bestPossibleDSO", result.bestPossibleDSO)
    member("averageDaysDelinquent", result.averageDaysDelinquent)
    member("overdue", result.overdue)
    member("overdueShare", result.overdueShare)
    member("overdueConcentrationShare", result.overdueConcentration)
    member("allowance", result.allowance)
    member("financingCost", result.financingCost)
    array("ageing", result.ageing) { writer, bucket in
      writer.object {
        $0.member("bucket", bucket.bucket)
        $0.member("amount", bucket.amount)
        $0.member("rate", bucket.rate)
        $0.member("allowance", bucket.allowance)
      }
    }
    array("customers", result.customers) { writer, line in
      writer.object {
        $0.member("id", line.id.text)
        $0.member("opening", line.opening)
        $0.member("closing", line.closing)
        $0.member("overdue", line.overdue)
        $0.member("turnover", line.turnover)
        $0.member("dso", line.dso)
        $0.member("allowance", line.allowance)
        $0.member("financingCost", line.financingCost)
      }
    }
  }
}
