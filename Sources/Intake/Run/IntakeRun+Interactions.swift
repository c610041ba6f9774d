import CostingCore
import FinanceModel
import WorkbookReading

extension IntakeRun {
  /// A customer's month and kind of interaction, the kind by its place in ``interactionColumns``.
  struct DatedInteraction: Hashable {
    var customer: Int32
    var kind: Int32
    var month: Month
  }

  /// Reads interactions: one column a kind, or one row a kind with its count; months where rows
  /// carry them.
  mutating func readInteractions(_ reading: TableReading) {
    let places = reading.table.columns.indices.filter { place in
      let column = reading.table.columns[place]
      return column.role == nil && !column.header.text.isEmpty
        && (column.header.profile.filled == 0 || column.header.profile.figureShare >= 0.5)
    }
    if isLong(reading, places) {
      readLongInteractions(reading, count: places.first)
    } else {
      readWideInteractions(reading, places)
    }
  }

  private mutating func readWideInteractions(_ reading: TableReading, _ places: [Int]) {
    let first = interactionColumns.count
    interactionColumns += places.map { place in
      DriverColumn(
        name: reading.table.columns[place].header.text,
        provenance: .range(dataRange(reading, place)))
    }
    var rows = InteractionRows(reading, year: yearOfPeriod)
    for row in reading.rows {
      guard let customer = rows.customer(row, &self) else { continue }
      let month = rows.month(row, log: &log)
      var isFilled = false
      for (index, place) in places.enumerated() {
        guard let quantity = reading.figure(row, at: place, log: &log) else { continue }
        take(quantity, kind: first + index, customer, month)
        isFilled = isFilled || !quantity.isZero
      }
      if month == nil, isFilled { rows.noteUndated(row, log: &log) }
    }
    noteInteractionSource(
      rows,
      places.enumerated().map { .init(field: .counts(first + $0.offset), place: $0.element) })
  }

  private mutating func readLongInteractions(_ reading: TableReading, count: Int?) {
    let blank = inputs.language == .chinese ? "未注明" : "unspecified"
    var kinds: [String: Int] = [:]
    var rows = InteractionRows(reading, year: yearOfPeriod)
    for row in reading.rows {
      guard let customer = rows.customer(row, &self) else { continue }
      let written = reading.text(row, .interactionKind)
      let quantity =
        count.map { reading.figure(row, at: $0, log: &log) } ?? written.map { _ in Quantity.one }
      guard let quantity else { continue }
      let name = written ?? blank
      let kind = kinds[TextFolding.nameKey(name)] ?? interactionColumns.count
      if kind == interactionColumns.count {
        kinds[TextFolding.nameKey(name)] = kind
        interactionColumns.append(
          DriverColumn(
            name: name,
            provenance: (count ?? reading.place(.interactionKind)).map {
              .range(dataRange(reading, $0))
            }))
      }
      rows.noteKind(written, known: interactionColumns[kind].name, isPadded: row.isPadded)
      let month = rows.month(row, log: &log)
      take(quantity, kind: kind, customer, month)
      if month == nil, !quantity.isZero { rows.noteUndated(row, log: &log) }
    }
    noteInteractionSource(rows, [count.map { .init(field: .count, place: $0) }].compactMap { $0 })
    guard let place = reading.place(.interactionKind) else { return }
    if let obstacle = rows.kindObstacle {
      inputs.sources[.interactions]?.refuse(.kind, because: obstacle)
    } else {
      let kinds = column(reading, place, isMoney: false)
      inputs.sources[.interactions]?.add(.kind, kinds)
    }
  }

  private mutating func take(
    _ quantity: Quantity, kind: Int, _ customer: Int32, _ month: Month?
  ) {
    interactionColumns[kind].add(quantity, to: customer)
    guard let month else { return }
    let key = DatedInteraction(customer: customer, kind: Int32(clamping: kind), month: month)
    datedInteractions[key, default: 0] += quantity
  }

