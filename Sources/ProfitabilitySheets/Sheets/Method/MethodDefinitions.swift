import CostingCore
import FinanceModel
import PluginKit
import SheetPlan

/// The definitions of the metrics that the sheets show.
struct MethodDefinitions {
  let book: ProfitBook

  init(_ book: ProfitBook) { self.book = book }

  func write(_ sheet: inout SheetBuilder, row: Int) -> Int {
    let language = book.context.language
    let rows = MetricDefinition.all.filter { definition in
      definition.sheets.contains { book.isWritten($0) } && (book.hasCosts || !definition.needsCost)
        && definition.isTold(book.results.analytics)
    }.map { [$0.name[language], $0.meaning[language], $0.formula[language], $0.source[language]] }
    return MethodSection(
      book: book, title: book.text("Definitions", "指标定义"),
      headers: [
        book.text("Metric", "指标"), book.text("What it is", "含义"), book.text("Formula", "公式"),
        book.text("Source", "依据"),
      ], rows: rows
    ).write(&sheet, row: row)
  }
}

/// A metric, what it is, how it is computed and where that comes from.
struct MetricDefinition: Sendable {
  var name: LocalizedText
  var meaning: LocalizedText
  var formula: LocalizedText
  var source: LocalizedText
  var sheets: [SheetKey]
  var needsCost: Bool
  /// Whether the analyses hold it, where its sheets may be written without.
  var isTold: @Sendable (CustomerAnalytics) -> Bool

  init(
    _ name: (String, String), _ meaning: (String, String), _ formula: (String, String),
    source: (String, String), on sheets: [SheetKey], needsCost: Bool = false,
    isTold: @escaping @Sendable (CustomerAnalytics) -> Bool = { _ in true }
  ) {
    self.name = LocalizedText(english: name.0, chinese: name.1)
    self.meaning = LocalizedText(english: meaning.0, chinese: meaning.1)
    self.formula = LocalizedText(english: formula.0, chinese: formula.1)
    self.source = LocalizedText(english: source.0, chinese: source.1)
    self.sheets = sheets
    self.needsCost = needsCost
    self.isTold = isTold
  }

  static let all = profit + standing + allocation + behaviour + operations
}

extension MetricDefinition {
  private static let practice = ("Management accounting practice", "管理会计通行做法")

  fileprivate static let profit: [MetricDefinition] = [
    MetricDefinition(
      ("Net revenue", "净销售额"),
      (
        "What the lines of a customer bring; negative lines are returns.",
        "客户各销售行的净额，负数行为退货。"
      ),
      (
        "net column, else gross − discount − rebate − returns, else quantity × price less those",
        "净额列；否则 总额−折扣−返利−退货；否则 数量×单价 再减上述"
      ), source: practice, on: [.customers]),
    MetricDefinition(
      ("CM1 gross margin", "边际一(毛利)"), ("After product cost.", "扣除产品成本后。"),
      ("net revenue − product cost", "净销售额 − 产品成本"), source: practice, on: [.customers],
      needsCost: true),
    MetricDefinition(
      ("CM2", "边际二"), ("After cost traced to the customer's sales.", "再扣除直接归属的销售费用后。"),
      (
        "CM1 − commission − freight − other direct cost", "边际一 − 佣金 − 运费 − 其他直接成本"
      ), source: practice, on: [.customers], needsCost: true),
    MetricDefinition(
      ("CM3", "边际三"), ("After cost-to-serve.", "再扣除服务成本后。"),
      ("CM2 − allocated pools that are not overhead", "边际二 − 非管理费用类成本池的分摊额"),
      source: (
        "Cooper & Kaplan, Harvard Business Review, May 1991", "Cooper 与 Kaplan，《哈佛商业评论》1991年5月"
      ),
      on: [.allocation], needsCost: true),
    MetricDefinition(
      ("CM4 net margin", "边际四(净利润)"), ("After overhead.", "再扣除管理费用后。"),
      (
        "CM3 − pools of class administration or facility, or of level facility",
        "边际三 − 类别为管理、设施或层级为设施的成本池"
      ), source: practice, on: [.customers], needsCost: true),
    MetricDefinition(
      ("Operating profit", "营业利润"), ("Net margin less what no customer bears.", "净利润减去无客户承担的成本。"),
      ("Σ CM4 − not allocated − unused capacity", "Σ边际四 − 未分摊 − 闲置产能"), source: practice,
      on: [.allocation], needsCost: true),
    MetricDefinition(
      ("Whale curve", "鲸鱼曲线"),
      (
        "Cumulative margin by rank; its peak shows what loss-makers give back.",
        "按排名累计的利润；峰值高出部分即被亏损客户侵蚀的利润。"
      ), ("previous + current margin, best first", "上一名累计 + 本名利润"),
      source: ("Kaplan & Narayanan, Journal of Cost Management, 2001", "Kaplan 与 Narayanan，2001"),
      on: [.overview], needsCost: true),
  ]

