import CostingCore
import FinanceModel
import WorkbookReading

/// Whom a line is of, and what was sold.
extension SalesSink {
  mutating func admit(
    _ customer: Int32, row: Int, _ cells: Span<Cell>, _ text: Span<UInt8>
  ) {
    let isNew = Int(customer) >= register.count
    let column = layout.columnOfSlot[.key]
    register.admit(
      customer,
      at: SheetCell(sheet: sheetName, cell: CellAddress(row: row, column: max(1, column))))
    let name = places[.name]
    if name >= 0, register.isMissingName(customer) {
      register.name(customer, shownText(name, cells, text))
    }
    guard isNew else { return }
    let segment = attribute(.segment, cells, text)
    let channel = attribute(.channel, cells, text)
    let region = attribute(.region, cells, text)
    let salesperson = attribute(.salesperson, cells, text)
    register.update(customer) { known in
      known.segment = known.segment ?? segment
      known.channel = known.channel ?? channel
      known.region = known.region ?? region
      known.salesperson = known.salesperson ?? salesperson
    }
  }

  @inline(__always)
  func attribute(_ slot: SalesSlot, _ cells: Span<Cell>, _ text: Span<UInt8>) -> String? {
    let place = places[slot]
    guard place >= 0 else { return nil }
    let value = TextFolding.trimmed(shownText(place, cells, text))
    return value.isEmpty ? nil : value
  }

  mutating func noteBlankKey(row: Int, _ cells: Span<Cell>, _ text: Span<UInt8>) {
    guard layout.has(.key) || layout.joinsOrders else { return }
    let slot: SalesSlot = layout.has(.key) ? .key : .document
    let column = layout.columnOfSlot[slot]
    if slot == .document {
      let typed = shownText(places[slot], cells, text)
      tally.orphanDocuments.note(row: row, column: column, typed: typed)
    } else {
      tally.blankKeys.note(row: row, column: column)
      if places[.name] >= 0 {
        tally.blankKeysWithName.note(row: row, column: column)
      }
    }
  }

  mutating func product(_ cells: Span<Cell>, _ text: Span<UInt8>) -> Int32 {
    let slot: SalesSlot =
      places[.productID] >= 0 ? .productID : .productName
    let place = places[slot]
    guard place >= 0 else { return -1 }
    let product = keys.products.index(of: cells[place], in: text)
    if keys.lacksName(product) {
      let name = places[.productName]
      keys.addProductName(shownText(name >= 0 ? name : place, cells, text))
    }
    return product
  }

  /// Charges a line with what its product costs.
  mutating func joinCost(_ line: inout SalesLedger.Line, row: Int) {
    guard line.product >= 0, !line.amounts.quantity.isZero else { return }
    let product = Int(line.product)
    while costOfProduct.count <= product {
      let next = costOfProduct.count
      costOfProduct.append(
        layout.unitCosts.cost(ofProduct: keys.products.texts[next])
          ?? (next < keys.productNames.count
            ? layout.unitCosts.cost(ofProduct: keys.productNames[next]) : nil))
    }
    guard let cost = costOfProduct[product] else {
      let slot: SalesSlot = layout.has(.productID) ? .productID : .productName
      tally.withoutUnitCost.note(
        row: row, column: layout.columnOfSlot[slot],
        typed: keys.products.texts[product])
      return
    }
    tally.withUnitCost += 1
    line.amounts.productCost = line.amounts.quantity.multiplied(by: cost) ?? 0
  }

  mutating func lookUpOrder(
    _ line: inout SalesLedger.Line, row: Int, _ cells: Span<Cell>, _ text: Span<UInt8>
  ) -> Int32 {
    guard let order = orders.order(line.document) else { return CellInterner.Code.blank }
    if line.day == nil { line.day = order.day }
    return order.customer
  }

  /// The cost that a line of a table of orders brings; the order is noted.
  mutating func order(
    _ line: SalesLedger.Line, row: Int, _ cells: Span<Cell>, _ text: Span<UInt8>
  ) -> SalesLedger.Line {
    var cost = line
    cost.isCostOnly = true
    cost.amounts.freight = figure(.freight, row: row, cells, text) ?? 0
    cost.amounts.commission = figure(.commission, row: row, cells, text) ?? 0
    orders.note(line.document, OrderBook.Order(customer: line.customer, day: line.day))
    sumControls(cells, text)
    tally.rowsUsed += 1
    tally.lastRow = row
    return cost
  }
}
