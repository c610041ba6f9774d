/// The unit that money is written in: what figures are multiplied by, and the currency it names.
struct UnitScale: Hashable {
  /// Currency units in one: 10,000 for 万元.
  var factor: Int
  /// ISO 4217, where the note names a currency.
  var currency: String?
  /// As the workbook writes it.
  var label: String

  /// Whether a bracket's content names a unit, a currency or a percentage rather than a kind.
  static func isUnitNote(_ content: String) -> Bool {
    let key = TextFolding.key(content)
    if measures.contains(key) || key.isEmpty { return true }
    return UnitScale(note: content) != nil
  }

  private static let measures: Set<String> = [
    "%", "pct", "percent", "天", "日", "days", "day", "小时", "hours", "hrs", "h", "分钟", "minutes",
    "min", "mins", "件", "个", "次", "pcs", "units", "km", "公里", "kg", "吨", "年", "years", "1-5",
    "0-10",
  ]

  /// The unit that a short note such as `万元`, `USD 000`, `in thousands` names; nil where it names
  /// none.
  init?(note: String) {
    let key = TextFolding.key(note)
    guard !key.isEmpty, key.unicodeScalars.count <= 24 else { return nil }
    let currency = CurrencyCode.named(in: note)
    guard let factor = UnitScale.factor(ofKey: key, hasCurrency: currency != nil) else {
      return nil
    }
    self.factor = factor
    self.currency = currency
    label = TextFolding.trimmed(note)
  }

  /// What the note multiplies by; 1 for a bare currency.
  private static func factor(ofKey key: String, hasCurrency: Bool) -> Int? {
    var rest = key
    for word in [
      "人民币", "rmb", "cny", "usd", "eur", "gbp", "hkd", "jpy", "us$", "hk$", "amounts", "in", "$",
      "¥", "€", "£", "of", "美元", "港元", "欧元", "英镑", "日元", "figures", "are", "金额", "all", "₪", ":",
      "'",
      "’", ".",
      ",", "-", "单位",
    ] where TextFolding.holds(word, in: rest) && (word != "in" || rest.hasPrefix("in")) {
      rest = rest.replacing(word, with: "")
    }
    if rest.isEmpty { return hasCurrency ? 1 : nil }
    return factors[rest]
  }

  private static let factors: [String: Int] = [
    "元": 1, "圆": 1, "units": 1, "1": 1,
    "千元": 1000, "千": 1000, "000": 1000, "000s": 1000, "k": 1000, "thousand": 1000,
    "thousands": 1000, "th": 1000, "tsd": 1000,
    "万元": 10_000, "万": 10_000, "10k": 10_000, "萬元": 10_000,
    "十万元": 100_000, "十万": 100_000,
    "百万元": 1_000_000, "百万": 1_000_000, "million": 1_000_000, "millions": 1_000_000,
    "mn": 1_000_000, "mm": 1_000_000, "m": 1_000_000, "mio": 1_000_000,
    "千万元": 10_000_000, "千万": 10_000_000,
    "亿元": 100_000_000, "亿": 100_000_000, "100million": 100_000_000,
    "十亿元": 1_000_000_000, "billion": 1_000_000_000, "billions": 1_000_000_000,
    "bn": 1_000_000_000,
    "אלפי": 1000, "אלפיש\"ח": 1000, "אלש\"ח": 1000, "מיליוני": 1_000_000, "מיליוניש\"ח": 1_000_000,
    "מלש\"ח": 1_000_000, "ש\"ח": 1, "الف": 1000, "بالالاف": 1000, "مليون": 1_000_000,
    "بالمليون": 1_000_000,
  ]

  /// The unit that a title or note above a table names, such as `编制单位：某某公司    单位：万元` or
  /// `Profit by customer (USD in thousands)`.
  init?(title: String) {
    let folded = TextFolding.folded(title)
    for note in UnitScale.notes(in: folded) {
      if let scale = UnitScale(note: note) {
        self = scale
        return
      }
    }
    return nil
  }

  /// The pieces of a title that may be a unit: after `单位:`, in brackets, after `in`.
  private static func notes(in title: String) -> [String] {
    var notes: [String] = []
    for range in title.ranges(of: "单位").reversed() where !title[..<range.lowerBound].hasSuffix("编制")
    {
      let rest = title[range.upperBound...].drop { $0 == ":" || $0 == " " }
      notes.append(String(rest.prefix { $0 != " " && $0 != ")" && $0 != "," && $0 != ";" }))
    }
    for part in title.split(separator: "(").dropFirst() {
      notes.append(String(part.prefix { $0 != ")" }))
    }
    let lower = title.lowercased()
    for word in ["thousands", "thousand", "millions", "million", "billions", "'000", "000s"]
    where TextFolding.holds("in \(word)", in: lower) || lower.hasSuffix(word) {
      let currency = CurrencyCode.named(in: title) ?? ""
      notes.append("\(currency) \(word)")
    }
    if let range = lower.firstRange(of: "amounts in ") {
      notes.append(String(lower[range.upperBound...]))
    }
    return notes
  }
}

/// Names and signs of currencies.
enum CurrencyCode {
  /// The ISO 4217 code that the text names; nil where it names none.
  static func named(in text: String) -> String? {
    let key = TextFolding.key(text)
    return signs.first { TextFolding.holds($0.sign, in: key) }?.code
  }

  /// The code that the whole text is: `usd`, `人民币`, `¥`.
  static func of(_ text: String) -> String? {
    let key = TextFolding.key(text)
    if let sign = signs.first(where: { $0.sign == key }) { return sign.code }
    let isCode = key.utf8.count == 3 && key.utf8.allSatisfy { (0x61...0x7A).contains($0) }
    return isCode ? key.uppercased() : nil
  }

  /// Longest first, so that `HK$` is found before `$`.
  private static let signs: [(sign: String, code: String)] = [
    ("人民币元", "CNY"), ("人民币", "CNY"), ("rmb", "CNY"), ("cny", "CNY"),
    ("us$", "USD"), ("usd", "USD"), ("美元", "USD"), ("美金", "USD"),
    ("hk$", "HKD"), ("hkd", "HKD"), ("港元", "HKD"), ("港币", "HKD"),
    ("eur", "EUR"), ("欧元", "EUR"), ("€", "EUR"), ("gbp", "GBP"), ("英镑", "GBP"), ("£", "GBP"),
    ("jpy", "JPY"), ("日元", "JPY"), ("aud", "AUD"), ("cad", "CAD"), ("chf", "CHF"),
    ("sgd", "SGD"), ("twd", "TWD"), ("nt$", "TWD"), ("inr", "INR"), ("krw", "KRW"),
    ("₪", "ILS"), ("ש\"ח", "ILS"), ("ils", "ILS"), ("sar", "SAR"), ("ريال", "SAR"),
    ("aed", "AED"), ("درهم", "AED"), ("egp", "EGP"), ("جنيه", "EGP"),
    ("¥", "CNY"), ("$", "USD"),
  ]
}
