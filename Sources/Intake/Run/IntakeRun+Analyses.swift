import CostingCore
import FinanceModel
import WorkbookReading

extension IntakeRun {
  /// Reads marketing, feedback, service requests, interactions, the market and receivables.
  mutating func readAnalyses() throws(WorkbookError) {
    admitsReceivables = register.count == 0
    try forEachReading(.marketing) { (run, reading, _) throws(WorkbookError) in
      run.readMarketing(reading)
    }
    try forEachReading(.feedback) { (run, reading, _) throws(WorkbookError) in
      run.readFeedback(reading)
    }
    try forEachReading(.serviceRequests) { (run, reading, _) throws(WorkbookError) in
      run.readServiceRequests(reading)
    }
    try forEachReading(.interactions) { (run, reading, _) throws(WorkbookError) in
      run.readInteractions(reading)
    }
    try forEachReading(.market) { (run, reading, _) throws(WorkbookError) in
      run.readMarket(reading)
    }
    takeMarketSettings()
    try forEachReading(.receivables) { (run, reading, _) throws(WorkbookError) in
      run.readReceivables(reading)
    }
  }

  /// The customer's id as the register has it; what is unknown is noted and keeps its own.
  mutating func customerID(_ row: TableRow, _ reading: TableReading) -> CustomerID {
    if let known = knownCustomer(row, reading) { return register.customers[Int(known)].id }
    guard let written = writtenCustomer(row, reading) else { return .unassigned }
    if admitsReceivables, reading.table.role == .receivables {
      return admitted(row, reading)
    }
    let key = "\(reading.table.candidate.sheet.name)\u{1}\(written.text)"
    guard unknownIDs.insert(key).inserted else {
      return CustomerID(TextFolding.trimmed(written.text))
    }
    log.count(
      IntakeFindings.unknownIDs, group: reading.table.candidate.sheet.name, at: written.cell,
      typed: written.text, ["sheet": reading.table.candidate.sheet.name])
    return CustomerID(TextFolding.trimmed(written.text))
  }

  /// Makes a customer of who owes, in a workbook that names customers nowhere else.
  private mutating func admitted(_ row: TableRow, _ reading: TableReading) -> CustomerID {
    let role: ColumnRole = reading.has(.customerID) ? .customerID : .customerName
    guard let value = reading.value(row, role) else { return .unassigned }
    let index = register.keys.index(of: value)
    guard index >= 0 else { return .unassigned }
    register.admit(index, at: reading.cell(row, role))
    if register.isMissingName(index), let name = reading.text(row, .customerName) {
      register.name(index, name)
    }
    return register.customers[Int(index)].id
  }

  private mutating func readMarketing(_ reading: TableReading) {
    noteUnit(reading.table)
    noteMarketingSource(reading)
    for row in reading.rows {
      let spend = reading.amount(row, .marketingSpend, log: &log)
      let new = reading.quantity(row, .newCustomers, log: &log)
      guard spend != nil || new != nil else { continue }
      var line = MarketingLine(channel: reading.text(row, .channel), spend: spend ?? 0)
      line.newCustomers = new
      line.period = reading.period(row)
      line.provenance = reading.provenance(row, .marketingSpend)
      inputs.marketing.append(line)
    }
  }

  private mutating func noteMarketingSource(_ reading: TableReading) {
    noteSource(
      reading, key: reading.place(.channel).map { (.channel, $0) },
      keys: reading.rows.map { reading.text($0, .channel) },
      [
        reading.place(.marketingSpend).map { .init(field: .spend, place: $0, isMoney: true) },
        reading.place(.newCustomers).map { .init(field: .newCustomers, place: $0) },
      ].compactMap { $0 })
  }

  // MARK: Receivables

  private mutating func readReceivables(_ reading: TableReading) {
    noteUnit(reading.table)
    let areItems =
      reading.has(.poolAmount)
      && (reading.has(.dueDate) || reading.has(.paymentDate) || reading.has(.documentNo))
    if areItems { readItems(reading) } else { readBalances(reading) }
  }

