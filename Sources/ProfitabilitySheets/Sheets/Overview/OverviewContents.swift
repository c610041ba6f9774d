import FinanceModel
import PluginKit
import SheetPlan

/// The sheets of ours with what each answers, and the way to it.
struct OverviewContents {
  let book: ProfitBook

  init(_ book: ProfitBook) { self.book = book }

  /// Writes the list in two halves beside each other; says its last row.
  func write(_ sheet: inout SheetBuilder, row: Int) -> Int {
    let others = SheetKey.allCases.filter { $0 != .overview && book.isWritten($0) }
    guard !book.context.sheetNames.isEmpty, !others.isEmpty else { return row - 1 }
    sheet.heading(
      book.text("Sheets", "各表内容"), row: row, columns: 1...OverviewGrid.lastColumn)
    let half = (others.count + 1) / 2
    for (index, other) in others.enumerated() {
      write(
        other, row: row + 1 + index % half,
        columns: index < half ? OverviewGrid.left : OverviewGrid.right, &sheet)
    }
    return row + half
  }

  private func write(
    _ other: SheetKey, row: Int, columns: ClosedRange<Int>, _ sheet: inout SheetBuilder
  ) {
    sheet.band(row: row, columns: columns, style: book.styles.label)
    sheet.label(
      book.name(of: other), row: row, column: columns.lowerBound,
      style: book.styles.lined(book.styles.link),
      link: .sheet(key: other.rawValue, cell: CellAddress(row: 1, column: 1)))
    sheet.label(
      other.answers[book.context.language], row: row, column: columns.lowerBound + 2,
      style: book.styles.label.with {
        $0.fontColor = Palette.slate
        $0.fontSize = 9
      })
  }
}

extension SheetKey {
  /// The question that the sheet answers.
  var answers: LocalizedText {
    switch self {
    case .overview:
      LocalizedText(english: "What customers earn in all", chinese: "客户总体盈利情况")
    case .customers:
      LocalizedText(
        english: "What each customer earns, level by level", chinese: "每个客户各级边际与净利润是多少？")
    case .allocation:
      LocalizedText(
        english: "How each pool reaches customers, at what rate",
        chinese: "各成本池按什么动因、什么费率分摊到客户？")
    case .facts:
      LocalizedText(
        english: "Sales and driver quantities of each customer",
        chinese: "每个客户的销售汇总与动因用量")
    case .tiers:
      LocalizedText(
        english: "Who is A, B, C, VIP; where service goes too far",
        chinese: "谁是A、B、C类，谁是VIP，哪里服务过度？")
    case .lifetime:
      LocalizedText(
        english: "What a customer is worth over time", chinese: "客户在整个合作期内的价值")
    case .acquisition:
      LocalizedText(
        english: "What a new customer costs, by channel", chinese: "各渠道获得一个新客户花费多少？")
    case .receivables:
      LocalizedText(
        english: "Who owes what, for how long; what may be lost", chinese: "谁欠款、欠多久、可能损失多少？")
    case .retention:
      LocalizedText(english: "Who stayed, who left, and why", chinese: "谁留下、谁流失、为什么？")
    case .voice:
      LocalizedText(
        english: "What customers say, beside what they earn", chinese: "客户怎么说，是否是盈利客户？")
    case .preferences:
      LocalizedText(english: "What each customer buys", chinese: "每个客户偏好购买什么？")
    case .budget:
      LocalizedText(
        english: "Where actual leaves budget, and why", chinese: "实际在哪里偏离预算，为什么？")
    case .lean:
      LocalizedText(
        english: "Cost that adds no value, idle capacity", chinese: "哪些成本不增值，哪些产能闲置？"
      )
    case .trends:
      LocalizedText(
        english: "What changed, what needs attention",
        chinese: "与上期相比有何变化，什么需要关注？")
    case .forecast:
      LocalizedText(english: "Sales to come, and within what band", chinese: "未来销售预计多少，区间多大？")
    case .whatIf:
      LocalizedText(
        english: "Change prices, costs or service, and see",
        chinese: "若价格、成本或服务改变会怎样？修改即见。")
    case .actions:
      LocalizedText(
        english: "What to do first, and what is at stake", chinese: "先做什么，涉及多少金额？")
    case .dataQuality:
      LocalizedText(
        english: "What was read, assumed or left out", chinese: "读取了什么、做了哪些假设、略去了什么？")
    case .method:
      LocalizedText(
        english: "Definitions; what is formula, what is value",
        chinese: "各指标如何定义，哪些是实时公式，哪些是数值？")
    }
  }
}
