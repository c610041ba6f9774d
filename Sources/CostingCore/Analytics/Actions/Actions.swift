public import FinanceModel

extension AnalysisFacts {
  /// The most actions of one kind.
  private static let limitPerKind = 25

  /// What to do about whom, by money at stake, most first; at most twenty-five of a kind.
  func actions(_ analytics: CustomerAnalytics) -> [RecommendedAction] {
    let portfolio = Portfolio(self)
    let rules: [@Sendable () -> [ActionCandidate]] = [
      { collections(analytics.receivables) },
      { visits(analytics.retention) },
      { winBacks(analytics.retention) },
      { repricings(portfolio) },
      { minimumOrders(portfolio) },
      { cheaperChannels(portfolio) },
      { trainings() },
      { returnReductions(portfolio) },
      { careCalls(analytics.feedback) },
      { loyalty(analytics.retention) },
    ]
    let candidates = rules.concurrentMap { rule in
      rule().foremost(
        Self.limitPerKind, where: \.moneyAtStake.isPositive, by: ActionCandidate.precedes)
    }
    return candidates.joined().sorted(by: ActionCandidate.precedes).map(\.action)
  }

  /// A candidate about a customer of the inputs; the sentences are made once it is kept.
  func candidate(
    _ kind: RecommendedAction.Kind, _ place: Int, _ money: Amount,
    _ because: @escaping @Sendable () -> LocalizedText
  ) -> ActionCandidate {
    ActionCandidate(
      kind: kind, customer: place, id: inputs.customers[place].id, moneyAtStake: money,
      because: because)
  }

  /// Whether a customer is worth an effort: VIP or class A.
  func isValued(_ place: Int) -> Bool {
    results.customers[place].tier == .vip || results.customers[place].valueClass == .a
  }
}

/// An action before it is known whether it is among the largest of its kind.
struct ActionCandidate: Sendable {
  var kind: RecommendedAction.Kind
  var customer: Int?
  var id: CustomerID
  var moneyAtStake: Amount
  var because: @Sendable () -> LocalizedText

  var action: RecommendedAction {
    RecommendedAction(
      kind: kind, customer: customer, id: id, moneyAtStake: moneyAtStake, because: because(),
      recommendation: kind.recommendation)
  }

  /// More money first; then by id and kind.
  static func precedes(_ first: ActionCandidate, _ second: ActionCandidate) -> Bool {
    if first.moneyAtStake != second.moneyAtStake { return first.moneyAtStake > second.moneyAtStake }
    return (first.id, first.kind.rawValue) < (second.id, second.kind.rawValue)
  }
}

extension RecommendedAction.Kind {
  /// What is recommended, in a sentence.
  public var recommendation: LocalizedText {
    switch self {
    case .visit:
      LocalizedText(
        english: "Visit or call: ask what changed before the silence becomes a loss.",
        chinese: "安排回访：在沉默变为流失之前了解原因。")
    case .reprice:
      LocalizedText(
        english: "Reprice or cut the discount at the next renewal; drop the lines below cost.",
        chinese: "下次续约时调整价格或收紧折扣；停止低于成本的产品线。")
    case .minimumOrder:
      LocalizedText(
        english: "Agree a minimum order, a small-order fee or fixed delivery days.",
        chinese: "约定最低起订量、小单附加费或固定配送日。")
    case .cheaperChannel:
      LocalizedText(
        english: "Move routine orders and questions to a cheaper channel (online, distributor).",
        chinese: "将日常订单与咨询转至成本更低的渠道(线上、经销商)。")
    case .train:
      LocalizedText(
        english: "Train the customer's staff and publish self-help: fewer calls for service.",
        chinese: "为客户提供培训和自助资料，减少服务需求。")
    case .collect:
      LocalizedText(
        english: "Collect: agree a date, hold new credit until paid.",
        chinese: "催收：约定付款日期，付清前暂停新增信用。")
    case .winBack:
      LocalizedText(
        english: "Win back: an offer with a date, made by the person the customer knew.",
        chinese: "挽回：由客户熟悉的对接人提出限时方案。")
    case .care:
      LocalizedText(
        english: "Call about the complaint this week and report back what was done.",
        chinese: "本周内就客户不满进行沟通，并反馈处理结果。")
    case .reduceReturns:
      LocalizedText(
        english: "Find out why goods come back: wrong orders, quality, generous terms.",
        chinese: "查明退货原因：下错单、质量或退货条款过宽。")
    case .keep:
      LocalizedText(
        english: "Keep: a named contact, early access, a yearly review of terms.",
        chinese: "维系：指定对接人、优先权益、年度条款回顾。")
    }
  }
}
