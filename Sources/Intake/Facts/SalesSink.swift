import CostingCore
import FinanceModel
import WorkbookReading

/// Streams one table of sales (or of orders) into the register and the ledger.
struct SalesSink: RowSink {
  var register: CustomerRegister
  var ledger: SalesLedger
  var orders: OrderBook
  var tally = SalesTally()

  private let layout: SalesLayout
  private let strings: SharedStrings
  private let dateSystem: DateSystem
  private let headerKey: String
  private let isOrderTable: Bool
  private let lastRow: Int
  /// Place of each slot's cell in the row; −1 for a blank one.
  private var places = [Int](repeating: -1, count: SalesSlot.allCases.count)
  private let figureSlots: [SalesSlot]
  private let joinsCosts: Bool
  private let leavesPricesOpen: Bool
  /// What a unit of each product costs, by index; nil where the products do not say.
  private var costOfProduct: [ExactDecimal?] = []
  private var dayOfShared: [Int32: Day] = [:]
  /// The last row with cells of the table; 0 before the first.
  private var previousRow = 0

  init(
    _ layout: SalesLayout, register: CustomerRegister, ledger: SalesLedger, orders: OrderBook,
    workbook: Workbook
  ) {
    self.layout = layout
    self.register = register
    self.ledger = ledger
    self.orders = orders
    strings = workbook.strings
    dateSystem = workbook.dateSystem
    headerKey = TextFolding.key(
      layout.header(.key)?.text ?? layout.header(.document)?.text ?? "\u{0}")
    isOrderTable = layout.table.role == .orders
    lastRow = layout.table.candidate.lastRow ?? CellAddress.lastRow
    figureSlots = SalesSlot.figures.filter { layout.has($0) }
    joinsCosts = !layout.unitCosts.isEmpty
    leavesPricesOpen = layout.leavesPricesOpen
  }

  mutating func receive(row: Int, cells: Span<Cell>, text: Span<UInt8>) -> Bool {
    if row < layout.table.candidate.firstDataRow { return true }
    if row > lastRow { return noteBelowTable(row: row, cells, text) }
    guard place(cells) > 0 else { return true }
    let isAfterGap = row > previousRow + 1 && previousRow > 0
    previousRow = row
    if isAfterGap, startsAnotherTable(row: row, cells, text) { return false }
    var key = customerKey(cells, text)
    guard isData(row: row, key: &key, cells, text) else { return true }
    var line = SalesLedger.Line(customer: SalesLedger.unassignedPlace)
    line.document = index(.document, in: &ledger.documents, cells, text)
    line.day = day(row: row, cells, text)
    var customer = key
    if customer < 0, !layout.has(.key), line.document >= 0 {
      customer = lookUpOrder(&line, row: row, cells, text)
    }
    guard isInCurrency(row: row, cells, text) else { return true }
    if let skipped = outside(line.day) {
      leaveOut(skipped, row: row, cells, text)
      if skipped == .after { return true }
      line.isPrior = true
    }
    if customer >= 0 {
      line.customer = customer
      admit(customer, row: row, cells, text)
    } else {
      noteBlankKey(row: row, cells, text)
    }
    if isOrderTable {
      takeOrder(line, row: row, cells, text)
      return true
    }
    guard readAmounts(&line, row: row, cells, text) else { return true }
    line.product = product(cells, text)
    if joinsCosts { joinCost(&line, row: row) }
    if !line.isPrior {
      tally.rowsUsed += 1
      if let day = line.day { ledger.note(day) }
    } else {
      tally.rowsPrior += 1
    }
    tally.lastRow = row
    ledger.add(line)
    return true
  }

  // MARK: Cells

  /// Finds the slots' cells; returns how many of the table's cells are filled.
  private mutating func place(_ cells: Span<Cell>) -> Int {
    for slot in places.indices { places[slot] = -1 }
    var filled = 0
    let first = layout.firstColumn
    let count = layout.slotOfColumn.count
    for index in cells.indices {
      let offset = Int(cells[index].column) - first
      guard offset >= 0, offset < count else { continue }
      filled += 1
      let slot = layout.slotOfColumn[offset]
      if slot >= 0 { places[Int(slot)] = index }
    }
    return filled
  }

