/// What a number format shows (ECMA-376 part 1, 18.8.31).
enum FormatClass: UInt8, Sendable {
  case number
  case date
  /// A date with fractions of a second.
  case dateWithFraction
  case time
  case timeWithFraction
  /// Elapsed time, `[h]:mm`.
  case duration

  /// Classifies a format code by its first section that shows anything.
  ///
  /// Quoted and escaped letters, padding, colours, conditions and currency tags mean nothing.
  init(code: String) {
    var scan = FormatScan()
    scan.read(Array(code.utf8))
    self = scan.result
  }
}

/// What was seen in a format code.
private struct FormatScan {
  private var hasDay = false
  private var hasTime = false
  private var hasElapsed = false
  private var hasMonthOrMinute = false
  private var hasFraction = false
  private var hasDigit = false
  /// Whether the last letter read was one of hours or seconds.
  private var lastWasHour = false
  private var lastWasSecond = false
  private var pendingMonth = false

  var result: FormatClass {
    if hasDay || hasMonthOrMinute { return hasFraction ? .dateWithFraction : .date }
    if hasElapsed { return .duration }
    if hasTime { return hasFraction ? .timeWithFraction : .time }
    return .number
  }

  mutating func read(_ code: [UInt8]) {
    var place = 0
    while place < code.count {
      let byte = code[place]
      switch byte {
      case UInt8(ascii: "\""):
        place = end(of: UInt8(ascii: "\""), in: code, from: place + 1)
      case UInt8(ascii: "\\"), UInt8(ascii: "_"), UInt8(ascii: "*"): place += 1
      case UInt8(ascii: "["):
        let close = end(of: UInt8(ascii: "]"), in: code, from: place + 1)
        readBrackets(code[min(place + 1, code.count)..<min(close, code.count)])
        place = close
      case UInt8(ascii: ";"):
        settleMonth()
        if isSettled { return }
      default: place += readLetters(code[place...])
      }
      place += 1
    }
    settleMonth()
  }

  /// Whether the sections so far say what the format shows.
  private var isSettled: Bool { hasDigit || hasDay || hasTime || hasElapsed || hasMonthOrMinute }

  private func end(of byte: UInt8, in code: [UInt8], from start: Int) -> Int {
    var place = start
    while place < code.count, code[place] != byte { place += 1 }
    return place
  }

  /// `[h]`, `[mm]`, `[ss]` are elapsed time; anything else in brackets is none of ours.
  private mutating func readBrackets(_ text: ArraySlice<UInt8>) {
    guard let first = text.first.map({ $0 | 0x20 }), text.allSatisfy({ $0 | 0x20 == first }),
      first == UInt8(ascii: "h") || first == UInt8(ascii: "m") || first == UInt8(ascii: "s")
    else { return }
    hasElapsed = true
    lastWasHour = true
  }

  /// Reads a run of one letter or a word; returns how many bytes beyond the first it took.
  private mutating func readLetters(_ text: ArraySlice<UInt8>) -> Int {
    guard let first = text.first else { return 0 }
    if starts(text, with: "general") {
      hasDigit = true
      return 6
    }
    if starts(text, with: "am/pm") { return time(4) }
    if starts(text, with: "a/p") { return time(2) }
    let run = text.prefix { $0 | 0x20 == first | 0x20 }.count
    switch first | 0x20 {
    case UInt8(ascii: "y"), UInt8(ascii: "d"): day()
    case UInt8(ascii: "g") where run <= 3, UInt8(ascii: "b") where run >= 2: day()
    case UInt8(ascii: "a") where run >= 3: day()
    case UInt8(ascii: "e"): return readE(text, run: run)
    case UInt8(ascii: "h"):
      settleMonth()
      hasTime = true
      lastWasHour = true
    case UInt8(ascii: "s"): second()
    case UInt8(ascii: "m"): monthOrMinute()
    default: return readOther(text)
    }
    return run - 1
  }

  private mutating func readOther(_ text: ArraySlice<UInt8>) -> Int {
    guard let first = text.first else { return 0 }
    switch first {
    case UInt8(ascii: "0"), UInt8(ascii: "#"), UInt8(ascii: "?"), UInt8(ascii: "@"):
      hasDigit = true
    case UInt8(ascii: ".") where lastWasSecond && text.dropFirst().first == UInt8(ascii: "0"):
      hasFraction = true
    default: break
    }
    return 0
  }

  /// `E+` and `E-` are exponents; a lone `e` is the year of an era.
  private mutating func readE(_ text: ArraySlice<UInt8>, run: Int) -> Int {
    let next = text.dropFirst().first
    if next == UInt8(ascii: "+") || next == UInt8(ascii: "-") {
      hasDigit = true
      return 1
    }
    day()
    return run - 1
  }

  private mutating func day() {
    settleMonth()
    hasDay = true
    lastWasHour = false
    lastWasSecond = false
  }

  private mutating func time(_ length: Int) -> Int {
    hasTime = true
    return length
  }

  private mutating func second() {
    pendingMonth = false
    hasTime = true
    lastWasSecond = true
    lastWasHour = false
  }

  /// After hours or before seconds `m` is minutes, else months.
  private mutating func monthOrMinute() {
    settleMonth()
    if lastWasHour {
      hasTime = true
      lastWasHour = false
    } else {
      pendingMonth = true
    }
  }

  private mutating func settleMonth() {
    if pendingMonth { hasMonthOrMinute = true }
    pendingMonth = false
  }

  private func starts(_ text: ArraySlice<UInt8>, with word: StaticString) -> Bool {
    let word = UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount)
    return text.count >= word.count
      && text.prefix(word.count).elementsEqual(word) { ($0 | 0x20) == ($1 | 0x20) }
  }
}
