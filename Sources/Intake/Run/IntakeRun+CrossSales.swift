import CostingCore
import FinanceModel
import WorkbookReading

extension IntakeRun {
  /// Reads sales with periods or customers across the columns, a figure a line.
  mutating func readCrossSales() throws(WorkbookError) {
    for place in resolution.crossSales {
      guard let cross = resolution.tables[place].cross else { continue }
      let reading = try reading(place)
      noteUnit(reading.table)
      switch cross.across {
      case .periods: readPeriods(reading, cross)
      case .customers: readCustomersAcross(reading, cross)
      case .statement: readStatement(reading, cross, place)
      }
      noteAcross(reading, cross, place)
    }
  }

  private mutating func noteAcross(_ reading: TableReading, _ cross: CrossTable, _ place: Int) {
    let sheet = reading.table.candidate.sheet.name
    if cross.across == .statement {
      let labels = reading.rows.prefix(4).compactMap { $0.values[cross.names]?.shown }
      log.add(
        IntakeFindings.statementAcross, at: topLeft(place),
        typed: labels.joined(separator: ", "), ["sheet": sheet])
      return
    }
    let code =
      cross.across == .periods ? IntakeFindings.periodsAcross : IntakeFindings.customersAcross
    log.add(code, at: topLeft(place), ["sheet": sheet])
  }

  private mutating func customer(
    _ value: CellValue, at place: SheetCell, named name: String? = nil
  ) -> Int32 {
    let index = register.keys.index(of: value)
    guard index >= 0 else { return SalesLedger.unassignedPlace }
    register.admit(index, at: place)
    if let name, register.isMissingName(index) { register.name(index, name) }
    return index
  }

  private mutating func add(_ amount: Amount, to customer: Int32, on day: Day?) {
    var line = SalesLedger.Line(customer: customer)
    line.amounts.net = amount
    line.amounts.gross = amount
    line.amounts.list = amount
    line.day = day
    if amount.isNegative { line.amounts.returns = -amount }
    if let day { ledger.note(day) }
    ledger.add(line)
  }

  // MARK: Periods across

  private mutating func readPeriods(_ reading: TableReading, _ cross: CrossTable) {
    let year = year(of: reading.table.candidate)
    let days = cross.columns.map { PeriodText.firstDay(of: $0.label, year: year) }
    // A period's figures stand for all of its days.
    for (day, column) in zip(days, cross.columns) {
      if let day { ledger.note(PeriodText.lastDay(of: column.label, from: day)) }
    }
    for row in reading.rows {
      let key = row.values[cross.names].map {
        customer(
          $0, at: reading.cell(row, cross.names), named: reading.text(row, .customerName))
      }
      for (index, column) in cross.columns.enumerated() {
        guard let amount = reading.amount(row, at: column.place, log: &log), !amount.isZero else {
          continue
        }
        add(amount, to: key ?? SalesLedger.unassignedPlace, on: days[index])
      }
    }
  }

  /// The year that title, sheet or file name; else that of the settings' period.
  private func year(of candidate: TableCandidate) -> Int? {
    let texts =
      candidate.notes.map(\.cell.text).reversed() + [candidate.sheet.name, candidate.fileName]
    return texts.lazy.compactMap { PeriodText.year(in: $0) }.first
      ?? settings.periodStart?.components.year
  }

  // MARK: Customers across

  private mutating func readCustomersAcross(_ reading: TableReading, _ cross: CrossTable) {
    let year = year(of: reading.table.candidate)
    let customers = customersAcross(reading, cross)
    for row in reading.rows {
      let label = row.values[cross.names]?.shown ?? ""
      let day = PeriodText.firstDay(of: label, year: year)
      for (index, column) in cross.columns.enumerated() {
        guard let amount = reading.amount(row, at: column.place, log: &log), !amount.isZero else {
          continue
        }
        add(amount, to: customers[index], on: day)
      }
    }
  }

  private mutating func customersAcross(_ reading: TableReading, _ cross: CrossTable) -> [Int32] {
    cross.columns.map { column in
      customer(
        .text(column.label),
        at: reading.table.candidate.headerCell(reading.table.columns[column.place].header))
    }
  }

  private mutating func readStatement(
    _ reading: TableReading, _ cross: CrossTable, _ place: Int
  ) {
    let kinds = reading.rows.map { row in
      row.values[cross.names].flatMap { StatementRow($0.shown) }
    }
    let hasNet = kinds.contains(.net)
    let customers = customersAcross(reading, cross)
    for (index, column) in cross.columns.enumerated() {
      var line = SalesLedger.Line(customer: customers[index])
      for (row, kind) in zip(reading.rows, kinds) {
        guard let kind, let amount = reading.amount(row, at: column.place, log: &log) else {
          continue
        }
        switch kind {
        case .net: line.amounts.net += amount
        case .gross: line.amounts.gross += amount
        case .deduction: line.amounts.discount += amount.magnitude
        case .productCost: line.amounts.productCost += amount.magnitude
        case .commission: line.amounts.commission += amount.magnitude
        case .freight: line.amounts.freight += amount.magnitude
        case .otherCost: line.amounts.otherCost += amount.magnitude
        case .derived: break
        }
      }
      if !hasNet { line.amounts.net = line.amounts.gross - line.amounts.discount }
      if line.amounts.gross.isZero { line.amounts.gross = line.amounts.net + line.amounts.discount }
      line.amounts.list = line.amounts.gross
      ledger.add(line)
    }
    let derived = zip(reading.rows, kinds).filter { $1 == .derived }.map(\.0)
    let unknown = zip(reading.rows, kinds).filter { $1 == nil }.map(\.0)
    setAside(derived, place, LeftOutReason.derived, reading)
    setAside(unknown, place, LeftOutReason.unknownMeasure, reading)
  }
}
