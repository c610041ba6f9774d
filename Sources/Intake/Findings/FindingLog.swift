import FinanceModel

/// Collects findings; the same thing in one column is one finding with a count.
struct FindingLog {
  private(set) var findings: [Finding] = []
  private var places: [String: Int] = [:]

  /// Notes a finding of its own.
  mutating func add(
    _ code: FindingCode, at place: SheetCell? = nil, typed: String? = nil,
    _ values: [String: String] = [:], count: Int = 1
  ) {
    findings.append(Finding(code, at: place, typed: typed, values: values, count: count))
  }

  /// Notes one more of what happens cell by cell; `group` tells what is counted together.
  mutating func count(
    _ code: FindingCode, group: String, at place: SheetCell?, typed: String? = nil,
    _ values: [String: String] = [:]
  ) {
    let key = "\(code.id)\u{1}\(group)"
    if let index = places[key] {
      findings[index].count += 1
    } else {
      places[key] = findings.count
      add(code, at: place, typed: typed, values)
    }
  }

  /// The findings in the workbook's order: by sheet, row, column; those without a cell last.
  func sorted(bySheets sheets: [String]) -> [Finding] {
    let order = Dictionary(
      sheets.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    func key(_ finding: Finding) -> (Int, Int, Int, String) {
      guard let place = finding.place else { return (Int.max, 0, 0, finding.code.id) }
      return (
        order[place.sheet] ?? Int.max - 1, place.cell.row, place.cell.column, finding.code.id
      )
    }
    return findings.enumerated().sorted { left, right in
      let (first, second) = (key(left.element), key(right.element))
      return first == second ? left.offset < right.offset : first < second
    }.map(\.element)
  }
}

extension FindingCode {
  /// A finding of intake in both languages: what, why, what to do.
  static func intake(
    _ number: String, _ severity: Finding.Severity,
    en: (what: String, why: String, whatToDo: String),
    zh: (what: String, why: String, whatToDo: String)
  ) -> FindingCode {
    FindingCode(
      "INTAKE-\(number)", severity,
      what: LocalizedText(english: en.what, chinese: zh.what),
      why: LocalizedText(english: en.why, chinese: zh.why),
      whatToDo: LocalizedText(english: en.whatToDo, chinese: zh.whatToDo))
  }
}