  fileprivate static let standing: [MetricDefinition] = [
    MetricDefinition(
      ("ABC class", "ABC类"),
      (
        "The customer that crosses a line belongs to the higher class; no margin, no loss-maker in A"
          + " or B.", "跨线客户归入较高一类；利润不为正者归C类。"
      ),
      (
        "share of positive margin before the customer < 80 % A, < 95 % B, else C",
        "该客户之前的正利润累计占比<80%为A、<95%为B，其余为C"
      ), source: ("Pareto principle", "帕累托原则"), on: [.tiers]),
    MetricDefinition(
      ("Tier", "客户层级"),
      ("VIP, regular, potential.", "VIP、普通、潜在。"),
      (
        "VIP: first ⌈20 %⌉ of buyers with positive margin, or from a threshold; potential: no sale or"
          + " below the floor", "VIP：购买客户中利润为正的前⌈20%⌉，或达到门槛；潜在：无销售或低于下限"
      ), source: ("Setting of this workbook", "本工作簿设置"), on: [.tiers]),
    MetricDefinition(
      ("RFM", "RFM"), ("Recency, frequency, monetary value scored 1–5.", "最近购买、次数、金额各评1–5分。"),
      (
        "1 + number of quintiles (type 7) strictly below the value; recency reversed",
        "1 + 严格低于该值的五分位数(第7类)个数；最近购买取反"
      ), source: ("Hughes, Strategic Database Marketing, 1994", "Hughes《战略数据库营销》1994"), on: [.tiers]
    ),
  ]

  fileprivate static let allocation: [MetricDefinition] = [
    MetricDefinition(
      ("Rate", "费率"), ("Cost of one unit of a driver.", "每单位动因的成本。"),
      (
        "(amount + received) / driver quantity, or / practical capacity where that is larger",
        "(金额+转入)÷动因总量；给定实际产能且更大时÷产能"
      ),
      source: (
        "Kaplan & Anderson, Harvard Business Review, November 2004",
        "Kaplan 与 Anderson，《哈佛商业评论》2004年11月"
      ),
      on: [.allocation]),
    MetricDefinition(
      ("Allocated cost", "分摊额"), ("What a customer bears of a pool.", "客户承担的成本池金额。"),
      ("rate × the customer's driver quantity", "费率 × 客户动因用量"),
      source: ("Cooper & Kaplan 1988", "Cooper 与 Kaplan 1988"), on: [.allocation]),
    MetricDefinition(
      ("Unused capacity", "闲置产能成本"), ("Cost of capacity that nobody used.", "无人使用的产能成本。"),
      ("rate × (practical capacity − used)", "费率 ×(实际产能 − 已用)"),
      source: ("Cooper & Kaplan, Accounting Horizons, September 1992", "Cooper 与 Kaplan，1992年9月"),
      on: [.allocation]),
  ]

  fileprivate static let behaviour: [MetricDefinition] = [
    MetricDefinition(
      ("Lifetime value (revenue)", "生命周期价值(收入)"),
      ("What a customer spends over the relationship.", "客户在合作期内的消费。"),
      ("order value × orders a year × years", "客单价 × 年购买次数 × 年数"),
      source: practice, on: [.lifetime]),
    MetricDefinition(
      ("Lifetime value (perpetual)", "生命周期价值(永续)"),
      ("Margin of all years to come, discounted.", "未来各年利润折现。"),
      ("m·r / (1 + i − r)", "m·r /(1 + i − r)"),
      source: ("Gupta & Lehmann 2003", "Gupta 与 Lehmann 2003"), on: [.lifetime]),
    MetricDefinition(
      ("P(alive)", "存活概率"), ("That a customer still buys.", "客户仍在购买的概率。"),
      ("BG/NBD by maximum likelihood", "BG/NBD 极大似然"),
      source: ("Fader, Hardie & Lee, Marketing Science 24(2), 2005", "Fader、Hardie 与 Lee，2005"),
      on: [.lifetime]),
    MetricDefinition(
      ("CAC", "获客成本"), ("What a new customer costs.", "获得一个新客户的花费。"),
      ("marketing spend / new customers", "营销费用 ÷ 新客户数"), source: practice, on: [.acquisition]),
    MetricDefinition(
      ("Churn", "流失率"), ("Share of the customers at the start that left.", "期初客户中流失的比例。"),
      ("lost / customers at the start of the period", "流失数 ÷ 期初客户数"), source: practice,
      on: [.retention]),
    MetricDefinition(
      ("NPS", "净推荐值"), ("Promoters less detractors.", "推荐者减贬损者。"),
      ("(9–10) % − (0–6) %", "(9–10分)% −(0–6分)%"),
      source: ("Reichheld, Harvard Business Review, December 2003", "Reichheld，《哈佛商业评论》2003年12月"),
      on: [.voice]),
    MetricDefinition(
      ("First response", "首次响应时长"),
      (
        "Hours from a request to the first reply; a reply before its request is left out.",
        "从受理到首次响应的小时数；响应早于受理的不计。"
      ),
      (
        "mean and median of hours; within target = hours ≤ Response Target Hours (24 unless set)",
        "时长的均值与中位数；时限内 = 时长 ≤ 响应时限小时(默认24)"
      ), source: practice, on: [.voice], isTold: { $0.service != nil }),
    MetricDefinition(
      ("Engagement", "互动得分"),
      ("How much a customer is in touch, 0–100.", "客户互动程度，0–100。"),
      (
        "Σ weight × (count − least) / (most − least) × 100; halves: equally many months each",
        "Σ 权重 ×(次数−最少)÷(最多−最少)×100；前后半期月数相等"
      ), source: practice, on: [.voice], isTold: { $0.engagement != nil }),
    MetricDefinition(
      ("Affinity", "偏好指数"), ("Above 1 the customer prefers the product.", "大于1表示偏好该产品。"),
      ("customer's share of spend / portfolio's share", "客户消费占比 ÷ 总体占比"), source: practice,
      on: [.preferences]),
  ]

