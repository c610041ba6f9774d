import CostingCore
import FinanceModel
import PluginKit
import SheetPlan

/// One customer on one page: who it is, its profit and loss account against the portfolio's, what it
/// prefers. The number in the yellow cell chooses; everything follows by formula.
struct CustomerCard {
  let book: ProfitBook
  let profit: ProfitLayout
  /// The chosen number, from 1.
  let number: Int

  static let inputName = "Mb_In_Customer_number"

  init(_ book: ProfitBook) {
    self.book = book
    profit = ProfitLayout(book, allocation: AllocationLayout(book))
    var chosen = 1
    if case .number(let typed) = book.context.typedInputs[Self.inputName], typed >= 1,
      typed <= Double(max(1, book.order.count))
    {
      chosen = Int(typed)
    }
    number = chosen
  }

  private var styles: Styles { book.styles }
  private var place: Int { book.order.places[number - 1] }
  private var result: CustomerResult { book.results.customers[place] }

  /// A line of the account: label, its column of the P&L, this customer's and all customers' amount.
  private struct Line {
    var label: String
    var columns: [ProfitColumn]
    var own: Amount
    var all: Amount
    var isLevel: Bool
  }

  func write(_ sheet: inout SheetBuilder, row: Int) -> Int {
    guard !book.order.places.isEmpty else { return row - 2 }
    sheet.heading(
      book.text("One \(book.objectWord.lowercased())", "\(book.objectWord)画像"), row: row,
      columns: 1...7)
    input(row: row + 1, &sheet)
    let end = identity(row: row + 2, &sheet)
    return account(row: end + 1, &sheet)
  }

  private func input(row: Int, _ sheet: inout SheetBuilder) {
    sheet.entry(
      book.text("Number in order of rank", "排名序号"), row: row, column: 3, style: styles.label)
    sheet.put(.number(Double(number)), row: row, column: 4, style: styles.input("0"))
    let cell = CellAddress(row: row, column: 4)
    let count = book.order.count
    let prompt = book.text("A whole number from 1 to \(count).", "1 至 \(count) 的整数。")
    sheet.edit { plan in
      plan.names.append(
        NamePlan(name: Self.inputName, range: CellRange(cell, cell), isInput: true))
      plan.validations.append(
        ValidationPlan(
          range: CellRange(cell, cell), rule: .whole(1...max(1, count)), prompt: prompt))
    }
  }

  private var key: String { "$D$7" }

  private func identity(row: Int, _ sheet: inout SheetBuilder) -> Int {
    let customer = book.inputs.customers[place]
    let texts: [(String, ProfitColumn, String)] = [
      (book.objectWord, .name, book.displayName(place)),
      (book.text("Segment", "客户类别"), .segment, customer.segment ?? ""),
      (book.text("Channel", "渠道"), .channel, customer.channel ?? ""),
      (book.text("Region", "区域"), .region, customer.region ?? ""),
      (book.text("Class", "ABC类"), .valueClass, result.valueClass?.rawValue ?? ""),
      (
        book.text("Tier", "客户层级"), .tier,
        result.tier.map { Terms.name($0)[book.context.language] } ?? ""
      ),
    ]
    var line = row
    for (label, column, value) in texts {
      guard let lookup = profit.lookup(column, key: key) else { continue }
      sheet.entry(label, row: line, column: 3, style: styles.label)
      sheet.textFormula(
        "\(lookup)&\"\"", value: value, row: line, column: 4,
        style: styles.label.with {
          $0.isBold = column == .name
          $0.shrinksToFit = column != .name
        })
      line += 1
    }
    return line
  }

  // MARK: Account

  private var lines: [Line] {
    let totals = book.results.totals
    let direct = { (facts: SalesFacts) in facts.commission + facts.freight + facts.otherDirectCost }
    let own = book.inputs.sales[place]
    let allDirect = book.inputs.sales.reduce(Amount.zero) { $0 + direct($1) }
    let all: [Line] = [
      Line(
        label: Terms.name(SalesMeasure.netRevenue)[book.context.language], columns: [.revenue],
        own: result.revenue, all: totals.revenue, isLevel: true),
      Line(
        label: Terms.name(SalesMeasure.productCost)[book.context.language], columns: [.productCost],
        own: result.productCost, all: totals.productCost, isLevel: false),
      Line(
        label: book.text("Direct selling cost", "直接销售费"),
        columns: [.commission, .freight, .otherDirect], own: direct(own), all: allDirect,
        isLevel: false),
      Line(
        label: book.text("Cost-to-serve", "服务成本"), columns: [.costToServe],
        own: result.costToServe, all: totals.costToServe, isLevel: false),
      Line(
        label: book.text("Overhead", "管理费用"), columns: [.overhead], own: result.overhead,
        all: totals.overhead, isLevel: false),
      Line(
        label: book.text("Net margin", "净利润"), columns: [.netMargin], own: result.netMargin,
        all: totals.netMargin, isLevel: true),
    ]
    return all.filter { line in line.columns.contains { profit.column($0) != nil } }
  }

