import CostingCore
import FinanceModel
import Intake
import Marginbook

/// What `convert` says when it is done.
enum Summary {
  /// A handful of lines for a person, in the workbook's language.
  static func text(of conversion: Conversion, input: String) -> String {
    let language = conversion.language
    var lines = ["\(input) → \(conversion.output)"]
    func add(_ english: String, _ chinese: String, _ value: String) {
      lines.append("  \(language == .chinese ? chinese : english): \(value)")
    }
    if let period = conversion.results.period {
      add("Period", "期间", "\(period.start) – \(period.end)")
    }
    lines += figureLines(of: conversion)
    add("Sheets", "工作表", conversion.sheets.joined(separator: language == .chinese ? "、" : ", "))
    lines += findingLines(conversion.findings, in: language)
    return lines.joined(separator: "\n")
  }

  /// Customers and margins; nothing where the workbook has no customers.
  private static func figureLines(of conversion: Conversion) -> [String] {
    guard !conversion.results.customers.isEmpty else { return [] }
    let isChinese = conversion.language == .chinese
    let totals = conversion.results.totals
    let currency = conversion.results.currency.map { " \($0)" } ?? ""
    var figures = [("Net revenue", "净收入", totals.revenue)]
    if conversion.results.rankingBasis == .netMargin {
      figures += [
        ("Direct cost", "直接成本", totals.directCost),
        ("Cost-to-serve", "服务成本", totals.costToServe),
        ("Overhead", "管理费用分摊", totals.overhead), ("Net margin", "净利润", totals.netMargin),
        ("Not allocated", "未分摊", totals.unallocated + totals.unusedCapacity),
      ]
    }
    let isCustomer = conversion.intake.inputs.costObject.isCustomer
    let counted =
      isChinese
      ? isCustomer ? "客户数" : "成本对象数" : isCustomer ? "Customers" : "Cost objects"
    return ["  \(counted): \(conversion.results.ranking.count)"]
      + figures.map { english, chinese, amount in
        "  \(isChinese ? chinese : english): \(money(amount))\(currency)"
      }
  }

  /// One JSON object on one line, for programs.
  static func json(of conversion: Conversion, input: String) -> String {
    var writer = JSONWriter()
    writer.object {
      $0.member("input", input)
      $0.member("output", conversion.output)
      $0.member("language", conversion.language.rawValue)
      $0.member("customers", conversion.results.ranking.count)
      $0.member("revenue", conversion.results.totals.revenue)
      $0.member("netMargin", conversion.results.totals.netMargin)
      $0.array("sheets", conversion.sheets) { $0.value($1) }
      $0.array("findings", conversion.findings) { $0.finding($1, in: conversion.language) }
    }
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  /// `Drivers!D14 – … (INTAKE-031)`.
  static func line(of finding: Finding, in language: Language) -> String {
    let place = finding.place.map { "\($0) – " } ?? ""
    let sentences = finding.sentences(in: language)
    return "\(place)\(sentences.what) \(sentences.whatToDo) (\(finding.code.id))"
  }

  private static let shownFindings = 5

  private static func findingLines(_ findings: [Finding], in language: Language) -> [String] {
    let serious = findings.filter { $0.severity != .note }
    let notes = findings.count - serious.count
    var lines = [
      language == .chinese
        ? "  数据质量: \(serious.count) 项需要查看，\(notes) 项说明"
        : "  Data quality: \(serious.count) to look at, \(notes) notes"
    ]
    lines += serious.prefix(shownFindings).map { "    " + line(of: $0, in: language) }
    if serious.count > shownFindings {
      lines.append(
        language == .chinese
          ? "    …其余见“数据质量”工作表" : "    … the rest is on the Data quality sheet")
    }
    return lines
  }

  /// Two decimals, thousands apart.
  static func money(_ amount: Amount) -> String {
    let cents = amount.rounded(toMultipleOf: Amount("0.01") ?? .one)
    let parts = cents.magnitude.description.split(separator: ".")
    var grouped = ""
    for (place, digit) in (parts.first ?? "0").reversed().enumerated() {
      if place > 0, place % 3 == 0 { grouped.append(",") }
      grouped.append(digit)
    }
    let fraction = parts.count > 1 ? String(parts[1]) : ""
    let padded = fraction + String(repeating: "0", count: max(0, 2 - fraction.count))
    return (cents.isNegative ? "-" : "") + String(grouped.reversed()) + "." + padded
  }
}
