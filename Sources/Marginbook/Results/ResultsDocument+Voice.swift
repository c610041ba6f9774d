import CostingCore
import FinanceModel
import Intake

extension ResultsDocument {
  /// What customers say, do and buy: feedback, waits for a reply, engagement, referrals, preferences,
  /// repeat purchase; and the market that they are a part of.
  func writeVoice(_ writer: inout JSONWriter) {
    let analytics = results.analytics
    if let feedback = analytics.feedback { writer.feedback(feedback) }
    if let service = analytics.service { writer.service(service) }
    if let engagement = analytics.engagement {
      writer.engagement(engagement, ids: intake.inputs.customers.map(\.id.text))
    }
    if let market = analytics.market { writer.market(market) }
    if let referrals = analytics.referrals { writer.referrals(referrals) }
    if let repeated = analytics.repeatPurchase { writer.repeatPurchase(repeated) }
    if let preferences = analytics.preferences {
      writer.preferences(preferences, ids: intake.inputs.customers.map(\.id.text))
    }
  }
}

extension JSONWriter {
  fileprivate mutating func feedback(_ result: FeedbackResult) {
    object("feedback") {
      $0.member("responses", result.responses)
      $0.member("csat", result.csat)
      $0.member("topTwoBox", result.topTwoBox)
      $0.member("nps", result.nps)
      $0.member("promoters", result.promoters)
      $0.member("passives", result.passives)
      $0.member("detractors", result.detractors)
      $0.member("complaints", result.complaints)
      $0.member("complaintsPer100Orders", result.complaintsPer100Orders)
      $0.member("marginCorrelation", result.marginCorrelation)
      $0.array("months", result.months) { $0.score($1, named: "month") }
      $0.array("tiers", result.tiers) { $0.score($1, named: "tier") }
      $0.array("customers", result.customers.compactMap { $0 }) { $0.score($1, named: "id") }
    }
  }

  private mutating func score(_ score: FeedbackResult.Score, named name: String) {
    object {
      $0.member(name, score.label)
      $0.member("responses", score.responses)
      $0.member("csat", score.csat)
      $0.member("nps", score.nps)
      $0.member("complaints", score.complaints)
    }
  }

  /// Hours from a request to the first reply.
  fileprivate mutating func service(_ result: ServiceResult) {
    object("service") {
      $0.wait(result.requests)
      $0.member("targetHours", result.target)
      $0.member("leftOut", result.leftOut)
      $0.member("marginCorrelation", result.marginCorrelation)
      let lists = [
        ("months", "month", result.months), ("tiers", "tier", result.tiers),
        ("customers", "id", result.customers.compactMap { $0 }),
      ]
      for (name, label, scores) in lists {
        $0.array(name, scores) { writer, score in
          writer.object {
            $0.member(label, score.label)
            $0.wait(score)
          }
        }
      }
    }
  }

  private mutating func wait(_ score: ServiceResult.Score) {
    member("requests", score.count)
    member("averageHours", score.average)
    member("medianHours", score.median)
    member("withinTarget", score.withinTarget)
    member("withinTargetShare", score.withinShare)
  }

  fileprivate mutating func engagement(_ result: EngagementResult, ids: [String]) {
    object("engagement") {
      $0.array("kinds", result.kinds) { writer, kind in
        writer.object {
          $0.member("name", kind.name)
          $0.member("weight", kind.weight)
          $0.member("total", kind.total)
          $0.member("least", kind.least)
          $0.member("most", kind.most)
        }
      }
      if let trend = result.trend { $0.trend(trend, kinds: result.kinds.map(\.name), ids: ids) }
    }
  }

  /// Interactions by month and kind, and by customer in either half of the months.
  private mutating func trend(_ trend: EngagementResult.Trend, kinds: [String], ids: [String]) {
    object("trend") {
      $0.array("months", trend.months) { writer, month in
        writer.object {
          $0.member("month", month.month.description)
          $0.member("total", month.total)
          $0.object("kinds") { writer in
            for (kind, count) in zip(kinds, month.counts) { writer.member(kind, count) }
          }
        }
      }
      $0.member("undated", trend.undated)
      guard let halves = trend.halves else { return }
      for (name, months) in [("firstHalf", halves.first), ("secondHalf", halves.second)] {
        $0.object(name) {
          $0.member("start", months.lowerBound.description)
          $0.member("end", months.upperBound.description)
        }
      }
      let customers = zip(ids, trend.customers).compactMap { id, half in half.map { (id, $0) } }
      $0.array("customers", customers) { writer, customer in
        writer.object {
          $0.member("id", customer.0)
          $0.member("firstHalf", customer.1.first)
          $0.member("secondHalf", customer.1.second)
          $0.member("change", customer.1.change)
        }
      }
    }
  }

  /// Own sales over the market's; `changePoints` is in points of a percent.
  fileprivate mutating func market(_ result: MarketResult) {
    object("market") {
      if let overall = result.overall { $0.object("overall") { $0.line(overall) } }
      $0.array("periods", result.periods) { writer, line in
        writer.object {
          $0.member("period", line.period?.name)
          $0.line(line)
          $0.member("changePoints", line.change.map { $0 * 100 })
        }
      }
      $0.array("segments", result.segments) { writer, segment in
        writer.object {
          $0.member("dimension", segment.segment.dimension.rawValue)
          $0.member("name", segment.segment.name)
          $0.member("ownSales", segment.ownSales)
          $0.member("marketSales", segment.marketSales)
          $0.member("marketShare", segment.share)
        }
      }
    }
  }

  private mutating func line(_ line: MarketResult.Line) {
    member("ownSales", line.ownSales)
    member("marketSales", line.marketSales)
    member("marketShare", line.share)
    member("marketShareGiven", line.shareGiven)
  }

  fileprivate mutating func referrals(_ result: ReferralResult) {
    object("referrals") {
      $0.member("referrers", result.referrers)
      $0.member("referred", result.referred)
      $0.member("referralRate", result.referralRate)
      $0.member("referredRevenue", result.referredRevenue)
      $0.array("customers", result.lines) { writer, line in
        writer.object {
          $0.member("id", line.id.text)
          $0.member("referred", line.customers)
          $0.member("referredRevenue", line.revenue)
        }
      }
    }
  }

  fileprivate mutating func repeatPurchase(_ result: RepeatPurchaseResult) {
    object("repeatPurchase") {
      $0.member("buyers", result.buyers)
      $0.member("repeatBuyers", result.repeatBuyers)
      $0.member("repeatRate", result.repeatRate)
      $0.member("repeatRevenue", result.repeatRevenue)
    }
  }

  /// Products with their share, and each customer's largest products by name.
  fileprivate mutating func preferences(_ result: PreferenceResult, ids: [String]) {
    object("preferences") {
      $0.array("products", result.products) { writer, product in
        writer.object {
          $0.member("name", product.name)
          $0.member("revenue", product.revenue)
          $0.member("revenueShare", product.share)
          $0.member("customers", product.customers)
        }
      }
      $0.array("customers", result.profiles) { writer, profile in
        writer.object {
          $0.member("id", ids[profile.customer])
          $0.member("products", profile.productCount)
          $0.array("top", profile.top) { writer, preference in
            writer.object {
              $0.member("product", result.products[preference.product].name)
              $0.member("revenue", preference.revenue)
              $0.member("spendShare", preference.share)
              $0.member("affinity", preference.affinity)
            }
          }
        }
      }
    }
  }
}
