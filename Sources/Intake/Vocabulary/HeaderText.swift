/// A header reduced to what it is recognised by: words, and the unit it names.
///
/// `Net Sales (USD 000)` becomes the words `net sales` and the note `usd 000`; `InvoiceNo` becomes
/// `invoice no`; `订单行数(投诉)` keeps its bracket, since that is no unit.
struct HeaderText: Hashable {
  /// Lower-case words; a run of Han characters is one word.
  var words: [String]
  /// The words run together, digits kept apart.
  var key: String
  /// What stood in brackets where that names a unit, a currency or a percentage.
  var unitNotes: [String] = []

  init(_ text: some StringProtocol) {
    let (outside, notes) = HeaderText.withoutUnits(TextFolding.folded(text))
    words = HeaderText.words(of: outside)
    key = HeaderText.joined(words)
    unitNotes = notes
  }

  /// The text without brackets that hold a unit, and what those held.
  private static func withoutUnits(_ text: String) -> (String, [String]) {
    guard text.utf8.contains(where: { $0 == UInt8(ascii: "(") || $0 == UInt8(ascii: "[") }) else {
      return (text, [])
    }
    var outside = ""
    var inside = ""
    var notes: [String] = []
    var depth = 0
    for character in text {
      if character == "(" || character == "[" {
        depth += 1
        inside.append(character)
      } else if depth > 0, character == ")" || character == "]" {
        depth -= 1
        inside.append(character)
        guard depth == 0 else { continue }
        let content = String(inside.dropFirst().dropLast())
        if UnitScale.isUnitNote(content) { notes.append(content) } else { outside += inside }
        inside = ""
      } else if depth > 0 {
        inside.append(character)
      } else {
        outside.append(character)
      }
    }
    return (outside + inside, notes)
  }

  /// Words split at blanks, punctuation, script changes and the humps of `InvoiceNo`.
  private static func words(of text: String) -> [String] {
    var words: [String] = []
    var start = text.startIndex
    var last: CharacterClass = .other
    func finish(before end: String.Index) {
      if start < end {
        // Han characters, which know no case, stand apart from all others.
        let word = text[start..<end]
        words.append(last == .han ? String(word) : normalised(TextFolding.lowercased(word)))
      }
      start = end
    }
    let scalars = text.unicodeScalars
    var index = scalars.startIndex
    var kind = scalars.first.map { CharacterClass($0) } ?? .other
    while index < scalars.endIndex {
      let after = scalars.index(after: index)
      let next = after < scalars.endIndex ? CharacterClass(scalars[after]) : .other
      if kind == .other || kind.breaks(after: last, before: next) { finish(before: index) }
      if kind == .other {
        if let symbol = symbolWord(scalars[index]) { words.append(symbol) }
        start = after
      }
      (last, kind, index) = (kind, next, after)
    }
    finish(before: text.endIndex)
    return words
  }

  private static func symbolWord(_ scalar: Unicode.Scalar) -> String? {
    switch scalar {
    case "%": "pct"
    case "#": "no"
    case "&": "and"
    case ">": "over"
    case "+": "plus"
    default: nil
    }
  }

  private static func normalised(_ word: String) -> String {
    guard let first = word.utf8.first, "acnplq".utf8.contains(first) else { return word }
    return switch word {
    case "number", "num", "nr", "nbr", "numb": "no"
    case "percentage", "percent": "pct"
    case "customers'", "cust", "customer's": "customer"
    case "amt": "amount"
    case "qty", "qnty": "quantity"
    case "labour": "labor"
    default: word
    }
  }

  private static func joined(_ words: [String]) -> String {
    guard var key = words.first else { return "" }
    for word in words.dropFirst() {
      if startsInNumber(word), key.last?.isNumber == true { key += "-" }
      key += word
    }
    return key
  }

  private static func startsInNumber(_ word: String) -> Bool {
    guard let first = word.utf8.first, first < 0x80 else { return word.first?.isNumber == true }
    return (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(first)
  }

  /// What decides where one word ends and the next begins.
  private enum CharacterClass {
    case lower, upper, digit, han, other

    init(_ scalar: Unicode.Scalar) {
      if scalar.isASCII {
        self = Self.ofASCII(scalar)
      } else if TextFolding.isHan(scalar) {
        self = .han
      } else if scalar.properties.numericType != nil {
        self = .digit
      } else if scalar.properties.isUppercase {
        self = .upper
      } else if scalar.properties.isAlphabetic {
        self = .lower
      } else {
        self = .other
      }
    }

    private static func ofASCII(_ scalar: Unicode.Scalar) -> CharacterClass {
      switch scalar {
      case "a"..."z": .lower
      case "A"..."Z": .upper
      case "0"..."9": .digit
      default: .other
      }
    }

    /// Whether a word starts at this character.
    func breaks(after last: CharacterClass, before next: CharacterClass) -> Bool {
      switch (last, self) {
      case (.lower, .upper): true
      case (.upper, .upper): next == .lower
      case (.han, .han), (.digit, .digit), (.lower, .lower), (.upper, .lower): false
      default: true
      }
    }
  }
}
