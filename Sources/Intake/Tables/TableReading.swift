import FinanceModel
import WorkbookReading

/// A small table's rows with totals and notes taken out, and ways to read its columns.
struct TableReading {
  let table: ClassifiedTable
  /// Rows of data.
  let rows: [TableRow]
  let totals: [TableRow]
  let notes: [TableRow]
  let repeatedHeaders: [TableRow]
  /// Rows right below an Excel table, which are not part of it.
  let belowTable: [TableRow]
  /// What was met beside the values of its sheet.
  let summary: SheetSummary
  private let placeOfRole: [ColumnRole: Int]
  private let dateOrder: DateText.Order
  private let datesAreSerials: Set<ColumnRole>
  private let dateSystem: DateSystem

  /// - Parameter isBeside: whether another thread reads the workbook, too.
  init(
    _ table: ClassifiedTable, workbook: Workbook, isBeside: Bool = false
  ) throws(WorkbookError) {
    self.table = table
    dateSystem = workbook.dateSystem
    let places = Dictionary(
      table.columns.enumerated().compactMap { place, column in column.role.map { ($0, place) } },
      uniquingKeysWith: { first, _ in first })
    placeOfRole = places
    let profiles = table.columns.map(\.header.profile)
    let needsDayFirst =
      profiles.contains { $0.needsDayFirst > 0 } && !profiles.contains { $0.needsMonthFirst > 0 }
    dateOrder = needsDayFirst ? .dayFirst : .monthFirst
    datesAreSerials = Set(
      table.columns.filter { $0.header.profile.looksLikeSerials }.compactMap(\.role))
    let isTimed = table.role == .serviceRequests || table.role == .feedback
    let timed = isTimed ? Self.timedRoles.compactMap { places[$0] } : []
    var sink = TableRowSink(table.candidate, timed: Set(timed), workbook: workbook)
    summary = try workbook.read(
      sheet: table.candidate.sheet.index, into: &sink, inflatesBeside: !isBeside)
    sink.finish()
    belowTable = sink.rowsBelow
    let screened = ScreenedRows(sink.rows, of: table, places: places)
    rows = screened.data
    totals = screened.totals
    notes = screened.notes
    repeatedHeaders = screened.repeatedHeaders
  }

  // MARK: Columns

  func has(_ role: ColumnRole) -> Bool { placeOfRole[role] != nil }

  /// The place of a role's column in ``TableRow/values``.
  func place(_ role: ColumnRole) -> Int? { placeOfRole[role] }

  func header(_ role: ColumnRole) -> String {
    placeOfRole[role].map { table.columns[$0].header.text } ?? ""
  }

  func cell(_ row: TableRow, _ place: Int) -> SheetCell {
    SheetCell(
      sheet: table.candidate.sheet.name,
      cell: CellAddress(row: row.row, column: table.columns[place].header.column))
  }

  func cell(_ row: TableRow, _ role: ColumnRole) -> SheetCell {
    cell(row, placeOfRole[role] ?? 0)
  }

  /// What money in a column is multiplied by.
  func factor(_ place: Int) -> Int {
    (table.columns[place].header.unit ?? table.candidate.unit)?.factor ?? 1
  }

  // MARK: Values

  func value(_ row: TableRow, _ role: ColumnRole) -> CellValue? {
    placeOfRole[role].flatMap { row.values[$0] }
  }

  /// The text as typed; numbers without a point or exponent.
  func text(_ row: TableRow, _ role: ColumnRole) -> String? {
    value(row, role).flatMap { value in
      let shown = value.shown
      return !isKey(role) && AmountText.read(shown) == .blank ? nil : shown
    }
  }

  private func isKey(_ role: ColumnRole) -> Bool { role == .customerID }

  /// A figure as it stands; what is none is noted.
  func figure(_ row: TableRow, at place: Int, log: inout FindingLog) -> ExactDecimal? {
    switch row.values[place] {
    case .none, .boolean: return nil
    case .number(let exact, let number):
      if exact == nil {
        note(IntakeFindings.notANumber, row, place, typed: String(number), &log)
      }
      return exact
    case .date(let day):
      return ExactDecimal(day.serial(in: dateSystem))
    case .error(let text):
      if text != "#N/A" { note(IntakeFindings.errorValue, row, place, typed: text, &log) }
      return nil
    case .text(let text):
      switch AmountText.read(text) {
      case .amount(let value), .percent(let value):
        note(IntakeFindings.numbersAsText, row, place, typed: text, &log)
        return value
      case .blank:
        return nil
      case .none:
        note(IntakeFindings.notANumber, row, place, typed: text, &log)
        return nil
      }
    }
  }

