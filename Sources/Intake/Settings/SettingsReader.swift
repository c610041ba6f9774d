import CostingCore
import FinanceModel
import WorkbookReading

/// Reads settings; what is wrong with one is a finding, and the default stays.
struct SettingsReader {
  private(set) var settings = WorkbookSettings()
  private let sheets: [String]

  /// - Parameter sheets: the workbook's sheet names, for mappings.
  init(sheets: [String]) {
    self.sheets = sheets
  }

  mutating func take(_ entry: SettingEntry, log: inout FindingLog) {
    guard let (name, subject) = SettingName.parse(entry.name) else {
      noteUnknown(entry, &log)
      return
    }
    if TextFolding.trimmed(entry.value.shown).isEmpty { return }
    if let expected = apply(name, subject, entry, &log) {
      log.add(
        IntakeFindings.badSetting, at: entry.place, typed: entry.value.shown,
        ["setting": entry.name, "expected": expected])
      return
    }
    let ending = subject.isEmpty ? "" : " \(subject)"
    record(
      entry,
      as: LocalizedText(english: name.rawValue + ending, chinese: name.chinese + ending))
  }

  private mutating func record(_ entry: SettingEntry, as title: LocalizedText) {
    settings.costing.asRead.removeAll { $0.name == title.english }
    settings.costing.asRead.append(
      CostingSettings.Entry(
        name: title.english, title: title, value: entry.value.shown,
        provenance: entry.place.map { .cell($0) }))
  }

  private func noteUnknown(_ entry: SettingEntry, _ log: inout FindingLog) {
    let nearest = EditDistance.nearest(to: entry.name, among: SettingName.known)
    let isChinese = entry.name.unicodeScalars.contains(where: TextFolding.isHan)
    let suggestion = nearest.map { isChinese ? "是否指“\($0)”？" : "Did you mean \"\($0)\"?" }
    log.add(
      IntakeFindings.unknownSetting, at: entry.namePlace, typed: entry.name,
      ["suggestion": suggestion ?? (isChinese ? "没有相近的设置名。" : "No setting has a name like it.")])
  }

  /// Applies a setting; returns what it takes where the value is none such.
  private mutating func apply(
    _ name: SettingName, _ subject: String, _ entry: SettingEntry, _ log: inout FindingLog
  ) -> String? {
    let value = entry.value
    switch name {
    case .company: settings.company = value.shown
    case .currency: return set(\.currency, CurrencyCode.of(value.shown), "USD, CNY, EUR …")
    case .unit: return set(\.unit, UnitScale(note: value.shown), "元, 万元, USD 000 …")
    case .periodStart: return set(\.periodStart, day(value), "2026-01-31")
    case .periodEnd: return set(\.periodEnd, day(value, isEnd: true), "2026-01-31")
    case .language: return set(\.language, language(value), "zh / en")
    case .discountRate: return set(\.costing.discountRate, share(value), "0.1 / 10 %")
    case .retentionRate: return set(\.costing.retentionRate, share(value), "0.8 / 80 %")
    case .horizon: return set(\.costing.horizon, number(value)?.doubleValue, "5")
    case .rounding: return set(\.costing.rounding, rounding(value), "0.01")
    case .vipThreshold: return set(\.costing.vipThreshold, number(value), "50000")
    case .inactiveDays:
      return set(\.costing.inactiveDays, number(value).flatMap { whole($0) }, "180")
    case .vipShare: return set(\.costing.vipShare, share(value), "0.2 / 20 %")
    case .potentialFloor: return set(\.costing.potentialFloor, number(value), "1000")
    case .daysInYear: return set(\.costing.daysInYear, number(value)?.doubleValue, "365")
    case .serviceDepartmentMethod:
      return set(
        \.costing.serviceDepartmentMethod, FinanceWords.serviceMethod(value.shown),
        "direct, step-down, reciprocal / 直接分配法, 阶梯分配法, 交互分配法")
    case .stepDownOrder: settings.costing.stepDownOrder = list(value.shown)
    case .abcLines: return setLines(value)
    case .ageingRate: return setAgeing(subject, value)
    case .valueToCostFloor, .paybackCeiling, .marginDropPoints, .overdueShareCeiling,
      .churnCeiling, .concentrationCeiling, .budgetOverrunShare, .budgetOverrunFloor, .visitDays,
      .financingRate, .clusters, .forecastMonths, .referralMonths, .engagementWeight,
      .responseTarget:
      return applyAnalysis(name, subject, value)
    case .marketSize: return setMarketSize(subject, entry)
    case .table: mapTable(subject, entry, &log)
    case .column: mapColumn(subject, entry, &log)
    }
    return nil
  }

