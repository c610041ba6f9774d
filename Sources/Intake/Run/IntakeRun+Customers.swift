import CostingCore
import FinanceModel
import WorkbookReading

extension IntakeRun {
  /// Reads the customer lists: names, segments, dates, terms.
  mutating func readCustomers() throws(WorkbookError) {
    for place in resolution.places(.customers) {
      let reading = try reading(place)
      readCustomers(reading)
    }
  }

  private mutating func readCustomers(_ reading: TableReading) {
    let key: ColumnRole = reading.has(.customerID) ? .customerID : .customerName
    for row in reading.rows {
      guard let value = reading.value(row, key) else { continue }
      let id = value.shown
      let index = register.keys.index(of: value)
      guard index >= 0 else { continue }
      let isNew = listed.insert(index).inserted
      register.admit(index, at: reading.cell(row, key))
      if !isNew {
        log.count(
          IntakeFindings.duplicateCustomer, group: id, at: reading.cell(row, key), typed: id)
      }
      fill(index, from: row, reading, isFirst: isNew)
    }
  }

  private mutating func fill(
    _ index: Int32, from row: TableRow, _ reading: TableReading, isFirst: Bool
  ) {
    if isFirst || register.isMissingName(index), let name = reading.text(row, .customerName) {
      register.name(index, name)
    }
    let since = reading.day(row, .firstOrderDate, log: &log)
    let lostOn = reading.day(row, .lostDate, log: &log)
    let terms = creditTerms(row, reading)
    let status = status(row, reading)
    register.update(index) { known in
      known.segment = known.segment ?? reading.text(row, .customerGroup)
      known.channel = known.channel ?? reading.text(row, .channel)
      known.region = known.region ?? reading.text(row, .region)
      known.salesperson = known.salesperson ?? reading.text(row, .salesperson)
      known.churnReason = known.churnReason ?? reading.text(row, .churnReason)
      known.since = known.since ?? since
      known.lostOn = known.lostOn ?? lostOn
      known.creditTerms = known.creditTerms ?? terms
      known.status = known.status ?? status
    }
    if let referrer = reading.text(row, .referredBy) {
      referrers.append((index, referrer, reading.cell(row, .referredBy)))
    }
  }

  /// Days; `Net 45` and `45天` are 45.
  private func creditTerms(_ row: TableRow, _ reading: TableReading) -> Int? {
    guard let text = reading.text(row, .creditTerms) else { return nil }
    let digits = text.drop { !$0.isNumber }.prefix { $0.isNumber }
    guard digits.utf8.count <= 4, let days = Int(digits) else { return nil }
    return days
  }

  private mutating func status(_ row: TableRow, _ reading: TableReading) -> CustomerStatus? {
    guard let text = reading.text(row, .activeFlag) else { return nil }
    if let known = FinanceWords.status(text) { return known }
    if let isActive = FinanceWords.truth(text) {
      let asksForLoss = ["流失", "churn", "lost"].contains {
        TextFolding.key(reading.header(.activeFlag)).contains($0)
      }
      return isActive != asksForLoss ? .active : .lost
    }
    log.count(
      IntakeFindings.unknownStatus, group: reading.table.candidate.sheet.name,
      at: reading.cell(row, .activeFlag), typed: text)
    return nil
  }

  /// Turns referrers into ids, by id, then by name.
  mutating func resolveReferrers() {
    for (customer, text, place) in referrers {
      if let known = register.index(ofID: text) ?? register.index(named: text), known != customer {
        let id = register.customers[Int(known)].id
        register.update(customer) { $0.referredBy = id }
      } else {
        log.count(IntakeFindings.unknownReferrer, group: "", at: place, typed: text)
      }
    }
  }

  /// The customer that a row of another table is about; nil where it is not known.
  ///
  /// By id, then by normalised name where the table has no id.
  mutating func knownCustomer(_ row: TableRow, _ reading: TableReading) -> Int32? {
    if let id = reading.text(row, .customerID) {
      return register.index(ofID: id)
        ?? (reading.has(.customerName) ? nil : register.index(named: id))
    }
    guard !reading.has(.customerID), let name = reading.text(row, .customerName) else { return nil }
    return register.index(ofID: name) ?? register.index(named: name)
  }

  /// The id as a row writes it.
  func writtenCustomer(_ row: TableRow, _ reading: TableReading) -> (text: String, cell: SheetCell)?
  {
    for role in [ColumnRole.customerID, .customerName] {
      if let text = reading.text(row, role) { return (text, reading.cell(row, role)) }
    }
    return nil
  }
}
