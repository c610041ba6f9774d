import CostingCore
import FinanceModel
import WorkbookReading

extension IntakeRun {
  /// Streams orders and sales once each; again only where what was assumed of a column turns out
  /// wrong further down.
  mutating func readSales() throws(WorkbookError) {
    var layouts = resolution.sales.map { layout(of: $0) }
    let orderLayouts = resolution.orders.map { orderLayout(of: $0) }
    let start = (register: register, ledger: ledger, log: log)
    for _ in 0..<3 {
      salesTables = []
      orders = OrderBook()
      for (layout, place) in zip(orderLayouts, resolution.orders) {
        try stream(layout, place: place, isOrders: true)
      }
      for (layout, place) in zip(layouts, resolution.sales) {
        try stream(layout, place: place, isOrders: false)
      }
      guard let corrected = corrected(layouts) else { break }
      layouts = corrected
      (register, ledger, log) = start
    }
    noteJoin()
    noteSales()
  }

  /// Begins to put sales by product and month and the days of orders in order, once the last line is
  /// read: those are made of sales lines alone. Customers that are met later have no sales.
  mutating func beginSalesDetail() {
    ledger.products.close()
    let (products, days, count) = (ledger.products, ledger.orderDays, register.count)
    productSales = BegunWork { products.rows(customers: count) }
    orderGaps = BegunWork { days.medianGaps(customers: count) }
    guard resolution.places(.ledger).isEmpty else { return }
    let (months, prior) = (ledger.months, ledger.priorMonths)
    salesMonths = BegunWork { SalesMonths(months, prior, customers: count) }
  }

  private func layout(of place: Int) -> SalesLayout {
    var layout = SalesLayout(resolution.tables[place], keyRole: resolution.keyRole)
    layout.period = settings.period
    layout.dateSystem = workbook.dateSystem
    layout.joinsOrders = resolution.keyRole == nil && !resolution.orders.isEmpty
    if layout.has(.quantity), !layout.hasProductCost { layout.unitCosts = unitCosts }
    settleCurrency(&layout)
    return layout
  }

  private func orderLayout(of place: Int) -> SalesLayout {
    let table = resolution.tables[place]
    var layout = SalesLayout(table, keyRole: table.has(.customerID) ? .customerID : .customerName)
    layout.period = settings.period
    return layout
  }

  /// Lines of one currency only, or turned into it by a table of rates.
  private func settleCurrency(_ layout: inout SalesLayout) {
    guard let profile = layout.header(.currency)?.profile else { return }
    let codes = Set(profile.distinct.compactMap { CurrencyCode.of($0) })
    guard let first = codes.sorted().first else { return }
    let main = settings.currency.flatMap { codes.contains($0) || !exchangeRates.isEmpty ? $0 : nil }
    layout.currency = main ?? mostFrequentCurrency(layout) ?? first
    for (code, rate) in exchangeRates where code != layout.currency { layout.rates[code] = rate }
  }

  private func mostFrequentCurrency(_ layout: SalesLayout) -> String? {
    let column = layout.columnOfSlot[.currency]
    var counts: [String: Int] = [:]
    for row in layout.table.candidate.sample {
      if let code = row.cell(at: column).flatMap({ CurrencyCode.of($0.text) }) {
        counts[code, default: 0] += 1
      }
    }
    return counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
  }

  private mutating func stream(_ layout: SalesLayout, place: Int, isOrders: Bool)
    throws(WorkbookError)
  {
    let strings = workbook.strings
    var taken = (register, salesKeys, ledger, orders)
    register = CustomerRegister(strings: strings)
    salesKeys = SalesKeys(strings: strings)
    ledger = SalesLedger()
    orders = OrderBook()
    let sheet = layout.table.candidate.sheet.index
    let lines = workbook.likelyRowCount(ofSheet: sheet)
    taken.1.expect(lines: lines)
    taken.2.expect(lines: lines)
    var sink = SalesSink(
      layout, register: taken.0, keys: taken.1, orders: taken.3, ledger: taken.2,
      workbook: workbook)
    let summary = try workbook.read(sheet: sheet, into: &sink)
    uncalculated.note(summary, sheet: layout.table.candidate.sheet.name)
    register = sink.register
    salesKeys = sink.keys
    ledger = sink.finish()
    orders = sink.orders
    note(sink.tally, layout, place: place)
    if !isOrders { salesTables.append((layout, sink.tally)) }
  }

