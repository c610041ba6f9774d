public import CostingCore
import FinanceModel
public import PluginKit
import SheetPlan

extension SampleTrade {
  /// Budget, receivables, marketing, feedback, interactions.
  mutating func makeAnalyses(_ random: inout Generator) {
    makeBudget()
    makeReceivables(&random)
    for (index, name) in [text("Online", "线上"), text("Trade fair", "展会"), text("Referral", "转介绍")]
      .enumerated()
    {
      var line = MarketingLine(channel: name, spend: Amount(12_000 * (index + 1)))
      line.newCustomers = Quantity(5 - index)
      inputs.marketing.append(line)
    }
    for (index, customer) in inputs.customers.enumerated() where !customer.isUnassigned {
      var response = FeedbackResponse(customer: customer.id)
      response.date = Day(year: 2025, month: 1 + index % 12, day: 10)
      response.satisfaction = Double(1 + random.below(5))
      response.recommendation = Double(random.below(11))
      response.complaints = Quantity(random.below(3))
      inputs.feedback.append(response)
    }
    let count = inputs.customers.count
    inputs.interactions = [text("Visits", "拜访"), text("E-mail clicks", "邮件点击")].map { name in
      Driver(
        name: name, quantities: (0..<count).map { _ in Quantity(random.below(20)) },
        origin: .interactions)
    }
  }

  private mutating func makeBudget() {
    let rows: [(String, Int, Int, Bool)] = [
      (text("Sales", "销售收入"), 2_600_000, 2_512_340, true),
      (text("Freight", "运费"), 30_000, 36_500, false),
      (text("Marketing", "市场推广"), 60_000, 54_000, false),
      (text("Administration", "行政管理"), 85_000, 88_000, false),
    ]
    for row in rows {
      var line = BudgetLine(name: row.0)
      line.budget = Amount(row.1)
      line.actual = Amount(row.2)
      line.isRevenue = row.3
      inputs.budget.append(line)
    }
    for (index, name) in inputs.products.prefix(3).enumerated() {
      var line = BudgetLine(name: name)
      line.budgetQuantity = Quantity(1000 + 200 * index)
      line.actualQuantity = Quantity(1100 + 100 * index)
      line.budgetUnitPrice = Amount(60 + index)
      line.actualUnitPrice = Amount(58 + 2 * index)
      line.isRevenue = true
      inputs.budget.append(line)
    }
  }

  private mutating func makeReceivables(_ random: inout Generator) {
    let spans: [(String, Int, Int?, Double)] = [
      (text("Not due", "未到期"), 0, 0, 0.01), ("1-30", 1, 30, 0.03), ("31-60", 31, 60, 0.1),
      ("61-90", 61, 90, 0.25), (">90", 91, nil, 0.5),
    ]
    inputs.receivables.buckets = spans.map { span in
      var bucket = AgeingBucket(label: span.0, from: span.1, through: span.2)
      bucket.lossRate = span.3
      return bucket
    }
    for (index, customer) in inputs.customers.enumerated() where !customer.isUnassigned {
      let ageing = (0..<5).map { Amount(random.below(9_000) / ($0 + 1 + index % 3)) }
      var balance = ReceivableBalance(customer: customer.id, ageing: ageing)
      balance.opening = Amount(random.below(30_000))
      balance.closing = ageing.reduce(0, +)
      inputs.receivables.balances.append(balance)
    }
  }

  /// What the sheets are made from.
  public func context(_ results: CostingResults) -> SheetContext {
    var findings = results.findings + results.analytics.findings
    findings.append(
      Finding(
        FindingCode(
          "INTAKE-001", .warning,
          what: LocalizedText(
            english: "{count} lines carry no customer id.", chinese: "{count}行没有客户编号。"),
          why: LocalizedText(
            english: "They stand in one line at the end of every list.", chinese: "它们合并为一行列在最后。"),
          whatToDo: LocalizedText(english: "Fill in the ids.", chinese: "请补充客户编号。")),
        at: SheetCell(sheet: sheets[0].name, cell: CellAddress(row: 2, column: 3)), count: 3))
    return SheetContext(
      inputs: inputs, results: results, findings: findings, tables: tables, language: language,
      source: SheetContext.Source(
        fileName: text("bluewater-2025.xlsx", "海蓝2025.xlsx"), convertedAt: "2026-01-15T09:30:00Z",
        dateSystem: .from1900, sheets: sheets.map(\.name)), engineVersion: "1.0.0")
  }
}
