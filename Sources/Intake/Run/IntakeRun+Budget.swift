import CostingCore
import FinanceModel
import WorkbookReading

extension IntakeRun {
  /// Reads budgets; lines of one name and period are one line, over all sheets.
  mutating func readBudgets() throws(WorkbookError) {
    var lines: [String: Int] = [:]
    for place in resolution.places(.budget) {
      let reading = try reading(place)
      noteUnit(reading.table)
      var neither: [TableRow] = []
      for row in reading.rows {
        if scenario(row, reading) == .other {
          neither.append(row)
          continue
        }
        let name = budgetName(row, reading)
        for part in budgetParts(row, reading) { add(part, name: name, row, reading, &lines) }
      }
      setAside(neither, place, LeftOutReason.forecast, reading)
    }
  }

  /// One budget or actual figure set of a row: the row's own, or one month's.
  private struct BudgetPart {
    var period: String?
    var budget: Amount?
    var actual: Amount?
    var isWhole = false
    var provenance: Provenance?
    var budgetPlace: Int?
    var actualPlace: Int?
  }

  /// Which figures a row of a long budget holds; nil where no column says so.
  private func scenario(_ row: TableRow, _ reading: TableReading) -> FinanceWords.Scenario? {
    guard reading.has(.scenario) else { return nil }
    return reading.text(row, .scenario).flatMap { FinanceWords.scenario($0) } ?? .other
  }

  /// What the line is called; where nothing names it, by its sheet or as unclassified.
  private func budgetName(_ row: TableRow, _ reading: TableReading) -> String {
    let roles: [ColumnRole] = [
      .accountName, .accountCode, .customerName, .customerID, .productName, .productID, .costPool,
      .department, .region, .channel, .salesperson, .customerGroup,
    ]
    if let name = roles.lazy.compactMap({ reading.text(row, $0) }).first { return name }
    if roles.contains(where: { reading.has($0) }) {
      return inputs.language == .chinese ? "未分类" : "unclassified"
    }
    return reading.table.candidate.sheet.name
  }

  private mutating func budgetParts(_ row: TableRow, _ reading: TableReading) -> [BudgetPart] {
    let months = monthColumns(reading)
    if months.count >= 2 {
      return months.compactMap { month in
        guard let value = reading.amount(row, at: month.place, log: &log) else { return nil }
        return BudgetPart(
          period: month.period, budget: month.isActual ? nil : value,
          actual: month.isActual ? value : nil, provenance: provenance(row, reading, month.place),
          budgetPlace: month.isActual ? nil : month.place,
          actualPlace: month.isActual ? month.place : nil)
      }
    }
    var part = BudgetPart(period: reading.period(row), isWhole: true)
    let figure = reading.amount(row, .budget, log: &log)
    part.actual = reading.amount(row, .actual, log: &log)
    if scenario(row, reading) == .actual {
      part.actual = figure
      part.actualPlace = reading.place(.budget)
    } else if isActual(reading), !reading.has(.actual), !reading.has(.scenario),
      !isNamedBudget(reading)
    {
      part.actual = figure
      part.actualPlace = reading.place(.budget)
    } else {
      part.budget = figure
      part.budgetPlace = reading.place(.budget)
      part.actualPlace = reading.place(.actual)
    }
    part.provenance = reading.provenance(row, .actual) ?? reading.provenance(row, .budget)
    return [part]
  }

  private func provenance(_ row: TableRow, _ reading: TableReading, _ place: Int) -> Provenance? {
    guard case .number? = row.values[place] else { return nil }
    return .cell(reading.cell(row, place))
  }

  private func isNamedBudget(_ reading: TableReading) -> Bool {
    reading.table.column(.budget)?.header.candidates.first?.role == .budget
  }

  /// Whether sheet or title say that the table holds actual figures.
  private func isActual(_ reading: TableReading) -> Bool {
    let candidate = reading.table.candidate
    let words = [candidate.sheet.name] + candidate.notes.map(\.cell.text)
    return words.contains { word in
      let key = TextFolding.key(word)
      return (key.contains("实际") || key.contains("actual")) && !key.contains("预算")
        && !key.contains("budget")
    }
  }

  private func monthColumns(_ reading: TableReading) -> [(
    place: Int, period: String, isActual: Bool
  )] {
    let isActualTable = isActual(reading)
    return reading.table.columns.enumerated().compactMap { place, column in
      let header = column.header
      let leaf = header.parent.map { String(header.text.dropFirst($0.count + 1)) } ?? header.text
      let names = header.parent.map { [leaf, $0] } ?? [leaf]
      guard let month = names.first(where: { PeriodText.isPeriodHeader($0) }) else { return nil }
      let kind = names.first { $0 != month } ?? ""
      let roles = Vocabulary.shared.candidates(for: HeaderText(kind)).filter { $0.strength >= 0.85 }
      if roles.contains(where: { $0.role == .variance || $0.role == .priorYear }) { return nil }
      let saysActual = roles.contains { $0.role == .actual }
      let saysBudget = roles.contains { $0.role == .budget }
      return (place, month, saysActual || (isActualTable && !saysBudget))
    }
  }

