import CostingCore
import FinanceModel

extension IntakeRun {
  mutating func readFeedback(_ reading: TableReading) {
    let known = inputs.feedback.count
    defer {
      let customers = inputs.feedback[known...].map(\.customer)
      noteFeedbackSource(reading, of: customers)
    }
    var waits = ResponseWaits(reading)
    var customers: [CustomerID] = []
    for row in reading.rows {
      var response = FeedbackResponse(customer: customerID(row, reading))
      response.date =
        reading.day(row, .surveyDate, log: &log) ?? reading.day(row, .transactionDate, log: &log)
      response.satisfaction = reading.quantity(row, .satisfactionScore, log: &log)?.doubleValue
      response.recommendation = reading.quantity(row, .npsScore, log: &log)?.doubleValue
      response.complaints = reading.quantity(row, .complaints, log: &log)
      response.comment = reading.text(row, .feedbackText)
      response.provenance =
        reading.provenance(row, .satisfactionScore) ?? reading.provenance(row, .npsScore)
      inputs.feedback.append(response)
      customers.append(response.customer)
      takeWait(row, reading, of: response.customer, on: response.date, &waits)
    }
    if waits.areTold { noteServiceSource(reading, waits, of: customers) }
  }

  private mutating func noteFeedbackSource(_ reading: TableReading, of customers: [CustomerID]) {
    let columns: [(SourceTable.Field, ColumnRole?)] = [
      (.satisfaction, .satisfactionScore), (.recommendation, .npsScore),
      (.complaints, .complaints),
      (.date, reading.has(.surveyDate) ? .surveyDate : .transactionDate),
    ]
    noteSource(
      reading, key: customerKey(reading), keys: customers.map(\.text),
      columns.compactMap { field, role in
        role.flatMap(reading.place).map { SourceColumn(field: field, place: $0) }
      })
  }

  /// The column that says whom a row is about.
  func customerKey(_ reading: TableReading) -> (field: SourceTable.Field, place: Int)? {
    (reading.place(.customerID) ?? reading.place(.customerName)).map { (.customer, $0) }
  }

  // MARK: Waiting for a reply

  /// Reads requests of customers: one a row, with the hours to the first reply or both moments.
  mutating func readServiceRequests(_ reading: TableReading) {
    var waits = ResponseWaits(reading)
    var customers: [CustomerID] = []
    for row in reading.rows {
      let customer = customerID(row, reading)
      customers.append(customer)
      takeWait(row, reading, of: customer, on: nil, &waits)
    }
    noteServiceSource(reading, waits, of: customers)
  }

  private mutating func takeWait(
    _ row: TableRow, _ reading: TableReading, of customer: CustomerID, on day: Day?,
    _ waits: inout ResponseWaits
  ) {
    guard waits.areTold, let hours = waits.hours(row, log: &log) else { return }
    var response = ServiceResponse(customer: customer, hours: hours)
    response.date =
      day ?? reading.day(row, .openedAt, log: &log) ?? reading.day(row, .transactionDate, log: &log)
    response.provenance =
      reading.provenance(row, .responseHours)
      ?? reading.place(.firstReply).map { .cell(reading.cell(row, $0)) }
    inputs.serviceResponses.append(response)
  }

  private mutating func noteServiceSource(
    _ reading: TableReading, _ waits: ResponseWaits, of customers: [CustomerID]
  ) {
    let dates: [ColumnRole] = [.surveyDate, .openedAt, .transactionDate]
    let date = dates.lazy.compactMap { reading.place($0) }.first
    let columns: [SourceColumn?] = [
      waits.obstacle == nil
        ? reading.place(.responseHours).map { .init(field: .responseHours, place: $0) } : nil,
      date.map { .init(field: .date, place: $0) },
    ]
    noteSource(
      reading, as: .serviceRequests, key: customerKey(reading), keys: customers.map(\.text),
      columns.compactMap { $0 })
    if let obstacle = waits.obstacle {
      inputs.sources[.serviceRequests]?.refuse(.responseHours, because: obstacle)
    }
  }
}

/// How a table tells how long its requests waited for the first reply.
struct ResponseWaits {
  private let reading: TableReading
  /// What the figures of the column of hours are multiplied by to give hours.
  private let factor: Double
  /// Whether some wait was worked out from two moments.
  private(set) var hasDifferences = false

  init(_ reading: TableReading) {
    self.reading = reading
    factor = reading.place(.responseHours).map { Self.factor(of: reading.table.columns[$0]) } ?? 1
  }

  /// Whether the table has the columns for it.
  var areTold: Bool { reading.has(.responseHours) || (reading.has(.firstReply) && asked != nil) }

  /// The column of the moment of the request.
  private var asked: ColumnRole? {
    [ColumnRole.openedAt, .transactionDate].first { reading.has($0) }
  }

  /// A row's wait in hours, from the column of hours, else from request to reply; nil where neither
  /// is filled.
  mutating func hours(_ row: TableRow, log: inout FindingLog) -> Double? {
    if let place = reading.place(.responseHours), row.values[place] != nil {
      return reading.figure(row, at: place, log: &log).map { $0.doubleValue * factor }
    }
    guard let asked, let reply = reading.second(row, .firstReply, log: &log),
      let request = reading.second(row, asked, log: &log)
    else { return nil }
    hasDifferences = true
    return Double(reply - request) / 3600
  }

  /// Why no formula over the column gives the hours; nil where one does.
  var obstacle: LocalizedText? {
    if hasDifferences { return LivenessReason.timeDifferences }
    return factor == 1 ? nil : LivenessReason.convertedHours
  }

  /// Lengths of time are kept as days; figures are hours unless the header says otherwise.
  private static func factor(of column: AssignedColumn) -> Double {
    let header = column.header
    if header.profile.holdsTimes || header.profile.durations * 2 > header.profile.filled {
      return 24
    }
    let words = Set(header.leaf.words + header.leaf.unitNotes.map { TextFolding.key($0) })
    let text = TextFolding.key(header.text)
    if !words.isDisjoint(with: ["minutes", "minute", "min", "mins"]) || text.contains("分钟") {
      return 1.0 / 60
    }
    if !words.isDisjoint(with: ["days", "day", "天"]) || text.hasSuffix("天数") { return 24 }
    return 1
  }
}
