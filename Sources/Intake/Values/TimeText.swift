/// Reads times of day as people and systems write them: `9:30`, `14:05:10`, `2:30 PM`, `下午2:30`.
enum TimeText {
  /// Seconds after midnight of the first time in the text; nil where there is none.
  static func secondOfDay(in text: String) -> Int? {
    let folded = TextFolding.folded(text).lowercased()
    guard let colon = folded.firstIndex(of: ":") else { return nil }
    let hourDigits = folded[..<colon].reversed().prefix { $0.isASCII && $0.isNumber }.reversed()
    let rest = folded[folded.index(after: colon)...]
    let numbers = rest.prefix { ($0.isASCII && $0.isNumber) || $0 == ":" }.split(separator: ":")
    guard var hour = Int(String(hourDigits)), hour < 24,
      let minute = numbers.first.flatMap({ Int($0) }),
      minute < 60
    else { return nil }
    let second = numbers.count > 1 ? Int(numbers[1]) ?? 0 : 0
    guard second < 60 else { return nil }
    let isAfternoon = folded.hasSuffix("pm") || folded.contains("下午") || folded.contains("晚上")
    let isMorning = folded.hasSuffix("am") || folded.contains("上午") || folded.contains("凌晨")
    if isAfternoon, hour < 12 { hour += 12 }
    if isMorning, hour == 12 { hour = 0 }
    return hour * 3600 + minute * 60 + second
  }
}
