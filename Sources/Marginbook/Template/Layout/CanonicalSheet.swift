import FinanceModel

/// A sheet of the canonical workbook: its names, and what a finance team gets for filling it in.
struct CanonicalSheet: Sendable, Hashable {
  /// Stable, language-free identity; also the name of the sheet's Excel table.
  var key: String
  var name: LocalizedText
  /// One sentence for the front page.
  var purpose: LocalizedText

  private init(_ key: String, _ english: String, _ chinese: String, purpose: LocalizedText) {
    self.key = key
    name = LocalizedText(english: english, chinese: chinese)
    self.purpose = purpose
  }
}

extension CanonicalSheet {
  static let sales = CanonicalSheet(
    "Sales", "Sales", "销售明细",
    purpose: LocalizedText(
      english: "One row an invoice line: revenue, deductions and the cost traced to the customer.",
      chinese: "每行一条开票明细：收入、扣减项，以及可直接归属于客户的成本。"))

  static let customers = CanonicalSheet(
    "Customers", "Customers", "客户",
    purpose: LocalizedText(
      english: "One row a customer: segment, start, status. Gives retention and cohorts.",
      chinese: "每行一个客户：类别、合作起始、状态。用于留存与客户群分析。"))

  static let costPools = CanonicalSheet(
    "CostPools", "Cost pools", "成本池",
    purpose: LocalizedText(
      english: "Indirect cost and how each pool reaches the customers.",
      chinese: "间接成本，以及每个成本池如何分摊到客户。"))

  static let drivers = CanonicalSheet(
    "Drivers", "Drivers", "动因",
    purpose: LocalizedText(
      english: "What each customer uses: hours, visits, pallets. One column a driver.",
      chinese: "每个客户的动因量：工时、拜访、托盘等，每列一个动因。"))

  static let activities = CanonicalSheet(
    "Activities", "Activities", "作业",
    purpose: LocalizedText(
      english: "What a pool's money is spent on; with unit times it becomes time-driven.",
      chinese: "成本池的钱花在哪些作业上；填写单位时间即为时间驱动作业成本法。"))

  static let serviceDepartments = CanonicalSheet(
    "ServiceDepartments", "Service departments", "辅助部门",
    purpose: LocalizedText(
      english: "Departments that serve others, and how much each department uses of them.",
      chinese: "为其他部门服务的部门，以及各部门对其服务的耗用量。"))

  static let budget = CanonicalSheet(
    "Budget", "Budget", "预算",
    purpose: LocalizedText(
      english: "Budget beside actual; with quantities and prices, variances are split.",
      chinese: "预算与实际对照；填写数量和单价即可分解价格、数量与结构差异。"))

  static let receivables = CanonicalSheet(
    "Receivables", "Receivables", "应收账款",
    purpose: LocalizedText(
      english: "Opening and closing balance by customer, and its age.",
      chinese: "各客户的期初、期末余额及账龄。"))

  static let marketing = CanonicalSheet(
    "Marketing", "Marketing", "营销",
    purpose: LocalizedText(
      english: "Spend and new customers by channel. Gives acquisition cost.",
      chinese: "各渠道的营销费用与新客户数量，用于获客成本。"))

  static let feedback = CanonicalSheet(
    "Feedback", "Feedback", "客户反馈",
    purpose: LocalizedText(
      english: "Answers to surveys: satisfaction, likelihood to recommend, complaints.",
      chinese: "客户调查：满意度、推荐意愿与投诉。"))

  static let market = CanonicalSheet(
    "Market", "Market", "市场",
    purpose: LocalizedText(
      english: "What the whole market sold, by period. Gives the market share.",
      chinese: "各期的市场规模，用于市场占有率。"))

  static let interactions = CanonicalSheet(
    "Interactions", "Interactions", "互动",
    purpose: LocalizedText(
      english: "How customers deal with you: one column a kind of interaction.",
      chinese: "客户互动情况，每列一种互动方式。"))

  static let settings = CanonicalSheet(
    "Settings", "Settings", "设置",
    purpose: LocalizedText(
      english: "Currency, period, thresholds and rates. Blank values keep their defaults.",
      chinese: "币种、期间、门槛与比率；留空即采用默认值。"))
}