  private func index(
    _ slot: SalesSlot, in interner: inout CellInterner, _ cells: Span<Cell>, _ text: Span<UInt8>
  ) -> Int32 {
    let place = places[slot.rawValue]
    return place < 0 ? CellInterner.Code.blank : interner.index(of: cells[place], in: text)
  }

  private mutating func customerKey(_ cells: Span<Cell>, _ text: Span<UInt8>) -> Int32 {
    let place = places[SalesSlot.key.rawValue]
    guard place >= 0 else { return CellInterner.Code.blank }
    return register.keys.index(of: cells[place], in: text)
  }

  private func shownText(_ place: Int, _ cells: Span<Cell>, _ text: Span<UInt8>) -> String {
    guard place >= 0 else { return "" }
    let cell = cells[place]
    if cell.kind == .text || cell.kind == .error { return strings.text(of: cell, in: text) }
    return cell.decimal?.description ?? String(cell.number)
  }

  /// The cell's figure in currency units; nil where it is blank or none.
  private mutating func figure(
    _ slot: SalesSlot, row: Int, _ cells: Span<Cell>, _ text: Span<UInt8>
  ) -> ExactDecimal? {
    let place = places[slot.rawValue]
    guard place >= 0 else { return nil }
    let cell = cells[place]
    guard let value = rawFigure(slot, cell, row: row, text) else { return nil }
    if value.isPositive {
      tally.positives[slot.rawValue] += 1
    } else if value.isNegative {
      tally.negatives[slot.rawValue] += 1
    }
    let factor = layout.factors[slot.rawValue]
    let scaled = factor == 1 ? value : value.multiplied(by: ExactDecimal(factor))
    if scaled == nil { noteUnreadable(slot, cell, row: row, text) }
    return scaled
  }

  private mutating func rawFigure(
    _ slot: SalesSlot, _ cell: Cell, row: Int, _ text: Span<UInt8>
  ) -> ExactDecimal? {
    switch cell.kind {
    case .number, .date, .duration, .timeOfDay:
      if let value = cell.decimal { return value }
      noteUnreadable(slot, cell, row: row, text)
      return nil
    case .text:
      return textFigure(slot, cell, row: row, text)
    case .boolean, .error:
      let typed = strings.text(of: cell, in: text)
      if AmountText.read(typed) == .blank, typed.lowercased() != "#n/a" { return nil }
      tally.errors[slot.rawValue].note(row: row, column: Int(cell.column), typed: typed)
      return nil
    }
  }

  private mutating func textFigure(
    _ slot: SalesSlot, _ cell: Cell, row: Int, _ text: Span<UInt8>
  ) -> ExactDecimal? {
    let typed = strings.text(of: cell, in: text)
    switch AmountText.read(typed) {
    case .amount(let value), .percent(let value):
      tally.textFigures[slot.rawValue].note(row: row, column: Int(cell.column), typed: typed)
      return value
    case .blank:
      tally.placeholders[slot.rawValue] += 1
      return nil
    case .none:
      noteUnreadable(slot, cell, row: row, text)
      return nil
    }
  }

  private mutating func noteUnreadable(
    _ slot: SalesSlot, _ cell: Cell, row: Int, _ text: Span<UInt8>
  ) {
    let typed =
      cell.kind == .text ? strings.text(of: cell, in: text) : String(cell.number)
    tally.unreadable[slot.rawValue].note(row: row, column: Int(cell.column), typed: typed)
  }

  // MARK: Dates and periods