  private mutating func set<Value>(
    _ path: WritableKeyPath<WorkbookSettings, Value?>, _ value: Value?, _ expected: String
  ) -> String? {
    guard let value else { return expected }
    settings[keyPath: path] = value
    return nil
  }

  private mutating func set<Value>(
    _ path: WritableKeyPath<WorkbookSettings, Value>, _ value: Value?, _ expected: String
  ) -> String? {
    guard let value else { return expected }
    settings[keyPath: path] = value
    return nil
  }

  /// Applies a setting of the analyses; returns what it takes where the value is none such.
  private mutating func applyAnalysis(
    _ name: SettingName, _ subject: String, _ value: CellValue
  ) -> String? {
    let figure = number(value).flatMap { $0.isNegative ? nil : $0 }
    let count = figure.flatMap { whole($0) }.flatMap { $0 > 0 ? $0 : nil }
    switch name {
    case .valueToCostFloor:
      return set(\.costing.analysis.valueToCostFloor, figure?.doubleValue, "3")
    case .paybackCeiling:
      return set(\.costing.analysis.paybackCeiling, figure?.doubleValue, "12")
    case .marginDropPoints:
      return set(\.costing.analysis.marginDropPoints, figure?.doubleValue, "5")
    case .overdueShareCeiling:
      return set(\.costing.analysis.overdueShareCeiling, share(value), "0.2 / 20 %")
    case .churnCeiling:
      return set(\.costing.analysis.churnCeiling, share(value), "0.15 / 15 %")
    case .concentrationCeiling:
      return set(\.costing.analysis.concentrationCeiling, share(value), "0.3 / 30 %")
    case .budgetOverrunShare:
      return set(\.costing.varianceAlertShare, share(value), "0.1 / 10 %")
    case .budgetOverrunFloor: return set(\.costing.varianceAlertFloor, figure, "10000")
    case .financingRate:
      return set(\.costing.analysis.financingRate, share(value), "0.06 / 6 %")
    case .visitDays: return set(\.costing.analysis.visitDays, count, "90")
    case .clusters: return set(\.costing.analysis.clusters, count, "4")
    case .forecastMonths: return set(\.costing.analysis.forecastMonths, count, "12")
    case .referralMonths: return set(\.costing.analysis.referralMonths, count, "12")
    case .responseTarget:
      return set(\.costing.analysis.responseTargetHours, figure?.doubleValue, "24")
    case .engagementWeight:
      guard let weight = figure?.doubleValue else { return "2" }
      settings.costing.analysis.engagementWeights[subject] = weight
      return nil
    default: return nil
    }
  }

  private mutating func setLines(_ value: CellValue) -> String? {
    let lines = list(value.shown).compactMap { AmountText.value($0)?.doubleValue }
      .map { $0 > 1 ? $0 / 100 : $0 }
    guard lines.count == 2, lines[0] > 0, lines[0] <= lines[1], lines[1] <= 1 else {
      return "80, 95"
    }
    settings.costing.classALine = lines[0]
    settings.costing.classBLine = lines[1]
    return nil
  }

  private mutating func setAgeing(_ bucket: String, _ value: CellValue) -> String? {
    guard let rate = number(value)?.doubleValue, rate >= 0, rate <= 100 else { return "0.05 / 5 %" }
    settings.costing.ageingRates[bucket] = rate
    return nil
  }

  private mutating func setMarketSize(_ period: String, _ entry: SettingEntry) -> String? {
    guard let sales = number(entry.value), !sales.isNegative else { return "50000000" }
    settings.marketSizes.removeAll { $0.period == period }
    settings.marketSizes.append(
      .init(period: period, sales: sales, place: entry.place, isNumber: !entry.value.isText))
    return nil
  }