  private mutating func readItems(_ reading: TableReading) {
    inputs.sources[.receivables] = SourceTable(obstacle: LivenessReason.itemByItem)
    for row in reading.rows {
      guard let amount = reading.amount(row, .poolAmount, log: &log) else { continue }
      var item = ReceivableItem(customer: customerID(row, reading), amount: amount)
      item.document = reading.text(row, .documentNo)
      item.date = reading.day(row, .transactionDate, log: &log)
      item.due = reading.day(row, .dueDate, log: &log)
      item.paidOn = reading.day(row, .paymentDate, log: &log)
      item.paid = reading.amount(row, .paidAmount, log: &log)
      if item.paid == nil, let open = reading.amount(row, .arClosing, log: &log) {
        item.paid = amount - open
      }
      item.creditTerms = terms(row, reading)
      item.currency = reading.text(row, .currency).map { CurrencyCode.of($0) ?? $0 }
      item.provenance = reading.provenance(row, .poolAmount)
      inputs.receivables.items.append(item)
    }
  }

  private func terms(_ row: TableRow, _ reading: TableReading) -> Int? {
    guard let text = reading.text(row, .creditTerms) else { return nil }
    let digits = text.drop { !$0.isNumber }.prefix { $0.isNumber }
    return digits.utf8.count <= 4 ? Int(digits) : nil
  }

  private mutating func readBalances(_ reading: TableReading) {
    let buckets = bucketPlaces(reading)
    if inputs.receivables.buckets.isEmpty { inputs.receivables.buckets = buckets.map(\.bucket) }
    let isSame = inputs.receivables.buckets == buckets.map(\.bucket)
    let ends = monthEndPlaces(reading)
    if inputs.receivables.months.isEmpty { inputs.receivables.months = ends.map(\.month) }
    let areSameMonths = inputs.receivables.months == ends.map(\.month)
    let known = inputs.receivables.balances.count
    defer {
      noteSource(
        reading, key: customerKey(reading),
        keys: inputs.receivables.balances[known...].map(\.customer.text),
        balanceColumns(reading, buckets.map(\.place)))
    }
    for row in reading.rows {
      var balance = ReceivableBalance(customer: customerID(row, reading))
      balance.opening = reading.amount(row, .arOpening, log: &log)
      balance.closing = reading.amount(row, .arClosing, log: &log)
      if isSame {
        balance.ageing = buckets.map { reading.amount(row, at: $0.place, log: &log) ?? 0 }
      }
      if areSameMonths {
        balance.monthEnds = ends.map { reading.amount(row, at: $0.place, log: &log) ?? 0 }
      }
      if balance.closing == nil, !buckets.isEmpty { balance.closing = balance.ageing.reduce(0, +) }
      balance.provenance = reading.provenance(row, .arClosing)
      inputs.receivables.balances.append(balance)
    }
  }

  private func balanceColumns(_ reading: TableReading, _ buckets: [Int]) -> [SourceColumn] {
    [(.opening, .arOpening), (.closing, .arClosing)].compactMap { field, role in
      reading.place(role).map { SourceColumn(field: field, place: $0, isMoney: true) }
    }
      + buckets.enumerated().map {
        SourceColumn(field: .bucket($0.offset), place: $0.element, isMoney: true)
      }
  }

  private func bucketPlaces(_ reading: TableReading) -> [(place: Int, bucket: AgeingBucket)] {
    let taken: Set<ColumnRole> = [
      .customerID, .customerName, .arOpening, .arClosing, .documentNo, .creditTerms, .overdueDays,
    ]
    return reading.table.columns.enumerated().compactMap { place, column in
      if let role = column.role, taken.contains(role) { return nil }
      return AgeingHeader.bucket(column.header.text, role: column.role).map { (place, $0) }
    }.sorted { $0.bucket.from < $1.bucket.from }
  }

  /// Columns of end-of-month balances, ascending; none where only one column looks like it.
  private func monthEndPlaces(_ reading: TableReading) -> [(place: Int, month: Month)] {
    let named = reading.table.columns.enumerated().compactMap { place, column -> (Int, Month)? in
      guard column.role == nil || column.role == .arClosing else { return nil }
      return MonthEndHeader.month(column.header.text, lastMonth: period?.end.month)
        .map { (place, $0) }
    }
    let ascending = named.sorted { $0.1 < $1.1 }
    let areDistinct = Set(ascending.map(\.1)).count == ascending.count
    return ascending.count > 1 && areDistinct ? ascending.map { (place: $0.0, month: $0.1) } : []
  }
}
