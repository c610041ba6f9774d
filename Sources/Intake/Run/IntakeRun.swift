import CostingCore
import FinanceModel
import WorkbookReading

/// The state of understanding one workbook; every extension is a stage.
struct IntakeRun {
  let workbook: Workbook
  var settings: WorkbookSettings
  var log = FindingLog()
  var resolution: TableResolution
  /// Parallel to the resolution's tables.
  var recognised: [RecognisedTable]
  var register: CustomerRegister
  var ledger: SalesLedger
  var salesKeys: SalesKeys
  var orders = OrderBook()
  /// Sales by product, put in order beside the reading of cost tables once the ledger's last line is read.
  var productSales: BegunWork<[ProductSales]>?
  /// Likewise the median number of days between order days by customer.
  var orderGaps: BegunWork<[Double?]>?
  /// The same of months, which no row of a ledger may change any more.
  var salesMonths: BegunWork<SalesMonths>?
  /// Tables that are read while sales are, by place among the resolution's.
  var begunReadings: [Int: BegunWork<Result<TableReading, WorkbookError>>] = [:]
  var inputs = CostingInputs()
  /// The sales tables that were read, with what was seen in them.
  var salesTables: [(layout: SalesLayout, tally: SalesTally)] = []
  /// What one unit of each currency is in the workbook's own.
  var exchangeRates: [String: ExactDecimal] = [:]
  /// Driver columns by register index until customers are counted.
  var driverColumns: [DriverColumn] = []
  var interactionColumns: [DriverColumn] = []
  /// The part of the interactions that rows date.
  var datedInteractions: [DatedInteraction: Quantity] = [:]
  /// Formulas that carry no value, by sheet.
  var uncalculated = UncalculatedFormulas()
  /// What a unit of each product costs, from tables of products.
  var unitCosts = ProductCosts()
  /// Ids that were already noted as unknown, by sheet.
  var unknownIDs: Set<String> = []
  /// Whether nothing but receivables names customers.
  var admitsReceivables = false
  /// Customers that stand in a customer list.
  var listed: Set<Int32> = []
  /// Referrers as written, by register index.
  var referrers: [(customer: Int32, text: String, place: SheetCell)] = []

  /// A driver's quantities by customer.
  struct DriverColumn {
    var name: String
    /// By register index; customers beyond the end have none.
    private(set) var quantities: [Quantity] = []
    var provenance: Provenance?
    var liveness: Liveness?
    /// What its figures are multiplied by where they turn out to be money.
    var factor = 1

    init(name: String, provenance: Provenance? = nil, factor: Int = 1) {
      self.name = name
      self.provenance = provenance
      self.factor = factor
    }

    mutating func add(_ quantity: Quantity, to customer: Int32) {
      let missing = Int(customer) + 1 - quantities.count
      if missing > 0 { quantities += [Quantity](repeating: 0, count: missing) }
      quantities[Int(customer)] += quantity
    }

    /// Turns figures into money; one that grows beyond reason becomes nothing.
    mutating func scale() {
      let factor = ExactDecimal(factor)
      for index in quantities.indices {
        quantities[index] = quantities[index].multiplied(by: factor) ?? 0
      }
    }
  }

  init(_ workbook: Workbook, settings: WorkbookSettings, resolution: TableResolution) {
    self.workbook = workbook
    self.settings = settings
    self.resolution = resolution
    register = CustomerRegister(strings: workbook.strings)
    ledger = SalesLedger()
    salesKeys = SalesKeys(strings: workbook.strings)
    recognised = resolution.tables.map { Self.recognised($0) }
  }

