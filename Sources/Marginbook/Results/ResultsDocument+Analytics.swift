import CostingCore
import FinanceModel

extension ResultsDocument {
  /// Acquisition, retention, receivables, feedback: each where the workbook has its inputs.
  func writeAnalytics(_ writer: inout JSONWriter) {
    if let acquisition = results.analytics.acquisition { writer.acquisition(acquisition) }
    if let retention = results.analytics.retention { writer.retention(retention) }
    if let receivables = results.analytics.receivables { writer.receivables(receivables) }
    if let feedback = results.analytics.feedback { writer.feedback(feedback) }
    writeOutlook(&writer)
  }
}

extension JSONWriter {
  fileprivate mutating func acquisition(_ result: AcquisitionResult) {
    object("acquisition") {
      $0.member("spend", result.spend)
      $0.member("newCustomers", result.newCustomers)
      $0.member("cac", result.cac)
      $0.member("fullyLoadedSpend", result.fullyLoadedSpend)
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
      $0.member("customersAtStart", result.customersAtStart)
      $0.member("lost", result.lost)
      $0.member("churnRate", result.churnRate)
      $0.member("retentionRate", result.retentionRate)
      $0.array("reasons", result.reasons) { writer, reason in
        writer.object {
          $0.member("reason", reason.reason)
          $0.member("customers", reason.customers)
          $0.member("lostRevenue", reason.lostRevenue)
        }
      }
      $0.array("cohorts", result.cohorts) { writer, cohort in
        writer.object {
          $0.member("month", cohort.month.description)
          $0.member("customers", cohort.customers)
          $0.array("active", cohort.active) { $0.value($1) }
        }
      }
    }
  }

  fileprivate mutating func receivables(_ result: ReceivablesResult) {
    object("receivables") {
      $0.member("opening", result.opening)
      $0.member("closing", result.closing)
      $0.member("average", result.average)
      $0.member("turnover", result.turnover)
      $0.member("dso", result.dso)
      $0.member("overdue", result.overdue)
      $0.member("overdueShare", result.overdueShare)
      $0.member("allowance", result.allowance)
      $0.array("ageing", result.ageing) { writer, bucket in
        writer.object {
          $0.member("bucket", bucket.bucket)
          $0.member("amount", bucket.amount)
          $0.member("rate", bucket.rate)
          $0.member("allowance", bucket.allowance)
        }
      }
      $0.array("customers", result.customers) { writer, line in
        writer.object {
          $0.member("id", line.id.text)
          $0.member("opening", line.opening)
          $0.member("closing", line.closing)
          $0.member("overdue", line.overdue)
          $0.member("turnover", line.turnover)
          $0.member("dso", line.dso)
        }
      }
    }
  }

  fileprivate mutating func feedback(_ result: FeedbackResult) {
    object("feedback") {
      $0.member("responses", result.responses)
      $0.member("csat", result.csat)
      $0.member("topTwoBox", result.topTwoBox)
      $0.member("nps", result.nps)
      $0.member("promoters", result.promoters)
      $0.member("passives", result.passives)
      $0.member("detractors", result.detractors)
    }
  }
}