  private func account(row: Int, _ sheet: inout SheetBuilder) -> Int {
    let headers = [
      book.text("Line", "项目"), book.text("Amount", "金额"), book.text("% of revenue", "占收入"),
      book.text("All together", "总体占比"), book.text("Difference", "差异"),
    ]
    for (index, header) in headers.enumerated() {
      sheet.label(
        header, row: row, column: 3 + index, style: index == 0 ? styles.headerLeft : styles.header)
    }
    sheet.edit { $0.rows[row] = RowPlan(height: 32) }
    let lines = self.lines
    for (index, line) in lines.enumerated() {
      write(line, row: row + 1 + index, first: row + 1, &sheet)
    }
    if lines.count > 1 { chart(lines, first: row + 1, &sheet) }
    return max(row + lines.count, 23)
  }

  private func write(
    _ line: Line, row: Int, first: Int, _ sheet: inout SheetBuilder
  ) {
    let bold = { (style: CellStyle) in styles.lined(style.with { $0.isBold = line.isLevel }) }
    let present = line.columns.filter { profit.column($0) != nil }
    let lookups = present.compactMap { profit.lookup($0, key: key) }
    let sums = present.compactMap { profit.range($0) }.map { "SUM(\($0))" }
    let revenue = book.shown(result.revenue)
    let all = book.shown(book.results.totals.revenue)
    let own = book.shown(line.own)
    let ownShare = revenue > 0 ? own / revenue : Double.nan
    let allShare = all > 0 ? book.shown(line.all) / all : Double.nan
    let total = profit.range(.revenue).map { "SUM(\($0))" } ?? "0"
    sheet.label(line.label, row: row, column: 3, style: bold(styles.text))
    sheet.formula(
      lookups.joined(separator: "+"), value: own, row: row, column: 4, style: bold(styles.money))
    sheet.formula(
      "IF(D$\(first)>0,D\(row)/D$\(first),\"\")", value: ownShare, row: row, column: 5,
      style: bold(styles.percent))
    sheet.formula(
      "IF(\(total)>0,(\(sums.joined(separator: "+")))/\(total),\"\")", value: allShare, row: row,
      column: 6, style: bold(styles.percent))
    sheet.formula(
      "IF(COUNT(E\(row):F\(row))=2,E\(row)-F\(row),\"\")", value: ownShare - allShare, row: row,
      column: 7, style: bold(styles.percent))
  }

  private func chart(_ lines: [Line], first: Int, _ sheet: inout SheetBuilder) {
    let name = book.name(of: .preferences)
    let shown = Array(lines.dropFirst())
    let cells = { (column: Int) in
      SheetRange(
        sheet: name,
        range: CellRange(
          CellAddress(row: first + 1, column: column),
          CellAddress(row: first + lines.count - 1, column: column)))
    }
    let revenue = book.shown(result.revenue)
    let all = book.shown(book.results.totals.revenue)
    let labels = shown.map(\.label)
    let own = ChartPlan.Series(
      book.text("This one", "该客户"), values: cells(5),
      points: shown.map { revenue > 0 ? book.shown($0.own) / revenue : 0 }, categories: cells(3),
      labels: labels, color: Palette.ink)
    let portfolio = ChartPlan.Series(
      book.text("All together", "总体"), values: cells(6),
      points: shown.map { all > 0 ? book.shown($0.all) / all : 0 }, categories: cells(3),
      labels: labels, color: Palette.sky)
    var chart = ChartPlan(
      kind: .column, title: book.text("Where its revenue goes, against all", "收入去向与总体对比"),
      altText: book.text(
        "Lines of the account as a share of revenue, this customer beside all.", "各项占收入比例，该客户与总体对比。"
      ),
      series: [own, portfolio], at: CellAddress(row: 7, column: 9), width: 560, height: 330)
    chart.valueAxis.numberFormat = "0%"
    chart.valueAxis.title = book.text("Share of revenue", "占收入比例")
    chart.categoryAxis.title = book.text("Line", "项目")
    chart.categoryAxis.labelsAreLow = true
    sheet.edit { $0.charts.append(chart) }
  }

  // MARK: Favourites

  /// The customer's favourite products, found in the table of profiles.
  func favourites(
    _ profiles: ProfileTable, _ place: DataTable.Place, _ sheet: inout SheetBuilder
  ) {
    let rows = profiles.profiles
    guard rows.count <= ProfitBook.quadraticLimit, !rows.isEmpty else { return }
    let top = rows.first { $0.position == number - 1 }?.profile.top ?? []
    let numbers = place.local(0)
    for index in 0..<ProfileTable.shown {
      // Below the name, which may run over its cell.
      let row = 9 + index
      let product =
        top.indices.contains(index) ? profiles.result.products[top[index].product].name : ""
      sheet.label(
        book.text("Favourite \(index + 1)", "偏好产品\(index + 1)"), row: row, column: 5,
        style: styles.label)
      sheet.textFormula(
        "IFERROR(INDEX(\(place.local(4 + index * 3)),MATCH(\(key),\(numbers),0))&\"\",\"\")",
        value: product, row: row, column: 6, style: styles.label)
    }
  }
}
