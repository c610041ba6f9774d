import CostingCore
import FinanceModel
import Intake

extension ResultsDocument {
  /// One object a customer, in the order of the inputs; the unassigned line is last.
  func writeCustomers(_ writer: inout JSONWriter) {
    writer.name("customers")
    writer.array { writer in
      for (index, customer) in intake.inputs.customers.enumerated() {
        guard index < results.customers.count else { break }
        writeCustomer(customer, at: index, &writer)
      }
    }
  }

  private func writeCustomer(_ customer: Customer, at index: Int, _ writer: inout JSONWriter) {
    let result = results.customers[index]
    writer.object { writer in
      writer.member("id", customer.id.text)
      writer.member("name", customer.name)
      writer.member("revenue", result.revenue)
      writer.member("returns", result.returns)
      writer.member("discount", result.discount)
      writer.member("rebate", result.rebate)
      writer.member("productCost", result.productCost)
      writer.member("directCost", result.directCost)
      writer.member("grossMargin", result.grossMargin)
      writer.member("cm2", result.cm2)
      writer.member("costToServe", result.costToServe)
      writer.member("cm3", result.cm3)
      writer.member("overhead", result.overhead)
      writeShares("allocated", results.pools.map { ($0.name, $0.byCustomer) }, index, &writer)
      if !results.activities.isEmpty {
        writeShares(
          "activities", results.activities.map { ($0.name, $0.byCustomer) }, index, &writer)
      }
      writer.member("netMargin", result.netMargin)
      writer.member("netMarginPercent", result.netMarginPercent)
      writer.member("rank", result.rank)
      writer.member("cumulativeMargin", result.cumulativeMargin)
      writer.member("valueClass", result.valueClass?.rawValue)
      writer.member("tier", result.tier?.rawValue)
      writeBehaviour(at: index, &writer)
    }
  }

  /// What each pool or activity gave the customer: figures of one name added up, zeros left out.
  private func writeShares(
    _ name: String, _ columns: [(name: String, byCustomer: [Amount])], _ index: Int,
    _ writer: inout JSONWriter
  ) {
    var names: [String] = []
    var sums: [String: Amount] = [:]
    for column in columns where index < column.byCustomer.count {
      if sums[column.name] == nil { names.append(column.name) }
      sums[column.name, default: 0] += column.byCustomer[index]
    }
    writer.object(name) { writer in
      for name in names {
        if let sum = sums[name], !sum.isZero { writer.member(name, sum) }
      }
    }
  }

  private func writeBehaviour(at index: Int, _ writer: inout JSONWriter) {
    let analytics = results.analytics
    if index < analytics.recencyFrequencyMonetary.count,
      let rfm = analytics.recencyFrequencyMonetary[index]
    {
      writer.object("rfm") {
        $0.member("recency", rfm.recency)
        $0.member("frequency", rfm.frequency)
        $0.member("monetary", rfm.monetary)
        $0.member("r", rfm.r)
        $0.member("f", rfm.f)
        $0.member("m", rfm.m)
        $0.member("segment", rfm.segment.rawValue)
      }
    }
    if index < analytics.lifetimeValue.count, let value = analytics.lifetimeValue[index] {
      writer.object("clv") {
        $0.member("orders", value.orders)
        $0.member("orderValue", value.orderValue)
        $0.member("frequency", value.frequency)
        $0.member("lifespan", value.lifespan)
        $0.member("revenueValue", value.revenueValue)
        $0.member("marginValue", value.marginValue)
        $0.member("perpetualValue", value.perpetualValue)
        $0.member("probabilityAlive", value.probabilityAlive)
        $0.member("expectedOrders", value.expectedOrders)
        $0.member("expectedOrderValue", value.expectedOrderValue)
        $0.member("residualValue", value.residualValue)
        $0.member("discountedValue", value.discountedValue)
      }
    }
    writeScores(at: index, &writer)
  }

  /// What models and scores say of the customer, each where there is one.
  private func writeScores(at index: Int, _ writer: inout JSONWriter) {
    let analytics = results.analytics
    func known<Value>(_ column: [Value?]?) -> Value? {
      column.flatMap { index < $0.count ? $0[index] : nil }
    }
    if let score = known(analytics.engagement?.scores) { writer.member("engagementScore", score) }
    if let risk = known(analytics.churnModel?.probabilities) {
      writer.member("churnProbability", risk)
    }
    if let cluster = known(analytics.clusters?.assignment) { writer.member("cluster", cluster) }
  }
}
