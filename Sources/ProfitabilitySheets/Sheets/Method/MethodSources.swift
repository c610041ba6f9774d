import CostingCore
import FinanceModel
import PluginKit

/// How the figures of the team's smaller tables stand on the sheets, and why.
struct MethodSources {
  let book: ProfitBook

  init(_ book: ProfitBook) { self.book = book }

  /// Rows of figure, form and source.
  var rows: [[String]] {
    receivables + marketing + feedback + service + interactions + market + budget
  }

  private var live: String {
    book.text("formula over the workbook's own cells", "引用原工作簿单元格的公式")
  }
  private var value: String { book.text("value", "数值") }

  private func row(
    _ name: String, _ role: RecognisedTable.Role, _ fields: [SourceTable.Field]
  ) -> [String]? {
    let (cells, reasons) = SourceFormulas(role, book).account(fields)
    guard !(cells.isEmpty && reasons.isEmpty) else { return nil }
    let why = reasons.joined(separator: book.text("; ", "；"))
    return reasons.isEmpty
      ? [name, live, cells.prefix(4).joined(separator: ", ")]
      : [name, cells.isEmpty ? value : book.text("partly live", "部分实时"), why]
  }

  private var receivables: [[String]] {
    guard let result = book.results.analytics.receivables else { return [] }
    let buckets = result.ageing.indices.map { SourceTable.Field.bucket($0) }
    return [
      row(
        book.text("Receivables: balances and ageing", "应收账款：余额与账龄"), .receivables,
        [.opening, .closing] + buckets)
    ].compactMap { $0 }
  }

  private var marketing: [[String]] {
    guard book.results.analytics.acquisition != nil else { return [] }
    return [
      row(
        book.text("Marketing: spend and new customers", "营销：费用与新客户"), .marketing,
        [.spend, .newCustomers])
    ].compactMap { $0 }
  }

  private var feedback: [[String]] {
    guard book.results.analytics.feedback != nil else { return [] }
    return [
      row(
        book.text("Feedback: scores and complaints", "客户反馈：评分与投诉"), .feedback,
        [.satisfaction, .recommendation, .complaints])
    ].compactMap { $0 }
  }

  private var service: [[String]] {
    guard book.results.analytics.service != nil else { return [] }
    return [
      row(
        book.text("First response: hours", "首次响应：时长"), .serviceRequests, [.responseHours, .date])
    ].compactMap { $0 }
  }

  private var interactions: [[String]] {
    guard let result = book.results.analytics.engagement, result.trend != nil else { return [] }
    let counts = result.kinds.map { SourceTable.Field.counts($0.place) }
    return [
      row(
        book.text("Interactions by month", "按月互动"), .interactions, [.date, .kind, .count] + counts)
    ].compactMap { $0 }
  }

  private var market: [[String]] {
    guard let result = book.results.analytics.market else { return [] }
    let lines = (result.periods + [result.overall].compactMap { $0 }).filter {
      $0.marketSales != nil && ($0.period != nil || $0.provenance != nil)
    }
    let own = [
      book.text("Market share: own sales", "市场占有率：本公司销售额"), value,
      book.text("sales by month are summed up while the lines are read", "按月销售额在读取明细时汇总得出"),
    ]
    guard !lines.isEmpty else { return [own] }
    let linked = lines.compactMap { line in book.formula(line.source).flatMap { _ in line.source } }
    let name = book.text("Market share: market sales", "市场占有率：市场规模")
    let sheets = Set(linked.flatMap { $0.cells.map(\.sheet) }).sorted().prefix(4)
    if linked.count == lines.count {
      return [[name, live, sheets.joined(separator: ", ")], own]
    }
    let why = book.text(
      "\(lines.count - linked.count) figure(s) are stored as text, in several units or no cell",
      "\(lines.count - linked.count)个数据以文本存储、单位不一或不在单元格中")
    return [[name, linked.isEmpty ? value : book.text("partly live", "部分实时"), why], own]
  }

  private var budget: [[String]] {
    let lines = book.inputs.budget
    guard !lines.isEmpty, !book.results.variances.isEmpty else { return [] }
    let cells = lines.flatMap { [$0.sources.budget, $0.sources.actual].compactMap { $0 } }
    let linked = cells.count { book.formula($0) != nil }
    let name = book.text("Budget and actual", "预算与实际")
    let sheets = Set(cells.flatMap { $0.cells.map(\.sheet) }).sorted().prefix(4)
    if linked == cells.count {
      return [[name, live, sheets.joined(separator: ", ")]]
    }
    let why = book.text(
      "\(cells.count - linked) figure(s) are stored as text, in several units or too many cells",
      "\(cells.count - linked)个数据以文本存储、单位不一或单元格过多")
    return [[name, linked == 0 ? value : book.text("partly live", "部分实时"), why]]
  }
}
