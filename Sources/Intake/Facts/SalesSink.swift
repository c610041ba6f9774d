import CostingCore
import FinanceModel
import WorkbookReading

/// Streams one table of sales (or of orders) into the register and the ledger.
///
/// ``receive(row:cells:text:)`` says in which order a row is judged; the steps are in extensions by
/// what they tell. Those of every row that only read the sink are inlined: called, they would be
/// handed a copy of its 2.7 KB.
struct SalesSink: RowSink, ~Copyable {
  var register: CustomerRegister
  var keys: SalesKeys
  var orders: OrderBook
  var tally = SalesTally()

  private let feed: LedgerFeed
  let layout: SalesLayout
  let strings: SharedStrings
  let dateSystem: DateSystem
  let headerKey: String
  let isOrderTable: Bool
  let sheetName: String
  let firstRow: Int
  let lastRow: Int
  /// Place of each slot's cell in the row; −1 for a blank one.
  var places = BySlot(-1)
  /// The columns that ``places`` was made for, and how many of them are the table's: most rows have the
  /// same as the one before.
  private var placedColumns: [Int] = []
  private var filledCount = 0
  let figureSlots: [SalesSlot]
  let rules: SalesAmounts.Rules
  let turned: Set<SalesSlot>
  var amounts = SalesAmounts()
  let joinsCosts: Bool
  let leavesPricesOpen: Bool
  /// What a unit of each product costs, by index; nil where the products do not say.
  var costOfProduct: [ExactDecimal?] = []
  var dayOfShared: [Int32: Day] = [:]
  /// The last row with cells of the table; 0 before the first.
  var previousRow = 0

  init(
    _ layout: SalesLayout, register: CustomerRegister, keys: SalesKeys, orders: OrderBook,
    ledger: consuming SalesLedger, workbook: Workbook
  ) {
    self.layout = layout
    self.register = register
    self.keys = keys
    self.orders = orders
    feed = LedgerFeed(ledger, on: workbook.package.sideThread)
    strings = workbook.strings
    dateSystem = workbook.dateSystem
    headerKey = TextFolding.key(
      layout.header(.key)?.text ?? layout.header(.document)?.text ?? "\u{0}")
    isOrderTable = layout.table.role == .orders
    sheetName = layout.table.candidate.sheet.name
    firstRow = layout.table.candidate.firstDataRow
    lastRow = layout.table.candidate.lastRow ?? CellAddress.lastRow
    figureSlots = SalesSlot.figures.filter { layout.has($0) }
    rules = layout.rules
    turned = layout.turned
    joinsCosts = !layout.unitCosts.isEmpty
    leavesPricesOpen = layout.leavesPricesOpen
  }

  var isReadAgain: Bool { true }

  var nextLookUp: SharedStringLookUp {
    register.keys.lookUp(ofColumn: layout.columnOfSlot[.key])
  }

  mutating func receive(row: Int, cells: Span<Cell>, text: Span<UInt8>) -> Bool {
    if row < firstRow { return true }
    if row > lastRow { return noteBelowTable(row: row, cells, text) }
    guard place(cells) > 0 else { return true }
    let isAfterGap = row > previousRow + 1 && previousRow > 0
    previousRow = row
    if isAfterGap, startsAnotherTable(row: row, cells, text) { return false }
    var key = customerKey(cells, text)
    guard isData(row: row, key: &key, cells, text) else { return true }
    var line = SalesLedger.Line(customer: SalesLedger.unassignedPlace)
    line.document = document(cells, text)
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
      feed.add(order(line, row: row, cells, text))
      return true
    }
    readAmounts(&line, row: row, cells, text)
    line.product = product(cells, text)
    if joinsCosts { joinCost(&line, row: row) }
    if line.isPrior { tally.rowsPrior += 1 } else { tally.rowsUsed += 1 }
    tally.lastRow = row
    feed.add(line)
    return true
  }

  /// The ledger with all lines; once, when all rows are received.
  func finish() -> SalesLedger { feed.finish() }

  // MARK: Cells

  /// Finds the slots' cells; returns how many of the table's cells are filled.
  mutating func place(_ cells: Span<Cell>) -> Int {
    if hasPlaces(of: cells) { return filledCount }
    places = BySlot(-1)
    placedColumns.removeAll(keepingCapacity: true)
    filledCount = 0
    let first = layout.firstColumn
    let count = layout.slotOfColumn.count
    for index in cells.indices {
      placedColumns.append(Int(cells[index].column))
      let offset = Int(cells[index].column) - first
      guard offset >= 0, offset < count else { continue }
      filledCount += 1
      if let slot = layout.slotOfColumn[offset] { places[slot] = index }
    }
    return filledCount
  }

  private func hasPlaces(of cells: Span<Cell>) -> Bool {
    guard cells.count == placedColumns.count else { return false }
    let columns = placedColumns.span
    for index in cells.indices where Int(cells[index].column) != columns[index] { return false }
    return true
  }

  mutating func document(_ cells: Span<Cell>, _ text: Span<UInt8>) -> Int32 {
    let place = places[.document]
    guard place >= 0 else { return CellInterner.Code.blank }
    return keys.documents.index(of: cells[place], in: text)
  }

  mutating func customerKey(_ cells: Span<Cell>, _ text: Span<UInt8>) -> Int32 {
    let place = places[.key]
    guard place >= 0 else { return CellInterner.Code.blank }
    return register.keys.index(of: cells[place], in: text)
  }

  @inline(__always)
  func shownText(_ place: Int, _ cells: Span<Cell>, _ text: Span<UInt8>) -> String {
    guard place >= 0 else { return "" }
    let cell = cells[place]
    if cell.kind == .text || cell.kind == .error { return strings.text(of: cell, in: text) }
    return cell.decimal?.description ?? String(cell.number)
  }
}