  // MARK: Mappings

  private mutating func mapTable(
    _ sheet: String, _ entry: SettingEntry, _ log: inout FindingLog
  ) {
    let key = TextFolding.key(sheet)
    let word = entry.value.shown
    guard sheets.contains(where: { TextFolding.key($0) == key }) else {
      noteMapping(sheet, entry, among: sheets, &log)
      return
    }
    if FinanceWords.isIgnore(word) {
      settings.tableRoles[key] = .some(nil)
    } else if let role = FinanceWords.tableRole(word) {
      settings.tableRoles[key] = role
    } else {
      noteMapping(word, entry, among: RecognisedTable.Role.allCases.map(\.rawValue), &log)
    }
  }

  private mutating func mapColumn(
    _ subject: String, _ entry: SettingEntry, _ log: inout FindingLog
  ) {
    let parts = subject.split(separator: "!", maxSplits: 1).map { String($0) }
    let sheet = parts.count == 2 ? TextFolding.key(parts[0]) : ""
    let header = TextFolding.key(parts.last ?? subject)
    let word = entry.value.shown
    guard sheet.isEmpty || sheets.contains(where: { TextFolding.key($0) == sheet }) else {
      noteMapping(parts[0], entry, among: sheets, &log)
      return
    }
    if FinanceWords.isIgnore(word) {
      settings.columns.append(.init(sheet: sheet, header: header, role: nil))
      return
    }
    let direct = ColumnRole(rawValue: word.lowercased().replacing(" ", with: "_"))
    guard let role = direct ?? Vocabulary.shared.candidates(for: HeaderText(word)).first?.role
    else {
      noteMapping(word, entry, among: ColumnRole.allCases.map(\.rawValue), &log)
      return
    }
    settings.columns.append(.init(sheet: sheet, header: header, role: role))
  }

  private func noteMapping(
    _ word: String, _ entry: SettingEntry, among known: [String], _ log: inout FindingLog
  ) {
    let nearest = EditDistance.nearest(to: word, among: known)
    log.add(
      IntakeFindings.unknownMapping, at: entry.namePlace,
      typed: "\(entry.name) = \(entry.value.shown)",
      ["suggestion": nearest.map { "→ \($0)?" } ?? "\(known.prefix(12).joined(separator: ", "))"])
  }

  // MARK: Values

  private func list(_ text: String) -> [String] {
    text.split { ",，;；、/|>".contains($0) }.map { TextFolding.trimmed(String($0)) }
      .filter { !$0.isEmpty }
  }

  private func number(_ value: CellValue) -> ExactDecimal? {
    switch value {
    case .number(let exact, _): exact
    case .text(let text): AmountText.value(text)
    case .date, .boolean, .error: nil
    }
  }

  private func share(_ value: CellValue) -> Double? {
    guard let share = number(value)?.doubleValue, share >= 0, share <= 100 else { return nil }
    return share > 1 ? share / 100 : share
  }

  private func rounding(_ value: CellValue) -> Amount? {
    number(value).flatMap { $0.isPositive ? $0 : nil }
  }

  private func whole(_ value: ExactDecimal) -> Int? { Int(value.description) }

  private func day(_ value: CellValue, isEnd: Bool = false) -> Day? {
    switch value {
    case .date(let day): return day
    case .text(let text):
      guard let read = DateText.read(text) else { return nil }
      return read.isMonth && isEnd ? read.day.month.lastDay : read.day
    case .number(let exact, let number):
      if let exact, let read = DateText.read(exact.description) { return read.day }
      return number >= 20_000 && number < 80_000 ? Day(serial: Int(number), system: .from1900) : nil
    case .boolean, .error: return nil
    }
  }

  private func language(_ value: CellValue) -> Language? {
    let key = TextFolding.key(value.shown)
    if ["zh", "zh-cn", "中文", "简体中文", "chinese", "cn"].contains(key) { return .chinese }
    if ["en", "en-us", "en-gb", "英文", "english", "英语"].contains(key) { return .english }
    return nil
  }
}