  private mutating func note(_ tally: SalesTally, _ layout: SalesLayout, place: Int) {
    recognised[place].rowsUsed = tally.rowsUsed
    if tally.lastRow > 0 { recognised[place].range.last.row = tally.lastRow }
    let sheet = layout.table.candidate.sheet.name
    func leftOut(_ event: SalesTally.Event, _ reason: LocalizedText) -> RecognisedTable.LeftOut? {
      guard event.count > 0 else { return nil }
      var left = RecognisedTable.LeftOut(
        reason: reason, rows: event.count,
        first: SheetCell(
          sheet: sheet, cell: CellAddress(row: event.row, column: max(1, event.column))),
        amount: event.amount.isZero ? nil : event.amount)
      left.totals = columnTotals(event.sums, layout)
      return left
    }
    recognised[place].rowsLeftOut = [
      leftOut(tally.totals, LeftOutReason.totals), leftOut(tally.notes, LeftOutReason.notes),
      leftOut(tally.repeatedHeaders, LeftOutReason.repeatedHeaders),
      leftOut(tally.carriedForward, LeftOutReason.carriedForward),
      leftOut(tally.withoutFigures, LeftOutReason.withoutFigures),
      leftOut(tally.beforePeriod, LeftOutReason.beforePeriod),
      leftOut(tally.afterPeriod, LeftOutReason.afterPeriod),
      leftOut(tally.belowTable, LeftOutReason.belowTable),
    ].compactMap { $0 }
    for (code, event) in tally.otherCurrencies.sorted(by: { $0.key < $1.key }) {
      if let left = leftOut(event, LeftOutReason.currency(code)) {
        recognised[place].rowsLeftOut.append(left)
      }
    }
    let aside = [tally.beforePeriod, tally.afterPeriod] + tally.otherCurrencies.values
    for slot in SalesSlot.figures where slot.isAdditive && layout.has(slot) {
      let left = aside.reduce(ExactDecimal(0)) { sum, event in
        event.sums.isEmpty ? sum : sum + event.sums[slot.rawValue]
      }
      let column = layout.columnOfSlot[slot] - layout.firstColumn
      recognised[place].columns[column].total = (tally.sums[slot] - left)
        .divided(by: ExactDecimal(layout.factors[slot]))
    }
  }

  /// Sums by slot as the columns write them.
  private func columnTotals(_ sums: [ExactDecimal], _ layout: SalesLayout)
    -> [RecognisedTable.ColumnTotal]
  {
    guard !sums.isEmpty else { return [] }
    return SalesSlot.figures.compactMap { slot in
      guard layout.has(slot), !sums[slot.rawValue].isZero,
        let total = sums[slot.rawValue].divided(by: ExactDecimal(layout.factors[slot]))
      else { return nil }
      return RecognisedTable.ColumnTotal(
        column: layout.columnOfSlot[slot], total: total)
    }.sorted { $0.column < $1.column }
  }

  /// The layouts with wrong assumptions put right; nil where all held.
  private func corrected(_ layouts: [SalesLayout]) -> [SalesLayout]? {
    var corrected = layouts
    var isChanged = false
    for (index, (_, tally)) in salesTables.enumerated() {
      for slot in [SalesSlot.discount, .rebate, .returns] {
        let positives = tally.positives[slot]
        let isTurned = positives == 0 && tally.negatives[slot] > 0
        if isTurned != layouts[index].turned.contains(slot),
          positives + tally.negatives[slot] > 0
        {
          if isTurned {
            corrected[index].turned.insert(slot)
          } else {
            corrected[index].turned.remove(slot)
          }
          isChanged = true
        }
      }
      if layouts[index].discountIsShare, tally.beyondOne[.discount] > 0 {
        corrected[index].discountIsShare = false
        isChanged = true
      }
      if tally.contradictsDateOrder, tally.ambiguousDates.count > 0,
        layouts[index].dateOrder == .monthFirst
      {
        corrected[index].dateOrder = .dayFirst
        isChanged = true
      }
    }
    return isChanged ? corrected : nil
  }

  private mutating func noteJoin() {
    guard resolution.keyRole == nil, let lines = resolution.sales.first,
      let order = resolution.orders.first
    else { return }
    let table = resolution.tables[lines]
    guard let header = table.column(.documentNo)?.header else { return }
    log.add(
      IntakeFindings.joined, at: table.candidate.headerCell(header),
      [
        "lines": table.candidate.sheet.name,
        "orders": resolution.tables[order].candidate.sheet.name, "header": header.text,
      ])
  }
}