  private mutating func day(row: Int, _ cells: Span<Cell>, _ text: Span<UInt8>) -> Day? {
    let place = places[SalesSlot.date.rawValue]
    guard place >= 0 else {
      if layout.has(.date) {
        tally.undated.note(row: row, column: layout.columnOfSlot[SalesSlot.date.rawValue])
      }
      return nil
    }
    let cell = cells[place]
    switch cell.kind {
    case .date, .timeOfDay:
      return serialDay(cell, row: row, text)
    case .number, .duration:
      if layout.datesAreSerials { return serialDay(cell, row: row, text) }
      if let decimal = cell.decimal, let read = DateText.read(decimal.description) {
        return read.day
      }
    case .text:
      if let day = textDay(cell, row: row, text) { return day }
    case .boolean, .error:
      break
    }
    let typed = tally.badDates.count == 0 ? shownText(place, cells, text) : ""
    tally.badDates.note(row: row, column: Int(cell.column), typed: typed)
    return nil
  }

  private mutating func serialDay(_ cell: Cell, row: Int, _ text: Span<UInt8>) -> Day? {
    if cell.number >= 0, cell.number < 3_000_000,
      let day = Day(serial: Int(cell.number), system: dateSystem)
    {
      return day
    }
    tally.badDates.note(row: row, column: Int(cell.column), typed: String(cell.number))
    return nil
  }

  private mutating func textDay(_ cell: Cell, row: Int, _ text: Span<UInt8>) -> Day? {
    if let known = dayOfShared[cell.text.shared], cell.text.shared >= 0 {
      tally.textDates += 1
      return known
    }
    let typed = strings.text(of: cell, in: text)
    guard let read = DateText.read(typed, order: layout.dateOrder) else { return nil }
    tally.textDates += 1
    if let order = read.order, order != layout.dateOrder { tally.contradictsDateOrder = true }
    if read.isAmbiguous {
      tally.ambiguousDates.note(row: row, column: Int(cell.column), typed: typed)
    }
    if cell.text.shared >= 0 { dayOfShared[cell.text.shared] = read.day }
    return read.day
  }

  private enum Outside {
    case before, after
  }

  private func outside(_ day: Day?) -> Outside? {
    guard let day, let period = layout.period, !period.contains(day) else { return nil }
    return day < period.start ? .before : .after
  }

  private mutating func leaveOut(
    _ side: Outside, row: Int, _ cells: Span<Cell>, _ text: Span<UInt8>
  ) {
    let amount = mainAmount(cells)
    let column = layout.columnOfSlot[SalesSlot.date.rawValue]
    let place = places[SalesSlot.date.rawValue]
    let typed = shownText(place, cells, text)
    tally.lastRow = row
    switch side {
    case .before:
      tally.beforePeriod.note(row: row, column: column, typed: typed)
      tally.beforePeriod.amount += amount
      addControls(to: \.beforePeriod, cells, text)
    case .after:
      tally.afterPeriod.note(row: row, column: column, typed: typed)
      tally.afterPeriod.amount += amount
      addControls(to: \.afterPeriod, cells, text)
      sumControls(cells, text)
    }
  }

  /// The line's first money figure, for counting what was left out.
  private func mainAmount(_ cells: Span<Cell>) -> ExactDecimal {
    for slot in [SalesSlot.net, .gross, .taxInclusive] where places[slot.rawValue] >= 0 {
      let value = cells[places[slot.rawValue]].decimal ?? 0
      return value.multiplied(by: ExactDecimal(layout.factors[slot.rawValue])) ?? 0
    }
    let (quantity, price) = (
      places[SalesSlot.quantity.rawValue], places[SalesSlot.unitPrice.rawValue]
    )
    guard quantity >= 0, price >= 0, let pieces = cells[quantity].decimal,
      let each = cells[price].decimal, let product = pieces.multiplied(by: each)
    else { return 0 }
    return product.multiplied(by: ExactDecimal(layout.factors[SalesSlot.unitPrice.rawValue])) ?? 0
  }

  /// Adds the columns up for comparison with totals rows.
  private mutating func sumControls(_ cells: Span<Cell>, _ text: Span<UInt8>) {
    for slot in figureSlots where slot.isAdditive {
      tally.sums[slot.rawValue] += controlValue(slot, cells, text) ?? 0
    }
  }

