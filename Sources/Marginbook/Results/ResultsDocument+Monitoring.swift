import CostingCore
import FinanceModel

extension ResultsDocument {
  /// Tiers and moves between them, this period against the one before, service policy, alerts and
  /// actions. Sentences are in the document's language.
  func writeMonitoring(_ writer: inout JSONWriter) {
    let analytics = results.analytics
    if !analytics.tiers.isEmpty { writer.tiers(analytics.tiers) }
    if !analytics.tierMoves.isEmpty { writer.tierMoves(analytics.tierMoves) }
    if let comparison = analytics.comparison { writer.comparison(comparison, language) }
    if !analytics.servicePolicy.isEmpty { writer.servicePolicy(analytics.servicePolicy, language) }
    writer.array("alerts", analytics.alerts) { $0.alert($1, language) }
    writer.array("actions", analytics.actions) { $0.action($1, language) }
  }
}

extension JSONWriter {
  fileprivate mutating func tiers(_ tiers: [TierSummary]) {
    array("tiers", tiers) { writer, tier in
      writer.object {
        $0.member("tier", tier.tier.rawValue)
        $0.member("customers", tier.customers)
        $0.member("revenue", tier.revenue)
        $0.member("netMargin", tier.netMargin)
        $0.member("serviceCost", tier.serviceCost)
        $0.member("revenueShare", tier.revenueShare)
        $0.member("marginShare", tier.marginShare)
        $0.member("serviceCostShare", tier.serviceCostShare)
      }
    }
  }

  /// A move without `from` is of customers that were not there before.
  fileprivate mutating func tierMoves(_ moves: [TierMove]) {
    array("tierMoves", moves) { writer, move in
      writer.object {
        $0.member("from", move.from?.rawValue)
        $0.member("to", move.to.rawValue)
        $0.member("customers", move.customers)
      }
    }
  }

  fileprivate mutating func comparison(_ comparison: PeriodComparison, _ language: Language) {
    object("comparison") {
      $0.member("basis", comparison.basis.rawValue)
      $0.member("startBefore", comparison.periodBefore?.start)
      $0.member("endBefore", comparison.periodBefore?.end)
      if let now = comparison.periodNow {
        $0.member("startNow", now.start)
        $0.member("endNow", now.end)
      }
      $0.member("daysBefore", comparison.daysBefore)
      $0.member("daysNow", comparison.daysNow)
      $0.member("scaled", comparison.isScaled)
      $0.array("rows", comparison.rows) { writer, row in
        writer.object {
          $0.member("name", row.name[language])
          $0.member("unit", row.unit.rawValue)
          $0.member("before", row.before)
          $0.member("now", row.now)
          $0.member("change", row.change)
          $0.member("changeRate", row.changeRate)
        }
      }
    }
  }

  fileprivate mutating func servicePolicy(_ policies: [ServicePolicy], _ language: Language) {
    array("servicePolicy", policies) { writer, policy in
      writer.object {
        $0.member("valueClass", policy.valueClass.rawValue)
        $0.member("customers", policy.customers)
        $0.member("visitEveryDays", policy.visitEveryDays)
        $0.member("actualDaysSinceOrder", policy.actualDaysSinceOrder)
        $0.member("policy", policy.policy[language])
      }
    }
  }

  fileprivate mutating func alert(_ alert: Alert, _ language: Language) {
    object {
      $0.member("kind", alert.kind.rawValue)
      $0.member("severity", alert.severity.rawValue)
      $0.member("subject", alert.subject)
      $0.member("value", alert.value)
      $0.member("threshold", alert.threshold)
      $0.member("message", alert.message[language])
    }
  }

  fileprivate mutating func action(_ action: RecommendedAction, _ language: Language) {
    object {
      $0.member("kind", action.kind.rawValue)
      $0.member("id", action.id.text)
      $0.member("moneyAtStake", action.moneyAtStake)
      $0.member("because", action.because[language])
      $0.member("recommendation", action.recommendation[language])
    }
  }
}
