import CostingCore
import FinanceModel
import WorkbookReading

extension IntakeRun {
  /// Reads what the market sold, or our share of it, by month, quarter or year, region or product.
  mutating func readMarket(_ reading: TableReading) {
    noteUnit(reading.table)
    let shares = MarketShares(reading)
    for row in reading.rows {
      let sales = reading.amount(row, .marketSize, log: &log)
      let given = shares.share(row, log: &log)
      guard sales != nil || given != nil else { continue }
      let period = marketPeriod(row, reading)
      guard period != nil || !hasPeriods(reading) else {
        noteUnknownPeriod(row, reading)
        continue
      }
      var line = MarketLine(period: period, segment: segment(row, reading), sales: sales)
      line.shareGiven = given
      line.provenance =
        reading.provenance(row, .marketSize) ?? reading.provenance(row, .marketShare)
      if let place = reading.place(.marketSize), sales != nil {
        var source = SourceCells(scale: reading.factor(place))
        source.add(reading.numericCell(row, at: place))
        line.source = source
      }
      inputs.market.append(line)
    }
  }

  private func hasPeriods(_ reading: TableReading) -> Bool {
    reading.has(.period) || reading.has(.transactionDate)
  }

  private func marketPeriod(_ row: TableRow, _ reading: TableReading) -> CalendarPeriod? {
    let role: ColumnRole = reading.has(.period) ? .period : .transactionDate
    guard let value = reading.value(row, role) else { return nil }
    let header = TextFolding.key(reading.header(role))
    if case .date(let day) = value {
      return CalendarPeriod(Self.grain(ofHeader: header), around: day.month)
    }
    if let period = PeriodText.calendarPeriod(value.shown, year: yearOfPeriod) { return period }
    return Self.grain(ofHeader: header) == .month
      ? PeriodText.bareMonth(value.shown, year: yearOfPeriod) : nil
  }

  /// How long a period is that a date stands for, by its column's header.
  private static func grain(ofHeader header: String) -> PeriodGrain {
    if header.contains("quarter") || header.contains("季") { return .quarter }
    let isYear = header.contains("year") || header.contains("年")
    return isYear && !header.contains("month") && !header.contains("月") ? .year : .month
  }

  private func segment(_ row: TableRow, _ reading: TableReading) -> MarketLine.Segment? {
    if let region = reading.text(row, .region) { return MarketLine.Segment(.region, region) }
    return reading.text(row, .productName).map { MarketLine.Segment(.product, $0) }
  }

  private mutating func noteUnknownPeriod(_ row: TableRow, _ reading: TableReading) {
    let role: ColumnRole = reading.has(.period) ? .period : .transactionDate
    let sheet = reading.table.candidate.sheet.name
    log.count(
      IntakeFindings.unknownPeriod, group: sheet, at: reading.cell(row, role),
      typed: reading.value(row, role)?.shown ?? "", ["sheet": sheet])
  }

  /// Takes the settings that tell the size of the market, for the whole period or one of its own.
  mutating func takeMarketSettings() {
    for setting in settings.marketSizes {
      let period =
        setting.period.isEmpty
        ? nil : PeriodText.calendarPeriod(setting.period, year: yearOfPeriod)
      guard setting.period.isEmpty || period != nil else {
        log.add(
          IntakeFindings.badSetting, at: setting.place, typed: setting.period,
          ["setting": SettingName.marketSize.rawValue, "expected": "2026, 2026-Q1, 2026-03"])
        continue
      }
      var line = MarketLine(period: period, sales: setting.sales)
      line.provenance = setting.place.map { .cell($0) }
      if let place = setting.place, setting.isNumber {
        var source = SourceCells()
        source.add(place)
        line.source = source
      }
      inputs.market.append(line)
    }
  }
}

/// Shares of a market that a table gives, as fractions.
private struct MarketShares {
  private let reading: TableReading
  private let place: Int?
  /// Whether the figures are in percent: one is above 1.
  private let arePercent: Bool

  init(_ reading: TableReading) {
    self.reading = reading
    place = reading.place(.marketShare)
    arePercent =
      place.map { place in
        reading.rows.contains { row in
          if case .number(_, let number)? = row.values[place] { number > 1 } else { false }
        }
      } ?? false
  }

  func share(_ row: TableRow, log: inout FindingLog) -> Double? {
    guard let place, let value = row.values[place] else { return nil }
    // A text with a percent sign is a fraction already.
    if case .text(let text) = value, case .percent(let share) = AmountText.read(text) {
      return share.doubleValue
    }
    let figure = reading.figure(row, at: place, log: &log)
    return figure.flatMap { arePercent ? $0.divided(by: 100) : $0 }?.doubleValue
  }
}
