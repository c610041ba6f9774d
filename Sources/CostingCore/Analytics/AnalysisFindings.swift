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
      chinese: "如有更准确的数字，请填写新客户数量。"))

  public static let unattributedSpend = FindingCode(
    "ANALYSIS-002", .note,
    what: LocalizedText(
      english: "Marketing spend of {amount} of {total} names no channel.",
      chinese: "营销费用共 {total}，其中 {amount} 未注明渠道。"),
    why: LocalizedText(
      english: "It stands on its own line; the blended cost of a new customer includes it.",
      chinese: "该部分单独列示，综合获客成本已包含。"),
    whatToDo: LocalizedText(
      english: "Name the channel to see its cost per new customer.",
      chinese: "请注明渠道，以便计算该渠道的获客成本。"))

  public static let itemsWithoutDueDate = FindingCode(
    "ANALYSIS-003", .warning,
    what: LocalizedText(
      english: "{count} open receivables have neither a due date nor credit terms.",
      chinese: "{count} 笔未结应收款既无到期日也无账期。"),
    why: LocalizedText(
      english: "They are aged from their own date, as if due at once; undated ones are not due.",
      chinese: "账龄从单据日期起算(视为立即到期)；无日期的视为未到期。"),
    whatToDo: LocalizedText(
      english: "Add a Due Date column, or Credit Terms to the customers.",
      chinese: "请增加到期日列，或在客户表中填写账期。"))

  public static let receivablesInSeveralCurrencies = FindingCode(
    "ANALYSIS-004", .warning,
    what: LocalizedText(
      english: "Receivables are in {count} currencies: {currencies}.",
      chinese: "应收账款涉及 {count} 种货币:{currencies}。"),
    why: LocalizedText(
      english: "Amounts of different currencies are not added up; each has its own section.",
      chinese: "不同货币的金额不相加，分别列示。"),
    whatToDo: LocalizedText(
      english: "Convert them to one currency if you want one total.",
      chinese: "如需合计，请先折算为同一货币。"))

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
      chinese: "如需按全部净销售额计算，请补充销售明细。"))

  public static let noAverageToFinance = FindingCode(
    "ANALYSIS-006", .warning,
    what: LocalizedText(
      english: "A financing rate is set, but the average of receivables is not known.",
      chinese: "已设置资金成本率，但应收账款平均余额未知。"),
    why: LocalizedText(
      english:
        "The cost of financing needs the balances at both ends of the period; none was charged.",
      chinese: "资金占用成本需要期初与期末余额，因此未计入。"),
    whatToDo: LocalizedText(
      english: "Add opening balances, or payment dates to the invoices.",
      chinese: "请补充期初余额，或在发票明细中填写付款日期。"))

  public static let scoresOffScale = FindingCode(
    "ANALYSIS-007", .warning,
    what: LocalizedText(
      english: "{count} answers have a score off its scale.",
      chinese: "{count} 份反馈的评分超出量表范围。"),
    why: LocalizedText(
      english:
        "Satisfaction goes from 1 to 5, recommendation from 0 to 10; other scores were left out.",
      chinese: "满意度为 1–5 分，推荐意愿为 0–10 分；超出范围的评分未计入。"),
    whatToDo: LocalizedText(
      english: "Correct the scores, or bring them to these scales.",
      chinese: "请更正评分，或换算到上述量表。"))

  public static let replyBeforeRequest = FindingCode(
    "ANALYSIS-008", .warning,
    what: LocalizedText(
      english: "{count} requests have their first reply before they were made.",
      chinese: "{count} 条服务请求的首次响应早于受理时间。"),
    why: LocalizedText(
      english: "A negative response time says nothing; these requests were left out.",
      chinese: "响应时长为负没有意义，这些记录未计入。"),
    whatToDo: LocalizedText(
      english: "Correct the times of request and reply.", chinese: "请更正受理与响应时间。"))
}

/// What the analyses say about the market.
extension FindingCode {
  public static let marketBelowSales = FindingCode(
    "ANALYSIS-021", .warning,
    what: LocalizedText(
      english:
        "{count} market figure(s) are smaller than own sales: {name}, market {market}, own {own}.",
      chinese: "{count} 处市场规模小于本公司销售额:{name}，市场 {market}，本公司 {own}。"),
    why: LocalizedText(
      english: "A share above 100 % cannot be; unit, currency or scope may differ.",
      chinese: "市场占有率不可能超过 100%；单位、币种或统计口径可能不一致。"),
    whatToDo: LocalizedText(
      english: "Check the unit of the market figures, and whether they cover the same sales.",
      chinese: "请核对市场规模的单位与统计口径。"))

  public static let marketPeriodsApart = FindingCode(
    "ANALYSIS-022", .note,
    what: LocalizedText(
      english: "{count} period(s) have a market figure or own sales, but not both: {names}.",
      chinese: "{count} 个期间只有市场规模或只有本公司销售额:{names}。"),
    why: LocalizedText(
      english: "They have no market share, and the share of the whole period leaves them out.",
      chinese: "这些期间没有市场占有率，整期占有率也不含它们。"),
    whatToDo: LocalizedText(
      english: "Add the missing figures, or nothing if there are none.",
      chinese: "请补充缺少的数据；确无数据则无需处理。"))

  public static let marketPeriodsCut = FindingCode(
    "ANALYSIS-023", .note,
    what: LocalizedText(
      english: "Own sales cover only a part of {count} period(s) of the market: {names}.",
      chinese: "{count} 个市场期间仅有部分月份的本公司销售额:{names}。"),
    why: LocalizedText(
      english:
        "A part of the sales against the whole market would understate the share; it is blank.",
      chinese: "以部分销售额对比整期市场会低估占有率，因此留空。"),
    whatToDo: LocalizedText(
      english:
        "Give the market by month, or the sales of the whole period; where they are whole, set Period"
        + " Start and Period End.",
      chinese: "请按月提供市场规模，或补齐整期销售；若数据已完整，请设置期间开始与期间结束。"))

