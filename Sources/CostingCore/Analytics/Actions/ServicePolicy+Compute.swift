import FinanceModel

extension AnalysisFacts {
  /// How customers of each value class are looked after; empty where no customer has a class.
  func servicePolicy() -> [ServicePolicy] {
    guard places.contains(where: { results.customers[$0].valueClass != nil }) else { return [] }
    return ValueClass.allCases.map { valueClass in
      let members = places.filter { results.customers[$0].valueClass == valueClass }
      var policy = ServicePolicy(
        valueClass: valueClass, customers: members.count,
        visitEveryDays: valueClass.visitEveryDays, policy: valueClass.policy)
      if let end = inputs.period?.end {
        let ordered = members.filter { inputs.sales[$0].lastOrder != nil }
        policy.actualDaysSinceOrder = Statistics.median(
          ordered.map { Double(recency(of: $0, at: end)) })
      }
      return policy
    }
  }
}

extension ValueClass {
  /// Days between visits where nobody set others.
  fileprivate var visitEveryDays: Int {
    switch self {
    case .a: 30
    case .b: 90
    case .c: 180
    }
  }

  fileprivate var policy: LocalizedText {
    switch self {
    case .a:
      LocalizedText(
        english: "Named contact, priority service, terms reviewed every quarter.",
        chinese: "专属对接人，优先服务，每季度回顾条款。")
    case .b:
      LocalizedText(
        english: "Regular service, visit by occasion, offers to grow the share of wallet.",
        chinese: "标准服务，择机拜访，推动份额提升。")
    case .c:
      LocalizedText(
        english: "Self-service and distributors, minimum order, list prices.",
        chinese: "自助与经销渠道，最低起订量，执行标准价。")
    }
  }
}
