import CostingCore
import FinanceModel
import WorkbookReading

extension IntakeRun {
  /// Puts the inputs together once every table was read.
  mutating func finish() {
    resolveReferrers()
    inputs.settings = settings.costing
    inputs.company = settings.company
    inputs.period = period
    countCustomers()
    let comparedIDs = BegunWork { [customers = register.customers] in ComparedIDs(of: customers) }
    let names = BegunWork { [customers = register.customers] in ComparedNames(of: customers) }
    placeFacts()
    let collisions = (comparedIDs.collect() ?? ComparedIDs(of: register.customers)).collisions
    let obstacle = keyObstacle(collisions)
    for index in driverColumns.indices where driverColumns[index].liveness?.liveSum != nil {
      if let obstacle { driverColumns[index].liveness = .valueOnly(reason: obstacle) }
    }
    inputs.drivers = driverColumns.map { driver($0, origin: .table) }
    inputs.interactions = interactionColumns.map { driver($0, origin: .interactions) }
    inputs.interactionsByMonth = interactionsByMonth
    inputs.measures = measures
    inputs.costObject = costObject
    settleCurrency()
    settleUnit()
    inputs.liveness = salesLiveness(obstacle)
    noteSimilarIDs(collisions)
    noteCustomers(names.collect() ?? ComparedNames(of: register.customers))
    noteUnusedTables()
    noteUncalculated()
  }

  private mutating func noteUncalculated() {
    for (sheet, formulas) in uncalculated.bySheet.sorted(by: { $0.key < $1.key }) {
      log.add(
        IntakeFindings.uncalculated, at: SheetCell(sheet: sheet, cell: formulas.first),
        ["sheet": sheet], count: formulas.count)
    }
  }

  /// From settings, else from the sales lines read so far.
  var period: Period? {
    let start = settings.periodStart ?? ledger.firstDay
    let end = settings.periodEnd ?? ledger.lastDay
    guard let start, let end else { return nil }
    return Period(start: start, end: end)
  }

  private var hasUnassigned: Bool {
    ledger.unassigned.lines > 0 || !ledger.unassigned.directCost.isZero
      || ledger.priorUnassigned.lines > 0
  }

  private mutating func countCustomers() {
    inputs.customers = register.customers
    if hasUnassigned {
      let name = inputs.language == .chinese ? "未指定客户" : "Unassigned"
      inputs.customers.append(Customer(id: .unassigned, name: name))
    }
  }

  /// One a customer, the unassigned line's last.
  private func padded(_ facts: consuming [SalesFacts], _ unassigned: SalesFacts) -> [SalesFacts] {
    let missing = register.count - facts.count + (hasUnassigned ? 1 : 0)
    facts.reserveCapacity(facts.count + missing)
    while facts.count < register.count { facts.append(SalesFacts()) }
    if hasUnassigned { facts.append(unassigned) }
    for place in facts.indices where facts[place].orders == 0 {
      let days = facts[place].orderDays
      facts[place].orders = days > 0 ? days : facts[place].lines
    }
    return facts
  }

  private mutating func placeFacts() {
    let unassigned = Int32(clamping: register.count)
    let hasFacts =
      !resolution.sales.isEmpty || !resolution.orders.isEmpty || !resolution.crossSales.isEmpty
      || ledger.facts.contains { !$0.directCost.isZero }
    let (facts, prior) = ledger.takeFacts()
    inputs.sales = hasFacts ? padded(facts, ledger.unassigned) : []
    let hasPrior = prior.contains { $0.lines > 0 } || ledger.priorUnassigned.lines > 0
    inputs.priorSales = hasPrior ? padded(prior, ledger.priorUnassigned) : []
    ledger.close()
    let months =
      salesMonths?.collect()
      ?? SalesMonths(ledger.months, ledger.priorMonths, customers: register.count)
    (inputs.salesByMonth, inputs.priorSalesByMonth) = (months.rows, months.prior)
    SalesLedger.place(unassigned: unassigned, in: &inputs.salesByMonth, \.customer)
    SalesLedger.place(unassigned: unassigned, in: &inputs.priorSalesByMonth, \.customer)
    let gaps = orderGaps?.collect() ?? ledger.orderDays.medianGaps(customers: register.count)
    for (place, gap) in gaps.enumerated() where place < inputs.sales.count {
      inputs.sales[place].medianGapDays = gap
    }
    inputs.productSales =
      productSales?.collect() ?? ledger.products.rows(customers: register.count)
    SalesLedger.place(unassigned: unassigned, in: &inputs.productSales, \.customer)
    ledger.dropDetail()
    inputs.products = salesKeys.productNames
    if inputs.sales.isEmpty, !inputs.customers.isEmpty {
      inputs.sales = [SalesFacts](repeating: SalesFacts(), count: inputs.customers.count)
    }
  }

