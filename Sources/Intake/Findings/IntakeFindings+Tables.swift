import FinanceModel

/// Every finding that intake can make.
enum IntakeFindings {}

/// About sheets, tables and headers.
extension IntakeFindings {
  static let sheetNotUsed = FindingCode.intake(
    "001", .note,
    en: (
      "Sheet {sheet} holds a table that was not used.",
      "Its headers ({headers}) match no kind of table that costing needs.",
      "If it belongs to the analysis, name its role in a sheet Marginbook settings: Table {sheet} = sales."
    ),
    zh: (
      "工作表“{sheet}”中有一张表没有使用。", "表头（{headers}）与成本分析所需的各类表都不符。",
      "如需纳入分析，请在“Marginbook 设置”表中注明：表 {sheet} = 销售。"
    ))

  static let nothingToAnalyse = FindingCode.intake(
    "002", .error,
    en: (
      "No table with customers and their revenue or cost was found.",
      "Without one there is nothing to measure profit for.",
      "Add a sheet Sales with Date, Customer ID and Net Sales, or run: marginbook template."
    ),
    zh: (
      "没有找到含客户及其收入或成本的表。", "缺少这样的表就无法计算盈利。",
      "请添加“销售明细”表（日期、客户编码、净销售额），或运行 marginbook template 生成模板。"
    ))

  static let secondSalesLayout = FindingCode.intake(
    "003", .warning,
    en: (
      "Sheet {sheet} also looks like sales, in another layout; it was not added.",
      "It may hold the same sales again, summed up, and they would count twice.",
      "If these are other sales, say so in Marginbook settings: Table {sheet} = sales."
    ),
    zh: (
      "工作表“{sheet}”也像销售数据，但结构不同，未计入。", "它可能是同一批销售的汇总，计入会重复。",
      "若确为另外的销售，请在“Marginbook 设置”中注明：表 {sheet} = 销售。"
    ))

  static let sameTableOverSheets = FindingCode.intake(
    "004", .note,
    en: (
      "{count} sheets hold the same table and were read as one: {sheets}.",
      "They have the same headers.", "Nothing to do if that is right."
    ),
    zh: ("{count} 张工作表结构相同，已合并为一张表读取：{sheets}。", "它们的表头一致。", "若无误则无需处理。"))

  static let hiddenSheet = FindingCode.intake(
    "005", .note,
    en: (
      "Sheet {sheet} is hidden and was read as {role}.", "Its figures count like any other.",
      "Set Table {sheet} = ignore in Marginbook settings to leave it out."
    ),
    zh: (
      "工作表“{sheet}”是隐藏的，已作为“{role}”读取。", "其中的数字与其他表同样计入。",
      "如不应计入，请在“Marginbook 设置”中注明：表 {sheet} = 忽略。"
    ))

  static let otherCostObject = FindingCode.intake(
    "006", .warning,
    en: (
      "There is no customer column; profit is shown by {header} instead.",
      "{header} is the nearest thing to a customer in this table.",
      "Add a column Customer ID to get profit by customer."
    ),
    zh: ("没有客户列，改按“{header}”列示盈利。", "该列是表中最接近客户的对象。", "如需按客户分析，请添加“客户编码”列。"))

  static let joined = FindingCode.intake(
    "007", .note,
    en: (
      "Lines of {lines} were joined to {orders} by {header}.",
      "The lines carry no customer; their orders do.", "Nothing to do if that is right."
    ),
    zh: ("“{lines}”的明细已按“{header}”与“{orders}”关联。", "明细中没有客户，订单中有。", "若无误则无需处理。"))

  static let misspeltHeader = FindingCode.intake(
    "008", .note,
    en: (
      "Header {typed} was read as {term}.", "It differs from it by a letter or two.",
      "Correct the header if it means something else."
    ),
    zh: ("表头“{typed}”按“{term}”理解。", "二者仅差一两个字。", "若另有含义，请修改表头。"))

  static let nobody = FindingCode.intake(
    "009", .warning,
    en: (
      "Nothing on sheet {sheet} says who bought.",
      "Without a customer, an order or anything like them, all of it counts as \"unassigned\".",
      "Add a column Customer ID to get profit by customer."
    ),
    zh: ("工作表“{sheet}”中没有购买方。", "没有客户、订单或类似的列，全部计入“unassigned”。", "如需按客户分析，请添加“客户编码”列。"))

  static let belowTable = FindingCode.intake(
    "010", .warning,
    en: (
      "{count} row(s) right below the Excel table on sheet {sheet} were left out.",
      "They look like part of it, but the table ends above them.",
      "Drag the table's lower right corner over them if they belong to it."
    ),
    zh: (
      "工作表“{sheet}”中紧接 Excel 表格下方的 {count} 行未计入。", "它们看似属于该表格，但表格的范围在其上方结束。",
      "若属于该表格，请拖动表格右下角将其包含在内。"
    ))

  static let tableFurtherDown = FindingCode.intake(
    "011", .warning,
    en: (
      "Another table starts on sheet {sheet} far below the first, with {typed}; it was not read.",
      "Tables are looked for in the first rows of a sheet; further down only what goes on is read.",
      "Move the table to a sheet of its own."
    ),
    zh: (
      "工作表“{sheet}”下方较远处还有一张表（{typed}），未读取。", "只在工作表靠前的行中查找各表，其后仅继续读取已有的表。",
      "请将该表移至单独的工作表。"
    ))

  static let uncalculated = FindingCode.intake(
    "012", .warning,
    en: (
      "{count} formula(s) on sheet {sheet} carry no value.",
      "The workbook was never calculated since they were written, so their cells count as blank.",
      "Open the workbook in Excel and save it, or run marginbook with --recalculate."
    ),
    zh: (
      "工作表“{sheet}”中有 {count} 个公式没有值。", "写入后工作簿从未计算过，这些单元格按空白处理。",
      "请在 Excel 中打开并保存，或使用 --recalculate 运行 marginbook。"
    ))
}
