import CostingCore
import FinanceModel
import PluginKit
import SheetPlan

/// Where the list of customers stands below the ageing of receivables: A number, B id, C name,
/// opening where it is known, closing, overdue, turnover, days, allowance where there is one, and
/// the buckets.
struct ListPlace {
  let firstRow: Int
  let lastRow: Int
  let rateRow: Int
  let hasOpening: Bool
  let hasAllowance: Bool

  init(book: ProfitBook, result: ReceivablesResult, ageingRow: Int) {
    let buckets = max(1, result.ageing.count)
    rateRow = ageingRow + 2
    firstRow = ageingRow + buckets + 7
    lastRow = firstRow + max(1, result.customers.count) - 1
    hasOpening = result.customers.contains { $0.opening != nil }
    hasAllowance = result.customers.contains { $0.allowance != nil }
  }

  /// The columns before the buckets.
  var fixedColumns: Int { 7 + (hasOpening ? 1 : 0) + (hasAllowance ? 1 : 0) }

  func bucketLetters(_ index: Int) -> String {
    CellAddress.letters(ofColumn: fixedColumns + 1 + index)
  }

  /// The letters of a column that stands so many places after the names.
  private func letters(_ place: Int) -> String {
    CellAddress.letters(ofColumn: 3 + place + (hasOpening ? 1 : 0))
  }

  var closingLetters: String { letters(1) }
  var turnoverLetters: String { letters(3) }

  private func column(_ letters: String) -> String {
    "$\(letters)$\(firstRow):$\(letters)$\(lastRow)"
  }

  var opening: String? { hasOpening ? column("D") : nil }
  var closing: String { column(closingLetters) }
  var overdue: String { column(letters(2)) }
  var allowance: String? { hasAllowance ? column(letters(5)) : nil }
  func bucket(_ index: Int) -> String { column(bucketLetters(index)) }

  /// The cell of a bucket's loss rate.
  func rate(_ index: Int) -> String { "$F$\(rateRow + index)" }
}

/// What each customer owes, most overdue first: live over the team's table where that gives the
/// engine's figures.
struct ReceivablesList {
  let book: ProfitBook
  let result: ReceivablesResult
  let isFirst: Bool
  let suffix: String
  private let lines: [ReceivablesResult.Line]
  private let source: SourceFormulas

  init(book: ProfitBook, result: ReceivablesResult, isFirst: Bool, suffix: String) {
    self.book = book
    self.result = result
    self.isFirst = isFirst
    self.suffix = suffix
    source = SourceFormulas(.receivables, book)
    lines = result.customers.sorted {
      ($1.overdue ?? $1.closing, $0.id) < ($0.overdue ?? $0.closing, $1.id)
    }
  }

  private var styles: Styles { book.styles }
  private var days: Double { Double(book.results.period?.days ?? book.inputs.period?.days ?? 0) }

  // MARK: Figures, one a customer; NaN for none

  var opening: [Double] { lines.map { $0.opening.map(book.shown) ?? .nan } }
  var closing: [Double] { lines.map { book.shown($0.closing) } }
  var overdue: [Double] { lines.map { $0.overdue.map(book.shown) ?? .nan } }
  var allowance: [Double] { lines.map { $0.allowance.map(book.shown) ?? .nan } }

  func bucket(_ index: Int) -> [Double] {
    lines.map { $0.ageing.indices.contains(index) ? book.shown($0.ageing[index]) : .nan }
  }

  /// The sum of a column of the list, where it is the engine's.
  func total(_ values: [Double], _ engine: Amount?, _ cells: String) -> String? {
    guard let engine, !lines.isEmpty,
      LiveFigure.agrees(values.filter { !$0.isNaN }.reduce(0, +), book.shown(engine))
    else { return nil }
    return "SUM(\(cells))"
  }

  /// Whole numbers as they are read, a word for what is not due.
  func label(_ bucket: ReceivablesResult.Bucket) -> String {
    bucket.isOverdue || bucket.bucket.contains(where: { !$0.isASCII })
      ? bucket.bucket
      : bucket.bucket.contains(where: \.isLetter)
        ? bucket.bucket : book.text("not due (\(bucket.bucket))", "未到期(\(bucket.bucket))")
  }

  // MARK: Writing

  func write(_ sheet: inout SheetBuilder, row: Int, _ place: ListPlace) -> DataTable.Place {
    sheet.heading(
      book.text("By \(book.objectWord.lowercased())", "按\(book.objectWord)") + suffix, row: row,
      columns: 1...(place.fixedColumns + result.ageing.count))
    return sheet.table(
      DataTable(
        columns: columns(place), rowCount: lines.count,
        name: isFirst ? "Mb_Receivables" : nil, totals: .below), row: row + 1)
  }

