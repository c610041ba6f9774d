import CostingCore
import FinanceModel
import WorkbookReading

extension IntakeRun {
  /// Turns what was seen in the sales tables into findings.
  mutating func noteSales() {
    noteTables()
    for (layout, tally) in salesTables {
      noteRows(layout, tally)
      noteValues(layout, tally)
      noteDates(layout, tally)
      noteAmounts(layout, tally)
      noteUnit(layout.table)
    }
    if ledger.products.hasDropped {
      log.add(
        IntakeFindings.manyProducts, ["limit": String(SalesLedger.productPairLimit)])
    }
  }

  private func cell(_ layout: SalesLayout, _ event: SalesTally.Event) -> SheetCell {
    SheetCell(
      sheet: layout.table.candidate.sheet.name,
      cell: CellAddress(row: event.row, column: max(1, event.column)))
  }

  private mutating func noteTables() {
    for place in resolution.otherSales {
      let sheet = resolution.tables[place].candidate.sheet.name
      log.add(
        IntakeFindings.secondSalesLayout, at: topLeft(place), ["sheet": sheet])
    }
    if resolution.sales.count > 1 {
      let sheets = resolution.sales.map { resolution.tables[$0].candidate.sheet.name }
      log.add(
        IntakeFindings.sameTableOverSheets, at: topLeft(resolution.sales[0]),
        ["sheets": sheets.joined(separator: ", ")], count: sheets.count)
    }
    if resolution.keyRole == nil, resolution.orders.isEmpty, let first = resolution.sales.first {
      log.add(
        IntakeFindings.nobody, at: topLeft(first),
        ["sheet": resolution.tables[first].candidate.sheet.name])
    }
    guard let role = resolution.keyRole, role != .customerID, role != .customerName,
      let first = (resolution.sales + resolution.crossSales).first,
      let column = resolution.tables[first].column(role)
    else { return }
    log.add(
      IntakeFindings.otherCostObject,
      at: resolution.tables[first].candidate.headerCell(column.header),
      ["header": column.header.text])
  }

  func topLeft(_ place: Int) -> SheetCell {
    let candidate = resolution.tables[place].candidate
    return SheetCell(
      sheet: candidate.sheet.name,
      cell: CellAddress(row: candidate.headerRows.upperBound, column: candidate.firstColumn))
  }

  private mutating func noteRows(_ layout: SalesLayout, _ tally: SalesTally) {
    add(IntakeFindings.totalsRows, tally.totals, layout)
    add(IntakeFindings.notes, merged(tally.notes, tally.withoutFigures), layout)
    add(IntakeFindings.repeatedHeaders, tally.repeatedHeaders, layout)
    add(IntakeFindings.carriedForward, tally.carriedForward, layout)
    for mismatch in tally.mismatches.prefix(20) {
      let place = mismatch.column - layout.firstColumn
      let header = layout.table.candidate.columns[place].text
      log.add(
        IntakeFindings.totalsDiffer,
        at: SheetCell(
          sheet: layout.table.candidate.sheet.name,
          cell: CellAddress(row: mismatch.row, column: mismatch.column)),
        [
          "header": header, "stated": FigureText.grouped(mismatch.stated),
          "computed": FigureText.grouped(mismatch.computed),
          "difference": FigureText.grouped(mismatch.stated - mismatch.computed),
        ])
    }
    if tally.belowTable.count > 0 {
      noteBelowTable(cell(layout, tally.belowTable), rows: tally.belowTable.count)
    }
    if tally.nextTable.count > 0 {
      add(
        IntakeFindings.tableFurtherDown, tally.nextTable, layout,
        ["sheet": layout.table.candidate.sheet.name])
    }
    let outside = merged(tally.beforePeriod, tally.afterPeriod)
    if let period = layout.period {
      add(
        IntakeFindings.outsidePeriod, outside, layout,
        [
          "period": "\(period.start) – \(period.end)",
          "amount": FigureText.grouped(tally.beforePeriod.amount + tally.afterPeriod.amount),
        ])
      add(IntakeFindings.undated, tally.undated, layout)
    }
    for (code, event) in tally.otherCurrencies.sorted(by: { $0.key < $1.key }) {
      add(
        IntakeFindings.otherCurrency, event, layout,
        [
          "currency": code, "main": layout.currency ?? "",
          "amount": FigureText.grouped(event.amount),
        ])
    }
  }

  private func merged(_ first: SalesTally.Event, _ second: SalesTally.Event) -> SalesTally.Event {
    if first.count == 0 { return second }
    var merged = first
    merged.count += second.count
    return merged
  }

  private mutating func add(
    _ code: FindingCode, _ event: SalesTally.Event, _ layout: SalesLayout,
    _ values: [String: String] = [:]
  ) {
    guard event.count > 0 else { return }
    log.add(
      code, at: cell(layout, event), typed: event.typed, values, count: event.count)
  }

  private mutating func noteValues(_ layout: SalesLayout, _ tally: SalesTally) {
    for slot in SalesSlot.figures where layout.has(slot) {
      let header = ["header": layout.header(slot)?.text ?? ""]
      add(IntakeFindings.numbersAsText, tally.textFigures[slot.rawValue], layout, header)
      add(IntakeFindings.notANumber, tally.unreadable[slot.rawValue], layout, header)
      add(IntakeFindings.errorValue, tally.errors[slot.rawValue], layout, header)
    }
  }

