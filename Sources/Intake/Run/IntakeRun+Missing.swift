import CostingCore
import FinanceModel

extension IntakeRun {
  /// What would have to be there for analyses that cannot be done.
  var missing: [MissingInput] {
    let roles = Set(recognised.map(\.role))
    var missing: [MissingInput] = []
    func add(_ english: (String, String), _ chinese: (String, String)) {
      missing.append(
        MissingInput(
          whatToAdd: LocalizedText(english: english.0, chinese: chinese.0),
          whatItGives: LocalizedText(english: english.1, chinese: chinese.1)))
    }
    if !roles.contains(.sales) {
      add(
        ("Add a sheet Sales (Date, Customer ID, Net Sales)", "revenue, margins and ranking"),
        ("添加“销售明细”表（日期、客户编码、净销售额）", "收入、毛利与排名"))
    } else if !inputs.measures.contains(.productCost) {
      add(
        ("Add a column COGS to the sales", "gross margin by customer"),
        ("在销售表中添加“销售成本”列", "各客户毛利"))
    }
    if inputs.costPools.isEmpty {
      add(
        (
          "Add a sheet Cost pools (Cost Pool, Amount, Driver) and a sheet Drivers",
          "cost-to-serve and net margin by customer"
        ),
        ("添加“成本池”表（成本池、金额、动因）和“动因”表", "各客户的服务成本与净利"))
    } else if inputs.drivers.isEmpty {
      add(
        ("Add a sheet Drivers (Customer ID, one column a driver)", "allocation by use"),
        ("添加“动因”表（客户编码，每个动因一列）", "按动因分摊"))
    }
    if inputs.receivables.isEmpty {
      add(
        (
          "Add a sheet Receivables (Customer ID, Opening AR, Closing AR)",
          "turnover, days outstanding and ageing"
        ),
        ("添加“应收账款”表（客户编码、期初余额、期末余额）", "周转率、周转天数与账龄"))
    }
    if inputs.budget.isEmpty {
      add(
        ("Add a sheet Budget (Account, Budget, Actual)", "budget variances"),
        ("添加“预算”表（科目、预算、实际）", "预算差异"))
    }
    if inputs.marketing.isEmpty {
      add(
        ("Add a sheet Marketing (Channel, Marketing Spend, New Customers)", "acquisition cost"),
        ("添加“营销”表（渠道、营销费用、新客户数量）", "获客成本"))
    }
    if inputs.feedback.isEmpty {
      add(
        ("Add a sheet Feedback (Customer ID, Satisfaction Score, NPS)", "satisfaction and NPS"),
        ("添加“客户反馈”表（客户编码、满意度评分、推荐打分）", "满意度与净推荐值"))
    }
    if !inputs.customers.contains(where: { $0.since != nil || $0.status != nil || $0.lostOn != nil }
    ) {
      add(
        ("Add Customer Since, Status and Lost On to the customers", "churn and retention"),
        ("在客户表中添加“合作起始日”“状态”“流失日期”", "流失与留存"))
    }
    return missing
  }
}
