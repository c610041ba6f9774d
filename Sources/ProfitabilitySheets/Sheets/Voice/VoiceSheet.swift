import CostingCore
import FinanceModel
import PluginKit
import SheetPlan

/// What customers say, whether they recommend and whom they bring, beside what they earn.
struct VoiceSheet: SheetPlugin {
  let key = SheetKey.voice.rawValue

  func name(in context: SheetContext) -> String { SheetKey.voice.name[context.language] }

  func isWanted(in context: SheetContext) -> Bool {
    let found = context.results.analytics
    return found.feedback != nil || found.referrals != nil || found.engagement != nil
      || found.service != nil
  }

  func plan(in context: SheetContext) -> SheetPlan {
    let book = ProfitBook(context)
    var sheet = SheetBuilder(book, sheet: .voice)
    sheet.title(
      name(in: context),
      says: sheet.text(
        "Satisfaction, recommendation, service, engagement and referrals, joined to tier and margin.",
        "满意度、推荐、服务响应、互动与转介绍，并与客户层级和利润对照。"))
    var row = 6
    if let feedback = context.results.analytics.feedback {
      let part = VoiceFeedback(book: book, result: feedback)
      row = part.keyFigures(&sheet, row: row) + 2
      row = part.scores(&sheet, row: row) + 2
    }
    if let service = context.results.analytics.service {
      row = VoiceService(book: book, result: service).write(&sheet, row: row) + 2
    }
    if let engagement = context.results.analytics.engagement {
      row = VoiceEngagement(book: book, result: engagement).write(&sheet, row: row) + 2
    }
    if let referrals = context.results.analytics.referrals {
      row = VoiceReferrals(book: book, result: referrals).write(&sheet, row: row) + 2
    }
    VoiceCustomers(book: book).write(&sheet, row: row)
    sheet.edit { $0.frozenAt = CellAddress(row: 5, column: 4) }
    return sheet.finished()
  }
}

/// The answers to the survey.
struct VoiceFeedback {
  let book: ProfitBook
  let result: FeedbackResult

  private var styles: Styles { book.styles }

  func keyFigures(_ sheet: inout SheetBuilder, row: Int) -> Int {
    let cell = { (index: Int) in SheetBuilder.figureCell(index, listAt: row) }
    let rated = Double(result.promoters + result.passives + result.detractors)
    let computed = rated > 0 ? Double(result.promoters - result.detractors) / rated * 100 : .nan
    let isLive = result.nps.map { LiveFigure.agrees($0, computed) } ?? false
    let all: [ListedFigure?] = [
      ListedFigure(
        book.text("Promoters (9–10)", "推荐者(9–10分)"), Double(result.promoters), styles.count,
        formula: source.count(where: ScoreFormulas.promoters)),
      ListedFigure(
        book.text("Passives (7–8)", "被动者(7–8分)"), Double(result.passives), styles.count,
        formula: source.count(where: ScoreFormulas.passives)),
      ListedFigure(
        book.text("Detractors (0–6)", "贬损者(0–6分)"), Double(result.detractors), styles.count,
        formula: source.count(where: ScoreFormulas.detractors)),
      ListedFigure(
        book.text("Net promoter score", "净推荐值(NPS)"), result.nps,
        styles.number("0.0;[Red]-0.0;0.0"),
        formula: isLive
          ? "(\(cell(0))-\(cell(2)))/SUM(\(cell(0)):\(cell(2)))*100" : nil,
        note: book.text("−100 … 100", "−100至100")),
      ListedFigure(
        book.text("Responses", "答卷数"), Double(result.responses), styles.count,
        formula: source.rows(by: .customer)),
      ListedFigure(
        book.text("Satisfaction (1–5)", "满意度均分(1–5)"), result.csat, styles.ratio,
        formula: ratio(
          source.sum(.satisfaction, where: ScoreFormulas.onScale), answers)),
      ListedFigure(
        book.text("Satisfied (4 or 5)", "满意比例(4–5分)"), result.topTwoBox,
        styles.share,
        formula: ratio(source.count(where: ScoreFormulas.satisfied), answers)),
      result.complaints.map {
        ListedFigure(
          book.text("Complaints", "投诉数"), $0.doubleValue, styles.count,
          formula: source.sum(.complaints))
      },
      result.complaintsPer100Orders.map {
        ListedFigure(
          book.text("Complaints per 100 orders", "每百单投诉"), $0, styles.ratio,
          formula: complaintRate(cell(7), $0))
      },
      result.marginCorrelation.map {
        ListedFigure(
          book.text("Correlation with margin", "与利润相关系数"), $0,
          styles.number("0.00;[Red]-0.00;0.00"),
          note: book.text("descriptive; says nothing of cause", "仅为描述，不说明因果"))
      },
    ]
    return sheet.figures(
      book.text("Key figures", "主要指标"), all.compactMap { $0 }, row: row)
  }