  private mutating func noteDates(_ layout: SalesLayout, _ tally: SalesTally) {
    guard let header = layout.header(.date) else { return }
    let values = ["header": header.text]
    add(IntakeFindings.notADate, tally.badDates, layout, values)
    if tally.textDates > 0 {
      log.add(
        IntakeFindings.datesAsText, at: layout.table.candidate.headerCell(header), values,
        count: tally.textDates)
    }
    let isSettled =
      tally.contradictsDateOrder
      || header.profile.needsDayFirst + header.profile.needsMonthFirst > 0
    guard !isSettled else { return }
    let isDayFirst = layout.dateOrder == .dayFirst
    let order =
      inputs.language == .chinese
      ? (isDayFirst ? "日/月" : "月/日") : (isDayFirst ? "day first" : "month first")
    add(
      IntakeFindings.ambiguousDates, tally.ambiguousDates, layout,
      ["header": header.text, "order": order])
  }

  private mutating func noteAmounts(_ layout: SalesLayout, _ tally: SalesTally) {
    let amount = ["amount": FigureText.grouped(tally.returnLines.amount)]
    add(IntakeFindings.returnLines, tally.returnLines, layout, amount)
    add(IntakeFindings.zeroPrices, tally.zeroPrices, layout)
    add(
      IntakeFindings.unexplainedPrices, tally.unexplainedPrices, layout,
      [
        "net": layout.header(.net)?.text ?? "", "quantity": layout.header(.quantity)?.text ?? "",
        "price": layout.header(.unitPrice)?.text ?? "",
        "amount": FigureText.grouped(tally.unexplainedPrices.amount),
      ])
    add(IntakeFindings.taxUnknown, tally.withoutTax, layout)
    if tally.blankKeys.count > 0 {
      add(
        IntakeFindings.blankIDs, tally.blankKeys, layout,
        [
          "amount": FigureText.grouped(ledger.unassigned.netRevenue),
          "named": String(tally.blankKeysWithName.count),
        ])
    }
    add(IntakeFindings.orphanLines, tally.orphanDocuments, layout)
    if tally.withUnitCost > 0 {
      log.add(
        IntakeFindings.joinedCost, at: topLeft(layout),
        [
          "quantity": layout.header(.quantity)?.text ?? "", "header": layout.unitCosts.header,
          "sheet": layout.unitCosts.sheet,
        ])
      add(IntakeFindings.productsWithoutCost, tally.withoutUnitCost, layout)
    }
    for slot in [SalesSlot.discount, .rebate, .returns] where layout.turned.contains(slot) {
      guard let header = layout.header(slot) else { continue }
      log.add(
        IntakeFindings.turnedDeductions, at: layout.table.candidate.headerCell(header),
        ["header": header.text])
    }
    if layout.discountIsShare, let header = layout.header(.discount) {
      log.add(
        IntakeFindings.discountShare, at: layout.table.candidate.headerCell(header),
        ["header": header.text])
    }
    if tally.withNet == 0, tally.fromGross + tally.fromPrice > 0 {
      log.add(
        IntakeFindings.computedRevenue,
        at: topLeft(layout), ["formula": formula(layout, fromPrice: tally.fromGross == 0)])
    }
  }

  private func topLeft(_ layout: SalesLayout) -> SheetCell {
    let candidate = layout.table.candidate
    return SheetCell(
      sheet: candidate.sheet.name,
      cell: CellAddress(row: candidate.headerRows.upperBound, column: candidate.firstColumn))
  }

  /// How net revenue was worked out, in the workbook's own headers.
  private func formula(_ layout: SalesLayout, fromPrice: Bool) -> String {
    func name(_ slot: SalesSlot) -> String { layout.header(slot)?.text ?? "" }
    var text =
      fromPrice
      ? (layout.sellsByPiece ? "1" : name(.quantity)) + " × \(name(.unitPrice))"
      : layout.has(.gross) ? name(.gross) : name(.taxInclusive)
    for slot in [SalesSlot.discount, .rebate, .returns] where layout.has(slot) {
      text +=
        slot == .discount && layout.discountIsShare ? " × (1 − \(name(slot)))" : " − \(name(slot))"
    }
    return text
  }

  /// Says which unit a table's money is in, where that is not plain.
  mutating func noteUnit(_ table: ClassifiedTable) {
    guard let unit = table.candidate.unit, unit.factor > 1 else { return }
    let place =
      table.candidate.notes.last { UnitScale(title: $0.cell.text) != nil }
      .map { CellAddress(row: $0.row, column: $0.cell.column) }
      ?? CellAddress(
        row: table.candidate.headerRows.upperBound, column: table.candidate.firstColumn)
    log.add(
      IntakeFindings.unit, at: SheetCell(sheet: table.candidate.sheet.name, cell: place),
      ["sheet": table.candidate.sheet.name, "unit": unit.label, "factor": String(unit.factor)])
  }
}

extension FindingLog {
  /// Notes a finding that has no cell.
  mutating func add(_ code: FindingCode, _ values: [String: String]) {
    add(code, at: nil, typed: nil, values)
  }
}
