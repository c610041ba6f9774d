import CostingCore
import FinanceModel
import PluginKit
import SheetPlan

/// What every built-in sheet needs to know of the others: names, order of customers, where figures
/// stand, how money is shown.
///
/// Made anew by each sheet from its context, so that a sheet stays a pure function of it.
struct ProfitBook: Sendable {
  let context: SheetContext
  let order: CustomerOrder
  let styles: Styles
  /// Whether any customer has a sales line.
  let hasSalesLines: Bool

  /// Beyond this many customers a formula that looks at all of them in each row is a value.
  static let quadraticLimit = 2_000

  init(_ context: SheetContext) {
    self.context = context
    order = context.shared("order") { CustomerOrder(context.inputs, context.results) }
    hasSalesLines = context.inputs.sales.contains { $0.lines > 0 }
    let factor = Double(max(1, context.inputs.displayUnit.factor))
    let largest = context.results.totals.revenue.doubleValue.magnitude / factor
    styles = Styles(
      formats: NumberFormats(
        largest: largest, unitFactor: max(1, context.inputs.displayUnit.factor)))
  }

  var inputs: CostingInputs { context.inputs }
  var results: CostingResults { context.results }

  /// The text in the sheet's language.
  func text(_ english: String, _ chinese: String) -> String { context.text(english, chinese) }

  // MARK: Money

  /// Currency units in one unit of the sheets' figures.
  var unitFactor: Int { max(1, inputs.displayUnit.factor) }

  /// An amount in the sheets' unit: the nearest double.
  func shown(_ amount: Amount) -> Double {
    guard unitFactor > 1 else { return amount.nearestDouble }
    let (quotient, remainder) = amount.units.quotientAndRemainder(dividingBy: Int128(unitFactor))
    return remainder == 0
      ? ExactDecimal(units: quotient).nearestDouble : amount.nearestDouble / Double(unitFactor)
  }

  func shown(_ amount: Double) -> Double { amount / Double(unitFactor) }

  /// Such as `CNY 万元`; empty where the workbook says neither.
  var unitLabel: String {
    let label = inputs.displayUnit.label
    let currency = results.currency ?? inputs.currency ?? ""
    if label.isEmpty { return currency }
    return label.contains(currency) || currency.isEmpty ? label : "\(currency) \(label)"
  }

  /// What an axis of amounts is called.
  var amountLabel: String { unitLabel.isEmpty ? text("Amount", "金额") : unitLabel }

  /// Said where sentences of the engine state amounts: they are in the currency, whatever unit the
  /// tables are in. Empty where both are the same.
  var plainUnitRemark: String {
    guard unitFactor > 1 else { return "" }
    let currency = results.currency ?? inputs.currency ?? ""
    return text(" Sentences state amounts in single \(currency).", "文字说明中的金额以单位货币\(currency)计。")
  }

  /// What a live formula is multiplied by: a table's own unit against the sheets' unit.
  /// Empty for one.
  func scaling(fromFactor factor: Int) -> String {
    if factor == unitFactor { return "" }
    if factor > unitFactor, factor % unitFactor == 0 { return "*\(factor / unitFactor)" }
    if factor > 0, unitFactor % factor == 0 { return "/\(unitFactor / factor)" }
    return "*\(factor)/\(unitFactor)"
  }

  /// Decimals that control differences are rounded to: cents, whatever the unit.
  var checkDigits: Int {
    var digits = 2
    var factor = unitFactor
    while factor >= 10, digits < 12 {
      factor /= 10
      digits += 1
    }
    return digits
  }

  // MARK: Names and titles

  /// The name of a sheet of ours as its tab shows it.
  func name(of sheet: SheetKey) -> String {
    context.sheetNames[sheet.rawValue] ?? sheet.name[context.language]
  }

  /// The same where the sheet is written; nil where it is not.
  func name(ifWritten sheet: SheetKey) -> String? {
    context.sheetNames.isEmpty
      ? sheet.name[context.language] : context.sheetNames[sheet.rawValue]
  }

  /// The reference of a range of a sheet of ours.
  func reference(_ sheet: SheetKey, _ range: CellRange) -> String {
    SheetRange(sheet: name(of: sheet), range: range).reference
  }

  /// The word for what profit is measured for: customer, country, segment.
  var objectWord: String { inputs.costObject.name[context.language] }