  /// Adds the row's figures up by slot under the reason that it is left out for.
  private mutating func addControls(
    to event: WritableKeyPath<SalesTally, SalesTally.Event>, _ cells: Span<Cell>,
    _ text: Span<UInt8>
  ) {
    var sums = tally[keyPath: event].sums
    tally[keyPath: event].sums = []
    addControls(to: &sums, cells, text)
    tally[keyPath: event].sums = sums
  }

  private func addControls(
    to sums: inout [ExactDecimal], _ cells: Span<Cell>, _ text: Span<UInt8>
  ) {
    if sums.isEmpty { sums = [ExactDecimal](repeating: 0, count: SalesSlot.allCases.count) }
    for slot in figureSlots where slot.isAdditive {
      sums[slot.rawValue] += controlValue(slot, cells, text) ?? 0
    }
  }

  /// Counts rows that stand right below an Excel table; false where no more can be.
  private mutating func noteBelowTable(
    row: Int, _ cells: Span<Cell>, _ text: Span<UInt8>
  ) -> Bool {
    let end = layout.table.candidate.rowsBelowTable ?? 0
    guard row <= end, row == lastRow + 1 + tally.belowTable.count, place(cells) > 0 else {
      return false
    }
    tally.belowTable.note(row: row, column: layout.firstColumn)
    tally.belowTable.amount += mainAmount(cells)
    addControls(to: \.belowTable, cells, text)
    return true
  }

  /// Whether a row after a gap is the header of another table, further down than recognition
  /// looked: texts only, two of them terms of the vocabulary.
  private mutating func startsAnotherTable(
    row: Int, _ cells: Span<Cell>, _ text: Span<UInt8>
  ) -> Bool {
    let columns = layout.firstColumn..<(layout.firstColumn + layout.slotOfColumn.count)
    var known = 0
    var headers: [String] = []
    for index in cells.indices where columns.contains(Int(cells[index].column)) {
      guard cells[index].kind == .text else { return false }
      let shown = strings.text(of: cells[index], in: text)
      if Vocabulary.shared.knows(HeaderText(shown)) { known += 1 }
      headers.append(TextFolding.trimmed(shown))
    }
    guard known >= 2, known * 2 >= headers.count, !isHeaderRow(cells, text) else { return false }
    tally.nextTable.note(
      row: row, column: layout.firstColumn,
      typed: headers.prefix(4).joined(separator: ", "))
    return true
  }

  /// A figure in currency units, without a finding where it is none.
  private func controlValue(
    _ slot: SalesSlot, _ cells: Span<Cell>, _ text: Span<UInt8>
  ) -> ExactDecimal? {
    let place = places[slot.rawValue]
    guard place >= 0 else { return nil }
    let cell = cells[place]
    let value =
      cell.kind == .text
      ? AmountText.value(strings.text(of: cell, in: text))
      : cell.kind == .boolean || cell.kind == .error ? nil : cell.decimal
    return value?.multiplied(by: ExactDecimal(layout.factors[slot.rawValue]))
  }

  // MARK: Currency and customers

  private mutating func isInCurrency(row: Int, _ cells: Span<Cell>, _ text: Span<UInt8>) -> Bool {
    guard let wanted = layout.currency else { return true }
    let place = places[SalesSlot.currency.rawValue]
    guard place >= 0 else { return true }
    let typed = shownText(place, cells, text)
    let code = CurrencyCode.of(typed) ?? typed
    if code == wanted || layout.rates[code] != nil { return true }
    let amount = mainAmount(cells)
    tally.lastRow = row
    var event = tally.otherCurrencies[code] ?? SalesTally.Event()
    event.note(row: row, column: Int(cells[place].column), typed: typed)
    event.amount += amount
    addControls(to: &event.sums, cells, text)
    tally.otherCurrencies[code] = event
    sumControls(cells, text)
    return false
  }