  private func driver(_ column: DriverColumn, origin: Driver.Origin) -> Driver {
    var quantities = [Quantity](repeating: 0, count: inputs.customers.count)
    for (customer, quantity) in column.quantities.enumerated() where customer < quantities.count {
      quantities[customer] = quantity
    }
    var driver = Driver(name: column.name, quantities: quantities, origin: origin)
    driver.provenance = column.provenance
    driver.liveness = column.liveness
    return driver
  }

  private var measures: Set<SalesMeasure> {
    var measures: Set<SalesMeasure> = []
    for (layout, tally) in salesTables {
      measures.formUnion([.lines, .netRevenue])
      if layout.has(.returns) || tally.negativeNet > 0 { measures.insert(.returns) }
      let isGross = [SalesSlot.gross, .unitPrice, .discount, .rebate, .returns]
      if isGross.contains(where: { layout.has($0) }) { measures.insert(.grossRevenue) }
      if layout.has(.document) || layout.has(.date) { measures.insert(.orders) }
      let slots: [(SalesSlot, SalesMeasure)] = [
        (.quantity, .quantity), (.listPrice, .listRevenue), (.listPrice, .discount),
        (.discount, .discount), (.rebate, .rebate), (.productCost, .productCost),
        (.unitCost, .productCost), (.material, .productCost), (.labor, .productCost),
        (.commission, .commission), (.freight, .freight), (.serviceCost, .otherDirectCost),
        (.relationshipCost, .otherDirectCost),
      ]
      for (slot, measure) in slots where layout.has(slot) { measures.insert(measure) }
    }
    if !resolution.crossSales.isEmpty {
      measures.formUnion([.lines, .netRevenue, .grossRevenue])
      if inputs.sales.contains(where: { !$0.discount.isZero }) { measures.insert(.discount) }
    }
    let sales = inputs.sales
    if sales.contains(where: { !$0.freight.isZero }) { measures.insert(.freight) }
    if sales.contains(where: { !$0.commission.isZero }) { measures.insert(.commission) }
    if sales.contains(where: { !$0.productCost.isZero }) { measures.insert(.productCost) }
    if sales.contains(where: { !$0.otherDirectCost.isZero }) { measures.insert(.otherDirectCost) }
    return measures
  }

  private var costObject: CostObject {
    guard let role = resolution.keyRole, role != .customerID, role != .customerName,
      let first = (resolution.sales + resolution.crossSales).first,
      let column = resolution.tables[first].column(role)
    else { return .customer }
    return CostObject(isCustomer: false, name: LocalizedText(verbatim: column.header.text))
  }

  // MARK: Currency and unit

  private mutating func settleCurrency() {
    if let currency = settings.currency {
      inputs.currency = currency
    } else if let currency = salesTables.lazy.compactMap({ $0.layout.currency }).first {
      inputs.currency = currency
    } else if let (currency, place) = namedCurrency() {
      inputs.currency = currency
      let english = "A header, title or number format says so."
      let reason = inputs.language == .chinese ? "依据表头、标题或数字格式。" : english
      log.add(
        IntakeFindings.assumedCurrency, at: place, ["currency": currency, "reason": reason])
    }
    let receivable = Set(inputs.receivables.items.compactMap(\.currency))
    if inputs.currency == nil, receivable.count == 1 { inputs.currency = receivable.first }
  }

  /// The currency that units, headers or number formats of money columns name.
  private func namedCurrency() -> (String, SheetCell)? {
    for table in resolution.tables where table.role != .other {
      if let code = table.candidate.unit?.currency { return (code, cell(of: table, nil)) }
      for column in table.columns {
        guard let role = column.role, let slot = SalesSlot(role), slot.isMoney else { continue }
        if let code = column.header.unit?.currency { return (code, cell(of: table, column)) }
        if let code = formatCurrency(table, column) { return (code, cell(of: table, column)) }
      }
    }
    return nil
  }

  private func cell(of table: ClassifiedTable, _ column: AssignedColumn?) -> SheetCell {
    SheetCell(
      sheet: table.candidate.sheet.name,
      cell: CellAddress(
        row: table.candidate.headerRows.upperBound,
        column: column?.header.column ?? table.candidate.firstColumn))
  }