  private func columns(_ place: ListPlace) -> [DataColumn] {
    let numbers = book.numbers
    let places = lines.map { line in numbers[line.id].map { book.order.places[$0 - 1] } }
    var columns = [
      DataColumn(
        book.text("No.", "序号"),
        .numbers(lines.map { numbers[$0.id].map(Double.init) ?? .nan }), book.ordinalStyle),
      DataColumn(
        book.text("ID", "编号"),
        .cells(zip(lines, places).map { $1.map { book.idContent($0) } ?? .text($0.id.text) }),
        styles.text.with { $0.horizontal = .left }),
      DataColumn(
        book.objectWord,
        .texts(zip(lines, places).map { $1.map { book.displayName($0) } ?? $0.id.text }),
        styles.text, total: .label(book.text("Total", "合计"))),
    ]
    if place.hasOpening {
      columns.append(money(book.text("Opening", "期初"), opening, looked(.opening), place))
    }
    columns += [
      money(book.text("Closing", "期末"), closing, closingFormula(place), place),
      money(book.text("Overdue", "逾期"), overdue, overdueFormula(place), place),
    ]
    columns += ratios(places, place)
    if place.hasAllowance {
      columns.append(
        money(book.text("Allowance", "坏账准备"), allowance, allowanceFormula(place), place))
    }
    for (index, one) in result.ageing.enumerated() {
      columns.append(
        money(label(one), bucket(index), looked(.bucket(index)), place).with {
          $0.outlineLevel = 1
        })
    }
    return columns
  }

  /// A column of money; the formula holds for every customer that has the figure.
  private func money(
    _ header: String, _ values: [Double], _ formula: String?, _ place: ListPlace
  ) -> DataColumn {
    let sum = values.filter { !$0.isNaN }.reduce(0, +)
    let template = formula.map { RowFormula($0) }
    let content: CellBlock.Content =
      if let template, !values.contains(where: \.isNaN), !hasUnassigned {
        .formula(template, values: values)
      } else if let template {
        // Blank ids match no criterion, and where there was no figure none is made up.
        .cells(
          zip(lines, values).enumerated().map { index, entry in
            book.content(
              entry.0.id == .unassigned ? nil : template.text(row: place.firstRow + index),
              entry.1)
          })
      } else {
        .numbers(values)
      }
    return DataColumn(header, content, styles.money, total: .sum(sum))
  }

  private var hasUnassigned: Bool { lines.contains { $0.id == .unassigned } }

  private func looked(_ field: SourceTable.Field) -> String? {
    source.sum(field, of: .customer, keyCell: "$B{r}", isMoney: true)
  }

  /// The closing column, or the buckets where the table has none.
  private func closingFormula(_ place: ListPlace) -> String? {
    if source.isFilled(.closing), let found = looked(.closing) { return found }
    let sums = lines.indices.map { line in
      result.ageing.indices.reduce(0.0) { $0 + bucket($1)[line] }
    }
    guard !result.ageing.isEmpty, agree(sums, closing) else { return nil }
    return result.ageing.indices.map { "\(place.bucketLetters($0)){r}" }.joined(separator: "+")
  }

  private func overdueFormula(_ place: ListPlace) -> String? {
    let late = result.ageing.indices.filter { result.ageing[$0].isOverdue }
    let columns = late.map { bucket($0) }
    let sums = lines.indices.map { line in columns.reduce(0.0) { $0 + $1[line] } }
    guard !late.isEmpty, agree(sums, overdue) else { return nil }
    return late.map { "\(place.bucketLetters($0)){r}" }.joined(separator: "+")
  }

  /// Each bucket at its loss rate.
  private func allowanceFormula(_ place: ListPlace) -> String? {
    let rated = result.ageing.indices.compactMap { index in
      result.ageing[index].rate.map { (index, $0) }
    }
    let columns = rated.map { (bucket($0.0), $0.1) }
    let sums = lines.indices.map { line in columns.reduce(0.0) { $0 + $1.0[line] * $1.1 } }
    guard !rated.isEmpty, agree(sums, allowance) else { return nil }
    return rated.map { "\(place.bucketLetters($0.0)){r}*\(place.rate($0.0))" }
      .joined(separator: "+")
  }

  private func agree(_ left: [Double], _ right: [Double]) -> Bool {
    zip(left, right).allSatisfy { ($0.isNaN && $1.isNaN) || LiveFigure.agrees($0, $1) }
  }

  /// Turnover from the customer's own sales, and days from turnover.
  private func ratios(_ places: [Int?], _ list: ListPlace) -> [DataColumn] {
    let turnovers = lines.map { $0.turnover ?? .nan }
    let computed = zip(lines, places).map { line, place -> Double in
      guard let place, let opening = line.opening else { return .nan }
      let average = (book.shown(opening) + book.shown(line.closing)) / 2
      guard average > 0 else { return .nan }
      return book.fact(.measure(.netRevenue), of: place) / average
    }
    let revenue = FactsLayout(book).lookup(.measure(.netRevenue), key: "A{r}")
    let closing = "\(list.closingLetters){r}"
    let template = (list.hasOpening ? revenue : nil).map {
      "IF(AND(ISNUMBER(A{r}),ISNUMBER(D{r})),IF(D{r}+\(closing)>0,\($0)/((D{r}+\(closing))/2),\"\"),\"\")"
    }
    let days = lines.map { $0.dso ?? .nan }
    let daysCell = SheetBuilder.figureCell(1, listAt: 6)
    let turnover = "\(list.turnoverLetters){r}"
    let daysOfTurnover = "IF(ISNUMBER(\(turnover)),\(daysCell)/\(turnover),\"\")"
    let hasDays = isFirst && self.days > 0 && agree(turnovers.map { self.days / $0 }, days)
    return [
      DataColumn(
        book.text("Turnover", "周转率"),
        template.flatMap { template in
          agree(computed, turnovers)
            ? .formula(RowFormula(template), values: turnovers) : nil
        } ?? .numbers(turnovers), styles.ratio),
      DataColumn(
        book.text("DSO, days", "周转天数"),
        hasDays
          ? .formula(RowFormula(daysOfTurnover), values: days)
          : .numbers(days), styles.decimal),
    ]
  }
}