  /// Whether rows name a kind each and count it in one column, or count one each.
  private func isLong(_ reading: TableReading, _ places: [Int]) -> Bool {
    guard let kind = reading.table.column(.interactionKind) else { return false }
    guard let count = places.first else { return true }
    guard places.count == 1 else { return false }
    let isNamed = kind.header.candidates.contains {
      $0.role == .interactionKind && $0.strength >= 0.9
    }
    return isNamed || Self.countWords.contains(reading.table.columns[count].header.leaf.key)
  }

  private static let countWords: Set<String> = [
    "count", "counts", "times", "no", "quantity", "frequency", "interactions", "次数", "数量", "频次",
    "互动次数",
  ]

  private mutating func noteInteractionSource(_ rows: InteractionRows, _ columns: [SourceColumn]) {
    let date = rows.datePlace.map { SourceColumn(field: .date, place: $0) }
    noteSource(
      rows.reading, key: customerKey(rows.reading), keys: rows.reading.rows.map { _ in nil },
      columns + [date].compactMap { $0 })
    let months = Set(datedInteractions.keys.map(\.month)).count
    let comparisons = rows.reading.rows.count * months * interactionColumns.count
    if rows.holdsUnknown {
      inputs.sources[.interactions]?.wholeObstacle = LivenessReason.unknownCustomers
    } else if comparisons > SalesLiveness.comparisonLimit {
      inputs.sources[.interactions]?.wholeObstacle = LivenessReason.tooLarge
    }
  }

  /// The year of the analysis where its period is within one.
  var yearOfPeriod: Int? {
    guard let period, period.start.month.year == period.end.month.year else { return nil }
    return period.start.month.year
  }

  /// What was dated of the interactions, in order.
  var interactionsByMonth: [MonthlyInteractions] {
    datedInteractions.map { key, count in
      MonthlyInteractions(
        customer: key.customer, kind: key.kind, month: key.month, count: count)
    }.sorted { ($0.month, $0.kind, $0.customer) < ($1.month, $1.kind, $1.customer) }
  }
}

/// What the rows of a table of interactions have in common.
private struct InteractionRows {
  let reading: TableReading
  private let year: Int?
  /// Whether some row is about a customer that stands in no other table.
  private(set) var holdsUnknown = false
  /// Why no formula can look up a kind as the engine did; nil where one can.
  private(set) var kindObstacle: LocalizedText?

  init(_ reading: TableReading, year: Int?) {
    self.reading = reading
    self.year = year
  }

  /// The column of days or months.
  var datePlace: Int? { reading.place(.transactionDate) ?? reading.place(.period) }

  mutating func customer(_ row: TableRow, _ run: inout IntakeRun) -> Int32? {
    if let known = run.knownCustomer(row, reading) { return known }
    holdsUnknown = true
    _ = run.customerID(row, reading)
    return nil
  }

  func month(_ row: TableRow, log: inout FindingLog) -> Month? {
    if reading.has(.transactionDate) {
      return reading.day(row, .transactionDate, log: &log)?.month
    }
    guard let value = reading.value(row, .period) else { return nil }
    if case .date(let day) = value { return day.month }
    let period =
      PeriodText.calendarPeriod(value.shown, year: year)
      ?? PeriodText.bareMonth(value.shown, year: year)
    return period.flatMap { $0.grain == .month ? $0.first : nil }
  }

  func noteUndated(_ row: TableRow, log: inout FindingLog) {
    guard let place = datePlace else { return }
    let sheet = reading.table.candidate.sheet.name
    log.count(
      IntakeFindings.undatedInteractions, group: sheet, at: reading.cell(row, place),
      typed: row.values[place]?.shown ?? "", ["sheet": sheet])
  }

  mutating func noteKind(_ written: String?, known: String, isPadded: Bool) {
    guard kindObstacle == nil else { return }
    guard let written, !isPadded else {
      kindObstacle = LivenessReason.otherNames
      return
    }
    if KeyFolding.isUnsafe(written) {
      kindObstacle = LivenessReason.wildcard
    } else if KeyFolding.looksNumeric(written) {
      kindObstacle = LivenessReason.numericText
    } else if KeyFolding.folded(written) != KeyFolding.folded(known) {
      kindObstacle = LivenessReason.otherNames
    }
  }
}
