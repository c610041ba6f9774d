import FinanceModel

/// Keeps figures out that sums could not hold exactly.
///
/// Intake takes nothing beyond 10¹⁵; what other callers hand over is checked here, so that no input
/// can overflow a sum.
enum InputLimits {
  /// 10¹⁸: a hundred million such figures still add up within an amount.
  static let largest: UInt128 = 1_000_000_000_000_000_000 * ExactDecimal.unitsPerOne.magnitude

  /// The inputs with every figure beyond the limit counted as zero, and a finding for each table
  /// column or row that had one.
  static func checked(_ inputs: CostingInputs) -> (inputs: CostingInputs, findings: [Finding]) {
    var checked = inputs
    var findings: [Finding] = []
    // Nearly always all are within, and then the columns need not be copied.
    if !inputs.sales.allSatisfy(isWithin) { checkSales(of: &checked, &findings) }
    for place in inputs.costPools.indices where !isWithin(inputs.costPools[place].amount) {
      checked.costPools[place].amount = 0
      let pool = inputs.costPools[place]
      findings.append(finding(pool.name, at: pool.provenance))
    }
    check(&checked.drivers, &findings)
    check(&checked.interactions, &findings)
    check(&checked.serviceDepartments.departments, &findings)
    check(&checked.budget, &findings)
    dropRows(of: &checked, &findings)
    return (checked, findings)
  }

  private static func checkSales(of inputs: inout CostingInputs, _ findings: inout [Finding]) {
    for place in inputs.sales.indices where !isWithin(inputs.sales[place]) {
      inputs.sales[place] = SalesFacts()
      let customer = place < inputs.customers.count ? inputs.customers[place].name : ""
      findings.append(finding(customer, at: nil))
    }
  }

  private static func check(_ drivers: inout [Driver], _ findings: inout [Finding]) {
    for place in drivers.indices where !drivers[place].quantities.allSatisfy(isWithin) {
      findings.append(finding(drivers[place].name, at: drivers[place].provenance))
      drivers[place].quantities = drivers[place].quantities.map { isWithin($0) ? $0 : 0 }
    }
  }

  private static func check(
    _ departments: inout [ServiceDepartment], _ findings: inout [Finding]
  ) {
    for place in departments.indices {
      let department = departments[place]
      guard !isWithin(department.amount) || !department.use.allSatisfy(isWithin) else { continue }
      findings.append(finding(department.name, at: department.provenance))
      departments[place].amount = isWithin(department.amount) ? department.amount : 0
      departments[place].use = department.use.map { isWithin($0) ? $0 : 0 }
    }
  }

  private static func check(_ lines: inout [BudgetLine], _ findings: inout [Finding]) {
    for place in lines.indices {
      let line = lines[place]
      let figures = [
        line.budget, line.actual, line.budgetQuantity, line.actualQuantity,
        line.budgetUnitPrice, line.actualUnitPrice,
      ]
      guard !figures.allSatisfy({ $0.map(isWithin) ?? true }) else { continue }
      findings.append(finding(line.name, at: line.provenance))
      lines[place] = BudgetLine(name: line.name)
    }
  }

  /// Leaves out rows of the tables that only analyses read.
  private static func dropRows(of inputs: inout CostingInputs, _ findings: inout [Finding]) {
    drop(from: &inputs.marketing, &findings, name: \.heading) { isWithin($0.spend) }
    drop(from: &inputs.receivables.items, &findings, name: \.customer.text) {
      isWithin($0.amount) && isWithin($0.paid ?? 0)
    }
    drop(from: &inputs.receivables.balances, &findings, name: \.customer.text) {
      isWithin($0.opening ?? 0) && isWithin($0.closing ?? 0) && $0.ageing.allSatisfy(isWithin)
        && $0.monthEnds.allSatisfy(isWithin)
    }
    for months in [\CostingInputs.salesByMonth, \.priorSalesByMonth] {
      drop(from: &inputs[keyPath: months], &findings, name: \.month.description) {
        isWithin($0.netRevenue) && isWithin($0.directCost) && isWithin($0.productCost)
          && isWithin($0.quantity)
      }
    }
    drop(from: &inputs.productSales, &findings, name: \.heading) {
      isWithin($0.netRevenue) && isWithin($0.quantity)
    }
    drop(from: &inputs.market, &findings, name: \.heading) { isWithin($0.sales ?? 0) }
    drop(from: &inputs.interactionsByMonth, &findings, name: \.month.description) {
      isWithin($0.count)
    }
  }

  private static func drop<Row>(
    from rows: inout [Row], _ findings: inout [Finding], name: (Row) -> String,
    unless isWithin: (Row) -> Bool
  ) {
    guard !rows.allSatisfy(isWithin) else { return }
    for row in rows where !isWithin(row) { findings.append(finding(name(row), at: nil)) }
    rows.removeAll { !isWithin($0) }
  }

  private static func isWithin(_ value: ExactDecimal) -> Bool { value.units.magnitude <= largest }

  private static func isWithin(_ facts: SalesFacts) -> Bool {
    isWithin(facts.netRevenue) && isWithin(facts.grossRevenue) && isWithin(facts.listRevenue)
      && isWithin(facts.discount) && isWithin(facts.rebate) && isWithin(facts.returns)
      && isWithin(facts.productCost) && isWithin(facts.commission) && isWithin(facts.freight)
      && isWithin(facts.otherDirectCost) && isWithin(facts.quantity)
      && isWithin(facts.firstDayRevenue)
      && facts.purchases.map { isWithin($0.firstDayRevenue) } ?? true
  }

  private static func finding(_ name: String, at provenance: Provenance?) -> Finding {
    Finding(
      CostingFinding.figureOutOfRange, at: provenance?.firstCell, values: ["name": name])
  }
}

extension MarketingLine {
  fileprivate var heading: String { channel ?? "" }
}

extension MarketLine {
  fileprivate var heading: String { segment?.name ?? period?.name ?? "" }
}

extension ProductSales {
  fileprivate var heading: String { String(product) }
}
