import FinanceModel

/// About customers and how tables were joined.
extension IntakeFindings {
  static let blankIDs = FindingCode.intake(
    "091", .warning,
    en: (
      "{count} line(s) without a customer id come to {amount}.",
      "They are kept on one line, \"unassigned\", and get no rank.",
      "Fill in the ids; {named} of the lines carry a name."
    ),
    zh: ("{count} 行没有客户编码，金额 {amount}。", "集中列示为一行“unassigned”，不参与排名。", "请补填编码；其中 {named} 行有客户名称。"))

  static let unknownIDs = FindingCode.intake(
    "092", .warning,
    en: (
      "{count} id(s) on sheet {sheet} stand in no sales, customer or driver table, such as {typed}.",
      "They get no line of their own.", "Check the ids, or add the customers to the customer list."
    ),
    zh: (
      "工作表“{sheet}”中有 {count} 个编码（如 {typed}）不在销售、客户或动因表中。", "不为其单列客户。", "请核对编码，或将其加入客户表。"
    ))

  static let duplicateCustomer = FindingCode.intake(
    "093", .warning,
    en: (
      "Customer {typed} stands {count} more time(s) in the customer list.",
      "The first row was used; later ones filled only what it leaves blank.",
      "Keep one row a customer."
    ),
    zh: ("客户 {typed} 在客户表中重复 {count} 次。", "以首行为准，其后仅补空缺。", "每个客户请只保留一行。"))

  static let nearNames = FindingCode.intake(
    "094", .note,
    en: (
      "The names {first} and {second} are nearly the same.",
      "They may be one customer; they are kept apart.", "Write the name the same way if they are."
    ),
    zh: ("名称“{first}”与“{second}”几乎相同。", "可能为同一客户；不会自动合并。", "若为同一客户，请统一名称。"))

  static let sharedName = FindingCode.intake(
    "095", .note,
    en: (
      "Customers {first} and {second} have the same name, {typed}.",
      "They may be one customer; ids are never merged.", "Give them one id if they are."
    ),
    zh: ("客户 {first} 与 {second} 名称相同：{typed}。", "可能为同一客户；编码不会自动合并。", "若为同一客户，请统一编码。"))

  static let similarIDs = FindingCode.intake(
    "096", .warning,
    en: (
      "The ids {first} and {second} differ only in letter case or leading zeros.",
      "They are kept apart here, but SUMIFS takes them for one; values replace formulas.",
      "Give them one id if they are the same customer."
    ),
    zh: (
      "编码 {first} 与 {second} 仅大小写或前导零不同。", "本分析视为两个客户，而 SUMIFS 会视为一个，因此写入数值而非公式。",
      "若为同一客户，请统一编码。"
    ))

  static let withoutSales = FindingCode.intake(
    "097", .note,
    en: (
      "{count} customer(s) have no sales line, such as {typed}.",
      "They get a line with revenue of zero.", "Nothing to do if that is right."
    ),
    zh: ("{count} 个客户没有销售（如 {typed}）。", "列示为收入为零的一行。", "若无误则无需处理。"))

  static let orphanLines = FindingCode.intake(
    "098", .warning,
    en: (
      "{count} line(s) name an order that the orders do not list, such as {typed}.",
      "Their customer is unknown; they count as \"unassigned\".", "Add the orders."
    ),
    zh: ("{count} 行的订单号（如 {typed}）不在订单表中。", "客户未知，计入“unassigned”。", "请补充订单。"))

  static let notInList = FindingCode.intake(
    "099", .warning,
    en: (
      "{count} customer(s) with sales are missing from the customer list: {typed}.",
      "They have no segment, region or terms.", "Add them to the list."
    ),
    zh: ("{count} 个有销售的客户不在客户表中：{typed}。", "缺少其类别、区域或账期。", "请补充到客户表。"))

  static let unknownStatus = FindingCode.intake(
    "100", .warning,
    en: (
      "\"{typed}\" is no known status.", "{count} customer(s) count as neither active nor lost.",
      "Use active, lost, churned or inactive."
    ),
    zh: ("“{typed}”不是已知状态。", "{count} 个客户既不算正常也不算流失。", "请使用 正常、活跃、流失 或 停用。"))

  static let unknownReferrer = FindingCode.intake(
    "101", .note,
    en: (
      "\"{typed}\" is given as referrer but is no customer.", "{count} referral(s) were left out.",
      "Use the referrer's customer id."
    ),
    zh: ("推荐人“{typed}”不是客户。", "{count} 条推荐未计入。", "请填写推荐客户的编码。"))
}