  fileprivate static let operations: [MetricDefinition] = [
    MetricDefinition(
      ("Market share", "市场占有率"),
      (
        "Own part of what the market sells; blank where the market's figure is zero, lacking or"
          + " incomplete, or own sales cover a part of the period only.",
        "本公司销售额占市场规模的比例；市场数据为零、缺失、不完整，或本公司销售仅覆盖部分期间时留空。"
      ),
      (
        "own net sales / market sales, of the regions or products that the market's figures name;"
          + " change = share − share of the period right before",
        "净销售额 ÷ 市场规模(市场按区域或产品给出时，仅计这些区域或产品)；变动 = 本期占有率 − 紧邻上期占有率"
      ), source: practice, on: [.trends], isTold: { $0.market != nil }),
    MetricDefinition(
      ("Before and after", "前后对比"),
      (
        "The period against the sales before it, else against the run before, else its second half"
          + " against its first.",
        "本期与期前销售对比；没有则与上次运行对比；再没有则后半期与前半期对比。"
      ),
      (
        "money and orders before are scaled where the spans differ by more than a tenth; halves have"
          + " equally many whole months", "时间跨度相差超过十分之一时按天数折算；两个半期的整月数相等"
      ), source: practice, on: [.trends],
      isTold: { $0.market != nil || $0.comparison?.basis == .firstHalf }),
    MetricDefinition(
      ("Receivables turnover", "应收账款周转率"), ("How often receivables turn into cash.", "应收账款周转次数。"),
      ("net sales / average of opening and closing balance", "净销售额 ÷(期初+期末)/2"),
      source: practice, on: [.receivables]),
    MetricDefinition(
      ("DSO", "应收账款周转天数"), ("Days that sales are outstanding.", "销售回款天数。"),
      ("days in the period / turnover", "期间天数 ÷ 周转率"), source: practice, on: [.receivables]),
    MetricDefinition(
      ("Budget variance", "预算差异"), ("Actual less budget.", "实际减预算。"),
      ("actual − budget; execution rate = actual / budget", "实际 − 预算；执行率 = 实际 ÷ 预算"),
      source: practice, on: [.budget]),
    MetricDefinition(
      ("Price and volume variance", "价差与量差"), ("Why actual left the budget.", "偏离预算的原因。"),
      (
        "price = (Pa − Pb)·Qa; volume = (Qa − Qb)·Pb = quantity + mix",
        "价差=(Pa−Pb)·Qa；量差=(Qa−Qb)·Pb=数量差+结构差"
      ), source: practice, on: [.budget]),
    MetricDefinition(
      ("Waste", "浪费"), ("Cost that adds no value, and idle capacity.", "不增值成本与闲置产能。"),
      ("(non-value-added + unused) / all pools", "(不增值+闲置)÷ 全部成本池"),
      source: ("Womack & Jones, Lean Thinking, 1996", "Womack 与 Jones《精益思想》1996"), on: [.lean]),
    MetricDefinition(
      ("Forecast", "预测"),
      (
        "Sales of the months to come with 80 % and 95 % bands. A band is of normal errors and knows no"
          + " floor: what lies below zero reads as zero.",
        "未来月销售及80%、95%区间。区间按误差正态分布计算，没有下限：低于零的部分视为零。"
      ),
      (
        "Holt-Winters, Holt or exponential smoothing by length of history",
        "按历史长度选 Holt-Winters、Holt 或指数平滑"
      ),
      source: ("Winters, Management Science, 1960", "Winters，1960"), on: [.forecast]),
  ]
}
