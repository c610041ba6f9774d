import CostingCore
import FinanceModel
import PluginKit
import SheetPlan

/// How long customers wait for the first reply, beside what they earn.
struct VoiceService {
  let book: ProfitBook
  let result: ServiceResult

  private var styles: Styles { book.styles }
  private var source: SourceFormulas { SourceFormulas(.serviceRequests, book) }

  func write(_ sheet: inout SheetBuilder, row: Int) -> Int {
    var next = figures(&sheet, row: row) + 2
    if result.tiers.count > 1 { next = tiers(&sheet, row: next).lastRow + 2 }
    if result.months.count > 1 {
      let place = months(&sheet, row: next)
      chart(place, &sheet)
      next = max(place.lastRow, place.headerRow + 14) + 2
    }
    return next - 2
  }

  /// The target as sentences and formulas have it: `24`.
  private var target: String { PlainNumber.text(result.target) }

  private func figures(_ sheet: inout SheetBuilder, row: Int) -> Int {
    let cell = { (index: Int) in SheetBuilder.figureCell(index, listAt: row) }
    let all = result.requests
    let live = scoreFormulas([])
    let list: [ListedFigure?] = [
      ListedFigure(
        book.text("Requests with a reply", "已响应请求数"), Double(all.count), styles.count,
        formula: live.count),
      ListedFigure(
        book.text("Within \(target) hours", "\(target)小时内响应"), Double(all.withinTarget),
        styles.count, formula: live.within),
      ListedFigure(
        book.text("Share within target", "时限内响应比例"), all.withinShare, styles.share,
        formula: all.withinShare == nil ? nil : "\(cell(1))/\(cell(0))"),
      ListedFigure(
        book.text("Mean hours to first reply", "首次响应平均时长(小时)"), all.average, styles.ratio,
        formula: live.average),
      ListedFigure(
        book.text("Median hours", "首次响应时长中位数(小时)"), all.median, styles.ratio,
        formula: result.leftOut == 0 ? source.median(.responseHours) : nil),
      leftOut,
      result.marginCorrelation.map {
        ListedFigure(
          book.text("Correlation with margin", "与利润相关系数"), $0,
          styles.number("0.00;[Red]-0.00;0.00"),
          note: book.text("descriptive; says nothing of cause", "仅为描述，不说明因果"))
      },
    ]
    return sheet.figures(
      book.text("First response to requests", "服务首次响应"), list.compactMap { $0 }, row: row)
  }

  private var leftOut: ListedFigure? {
    guard result.leftOut > 0 else { return nil }
    return ListedFigure(
      book.text("Left out: reply before request", "未计入：响应早于受理"), Double(result.leftOut),
      styles.count, formula: source.count(where: [.init(.responseHours, "<0")]))
  }

  // MARK: Formulas

  private struct Formulas {
    var count: String?
    var within: String?
    var average: String?
    /// The share in time.
    var share: String? { ratio(within, count) }

    init(count: String?, within: String?, sum: String?) {
      self.count = count
      self.within = within
      average = nil
      average = ratio(sum, count)
    }

    private func ratio(_ sum: String?, _ count: String?) -> String? {
      guard let sum, let count else { return nil }
      return "IF(\(count)>0,\(sum)/\(count),\"\")"
    }
  }

  /// Replies before their requests count for nothing.
  private static let counted = SourceFormulas.Condition(.responseHours, ">=0")
  private var inTime: SourceFormulas.Condition { .init(.responseHours, "<=\(target)") }

  /// Over the rows that meet conditions.
  private func scoreFormulas(_ conditions: [SourceFormulas.Condition]) -> Formulas {
    let counted = conditions + [Self.counted]
    return Formulas(
      count: source.count(where: counted), within: source.count(where: counted + [inTime]),
      sum: source.sum(.responseHours, where: counted))
  }

  /// Over the rows of the customer whose id stands in a cell.
  private func scoreFormulas(ofCustomer keyCell: String) -> Formulas {
    let count = { (conditions: [SourceFormulas.Condition]) in
      source.count(of: .customer, keyCell: keyCell, where: conditions)
    }
    return Formulas(
      count: count([Self.counted]), within: count([Self.counted, inTime]),
      sum: source.sum(.responseHours, of: .customer, keyCell: keyCell, where: [Self.counted]))
  }

  // MARK: By tier and month

