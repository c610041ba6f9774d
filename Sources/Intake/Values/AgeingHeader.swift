import CostingCore

/// Reads ageing buckets from headers: `1-30 Days`, `>90 Days`, `91+`, `61-90天`, `未到期`, `1年以上`.
enum AgeingHeader {
  static func bucket(_ text: String, role: ColumnRole?) -> AgeingBucket? {
    let key = TextFolding.key(text)
    let numbers = numbers(in: key)
    let unit =
      key.contains("年") || key.contains("year")
      ? 365 : key.contains("月") || key.contains("month") ? 30 : 1
    if numbers.count >= 2, numbers[0] < numbers[1], isSpan(key) {
      let from = unit == 1 ? numbers[0] : numbers[0] * unit + 1
      return AgeingBucket(label: text, from: from, through: numbers[1] * unit)
    }
    if let number = numbers.first, numbers.count == 1 {
      if isOpen(key) {
        let start = number * unit
        return AgeingBucket(
          label: text, from: start % 10 == 0 || unit > 1 ? start + 1 : start, through: nil)
      }
      if key.contains("以内") || key.contains("within") || key.hasPrefix("<") {
        return AgeingBucket(
          label: text, from: role == .agingCurrent ? 0 : 1, through: number * unit)
      }
    }
    return standard(text, role)
  }

  private static func standard(_ text: String, _ role: ColumnRole?) -> AgeingBucket? {
    switch role {
    case .agingCurrent: AgeingBucket(label: text, from: 0, through: 0)
    case .aging1to30: AgeingBucket(label: text, from: 1, through: 30)
    case .aging31to60: AgeingBucket(label: text, from: 31, through: 60)
    case .aging61to90: AgeingBucket(label: text, from: 61, through: 90)
    case .agingOver90: AgeingBucket(label: text, from: 91, through: nil)
    default: nil
    }
  }

  private static func isSpan(_ key: String) -> Bool {
    let words = ["天", "日", "day", "月", "年", "month", "year", "past", "逾期", "overdue"]
    let isBare = key.allSatisfy { $0.isNumber || "-~至到to".contains($0) }
    return
      (key.contains("-") || key.contains("~") || key.contains("至") || key.contains("to")
      || key.contains("到"))
      && (isBare || words.contains { key.contains($0) })
  }

  private static func isOpen(_ key: String) -> Bool {
    key.hasPrefix(">") || key.hasPrefix("over") || key.contains("以上") || key.contains("+")
      || key.contains("morethan") || key.contains("超过")
  }

  private static func numbers(in key: String) -> [Int] {
    key.split { !("0"..."9").contains($0) }.compactMap { $0.utf8.count <= 4 ? Int($0) : nil }
  }
}
