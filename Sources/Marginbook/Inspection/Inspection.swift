import CostingCore
import FinanceModel
import Intake

/// How a workbook was understood: tables, columns, rows left out, findings, what is missing.
public struct Inspection: Sendable {
  public var study: Study
  /// Without its folder.
  public var fileName: String

  public init(_ study: Study, fileName: String) {
    self.study = study
    self.fileName = fileName
  }

  /// For a terminal, in the study's language.
  public func text() -> String {
    var lines = [headline]
    lines += section("Tables", "识别的表", tableLines)
    lines += section("Findings", "发现", findingLines)
    lines += section("What is missing", "缺少的数据", missingLines)
    lines += section(
      "Settings to paste into a sheet “Marginbook settings” (change what is wrong)",
      "可粘贴到“Marginbook 设置”表的设置（请修改有误之处）", settingLines)
    return lines.joined(separator: "\n")
  }

  func say(_ english: String, _ chinese: String) -> String {
    study.language == .chinese ? chinese : english
  }

  private func section(_ english: String, _ chinese: String, _ lines: [String]) -> [String] {
    lines.isEmpty ? [] : ["", say(english, chinese)] + lines
  }

  private var headline: String {
    let inputs = study.intake.inputs
    let count = inputs.customers.count { !$0.isUnassigned }
    let object =
      inputs.costObject.isCustomer
      ? say(count == 1 ? "customer" : "customers", "个客户")
      : "× \(inputs.costObject.name[study.language])"
    var parts = ["\(count) \(object)"]
    if let period = inputs.period { parts.append("\(period.start) – \(period.end)") }
    let revenue = study.results.totals.revenue.rounded(toMultipleOf: ExactDecimal("0.01") ?? 0)
    let money = [revenue.description, inputs.currency].compactMap(\.self).joined(separator: " ")
    parts.append(say("revenue \(money)", "收入 \(money)"))
    return "\(fileName): " + parts.joined(separator: say(", ", "，"))
  }

  // MARK: Tables

  private var tableLines: [String] { study.intake.tables.flatMap { lines(of: $0) } }

  private func lines(of table: RecognisedTable) -> [String] {
    let role = RoleNames.name(of: table.role, in: study.language)
    var head = "  \(table.sheet)!\(table.range.a1)  \(role)"
    if table.role != .other {
      head += say(
        ", \(percent(table.confidence)) sure, \(table.rowsUsed) rows used",
        "，把握 \(percent(table.confidence))，使用 \(table.rowsUsed) 行")
    }
    if table.unitFactor > 1 { head += " ×\(table.unitFactor)" }
    if table.isHidden { head += say(", hidden", "，隐藏") }
    let left = table.rowsLeftOut.map { out in
      let place = out.first.map { " (\($0.cell.a1))" } ?? ""
      let amount = out.amount.map { " = \($0)" } ?? ""
      let rows = say("\(out.rows) rows left out: ", "未计入 \(out.rows) 行：")
      return "      \(rows)\(out.reason[study.language])\(place)\(amount)"
    }
    return [head] + table.columns.filter { !$0.header.isEmpty }.map { line(of: $0, table) } + left
  }

  private func line(of column: RecognisedTable.Column, _ table: RecognisedTable) -> String {
    let place = CellAddress.letters(ofColumn: column.column)
    guard let role = column.role, table.role != .other else {
      let own = [RecognisedTable.Role.drivers, .interactions, .serviceDepartments]
      let note = own.contains(table.role) ? say("by its name", "按名称使用") : say("not used", "未使用")
      return "      \(place)  \(column.header)  → \(note)"
    }
    let name = RoleNames.name(ofColumn: role, in: study.language)
    return "      \(place)  \(column.header)  → \(name)  \(percent(column.confidence))"
  }

  private func percent(_ share: Double) -> String { "\(Int((share * 100).rounded())) %" }

  // MARK: Findings and what is missing

  private var findingLines: [String] {
    study.findings.flatMap { finding -> [String] in
      let sentences = finding.sentences(in: study.language)
      let place = finding.place.map { "\($0) – " } ?? ""
      return [
        "  [\(word(finding.severity))] \(place)\(sentences.what) (\(finding.code.id))",
        "      \(sentences.why) \(sentences.whatToDo)",
      ]
    }
  }

  private func word(_ severity: Finding.Severity) -> String {
    switch severity {
    case .error: say("error", "错误")
    case .warning: say("warning", "警告")
    case .note: say("note", "提示")
    }
  }

  private var missingLines: [String] {
    study.intake.missing.map { missing in
      let (add, gives) = (missing.whatToAdd[study.language], missing.whatItGives[study.language])
      return say("  \(add) to get \(gives).", "  \(add)，即可得到\(gives)。")
    }
  }

  // MARK: Settings

  /// Name and value, as a sheet or a file of settings takes them.
  var settingEntries: [(name: String, value: String)] {
    let inputs = study.intake.inputs
    var entries: [(String, String)] = []
    if let currency = inputs.currency { entries.append((say("Currency", "币种"), currency)) }
    if let period = inputs.period {
      entries.append((say("Period Start", "期间开始"), period.start.description))
      entries.append((say("Period End", "期间结束"), period.end.description))
    }
    for table in study.intake.tables {
      let role =
        table.role == .other
        ? say("ignore", "忽略") : RoleNames.name(of: table.role, in: study.language)
      entries.append((say("Table \(table.sheet)", "表 \(table.sheet)"), role))
      for column in table.columns where table.role != .other && column.confidence < 0.9 {
        guard let role = column.role else { continue }
        let subject = "\(table.sheet)!\(column.header)"
        entries.append((say("Column \(subject)", "列 \(subject)"), role))
      }
    }
    return entries
  }

  private var settingLines: [String] { settingEntries.map { "  \($0.name): \($0.value)" } }
}
