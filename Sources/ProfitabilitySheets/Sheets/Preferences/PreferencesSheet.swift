import CostingCore
import FinanceModel
import PluginKit
import SheetPlan

/// One customer at a glance, chosen by number; what is bought in all; what each customer prefers.
struct PreferencesSheet: SheetPlugin {
  let key = SheetKey.preferences.rawValue

  func name(in context: SheetContext) -> String { SheetKey.preferences.name[context.language] }

  func isWanted(in context: SheetContext) -> Bool { context.results.analytics.preferences != nil }

  func plan(in context: SheetContext) -> SheetPlan {
    let book = ProfitBook(context)
    var sheet = SheetBuilder(book, sheet: .preferences)
    sheet.title(
      name(in: context),
      says: sheet.text(
        "Type a number into the yellow cell to see that customer; below, who prefers what.",
        "在黄色单元格输入序号即可查看该客户；下方为产品偏好。"))
    guard let result = context.results.analytics.preferences else { return sheet.finished() }
    let profiles = ProfileTable(book: book, result: result)
    let card = CustomerCard(book)
    let cardEnd = card.write(&sheet, row: 6)
    let groupsEnd = ClusterSection(book: book).write(&sheet, row: cardEnd + 2)
    let productsEnd = ProductTable(book: book, result: result).write(&sheet, row: groupsEnd + 2)
    let place = profiles.write(&sheet, row: productsEnd + 2)
    card.favourites(profiles, place, &sheet)
    sheet.edit { $0.frozenAt = CellAddress(row: 5, column: 1) }
    return sheet.finished()
  }
}

/// What is bought in all.
struct ProductTable {
  let book: ProfitBook
  let result: PreferenceResult

  private static let most = 30

  func write(_ sheet: inout SheetBuilder, row: Int) -> Int {
    let styles = book.styles
    let products = result.products.sorted { $1.revenue < $0.revenue }
    let shown = Array(products.prefix(Self.most))
    guard !shown.isEmpty else { return row - 2 }
    let whole = products.reduce(Amount.zero) { $0 + $1.revenue }
    let rest = whole - shown.reduce(Amount.zero) { $0 + $1.revenue }
    sheet.heading(book.text("Products", "产品"), row: row, columns: 1...7)
    var names = shown.map(\.name)
    var revenue = shown.map { book.shown($0.revenue) }
    var customers = shown.map { Double($0.customers) }
    if products.count > shown.count {
      names.append(
        book.text("\(products.count - shown.count) others", "其余\(products.count - shown.count)种"))
      revenue.append(book.shown(rest))
      customers.append(.nan)
    }
    let total = book.shown(whole)
    let end = row + 2 + names.count
    let place = sheet.table(
      DataTable(
        columns: [
          DataColumn(
            book.text("Product", "产品"), .texts(names), styles.text,
            total: .label(book.text("Total", "合计"))
          ).with { $0.maximumWidth = 36 },
          DataColumn(
            Terms.name(SalesMeasure.netRevenue)[book.context.language], .numbers(revenue),
            styles.money, total: .sum(total)),
          DataColumn(
            book.text("Share", "占比"),
            .formula(
              RowFormula("IF(D$\(end)>0,D{r}/D$\(end),\"\")"),
              values: revenue.map { total > 0 ? $0 / total : .nan }), styles.percent),
          DataColumn(
            book.text("\(book.objectWord)s", "\(book.objectWord)数"), .numbers(customers),
            styles.count),
        ], rowCount: names.count, totals: .below), row: row + 1, column: 3)
    chart(place, names, revenue, &sheet)
    return max(place.lastRow + 1, row + 16)
  }