  private var source: SourceFormulas { SourceFormulas(.feedback, book) }

  /// How many answers give a score.
  private var answers: String? { source.count(where: ScoreFormulas.onScale) }

  private func ratio(_ sum: String?, _ count: String?) -> String? {
    guard let sum, let count else { return nil }
    return "IF(\(count)>0,\(sum)/\(count),\"\")"
  }

  /// Complaints over the orders of the facts sheet.
  private func complaintRate(_ complaints: String, _ rate: Double) -> String? {
    let facts = FactsLayout(book)
    let orders = book.inputs.sales.reduce(0.0) { $0 + Double($1.orders) }
    guard let total = facts.total(.measure(.orders)), let count = result.complaints, orders > 0,
      LiveFigure.agrees(count.doubleValue / orders * 100, rate)
    else { return nil }
    return "\(complaints)/\(total)*100"
  }

  /// By month and by tier, with a chart of the months.
  func scores(_ sheet: inout SheetBuilder, row: Int) -> Int {
    var next = row
    if result.tiers.count > 1 {
      let language = book.context.language
      let labels = result.tiers.map { score in
        Tier(rawValue: score.label).map { Terms.name($0)[language] } ?? score.label
      }
      next =
        table(
          result.tiers, labels, title: book.text("By tier", "按客户层级"),
          header: book.text("Tier", "客户层级"), &sheet, row: next
        ).lastRow + 2
    }
    if result.months.count > 1 {
      let place = table(
        result.months, result.months.map(\.label), title: book.text("By month", "按月"),
        header: book.text("Month", "月份"), &sheet, row: next, live: months)
      chart(place, &sheet)
      next = place.lastRow + 2
    }
    return next - 2
  }

  private func table(
    _ scores: [FeedbackResult.Score], _ labels: [String], title: String, header: String,
    _ sheet: inout SheetBuilder, row: Int, live: [ScoreFormulas] = []
  ) -> DataTable.Place {
    sheet.heading(title, row: row, columns: 1...6)
    let column = { (values: [Double], formula: (ScoreFormulas) -> String?) in
      CellBlock.Content.cells(
        values.enumerated().map { index, value in
          book.content(live.indices.contains(index) ? formula(live[index]) : nil, value)
        })
    }
    return sheet.table(
      DataTable(
        columns: [
          DataColumn(header, .texts(labels), styles.text),
          DataColumn(
            book.text("Responses", "答卷数"),
            column(scores.map { Double($0.responses) }) { $0.responses }, styles.count),
          DataColumn(
            book.text("Satisfaction", "满意度"), column(scores.map { $0.csat ?? .nan }) { $0.csat },
            styles.ratio),
          DataColumn(
            "NPS", column(scores.map { $0.nps ?? .nan }) { $0.nps },
            styles.number("0.0;[Red]-0.0;0.0")),
        ], rowCount: scores.count), row: row + 1, column: 3)
  }

  /// The formulas of each month's scores; empty where the months are not as the answers' dates say.
  private var months: [ScoreFormulas] {
    let days = book.inputs.feedback.compactMap { $0.date?.month }
    let known = Dictionary(
      days.map { ($0.description, $0) }, uniquingKeysWith: { first, _ in first })
    let found = result.months.compactMap { known[$0.label] }
    guard found.count == result.months.count else { return [] }
    return found.map { ScoreFormulas(source, book.conditions(in: $0)) }
  }

  private func chart(_ place: DataTable.Place, _ sheet: inout SheetBuilder) {
    let line = MonthLine(
      book: book, title: book.text("Satisfaction by month", "月度满意度"),
      altText: book.text("Mean satisfaction by month.", "按月平均满意度。"),
      figure: book.text("Satisfaction", "满意度"), axis: book.text("Mean score, 1–5", "平均分(1–5)"),
      months: result.months.map(\.label), points: result.months.map(\.csat))
    var chart = line.chart(
      over: place, at: CellAddress(row: 6, column: 8), width: 560, height: 280)
    chart.valueAxis.minimum = 1
    chart.valueAxis.maximum = 5
    sheet.edit { $0.charts.append(chart) }
  }
}