  private func note(
    _ code: FindingCode, _ row: TableRow, _ place: Int, typed: String, _ log: inout FindingLog
  ) {
    log.count(
      code, group: "\(table.candidate.sheet.name)\u{1}\(table.candidate.firstDataRow)\u{1}\(place)",
      at: cell(row, place), typed: typed, ["header": table.columns[place].header.text])
  }

  /// A quantity, without any unit factor.
  func quantity(_ row: TableRow, _ role: ColumnRole, log: inout FindingLog) -> Quantity? {
    placeOfRole[role].flatMap { figure(row, at: $0, log: &log) }
  }

  /// Money in units of the currency.
  func amount(_ row: TableRow, _ role: ColumnRole, log: inout FindingLog) -> Amount? {
    placeOfRole[role].flatMap { amount(row, at: $0, log: &log) }
  }

  /// Money of any column in units of the currency.
  func amount(_ row: TableRow, at place: Int, log: inout FindingLog) -> Amount? {
    guard let value = figure(row, at: place, log: &log) else { return nil }
    let factor = factor(place)
    return factor == 1 ? value : value.multiplied(by: ExactDecimal(factor))
  }

  func day(_ row: TableRow, _ role: ColumnRole, log: inout FindingLog) -> Day? {
    guard let place = placeOfRole[role], let value = row.values[place] else { return nil }
    switch value {
    case .date(let day): return day
    case .number(let exact, let number):
      if datesAreSerials.contains(role), number >= 0, number < 3_000_000 {
        return Day(serial: Int(number), system: dateSystem)
      }
      if let exact, let read = DateText.read(exact.description) { return read.day }
    case .text(let text):
      if let read = DateText.read(text, order: dateOrder) { return read.day }
      if AmountText.read(text) == .blank { return nil }
    case .boolean, .error: break
    }
    note(IntakeFindings.notADate, row, place, typed: value.shown, &log)
    return nil
  }

  /// Columns whose time of day matters, where a table is about requests and replies.
  private static let timedRoles: [ColumnRole] = [.openedAt, .firstReply, .transactionDate]

  /// When something was, in seconds from 1 January 1970, time zones aside; what is no day is noted.
  func second(_ row: TableRow, _ role: ColumnRole, log: inout FindingLog) -> Int? {
    guard let place = placeOfRole[role], let day = day(row, role, log: &log) else { return nil }
    var seconds = 0
    if case .text(let text)? = row.values[place] {
      seconds = TimeText.secondOfDay(in: text) ?? 0
    } else if let serial = row.moments[place] {
      seconds = Int(((serial - serial.rounded(.down)) * 86_400).rounded())
    }
    return Int(day.number) * 86_400 + seconds
  }

  /// A period as the workbook writes it: months as `2026-03`.
  func period(_ row: TableRow) -> String? {
    guard let value = value(row, .period) ?? value(row, .transactionDate) else { return nil }
    if case .date(let day) = value { return day.month.description }
    return value.shown
  }

  /// Whether nothing but rows of data and blank ones stands between the first and the last.
  var isUnbroken: Bool {
    guard let first = rows.first?.row, let last = rows.last?.row else { return true }
    return !(totals + notes + repeatedHeaders).contains { first < $0.row && $0.row < last }
  }

  /// Whether a spreadsheet reads the column's cells as this does: numbers, or days, and blanks.
  func holdsPlainFigures(at place: Int, asDates: Bool = false) -> Bool {
    rows.allSatisfy { row in
      switch row.values[place] {
      case nil: true
      case .date: asDates
      case .number(let exact, _): !asDates && exact != nil
      case .text(let text): !asDates && AmountText.read(text) == .blank
      case .boolean, .error: false
      }
    }
  }

  /// The cell of a row's figure where it is a number itself.
  func numericCell(_ row: TableRow, at place: Int) -> SheetCell? {
    if case .number(.some, _)? = row.values[place] { cell(row, place) } else { nil }
  }

  /// Where a row's figure stands, for provenance: only where the cell is a number itself.
  func provenance(_ row: TableRow, _ role: ColumnRole) -> Provenance? {
    guard let place = placeOfRole[role], case .number? = row.values[place] else { return nil }
    return .cell(cell(row, place))
  }
}