  private func formatCurrency(_ table: ClassifiedTable, _ column: AssignedColumn) -> String? {
    let cells = table.candidate.sample.lazy.compactMap { $0.cell(at: column.header.column) }
    guard let cell = cells.first(where: \.isNumeric) else { return nil }
    let code = workbook.formatCode(cell.format)
    guard code.contains(where: { "$¥€£￥".contains($0) }) else { return nil }
    // `[$-409]` names a locale, not a currency.
    return CurrencyCode.named(in: code.replacing("[$-", with: "["))
  }

  private mutating func settleUnit() {
    let units = resolution.tables.filter { $0.role == .sales || $0.role == .costPools }
      .compactMap(\.candidate.unit)
    if let unit = settings.unit ?? units.first, unit.factor > 1 {
      inputs.displayUnit = DisplayUnit(factor: unit.factor, label: unit.label)
    }
  }

  // MARK: Findings over the whole workbook

  private mutating func noteCustomers(_ names: ComparedNames) {
    noteCoverage()
    noteNames(names.keys)
    noteNearNames(names.near)
    if inputs.customers.isEmpty, inputs.receivables.isEmpty, inputs.budget.isEmpty {
      log.add(IntakeFindings.nothingToAnalyse, [:])
    }
  }

  private mutating func noteSimilarIDs(_ collisions: [(Int, Int)]) {
    for (first, second) in collisions.prefix(10) {
      log.add(
        IntakeFindings.similarIDs, at: register.customers[second].place,
        [
          "first": register.customers[first].id.text, "second": register.customers[second].id.text,
        ])
    }
  }

  private mutating func noteCoverage() {
    guard !(resolution.sales + resolution.crossSales).isEmpty else { return }
    let idle = register.customers.indices.filter { inputs.sales[$0].lines == 0 }
    if let first = idle.first {
      let customer = register.customers[first]
      log.add(
        IntakeFindings.withoutSales, at: customer.place, typed: customer.id.text, count: idle.count)
    }
    guard !listed.isEmpty else { return }
    let missing = register.customers.indices.filter {
      !listed.contains(Int32($0)) && inputs.sales[$0].lines > 0
    }
    if let first = missing.first {
      let names = missing.prefix(5).map { register.customers[$0].id.text }.joined(separator: ", ")
      log.add(
        IntakeFindings.notInList, at: register.customers[first].place,
        typed: missing.count > 5 ? "\(names) …" : names, count: missing.count)
    }
  }

  private mutating func noteNames(_ keys: [String]) {
    var first: [String: Int] = [:]
    var noted = 0
    for (index, customer) in register.customers.enumerated() where customer.name != customer.id.text
    {
      guard let other = first[keys[index]] else {
        first[keys[index]] = index
        continue
      }
      noted += 1
      guard noted <= 10 else { return }
      log.add(
        IntakeFindings.sharedName, at: customer.place, typed: customer.name,
        ["first": register.customers[other].id.text, "second": customer.id.text])
    }
  }

  private mutating func noteNearNames(_ pairs: [(first: Int, second: Int)]) {
    for pair in pairs {
      let (first, second) = (register.customers[pair.first], register.customers[pair.second])
      log.add(
        IntakeFindings.nearNames, at: second.place, typed: second.name,
        ["first": first.name, "second": second.name])
    }
  }

  private mutating func noteUnusedTables() {
    for (place, table) in resolution.tables.enumerated() {
      let isUnused = table.role == .products && recognised[place].rowsUsed == 0
      if table.role == .other || isUnused {
        let headers = table.columns.map(\.header.text).filter { !$0.isEmpty }.prefix(6)
        log.add(
          IntakeFindings.sheetNotUsed, at: topLeft(place),
          [
            "sheet": table.candidate.sheet.name,
            "headers": headers.joined(separator: ", "),
          ])
      } else if table.candidate.sheet.visibility != .visible {
        log.add(
          IntakeFindings.hiddenSheet, at: topLeft(place),
          ["sheet": table.candidate.sheet.name, "role": table.role.rawValue])
      }
      noteMisspellings(table)
    }
  }

  private mutating func noteMisspellings(_ table: ClassifiedTable) {
    guard table.role != .other else { return }
    for column in table.columns {
      guard let role = column.role,
        let term = column.header.candidates.first(where: { $0.role == role })?.misspeltFrom
      else { continue }
      log.add(
        IntakeFindings.misspeltHeader, at: table.candidate.headerCell(column.header),
        typed: column.header.text, ["term": term])
    }
  }
}