  private mutating func add(
    _ part: BudgetPart, name: String, _ row: TableRow, _ reading: TableReading,
    _ lines: inout [String: Int]
  ) {
    let hasQuantities = reading.has(.budgetQuantity) || reading.has(.actualQuantity)
    let key = "\(TextFolding.nameKey(name))\u{1}\(part.period ?? "")"
    let known = hasQuantities ? nil : lines[key]
    let place = known ?? inputs.budget.count
    if known == nil {
      lines[key] = place
      var line = BudgetLine(name: name)
      line.period = part.period
      line.isRevenue = isRevenue(name, row, reading)
      line.provenance = part.provenance
      inputs.budget.append(line)
    }
    if let budget = part.budget {
      inputs.budget[place].budget = (inputs.budget[place].budget ?? 0) + budget
      Self.note(part.budgetPlace, row, reading, in: &inputs.budget[place].sources.budget)
    }
    if let actual = part.actual {
      inputs.budget[place].actual = (inputs.budget[place].actual ?? 0) + actual
      Self.note(part.actualPlace, row, reading, in: &inputs.budget[place].sources.actual)
    }
    guard part.isWhole, hasQuantities else { return }
    inputs.budget[place].budgetQuantity = reading.quantity(row, .budgetQuantity, log: &log)
    inputs.budget[place].actualQuantity = reading.quantity(row, .actualQuantity, log: &log)
    inputs.budget[place].budgetUnitPrice = reading.amount(row, .budgetUnitPrice, log: &log)
    inputs.budget[place].actualUnitPrice = reading.amount(row, .actualUnitPrice, log: &log)
    noteMeasures(row, reading, at: place)
  }

  /// Notes the cells of the row's quantities and prices.
  private mutating func noteMeasures(_ row: TableRow, _ reading: TableReading, at place: Int) {
    var sources = inputs.budget[place].sources
    Self.note(
      reading.place(.budgetQuantity), row, reading, isMoney: false, in: &sources.budgetQuantity)
    Self.note(
      reading.place(.actualQuantity), row, reading, isMoney: false, in: &sources.actualQuantity)
    Self.note(reading.place(.budgetUnitPrice), row, reading, in: &sources.budgetUnitPrice)
    Self.note(reading.place(.actualUnitPrice), row, reading, in: &sources.actualUnitPrice)
    inputs.budget[place].sources = sources
  }

  /// Adds a row's cell to a figure's; parts of different units are no one formula.
  private static func note(
    _ place: Int?, _ row: TableRow, _ reading: TableReading, isMoney: Bool = true,
    in cells: inout SourceCells?
  ) {
    let scale = isMoney ? place.map(reading.factor) ?? 1 : 1
    var known = cells ?? SourceCells(scale: scale)
    known.add(place.flatMap { known.scale == scale ? reading.numericCell(row, at: $0) : nil })
    cells = known
  }

  /// Whether more than budgeted is good, by the account's name or its type.
  private func isRevenue(_ name: String, _ row: TableRow, _ reading: TableReading) -> Bool? {
    if let type = accountType(row, reading) { return type }
    let key = TextFolding.key(name)
    let costs = [
      "费", "成本", "薪", "工资", "折旧", "税金", "支出", "cost", "expense", "salar", "wage", "rent", "travel",
      "depreciation", "advertis", "freight", "insurance", "interest", "maintenance",
    ]
    if costs.contains(where: { key.contains($0) }) { return false }
    let revenues = [
      "收入", "销售额", "营业额", "revenue", "sales", "income", "turnover", "利润", "profit", "margin", "毛利",
    ]
    if revenues.contains(where: { key.contains($0) }) { return true }
    return reading.has(.budgetUnitPrice) || reading.has(.actualUnitPrice) ? true : nil
  }

  private func accountType(_ row: TableRow, _ reading: TableReading) -> Bool? {
    guard
      let place = reading.table.columns.firstIndex(where: {
        ["accounttype", "科目类型", "类型", "type"].contains($0.header.leaf.key)
      }), case .text(let text)? = row.values[place]
    else { return nil }
    let key = TextFolding.key(text)
    if key.contains("revenue") || key.contains("收入") { return true }
    return key.contains("expen") || key.contains("cost") || key.contains("费用") ? false : nil
  }
}