/// The scores of the answers that meet conditions, as formulas over the team's table.
struct ScoreFormulas {
  let responses: String?
  let csat: String?
  let nps: String?

  // Scores off their scale count for nothing.
  static let onScale = between(.satisfaction, ">=1", "<=5")
  static let satisfied = between(.satisfaction, ">=4", "<=5")
  static let promoters = between(.recommendation, ">=9", "<=10")
  static let passives = between(.recommendation, ">=7", "<9")
  static let detractors = between(.recommendation, ">=0", "<7")
  private static let recommending = between(.recommendation, ">=0", "<=10")

  private static func between(
    _ field: SourceTable.Field, _ low: String, _ high: String
  ) -> [SourceFormulas.Condition] {
    [.init(field, low), .init(field, high)]
  }

  init(_ source: SourceFormulas, _ conditions: [SourceFormulas.Condition]) {
    let count = { (further: [SourceFormulas.Condition]) in
      source.count(where: conditions + further)
    }
    responses = source.count(where: conditions)
    csat = Self.ratio(
      source.sum(.satisfaction, where: conditions + Self.onScale), count(Self.onScale))
    nps = Self.score(count(Self.promoters), count(Self.detractors), count(Self.recommending))
  }

  /// Of the answers of the customer whose id stands in a cell.
  init(_ source: SourceFormulas, ofCustomer keyCell: String) {
    let count = { (conditions: [SourceFormulas.Condition]) in
      source.count(of: .customer, keyCell: keyCell, where: conditions)
    }
    responses = count([])
    csat = Self.ratio(
      source.sum(.satisfaction, of: .customer, keyCell: keyCell, where: Self.onScale),
      count(Self.onScale))
    nps = Self.score(count(Self.promoters), count(Self.detractors), count(Self.recommending))
  }

  private static func ratio(_ sum: String?, _ count: String?) -> String? {
    guard let sum, let count else { return nil }
    return "IF(\(count)>0,\(sum)/\(count),\"\")"
  }

  private static func score(_ good: String?, _ bad: String?, _ all: String?) -> String? {
    guard let good, let bad, let all else { return nil }
    return "IF(\(all)>0,(\(good)-\(bad))/\(all)*100,\"\")"
  }
}

/// Who brought whom: memo figures.
struct VoiceReferrals {
  let book: ProfitBook
  let result: ReferralResult

  func write(_ sheet: inout SheetBuilder, row: Int) -> Int {
    let styles = book.styles
    let end = sheet.figures(
      book.text("Referrals", "转介绍"),
      [
        ListedFigure(
          book.text("Customers that referred", "介绍人数"), Double(result.referrers), styles.count),
        ListedFigure(
          book.text("Customers that were referred", "被介绍客户数"), Double(result.referred), styles.count
        ),
        ListedFigure(
          book.text("Referral rate", "推荐率"), result.referralRate, styles.share),
        ListedFigure(
          book.text("Referred revenue (memo)", "推荐收入(备查)"), book.shown(result.referredRevenue),
          styles.money, note: book.text("part of revenue already", "已含在收入中")),
      ], row: row)
    let lines = Array(result.lines.prefix(50))
    guard !lines.isEmpty else { return end }
    let numbers = book.numbers
    let places = lines.map { line in numbers[line.id].map { book.order.places[$0 - 1] } }
    let place = sheet.table(
      DataTable(
        columns: [
          DataColumn(
            book.text("No.", "序号"), .numbers(lines.map { numbers[$0.id].map(Double.init) ?? .nan }),
            styles.number("0").with { $0.horizontal = .center }),
          DataColumn(
            book.text("ID", "编号"),
            .cells(zip(lines, places).map { $1.map { book.idContent($0) } ?? .text($0.id.text) }),
            styles.text.with { $0.horizontal = .left }),
          DataColumn(
            book.text("Referred by", "介绍人"),
            .texts(zip(lines, places).map { $1.map { book.displayName($0) } ?? $0.id.text }),
            styles.text),
          DataColumn(
            book.text("Customers", "客户数"), .numbers(lines.map { Double($0.customers) }),
            styles.count),
          DataColumn(
            book.text("Their revenue", "其收入"), .numbers(lines.map { book.shown($0.revenue) }),
            styles.money),
        ], rowCount: lines.count), row: end + 2)
    return place.lastRow
  }
}

