public import FinanceModel

/// What the analyses say about the user's data.
extension FindingCode {
  public static let newCustomersCounted = FindingCode(
    "ANALYSIS-001", .note,
    what: LocalizedText(
      english: "The number of new customers is blank for some channels.",
      chinese: "部分渠道的新客户数量为空。"),
    why: LocalizedText(
      english: "It was counted from the customer list: those that began in the period, by channel.",
      chinese: "已根据客户表中本期开始合作的客户按渠道计数。"),
    whatToDo: LocalizedText(
      english: "Fill in New Customers where you know better.",
      chinese: "如有更准确的数字,请填写新客户数量。"))

  public static let unattributedSpend = FindingCode(
    "ANALYSIS-002", .note,
    what: LocalizedText(
      english: "Marketing spend of {amount} of {total} names no channel.",
      chinese: "营销费用共 {total},其中 {amount} 未注明渠道。"),
    why: LocalizedText(
      english: "It stands on its own line; the blended cost of a new customer includes it.",
      chinese: "该部分单独列示,综合获客成本已包含。"),
    whatToDo: LocalizedText(
      english: "Name the channel to see its cost per new customer.",
      chinese: "请注明渠道,以便计算该渠道的获客成本。"))

  public static let itemsWithoutDueDate = FindingCode(
    "ANALYSIS-003", .warning,
    what: LocalizedText(
      english: "{count} open receivables have neither a due date nor credit terms.",
      chinese: "{count} 笔未结应收款既无到期日也无账期。"),
    why: LocalizedText(
      english: "They are aged from their own date, as if due at once; undated ones are not due.",
      chinese: "账龄从单据日期起算(视为立即到期);无日期的视为未到期。"),
    whatToDo: LocalizedText(
      english: "Add a Due Date column, or Credit Terms to the customers.",
      chinese: "请增加到期日列,或在客户表中填写账期。"))

  public static let receivablesInSeveralCurrencies = FindingCode(
    "ANALYSIS-004", .warning,
    what: LocalizedText(
      english: "Receivables are in {count} currencies: {currencies}.",
      chinese: "应收账款涉及 {count} 种货币:{currencies}。"),
    why: LocalizedText(
      english: "Amounts of different currencies are not added up; each has its own section.",
      chinese: "不同货币的金额不相加,分别列示。"),
    whatToDo: LocalizedText(
      english: "Convert them to one currency if you want one total.",
      chinese: "如需合计,请先折算为同一货币。"))

  public static let billedItemsAsSales = FindingCode(
    "ANALYSIS-005", .note,
    what: LocalizedText(
      english: "Turnover of receivables in {currency} uses the invoices of the period as sales.",
      chinese: "{currency} 应收账款周转率以本期开票金额作为销售收入。"),
    why: LocalizedText(
      english: "The workbook has no net sales in that currency.",
      chinese: "工作簿中没有该货币的净销售额。"),
    whatToDo: LocalizedText(
      english: "Add sales lines to measure turnover against all net sales.",
      chinese: "如需按全部净销售额计算,请补充销售明细。"))
}