  /// What the line's amounts are multiplied by to give the workbook's currency; nil for one.
  private func rate(_ cells: Span<Cell>, _ text: Span<UInt8>) -> ExactDecimal? {
    guard !layout.rates.isEmpty else { return nil }
    let place = places[SalesSlot.currency.rawValue]
    guard place >= 0 else { return nil }
    let typed = shownText(place, cells, text)
    return layout.rates[CurrencyCode.of(typed) ?? typed]
  }

  private mutating func admit(
    _ customer: Int32, row: Int, _ cells: Span<Cell>, _ text: Span<UInt8>
  ) {
    let isNew = Int(customer) >= register.count
    let column = layout.columnOfSlot[SalesSlot.key.rawValue]
    let sheet = layout.table.candidate.sheet.name
    register.admit(
      customer, at: SheetCell(sheet: sheet, cell: CellAddress(row: row, column: max(1, column))))
    let name = places[SalesSlot.name.rawValue]
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

  private func attribute(_ slot: SalesSlot, _ cells: Span<Cell>, _ text: Span<UInt8>) -> String? {
    let place = places[slot.rawValue]
    guard place >= 0 else { return nil }
    let value = TextFolding.trimmed(shownText(place, cells, text))
    return value.isEmpty ? nil : value
  }

  private mutating func noteBlankKey(row: Int, _ cells: Span<Cell>, _ text: Span<UInt8>) {
    guard layout.has(.key) || layout.joinsOrders else { return }
    let slot: SalesSlot = layout.has(.key) ? .key : .document
    let column = layout.columnOfSlot[slot.rawValue]
    if slot == .document {
      let typed = shownText(places[slot.rawValue], cells, text)
      tally.orphanDocuments.note(row: row, column: column, typed: typed)
    } else {
      tally.blankKeys.note(row: row, column: column)
      if places[SalesSlot.name.rawValue] >= 0 {
        tally.blankKeysWithName.note(row: row, column: column)
      }
    }
  }

  private mutating func product(_ cells: Span<Cell>, _ text: Span<UInt8>) -> Int32 {
    let slot: SalesSlot =
      places[SalesSlot.productID.rawValue] >= 0 ? .productID : .productName
    let place = places[slot.rawValue]
    guard place >= 0 else { return -1 }
    let product = ledger.productKeys.index(of: cells[place], in: text)
    if product >= 0, Int(product) >= ledger.productNames.count {
      let name = places[SalesSlot.productName.rawValue]
      ledger.productNames.append(
        TextFolding.trimmed(shownText(name >= 0 ? name : place, cells, text)))
    }
    return product
  }

  /// Charges a line with what its product costs.
  private mutating func joinCost(_ line: inout SalesLedger.Line, row: Int) {
    guard line.product >= 0, !line.quantity.isZero else { return }
    let product = Int(line.product)
    while costOfProduct.count <= product {
      let next = costOfProduct.count
      costOfProduct.append(
        layout.unitCosts.cost(ofProduct: ledger.productKeys.texts[next])
          ?? (next < ledger.productNames.count
            ? layout.unitCosts.cost(ofProduct: ledger.productNames[next]) : nil))
    }
    guard let cost = costOfProduct[product] else {
      let slot: SalesSlot = layout.has(.productID) ? .productID : .productName
      tally.withoutUnitCost.note(
        row: row, column: layout.columnOfSlot[slot.rawValue],
        typed: ledger.productKeys.texts[product])
      return
    }
    tally.withUnitCost += 1
    line.productCost = line.quantity.multiplied(by: cost) ?? 0
  }

  // MARK: Orders

  private mutating func lookUpOrder(
    _ line: inout SalesLedger.Line, row: Int, _ cells: Span<Cell>, _ text: Span<UInt8>
  ) -> Int32 {
    guard let order = orders.order(line.document) else { return CellInterner.Code.blank }
    if line.day == nil { line.day = order.day }
    return order.customer
  }

  private mutating func takeOrder(
    _ line: SalesLedger.Line, row: Int, _ cells: Span<Cell>, _ text: Span<UInt8>
  ) {
    var cost = line
    cost.freight = figure(.freight, row: row, cells, text) ?? 0
    cost.commission = figure(.commission, row: row, cells, text) ?? 0
    orders.note(line.document, OrderBook.Order(customer: line.customer, day: line.day))
    ledger.addCost(cost)
    sumControls(cells, text)
    tally.rowsUsed += 1
    tally.lastRow = row
  }

  // MARK: Screening

  /// Whether the row is a line of data; totals, notes and repeated headers are noted.
  ///
  /// A customer whose name only looks like a total or a note, such as `Total Wine`, gets its key.
  private mutating func isData(
    row: Int, key: inout Int32, _ cells: Span<Cell>, _ text: Span<UInt8>
  ) -> Bool {
    if key == CellInterner.Code.likelyTotal || key == CellInterner.Code.note,
      isNamedLine(cells, text)
    {
      key = register.keys.index(ofName: cells[places[SalesSlot.key.rawValue]], in: text)
    }
    if key >= 0 {
      if row > layout.table.candidate.firstDataRow, isHeaderRow(cells, text) {
        tally.repeatedHeaders.note(row: row, column: layout.firstColumn)
        return false
      }
      return true
    }
    var mark = RowMarkers.Kind.none
    var filled = 0
    var typed = ""
    let columns = layout.firstColumn..<(layout.firstColumn + layout.slotOfColumn.count)
    for index in cells.indices where columns.contains(Int(cells[index].column)) {
      filled += 1
      guard cells[index].kind == .text else { continue }
      let shown = strings.text(of: cells[index], in: text)
      let kind = RowMarkers.kind(of: shown)
      if mark == .none || kind == .total { mark = kind == .none ? mark : kind }
      if typed.isEmpty { typed = shown }
    }
    switch mark {
    case .total:
      return takeTotals(row: row, cells, text, typed)
    case .likelyTotal where key != CellInterner.Code.blank || isUndatedTotal():
      return takeTotals(row: row, cells, text, typed)
    case .carriedForward:
      tally.carriedForward.note(row: row, column: layout.firstColumn, typed: typed)
      addControls(to: \.carriedForward, cells, text)
      return false
    case .note where filled <= 2:
      tally.notes.note(row: row, column: layout.firstColumn, typed: typed)
      addControls(to: \.notes, cells, text)
      return false
    default:
      return hasFigures(row: row, filled: filled, typed: typed)
    }
  }

  /// Whether a row whose key looks like a total or a note is a line all the same: one with figures
  /// and a document, or a date where lines have no documents. A Chinese word for a total is one.
  private func isNamedLine(_ cells: Span<Cell>, _ text: Span<UInt8>) -> Bool {
    let slot: SalesSlot = layout.has(.document) ? .document : .date
    guard places[slot.rawValue] >= 0, figureSlots.contains(where: { places[$0.rawValue] >= 0 })
    else { return false }
    let name = strings.text(of: cells[places[SalesSlot.key.rawValue]], in: text)
    return RowMarkers.kind(of: name) == .note || name.utf8.allSatisfy { $0 < 0x80 }
  }

  private func isUndatedTotal() -> Bool {
    places[SalesSlot.date.rawValue] < 0 && places[SalesSlot.document.rawValue] < 0
  }

  private mutating func hasFigures(row: Int, filled: Int, typed: String) -> Bool {
    for slot in figureSlots where places[slot.rawValue] >= 0 { return true }
    if filled == 1 {
      tally.notes.note(row: row, column: layout.firstColumn, typed: typed)
    } else if !isOrderTable {
      tally.withoutFigures.note(row: row, column: layout.firstColumn, typed: typed)
    }
    return isOrderTable && filled > 1
  }

  private func isHeaderRow(_ cells: Span<Cell>, _ text: Span<UInt8>) -> Bool {
    let place = places[SalesSlot.key.rawValue]
    guard place >= 0, cells[place].kind == .text else { return false }
    for slot in figureSlots {
      let figure = places[slot.rawValue]
      if figure >= 0 { if cells[figure].kind != .text { return false } else { break } }
    }
    return TextFolding.key(strings.text(of: cells[place], in: text)) == headerKey
  }

  /// Compares a totals row with what stands above it; it is never a line.
  private mutating func takeTotals(
    row: Int, _ cells: Span<Cell>, _ text: Span<UInt8>, _ typed: String
  ) -> Bool {
    tally.totals.note(row: row, column: layout.firstColumn, typed: typed)
    addControls(to: \.totals, cells, text)
    for slot in figureSlots where slot.isAdditive {
      guard let stated = controlValue(slot, cells, text) else { continue }
      let column = layout.columnOfSlot[slot.rawValue]
      let all = tally.sums[slot.rawValue]
      let since = all - tally.sinceSubtotal[slot.rawValue]
      tally.totalsChecked += 1
      let tolerance = ExactDecimal(5 * layout.factors[slot.rawValue]).divided(by: 1000) ?? 0
      if (stated - all).magnitude > tolerance, (stated - since).magnitude > tolerance {
        tally.mismatches.append(
          SalesTally.Mismatch(
            row: row, column: column, stated: stated,
            computed: tally.totals.count > 1 ? since : all))
      }
      tally.sinceSubtotal[slot.rawValue] = all
    }
    return false
  }

  // MARK: Amounts

  /// Fills in the line's amounts; false where it has none at all.
  private mutating func readAmounts(
    _ line: inout SalesLedger.Line, row: Int, _ cells: Span<Cell>, _ text: Span<UInt8>
  ) -> Bool {
    var amounts = SalesAmounts()
    for slot in figureSlots {
      guard var value = figure(slot, row: row, cells, text) else { continue }
      if slot.isAdditive { tally.sums[slot.rawValue] += value }
      if slot == .discount, value > 1 { tally.beyondOne[slot.rawValue] += 1 }
      if layout.turned.contains(slot) { value = -value }
      amounts.set(slot, value)
    }
    if let rate = rate(cells, text) { amounts.convert(by: rate) }
    let outcome = amounts.line(layout: layout)
    line.take(outcome)
    if !line.isPrior { note(outcome, row: row) }
    return true
  }

  /// Notes a line that comes to something else than its quantity times its price; rounding aside.
  private mutating func notePrice(_ outcome: SalesAmounts.Outcome, row: Int) {
    let difference = outcome.gross - outcome.net
    guard !difference.isZero, difference.magnitude.doubleValue > 0.05,
      difference.magnitude.doubleValue > 0.002 * outcome.net.magnitude.doubleValue
    else { return }
    tally.unexplainedPrices.note(row: row, column: layout.columnOfSlot[SalesSlot.net.rawValue])
    tally.unexplainedPrices.amount += difference
  }

  private mutating func note(_ outcome: SalesAmounts.Outcome, row: Int) {
    switch outcome.source {
    case .net: tally.withNet += 1
    case .gross: tally.fromGross += 1
    case .price: tally.fromPrice += 1
    case .none: tally.withoutNet += 1
    }
    if outcome.lacksTax { tally.withoutTax.note(row: row, column: layout.firstColumn) }
    if outcome.hasGross { tally.withGross += 1 }
    if outcome.net.isNegative { tally.negativeNet += 1 }
    if leavesPricesOpen, outcome.source == .net { notePrice(outcome, row: row) }
    if outcome.isReturn {
      let slot: SalesSlot = layout.has(.quantity) ? .quantity : layout.has(.net) ? .net : .gross
      tally.returnLines.note(row: row, column: max(1, layout.columnOfSlot[slot.rawValue]))
      tally.returnLines.amount += outcome.net
    }
    if outcome.hasZeroPrice {
      tally.zeroPrices.note(row: row, column: layout.columnOfSlot[SalesSlot.unitPrice.rawValue])
    }
  }
}
