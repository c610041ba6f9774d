import FinanceModel

/// About single cells: numbers, dates, errors.
extension IntakeFindings {
  static let notANumber = FindingCode.intake(
    "031", .error,
    en: (
      "\"{typed}\" is not a number.",
      "Column {header} holds figures; {count} cell(s) like this were left out of the sums.",
      "Correct the cell and convert again."
    ),
    zh: ("“{typed}”不是数字。", "“{header}”列应为数字；此类单元格 {count} 个，未计入合计。", "请更正后重新转换。"))

  static let numbersAsText = FindingCode.intake(
    "032", .note,
    en: (
      "{count} figure(s) in column {header} are stored as text, such as \"{typed}\"; they were read as numbers.",
      "SUM and SUMIFS skip them, so the sheets show values here instead of live formulas.",
      "Turn them into numbers (Data, Text to Columns) to get live formulas."
    ),
    zh: (
      "“{header}”列有 {count} 个数字以文本存储（如“{typed}”），已按数字读取。", "SUM、SUMIFS 会跳过文本，因此相关结果写为数值而非公式。",
      "用“分列”转换为数字后即可得到实时公式。"
    ))

  static let errorValue = FindingCode.intake(
    "033", .error,
    en: (
      "The cell shows {typed}.", "Column {header} has {count} error value(s); they were left out.",
      "Repair the formula behind the cell and convert again."
    ),
    zh: ("单元格显示 {typed}。", "“{header}”列有 {count} 个错误值，未计入。", "请修复公式后重新转换。"))

  static let notADate = FindingCode.intake(
    "034", .warning,
    en: (
      "\"{typed}\" is not a date.",
      "{count} line(s) of column {header} could not be dated; they count as undated.",
      "Type dates as 2026-01-31."
    ),
    zh: ("“{typed}”不是日期。", "“{header}”列有 {count} 行无法识别日期，按无日期计入。", "请按 2026-01-31 的形式填写。"))

  static let datesAsText = FindingCode.intake(
    "035", .note,
    en: (
      "{count} date(s) in column {header} are stored as text; they were read as dates.",
      "Formulas cannot compare them with a period.", "Turn them into dates to get live formulas."
    ),
    zh: ("“{header}”列有 {count} 个日期以文本存储，已按日期读取。", "公式无法将其与期间比较。", "转换为日期格式即可得到实时公式。"))

  static let ambiguousDates = FindingCode.intake(
    "036", .warning,
    en: (
      "\"{typed}\" may be two days; it was read {order}.",
      "{count} date(s) in column {header} can be read either way and nothing else decides.",
      "Type dates as 2026-01-31."
    ),
    zh: (
      "“{typed}”可有两种理解，已按{order}读取。", "“{header}”列有 {count} 个日期有歧义，且无其他依据。", "请按 2026-01-31 的形式填写。"
    ))
}

/// About rows that are no data.
extension IntakeFindings {
  static let totalsRows = FindingCode.intake(
    "051", .note,
    en: (
      "{count} totals row(s) were left out of the sums ({typed}).",
      "They repeat the lines above and were used to check them.", "Nothing to do."
    ),
    zh: ("{count} 行合计（{typed}）未重复计入。", "它们是上方明细的合计，已用于核对。", "无需处理。"))

  static let totalsDiffer = FindingCode.intake(
    "052", .warning,
    en: (
      "The totals row says {stated}, the lines add up to {computed}; difference {difference}.",
      "Column {header} does not add up: a line may be missing, hidden or typed over.",
      "Check the lines above; the figures here follow the lines, not the total."
    ),
    zh: (
      "合计行为 {stated}，明细合计为 {computed}，相差 {difference}。", "“{header}”列不平：可能有缺失、隐藏或被改写的行。",
      "请核对上方明细；本分析以明细为准。"
    ))

  static let notes = FindingCode.intake(
    "053", .note,
    en: (
      "{count} row(s) without figures were left out, such as \"{typed}\".",
      "They look like notes or section headings.", "Nothing to do if that is right."
    ),
    zh: ("{count} 行没有数字，未计入（如“{typed}”）。", "看起来是说明或小标题。", "若无误则无需处理。"))

  static let outsidePeriod = FindingCode.intake(
    "054", .note,
    en: (
      "{count} line(s) lie outside the period {period} and were left out; they come to {amount}.",
      "Settings give the period.", "Change Period Start or Period End if they should count."
    ),
    zh: ("{count} 行不在期间 {period} 内，未计入，金额 {amount}。", "期间由设置给定。", "如应计入，请修改“期间开始”或“期间结束”。"))

  static let repeatedHeaders = FindingCode.intake(
    "055", .note,
    en: (
      "{count} repeated header row(s) were skipped.", "They come from page breaks or exports.",
      "Nothing to do."
    ),
    zh: ("跳过 {count} 行重复表头。", "来自分页或导出。", "无需处理。"))

  static let carriedForward = FindingCode.intake(
    "056", .note,
    en: (
      "{count} carried-forward row(s) were left out ({typed}).",
      "They are balances, not transactions.", "Nothing to do."
    ),
    zh: ("{count} 行结转余额（{typed}）未计入。", "它们是余额而非发生额。", "无需处理。"))
}