/// About cost pools, drivers and the other tables.
extension IntakeFindings {
  static let noMethod = FindingCode.intake(
    "131", .warning,
    en: (
      "Cost pool {typed} names neither a method nor a driver; it stays unallocated.",
      "Nothing says who causes this cost.", "Fill in Method or Driver."
    ),
    zh: ("成本池“{typed}”既无方法也无动因，暂不分摊。", "没有依据确定由谁承担。", "请填写“分摊方法”或“动因”。"))

  static let unknownWord = FindingCode.intake(
    "132", .warning,
    en: (
      "\"{typed}\" is not a known word for {header}.", "It was left blank ({count} cell(s)).",
      "Use one of: {known}."
    ),
    zh: ("“{typed}”不是“{header}”的已知用语。", "按空白处理（{count} 处）。", "请使用：{known}。"))

  static let noAmount = FindingCode.intake(
    "133", .warning,
    en: (
      "{typed} has no amount.", "It counts as zero ({count} row(s)).", "Fill in the amount."
    ),
    zh: ("“{typed}”没有金额。", "按零处理（{count} 行）。", "请填写金额。"))

  static let repeatedDriverRows = FindingCode.intake(
    "135", .note,
    en: (
      "Customer {typed} stands in several rows of the drivers; they were added up.",
      "{count} row(s) repeat a customer.", "Nothing to do if that is right."
    ),
    zh: ("客户 {typed} 在动因表中有多行，已相加。", "共 {count} 行重复。", "若无误则无需处理。"))

  static let ledgerPools = FindingCode.intake(
    "137", .warning,
    en: (
      "{count} account(s) of sheet {sheet} carry no customer; they stay unallocated, together {amount}.",
      "They are indirect cost without a driver.",
      "Add a sheet Cost pools that says how to allocate them."
    ),
    zh: ("工作表“{sheet}”有 {count} 个科目不含客户，合计 {amount}，暂不分摊。", "属于没有动因的间接成本。", "请添加“成本池”表说明如何分摊。"))

  static let driverWithoutCustomer = FindingCode.intake(
    "138", .warning,
    en: (
      "{count} row(s) of drivers carry no customer id.", "Nobody bears them.", "Fill in the ids."
    ),
    zh: ("动因表有 {count} 行没有客户编码。", "没有客户承担。", "请补填编码。"))

  static let unknownPeriod = FindingCode.intake(
    "139", .warning,
    en: (
      "{count} row(s) of sheet {sheet} name no month, quarter or year, such as \"{typed}\".",
      "Own sales cannot be set against them; they were left out.",
      "Write periods as 2026-03, 2026-Q1 or 2026."
    ),
    zh: (
      "工作表“{sheet}”有 {count} 行的期间（如“{typed}”）不是月份、季度或年份。", "无法与销售额对应，未计入。",
      "请写成 2026-03、2026-Q1 或 2026。"
    ))

  static let undatedInteractions = FindingCode.intake(
    "140", .note,
    en: (
      "{count} row(s) of interactions on sheet {sheet} carry no day or month.",
      "They count for engagement, but in no month of its trend.", "Fill in the dates."
    ),
    zh: ("工作表“{sheet}”有 {count} 行互动没有日期或月份。", "计入互动得分，但不计入任何月份的走势。", "请补填日期。"))
}

/// About settings.
extension IntakeFindings {
  static let unknownSetting = FindingCode.intake(
    "151", .warning,
    en: (
      "\"{typed}\" is not a setting; it has no effect.", "{suggestion}",
      "Correct the name."
    ),
    zh: ("“{typed}”不是可用的设置，未生效。", "{suggestion}", "请更正名称。"))

  static let badSetting = FindingCode.intake(
    "152", .warning,
    en: (
      "The value \"{typed}\" of {setting} cannot be read; the default is used.",
      "{setting} takes {expected}.", "Correct the value."
    ),
    zh: ("“{setting}”的值“{typed}”无法识别，已用默认值。", "应为{expected}。", "请更正。"))

  static let unknownMapping = FindingCode.intake(
    "153", .warning,
    en: (
      "The mapping \"{typed}\" fits no sheet or column.", "{suggestion}",
      "Write it as Table SHEET = ROLE or Column SHEET!HEADER = ROLE."
    ),
    zh: ("映射“{typed}”没有对应的工作表或列。", "{suggestion}", "请写成：表 工作表名 = 用途，或 列 工作表名!表头 = 含义。"))

  static let badSettingsFile = FindingCode.intake(
    "154", .error,
    en: (
      "The settings file cannot be read: {reason}.", "Its settings have no effect.",
      "Write it as YAML, one \"name: value\" a line."
    ),
    zh: ("无法读取设置文件：{reason}。", "其中的设置未生效。", "请使用 YAML，每行“名称: 值”。"))
}