  private func chart(
    _ place: DataTable.Place, _ names: [String], _ revenue: [Double], _ sheet: inout SheetBuilder
  ) {
    let count = min(10, names.count)
    let sheetName = book.name(of: .preferences)
    let cells = { (column: Int) in
      SheetRange(
        sheet: sheetName,
        range: CellRange(
          CellAddress(row: place.firstRow, column: column),
          CellAddress(row: place.firstRow + count - 1, column: column)))
    }
    let series = ChartPlan.Series(
      Terms.name(SalesMeasure.netRevenue)[book.context.language], values: cells(4),
      points: Array(revenue.prefix(count)), categories: cells(3),
      labels: Array(names.prefix(count)), color: Palette.blue)
    var chart = ChartPlan(
      kind: .bar, title: book.text("Largest products", "销售额最大的产品"),
      altText: book.text("Net revenue of the largest products.", "销售额最大的产品。"), series: [series],
      at: CellAddress(row: place.headerRow, column: 8), width: 560, height: 300)
    chart.legend = .none
    chart.valueAxis.numberFormat = "#,##0"
    chart.valueAxis.title = book.amountLabel
    chart.categoryAxis.title = book.text("Product", "产品")
    // The largest on top; names of products stand level beside their bars.
    chart.categoryAxis.isReversed = true
    sheet.edit { $0.charts.append(chart) }
  }
}

/// What each customer prefers: the three products most is spent on, with their affinity.
struct ProfileTable {
  let book: ProfitBook
  let result: PreferenceResult

  /// Profiles in the order of rank, each with its customer's position in it.
  let profiles: [(position: Int, profile: PreferenceResult.Profile)]

  static let shown = 3

  init(book: ProfitBook, result: PreferenceResult) {
    self.book = book
    self.result = result
    var profileAt = [Int32](repeating: -1, count: (book.order.places.max() ?? -1) + 1)
    for (index, profile) in result.profiles.enumerated()
    where profileAt.indices.contains(profile.customer) {
      profileAt[profile.customer] = Int32(clamping: index)
    }
    profiles = book.order.places.enumerated().compactMap { position, place in
      let index = Int(profileAt[place])
      return index < 0 ? nil : (position, result.profiles[index])
    }
  }

  func write(_ sheet: inout SheetBuilder, row: Int) -> DataTable.Place {
    let styles = book.styles
    let rows = profiles
    let (ids, names) = (book.ids, book.names)
    var columns = [
      DataColumn(
        book.text("No.", "序号"), .numbers(rows.map { Double($0.position + 1) }),
        styles.number("0").with { $0.horizontal = .center }),
      DataColumn(
        book.text("ID", "编号"), .cells(rows.map { ids[$0.position] }),
        styles.text.with { $0.horizontal = .left }),
      DataColumn(
        book.objectWord, .texts(rows.map { names[$0.position] }), styles.text,
        total: .label(
          book.text(
            "\(rows.count) \(book.objectWord.lowercased())\(rows.count == 1 ? "" : "s")",
            "共\(rows.count)个\(book.objectWord)"))),
      DataColumn(
        book.text("Products bought", "购买产品数"),
        .numbers(rows.map { Double($0.profile.productCount) }), styles.count),
    ]
    for index in 0..<Self.shown {
      let one = rows.map { $0.profile.top.indices.contains(index) ? $0.profile.top[index] : nil }
      columns += [
        DataColumn(
          book.text("Product \(index + 1)", "产品\(index + 1)"),
          .texts(one.map { $0.map { result.products[$0.product].name } ?? "" }), styles.text
        ).with { $0.maximumWidth = 30 },
        DataColumn(
          book.text("Share \(index + 1)", "占比\(index + 1)"),
          .numbers(one.map { $0?.share ?? .nan }), styles.percent),
        DataColumn(
          book.text("Affinity \(index + 1)", "偏好指数\(index + 1)"),
          .numbers(one.map { $0?.affinity ?? .nan }), styles.ratio),
      ]
    }
    sheet.heading(
      book.text("Preferences by \(book.objectWord.lowercased())", "各\(book.objectWord)偏好"),
      row: row, columns: 1...columns.count)
    return sheet.table(
      DataTable(columns: columns, rowCount: rows.count, name: "Mb_Preferences", totals: .below),
      row: row + 1)
  }
}