  private static func recognised(_ table: ClassifiedTable) -> RecognisedTable {
    let candidate = table.candidate
    let last = candidate.lastRow ?? candidate.sample.last?.row ?? candidate.headerRows.upperBound
    var known = RecognisedTable(
      role: table.role, sheet: candidate.sheet.name,
      range: CellRange(
        CellAddress(row: candidate.headerRows.lowerBound, column: candidate.firstColumn),
        CellAddress(row: last, column: candidate.lastColumn)),
      headerRow: candidate.headerRows.upperBound)
    known.confidence = table.confidence
    let columnUnits = table.columns.lazy.filter { $0.role != nil }.compactMap(\.header.unit)
    known.unitFactor = columnUnits.first?.factor ?? candidate.unit?.factor ?? 1
    known.isHidden = candidate.sheet.visibility != .visible
    known.columns = table.columns.map { column in
      let meaning = column.role == nil ? TableClassifier.meaning(of: column.header) : nil
      let role = column.role ?? meaning?.role
      var named = RecognisedTable.Column(
        column: column.header.column, header: column.header.text, role: role?.rawValue,
        meaning: role.map { RoleNames.name(ofColumn: $0.rawValue) },
        confidence: meaning?.strength ?? column.confidence)
      named.isUsed = table.role != .other && column.role != nil
      return named
    }
    return known
  }

  /// Reads a small table, checks its totals and notes what was used.
  mutating func reading(_ place: Int) throws(WorkbookError) -> TableReading {
    let reading = try tableReading(place)
    uncalculated.note(reading.summary, sheet: reading.table.candidate.sheet.name)
    reading.checkTotals(log: &log)
    recognised[place].rowsUsed = reading.rows.count
    if let last = reading.rows.last?.row { recognised[place].range.last.row = last }
    for (index, total) in reading.totals(of: reading.rows).enumerated() {
      recognised[place].columns[index].total = total
    }
    leaveOut(reading.totals, place, LeftOutReason.totals, reading)
    leaveOut(reading.notes, place, LeftOutReason.notes, reading)
    leaveOut(reading.repeatedHeaders, place, LeftOutReason.repeatedHeaders, reading)
    leaveOut(reading.belowTable, place, LeftOutReason.belowTable, reading)
    if let first = reading.belowTable.first {
      noteBelowTable(reading.cell(first, 0), rows: reading.belowTable.count)
    }
    return reading
  }

  private mutating func tableReading(_ place: Int) throws(WorkbookError) -> TableReading {
    if let begun = begunReadings.removeValue(forKey: place)?.collect() { return try begun.get() }
    return try TableReading(resolution.tables[place], workbook: workbook)
  }

  mutating func noteBelowTable(_ place: SheetCell, rows: Int) {
    log.add(IntakeFindings.belowTable, at: place, ["sheet": place.sheet], count: rows)
  }

  /// Notes rows of a table that do not count, with what their figures add up to.
  private mutating func leaveOut(
    _ rows: [TableRow], _ place: Int, _ reason: LocalizedText, _ reading: TableReading
  ) {
    guard let first = rows.first else { return }
    var left = RecognisedTable.LeftOut(
      reason: reason, rows: rows.count, first: reading.cell(first, 0))
    left.totals = columnTotals(reading.totals(of: rows), reading.table)
    recognised[place].rowsLeftOut.append(left)
  }

  private func columnTotals(_ totals: [ExactDecimal?], _ table: ClassifiedTable)
    -> [RecognisedTable.ColumnTotal]
  {
    zip(table.columns, totals).compactMap { column, total in
      guard let total, !total.isZero else { return nil }
      return RecognisedTable.ColumnTotal(column: column.header.column, total: total)
    }
  }

  /// Takes rows that were read out of what counts as used, under a reason.
  mutating func setAside(
    _ rows: [TableRow], _ place: Int, _ reason: LocalizedText, _ reading: TableReading
  ) {
    guard !rows.isEmpty else { return }
    leaveOut(rows, place, reason, reading)
    recognised[place].rowsUsed -= rows.count
    for (index, total) in reading.totals(of: rows).enumerated() {
      guard let total, let used = recognised[place].columns[index].total else { continue }
      recognised[place].columns[index].total = used - total
    }
  }

  /// Readings of all tables of a role, one after the other.
  mutating func forEachReading(
    _ role: RecognisedTable.Role,
    _ body: (inout IntakeRun, TableReading, Int) throws(WorkbookError) -> Void
  ) throws(WorkbookError) {
    for place in resolution.places(role) {
      let reading = try reading(place)
      try body(&self, reading, place)
    }
  }
}
