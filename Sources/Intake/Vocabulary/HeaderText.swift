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
    var words: [String] = []
    (key, unitNotes) = HeaderText.appendWords(of: text, to: &words)
    self.words = words
  }

  /// Appends a header's words; gives its key and what its brackets say of the unit.
  static func appendWords(
    of text: some StringProtocol, to words: inout [String]
  ) -> (key: String, unitNotes: [String]) {
    var (outside, notes) = withoutUnits(TextFolding.folded(text))
    let start = words.count
    outside.withUTF8 { appendWords(ofUTF8: $0, to: &words) }
    return (joined(words[start...]), notes)
  }

  /// The text without brackets that hold a unit, and what those held.
  private static func withoutUnits(_ text: String) -> (String, [String]) {
    let mayHoldUnit = TextFolding.hasByte(in: text) {
      $0 == UInt8(ascii: "(") || $0 == UInt8(ascii: "[")
    }
    guard mayHoldUnit else { return (text, []) }
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
  private static func appendWords(
    ofUTF8 bytes: UnsafeBufferPointer<UInt8>, to words: inout [String]
  ) {
    var start = 0
    var last: CharacterClass = .other
    func finish(before end: Int) {
      if start < end {
        let word = bytes[start..<end]
        // Han characters, which know no case, stand apart from all others.
        words.append(
          last == .han
            ? String(decoding: word, as: UTF8.self) : normalised(TextFolding.lowercased(word)))
      }
      start = end
    }
    var index = 0
    var current = CharacterAt(0, in: bytes)
    while index < bytes.count {
      let after = index + current.length
      let next = CharacterAt(after, in: bytes)
      if current.kind == .other || current.kind.breaks(after: last, before: next.kind) {
        finish(before: index)
      }
      if current.kind == .other {
        if let symbol = symbolWord(bytes[index]) { words.append(symbol) }
        start = after
      }
      (last, current, index) = (current.kind, next, after)
    }
    finish(before: bytes.count)
  }

  /// A character of a text by its first byte; beyond the end, one that is part of no word.
  private struct CharacterAt {
    var kind: CharacterClass
    /// In bytes.
    var length: Int

    init(_ start: Int, in bytes: UnsafeBufferPointer<UInt8>) {
      guard start < bytes.count else {
        (kind, length) = (.other, 0)
        return
      }
      let lead = bytes[start]
      if lead < 0x80 {
        (kind, length) = (CharacterClass(ascii: lead), 1)
        return
      }
      length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
      var value = UInt32(lead) & (0x7F >> UInt32(length))
      for place in start + 1..<min(start + length, bytes.count) {
        value = value << 6 | UInt32(bytes[place] & 0x3F)
      }
      kind = Unicode.Scalar(value).map { CharacterClass($0) } ?? .other
    }
  }

  private static func symbolWord(_ byte: UInt8) -> String? {
    switch byte {
    case UInt8(ascii: "%"): "pct"
    case UInt8(ascii: "#"): "no"
    case UInt8(ascii: "&"): "and"
    case UInt8(ascii: ">"): "over"
    case UInt8(ascii: "+"): "plus"
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

  private static func joined(_ words: ArraySlice<String>) -> String {
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

    /// - Parameter scalar: one beyond ASCII.
    init(_ scalar: Unicode.Scalar) {
      if TextFolding.isHan(scalar) {
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

    init(ascii byte: UInt8) {
      self =
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"): .lower
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): .upper
        case UInt8(ascii: "0")...UInt8(ascii: "9"): .digit
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