  /// Company, period, unit and file in one line.
  var subtitle: String {
    var parts: [String] = []
    if let company = inputs.company, !company.isEmpty { parts.append(company) }
    if let period = results.period ?? inputs.period {
      parts.append(text("\(period.start) to \(period.end)", "\(period.start) 至 \(period.end)"))
    }
    if !unitLabel.isEmpty {
      parts.append(text("amounts in \(unitLabel)", "金额单位：\(unitLabel)"))
    }
    parts.append(text("from \(context.source.fileName)", "来源：\(context.source.fileName)"))
    return parts.joined(separator: " · ")
  }

  // MARK: What the workbook has

  /// Whether the workbook holds any cost.
  var hasCosts: Bool { results.rankingBasis == .netMargin }

  /// The target where it can be reached: not a sheet that is written apart from the workbook's own,
  /// not one of ours that is not written.
  func reachable(_ link: LinkTarget) -> LinkTarget? {
    switch link {
    case .cell(let cell):
      context.source.sheets.contains(cell.sheet) ? link : nil
    case .sheet(let key, _):
      context.sheetNames.isEmpty || context.sheetNames[key] != nil ? link : nil
    case .url: link
    }
  }

  /// Whether a sheet of ours is written beside this one.
  func isWritten(_ sheet: SheetKey) -> Bool { name(ifWritten: sheet) != nil }

  var hasPools: Bool { !results.pools.isEmpty }

  func has(_ measure: SalesMeasure) -> Bool { inputs.measures.contains(measure) }

  /// How a number in order of rank stands: the line of blank ids has one for formulas to go by, but
  /// shows none.
  var ordinalStyle: CellStyle {
    styles.number(order.hasUnassigned ? "[<=\(order.rankedCount)]0;\"\"" : "0").with {
      $0.horizontal = .center
    }
  }

  /// The id as a cell: a number only where the team's own key cells hold numbers.
  func idContent(_ place: Int) -> CellContent {
    // A customer has a dozen texts: lent by the span, only the one that is asked for is copied.
    let customers = inputs.customers.span
    if customers[place].id == .unassigned { return .text(text("unassigned", "未分配")) }
    let id = customers[place].id.text
    if customers[place].hasNumericKey, let number = Double(id), number.magnitude < 1e15 {
      return .number(number)
    }
    return .text(id)
  }

  /// The ids of all customers as cells, in their order.
  var ids: [CellContent] { context.shared("ids") { order.places.map { idContent($0) } } }

  /// The names of all customers to show, in their order.
  var names: [String] { context.shared("names") { order.places.map { displayName($0) } } }

  /// The number, from 1, under which each customer stands in the lists.
  var numbers: [CustomerID: Int] {
    context.shared("numbers") { order.numbers(inputs.customers) }
  }

  /// The list behind classes and tiers.
  var tierModel: TierModel { context.shared("tiers") { TierModel(self) } }

  /// The name to show; the unassigned line speaks the sheet's language.
  func displayName(_ place: Int) -> String {
    let customers = inputs.customers.span
    return customers[place].id == .unassigned
      ? text("Without customer id", "无客户编号") : customers[place].name
  }
}

extension SheetContext {
  /// A value that several sheets need, made once where they are planned together.
  ///
  /// - Parameter name: stands for one way of making it.
  func shared<Value: Sendable>(_ name: String, _ make: () -> Value) -> Value {
    sharedWork?.value(name, make) ?? make()
  }

  /// Whether the workbook holds sales or cost of customers at all; one of receivables or budgets
  /// alone does not.
  var tellsOfProfit: Bool {
    guard !inputs.customers.isEmpty else { return false }
    return !results.pools.isEmpty
      || inputs.sales.contains { $0.lines > 0 || !$0.netRevenue.isZero || !$0.directCost.isZero }
  }
}

extension ExactDecimal {
  /// The nearest double, by the shortest way for what tables are full of: whole cents, and shares
  /// below nine thousand. Fifty thousand customers have a million of them.
  var nearestDouble: Double {
    guard let units = Int64(exactly: units) else { return doubleValue }
    if units.magnitude < 1 << 53 { return Double(units) / 1e12 }
    let (cents, rest) = units.quotientAndRemainder(dividingBy: 10_000_000_000)
    return rest == 0 ? Double(cents) / 100 : doubleValue
  }
}
