import FinanceModel

/// About sales lines and how their amounts were read.
extension IntakeFindings {
  static let returnLines = FindingCode.intake(
    "071", .note,
    en: (
      "{count} line(s) are returns, together {amount}.",
      "They have a negative quantity or amount and lower revenue.",
      "Nothing to do if that is right."
    ),
    zh: ("{count} 行为退货，合计 {amount}。", "其数量或金额为负，冲减收入。", "若无误则无需处理。"))

  static let turnedDeductions = FindingCode.intake(
    "072", .note,
    en: (
      "Column {header} holds deductions as negative numbers; their sign was turned.",
      "Deductions are subtracted here as positive amounts.", "Nothing to do if that is right."
    ),
    zh: ("“{header}”列的扣减以负数填写，已反号。", "本分析按正数扣减。", "若无误则无需处理。"))

  static let computedRevenue = FindingCode.intake(
    "073", .note,
    en: (
      "Net revenue was worked out as {formula}.", "There is no column of net sales.",
      "Add a column Net Sales if it should be taken from there."
    ),
    zh: ("净收入按 {formula} 计算。", "没有净销售额列。", "如应直接取数，请添加“净销售额”列。"))

  static let taxUnknown = FindingCode.intake(
    "074", .warning,
    en: (
      "{count} amount(s) include tax and nothing says how much; tax is still in revenue.",
      "The header says tax-inclusive; there is neither a tax column nor a rate.",
      "Add a column Tax or Tax Rate."
    ),
    zh: ("{count} 个金额含税但税额不明，收入中仍含税。", "表头注明含税，但没有税额或税率列。", "请添加“税额”或“税率”列。"))

  static let discountShare = FindingCode.intake(
    "075", .note,
    en: (
      "Column {header} was read as a share of the price, not as an amount.",
      "Its figures lie between 0 and 1 and are round percentages.",
      "If they are amounts, set Column {header} = discount amount in Marginbook settings."
    ),
    zh: ("“{header}”列按折扣率而非金额理解。", "其数值在 0 与 1 之间且为整百分比。", "若为金额，请在“Marginbook 设置”中注明。"))

  static let zeroPrices = FindingCode.intake(
    "076", .note,
    en: (
      "{count} line(s) have a price of zero.", "They count as lines and quantity, without revenue.",
      "Nothing to do if they are samples or gifts."
    ),
    zh: ("{count} 行单价为零。", "计入行数和数量，但无收入。", "若为样品或赠品则无需处理。"))

  static let otherCurrency = FindingCode.intake(
    "078", .error,
    en: (
      "{count} line(s) in {currency}, together {amount}, were left out.",
      "The analysis is in {main}; there is no rate to turn {currency} into it, and currencies are never added up.",
      "Add a table of exchange rates (Currency, Exchange Rate), or one workbook a currency."
    ),
    zh: (
      "{count} 行为 {currency}，合计 {amount}，未计入。", "分析币种为 {main}；没有 {currency} 的汇率，不同币种不会相加。",
      "请添加汇率表（币种、汇率），或每个币种一个工作簿。"
    ))

  static let undated = FindingCode.intake(
    "079", .note,
    en: (
      "{count} line(s) carry no date; they count in the period all the same.",
      "Nothing says that they lie outside it.", "Fill in the dates if they do."
    ),
    zh: ("{count} 行没有日期，仍计入本期。", "没有依据认为不属于本期。", "如不属于本期，请补填日期。"))

  static let manyProducts = FindingCode.intake(
    "081", .warning,
    en: (
      "Customers and products make more than {limit} pairs; spend by product covers so many of them only.",
      "More would not fit in memory. Revenue and profit are not affected.", "Nothing to do."
    ),
    zh: ("客户与产品的组合超过 {limit} 对，产品偏好仅统计其中一部分。", "更多组合超出内存限制，收入与盈利不受影响。", "无需处理。"))

  static let unexplainedPrices = FindingCode.intake(
    "077", .note,
    en: (
      "On {count} line(s) {quantity} × {price} is not {net}; together it is {amount} more.",
      "{net} was used; no column of discounts tells the difference, so gross less returns is not net.",
      "Add a column Discount if discounts lie between them."
    ),
    zh: (
      "有 {count} 行的 {quantity} × {price} 与 {net} 不符，合计多 {amount}。",
      "以 {net} 为准；没有折扣列说明差额，因此总收入减退货不等于净收入。", "若差额为折扣，请添加“折扣”列。"
    ))

  static let joinedCost = FindingCode.intake(
    "082", .note,
    en: (
      "Product cost was worked out as {quantity} × {header} of sheet {sheet}.",
      "The sales lines carry no cost; the products do.", "Nothing to do if that is right."
    ),
    zh: ("产品成本按 {quantity} × “{sheet}”的 {header} 计算。", "销售明细中没有成本，产品表中有。", "若无误则无需处理。"))

  static let productsWithoutCost = FindingCode.intake(
    "083", .warning,
    en: (
      "{count} line(s) name a product that has no cost in the product table, such as {typed}.",
      "They count without product cost, so that their margin is too high.",
      "Add the products with their cost."
    ),
    zh: ("{count} 行的产品（如 {typed}）在产品表中没有成本。", "这些行不计产品成本，毛利因此偏高。", "请补充这些产品及其成本。"))

  static let periodsAcross = FindingCode.intake(
    "084", .note,
    en: (
      "Sheet {sheet} has periods across its columns; its figures were read as net revenue.",
      "Each figure counts as one line of its period.",
      "If they are something else, say so in Marginbook settings: Table {sheet} = ignore."
    ),
    zh: (
      "工作表“{sheet}”的各列为期间，其数字按净收入读取。", "每个数字计为该期间的一行。",
      "若另有含义，请在“Marginbook 设置”中注明：表 {sheet} = 忽略。"
    ))

  static let customersAcross = FindingCode.intake(
    "086", .note,
    en: (
      "Sheet {sheet} has customers across its columns; its figures were read as net revenue.",
      "Each figure counts as one line of its customer.",
      "If they are something else, say so in Marginbook settings: Table {sheet} = ignore."
    ),
    zh: (
      "工作表“{sheet}”的各列为客户，其数字按净收入读取。", "每个数字计为该客户的一行。",
      "若另有含义，请在“Marginbook 设置”中注明：表 {sheet} = 忽略。"
    ))

  static let statementAcross = FindingCode.intake(
    "085", .note,
    en: (
      "Sheet {sheet} has a customer in each column and a measure in each row: {typed}.",
      "Revenue and costs were read customer by customer; sums and margins are worked out anew.",
      "Nothing to do if that is right."
    ),
    zh: (
      "工作表“{sheet}”每列为一个客户、每行为一项指标：{typed}。", "收入与成本按客户读取，合计与毛利重新计算。", "若无误则无需处理。"
    ))
}

/// About units and currencies.
extension IntakeFindings {
  static let unit = FindingCode.intake(
    "111", .note,
    en: (
      "Money on sheet {sheet} is in {unit}; it was multiplied by {factor}.",
      "Title or header say so. Quantities stay as they are.", "Nothing to do if that is right."
    ),
    zh: ("工作表“{sheet}”的金额单位为{unit}，已乘以 {factor}。", "依据标题或表头；数量不受影响。", "若无误则无需处理。"))

  static let assumedCurrency = FindingCode.intake(
    "112", .note,
    en: (
      "The currency was taken as {currency}.", "{reason}",
      "Set Currency in Marginbook settings if it is another."
    ),
    zh: ("币种按 {currency} 处理。", "{reason}", "如有不同，请在“Marginbook 设置”中设定“币种”。"))
}