  private func tiers(_ sheet: inout SheetBuilder, row: Int) -> DataTable.Place {
    let language = book.context.language
    let labels = result.tiers.map { score in
      Tier(rawValue: score.label).map { Terms.name($0)[language] } ?? score.label
    }
    let margins = result.tiers.map { score in
      book.results.analytics.tiers.first { $0.tier.rawValue == score.label }.map {
        book.shown(book.hasCosts ? $0.netMargin : $0.revenue)
      } ?? .nan
    }
    sheet.heading(book.text("Response by tier", "按客户层级的响应"), row: row, columns: 1...8)
    let margin = DataColumn(
      book.hasCosts ? book.text("Net margin", "净利润") : book.text("Net revenue", "净销售额"),
      .numbers(margins), styles.money)
    return sheet.table(
      DataTable(
        columns: columns(book.text("Tier", "客户层级"), labels, result.tiers, []) + [margin],
        rowCount: result.tiers.count), row: row + 1, column: 3)
  }

  private func months(_ sheet: inout SheetBuilder, row: Int) -> DataTable.Place {
    sheet.heading(book.text("Response by month", "按月响应"), row: row, columns: 1...8)
    let months = book.inputs.serviceResponses.compactMap { $0.date?.month }
    let known = Dictionary(
      months.map { ($0.description, $0) }, uniquingKeysWith: { first, _ in first })
    let formulas = result.months.map { score in
      known[score.label].map { scoreFormulas(book.conditions(in: $0)) }
    }
    return sheet.table(
      DataTable(
        columns: columns(
          book.text("Month", "月份"), result.months.map(\.label), result.months, formulas),
        rowCount: result.months.count), row: row + 1, column: 3)
  }

  /// - Parameter formulas: one a score, or none.
  private func columns(
    _ title: String, _ labels: [String], _ scores: [ServiceResult.Score], _ formulas: [Formulas?]
  ) -> [DataColumn] {
    let cells = { (value: (ServiceResult.Score) -> Double?, formula: (Formulas) -> String?) in
      CellBlock.Content.cells(
        scores.enumerated().map { index, score in
          let live = formulas.indices.contains(index) ? formulas[index].flatMap(formula) : nil
          return book.content(live, value(score) ?? .nan)
        })
    }
    return [
      DataColumn(title, .texts(labels), styles.text),
      DataColumn(
        book.text("Requests", "请求数"), cells({ Double($0.count) }, \.count), styles.count),
      DataColumn(book.text("Mean hours", "平均时长"), cells(\.average, \.average), styles.ratio),
      DataColumn(
        book.text("Median hours", "时长中位数"), cells(\.median) { _ in nil }, styles.ratio),
      DataColumn(
        book.text("Within target", "时限内"), cells(\.withinShare, \.share), styles.share),
    ]
  }

  private func chart(_ place: DataTable.Place, _ sheet: inout SheetBuilder) {
    let line = MonthLine(
      book: book, title: book.text("Hours to first reply by month", "月度首次响应时长"),
      altText: book.text("Mean hours to first reply by month.", "按月首次响应平均时长。"),
      figure: book.text("Mean hours", "平均时长"), axis: book.text("Hours", "小时"),
      months: result.months.map(\.label), points: result.months.map(\.average))
    var chart = line.chart(
      over: place, at: CellAddress(row: place.headerRow, column: place.lastColumn + 2), width: 480,
      height: 260)
    chart.valueAxis.minimum = 0
    sheet.edit { $0.charts.append(chart) }
  }

  // MARK: By customer

  /// Mean hours and share in time of the customers at these places, whose ids stand in column B.
  func customerColumns(of places: [Int], firstRow: Int) -> [DataColumn] {
    let scores = places.map { place in
      result.customers.indices.contains(place) ? result.customers[place] : nil
    }
    let formulas = scoreFormulas(ofCustomer: "$B{r}")
    let cells = { (formula: String?, value: (ServiceResult.Score) -> Double?) in
      CellBlock.Content.cells(
        scores.enumerated().map { index, score in
          book.content(
            formula.map { RowFormula($0).text(row: firstRow + index) },
            score.flatMap(value) ?? .nan)
        })
    }
    return [
      DataColumn(
        book.text("Hours to first reply", "首次响应时长(小时)"),
        cells(formulas.average, \.average), styles.ratio),
      DataColumn(
        book.text("Within \(target) hours", "\(target)小时内响应"),
        cells(formulas.share, \.withinShare), styles.share),
    ]
  }
}