/// Customer by customer: score, complaints, engagement, beside margin.
struct VoiceCustomers {
  let book: ProfitBook

  func write(_ sheet: inout SheetBuilder, row: Int) {
    let styles = book.styles
    let feedback = book.results.analytics.feedback?.customers ?? []
    let engagement = book.results.analytics.engagement?.scores ?? []
    let waits = book.results.analytics.service?.customers ?? []
    let profit = ProfitLayout(book, allocation: AllocationLayout(book))
    let score = { (place: Int) in feedback.indices.contains(place) ? feedback[place] : nil }
    let engaged = { (place: Int) in engagement.indices.contains(place) ? engagement[place] : nil }
    let wait = { (place: Int) in waits.indices.contains(place) ? waits[place] : nil }
    let positions = book.order.places.indices.filter { position in
      let place = book.order.places[position]
      return score(place) != nil || engaged(place) != nil || wait(place) != nil
    }
    guard !positions.isEmpty else { return }
    let places = positions.map { book.order.places[$0] }
    var columns = [
      DataColumn(
        book.text("No.", "序号"), .numbers(positions.map { Double($0 + 1) }), book.ordinalStyle),
      DataColumn(
        book.text("ID", "编号"), .cells(places.map { book.idContent($0) }),
        styles.text.with { $0.horizontal = .left }),
      DataColumn(
        book.objectWord, .texts(places.map { book.displayName($0) }), styles.text,
        total: .label(book.text("Total", "合计"))),
    ]
    let basis = places.map { place in
      let result = book.results.customers[place]
      return book.shown(book.hasCosts ? result.netMargin : result.revenue)
    }
    columns.append(
      DataColumn(
        book.hasCosts ? book.text("Net margin", "净利润") : book.text("Net revenue", "净销售额"),
        profit.lookup(profit.basis, key: "$A{r}").map {
          .formula(RowFormula($0), values: basis)
        } ?? .numbers(basis), styles.money, total: .sum(basis.reduce(0, +))))
    if !feedback.isEmpty {
      let source = SourceFormulas(.feedback, book)
      let formulas = ScoreFormulas(source, ofCustomer: "$B{r}")
      let live = { (formula: String?, value: (FeedbackResult.Score) -> Double?) in
        CellBlock.Content.cells(
          places.enumerated().map { index, place in
            book.content(
              formula.map { RowFormula($0).text(row: row + 2 + index) },
              score(place).flatMap(value) ?? .nan)
          })
      }
      columns += [
        DataColumn(
          book.text("Responses", "答卷数"), live(formulas.responses) { Double($0.responses) },
          styles.count,
          total: .sum(places.reduce(0) { $0 + Double(score($1)?.responses ?? 0) })),
        DataColumn(
          book.text("Satisfaction", "满意度"), live(formulas.csat) { $0.csat }, styles.ratio),
        DataColumn("NPS", live(formulas.nps) { $0.nps }, styles.number("0;[Red]-0;0")),
      ]
      if places.contains(where: { score($0)?.complaints != nil }) {
        columns.append(
          DataColumn(
            book.text("Complaints", "投诉数"),
            live(source.sum(.complaints, of: .customer, keyCell: "$B{r}")) {
              $0.complaints?.doubleValue
            }, styles.count,
            total: .sum(places.reduce(0) { $0 + (score($1)?.complaints?.doubleValue ?? 0) })))
      }
    }
    if let service = book.results.analytics.service {
      columns += VoiceService(book: book, result: service)
        .customerColumns(of: places, firstRow: row + 2)
    }
    if !engagement.isEmpty {
      columns.append(
        DataColumn(
          book.text("Engagement score", "互动得分"), .numbers(places.map { engaged($0) ?? .nan }),
          styles.number("0.0")))
    }
    if let engagement = book.results.analytics.engagement {
      columns += VoiceEngagement(book: book, result: engagement)
        .halfColumns(of: places, after: columns.count)
    }
    sheet.heading(
      book.text("By \(book.objectWord.lowercased())", "按\(book.objectWord)"), row: row,
      columns: 1...columns.count)
    sheet.table(
      DataTable(columns: columns, rowCount: places.count, name: "Mb_Voice", totals: .below),
      row: row + 1)
  }
}