  public static let marketSharesDiffer = FindingCode(
    "ANALYSIS-024", .warning,
    what: LocalizedText(
      english:
        "The market share given for {name}, {given}, is not own sales over the market, {computed}"
        + " ({count} in all).",
      chinese: "{name} 给定的市场占有率 {given} 与销售额÷市场规模 {computed} 不符(共 {count} 处)。"),
    why: LocalizedText(
      english: "The share on the sheets is worked out; the given one stands beside it.",
      chinese: "表中采用计算值，给定值列于其旁。"),
    whatToDo: LocalizedText(
      english: "Check which sales the given share counts.", chinese: "请核对给定占有率的统计口径。"))

  public static let marketPartsMissing = FindingCode(
    "ANALYSIS-025", .note,
    what: LocalizedText(
      english: "The market of {count} period(s) lacks a region or product: {names}.",
      chinese: "{count} 个期间的市场规模缺少部分区域或产品:{names}。"),
    why: LocalizedText(
      english: "All own sales against a part of the market would overstate the share; it is blank.",
      chinese: "以全部销售额对比部分市场会高估占有率，因此留空。"),
    whatToDo: LocalizedText(
      english: "Fill in the missing market figures.", chinese: "请补充缺少的市场规模。"))

  public static let marketPartsElsewhere = FindingCode(
    "ANALYSIS-026", .note,
    what: LocalizedText(
      english: "Own sales of {amount} are in regions or of products without a market figure.",
      chinese: "有 {amount} 的销售额所在区域或产品没有市场规模。"),
    why: LocalizedText(
      english: "The market share leaves them out: they are no part of that market.",
      chinese: "计算市场占有率时不含这部分销售额。"),
    whatToDo: LocalizedText(
      english: "Add their market, or the region to customers that have none.",
      chinese: "请补充相应的市场规模，或补填客户的区域。"))

  public static let marketPartsUnknown = FindingCode(
    "ANALYSIS-027", .note,
    what: LocalizedText(
      english: "The market of {count} period(s) is given for some products only: {names}.",
      chinese: "{count} 个期间仅给出部分产品的市场规模:{names}。"),
    why: LocalizedText(
      english: "Own sales by product are known for the whole period only; the share is blank.",
      chinese: "各产品的销售额仅有整期合计，因此占有率留空。"),
    whatToDo: LocalizedText(
      english: "Give the market of the whole period by product, or that of all products.",
      chinese: "请提供整期的分产品市场规模，或全部产品的市场规模。"))
}

/// What the models say about the user's data.
extension FindingCode {
  public static let noPurchaseModel = FindingCode(
    "ANALYSIS-010", .note,
    what: LocalizedText(
      english: "No purchase model was fitted. {reason}", chinese: "未拟合购买模型。{reason}"),
    why: LocalizedText(
      english: "Expected orders, probability of being alive and residual value need one.",
      chinese: "预期订单、活跃概率与剩余价值依赖该模型。"),
    whatToDo: LocalizedText(
      english:
        "Give more history: dated sales lines of at least {needed} customers that came back.",
      chinese: "请提供更多带日期的销售明细(至少 {needed} 个重复购买客户)。"))

  public static let noSpendModel = FindingCode(
    "ANALYSIS-011", .note,
    what: LocalizedText(
      english: "No spend model was fitted. {reason}", chinese: "未拟合金额模型。{reason}"),
    why: LocalizedText(
      english: "Residual values use each customer's own mean order instead.",
      chinese: "剩余价值改用客户自身的平均订单金额。"),
    whatToDo: LocalizedText(
      english: "Nothing, or check lines with negative amounts.",
      chinese: "无需处理，或检查金额为负的明细。"))

  public static let noChurnModel = FindingCode(
    "ANALYSIS-012", .note,
    what: LocalizedText(
      english: "No churn model was fitted: {lost} lost of {customers} customers are too few.",
      chinese: "未拟合流失模型:{customers} 个客户中流失 {lost} 个，数量不足。"),
    why: LocalizedText(
      english: "It needs 50 customers with a status, 10 of them lost and 10 not.",
      chinese: "至少需要 50 个有状态的客户，其中流失与未流失各 10 个。"),
    whatToDo: LocalizedText(
      english: "Nothing; the churn rate and its reasons are given all the same.",
      chinese: "无需处理；流失率及原因照常给出。"))

  public static let discountRateAssumed = FindingCode(
    "ANALYSIS-013", .note,
    what: LocalizedText(
      english: "No discount rate is set; {rate} a year was assumed.",
      chinese: "未设置折现率，按每年 {rate} 计算。"),
    why: LocalizedText(
      english: "Discounted lifetime values go by it.", chinese: "折现的客户价值取决于该比率。"),
    whatToDo: LocalizedText(
      english: "Set Discount Rate on the Settings sheet.", chinese: "请在设置表中填写折现率。"))

  public static let inactivityRule = FindingCode(
    "ANALYSIS-014", .note,
    what: LocalizedText(
      english: "No customer carries a status; churn goes by inactivity.",
      chinese: "客户没有状态信息，流失按不活跃规则判断。"),
    why: LocalizedText(
      english:
        "A customer counts as lost after twice its median gap between orders, or after {days}.",
      chinese: "超过客户订单间隔中位数的两倍(或 {days})未下单即视为流失。"),
    whatToDo: LocalizedText(
      english: "Add Status or Lost On to the customers, or set Inactive Days.",
      chinese: "请在客户表中填写状态或流失日期，或设置不活跃天数。"))
}
