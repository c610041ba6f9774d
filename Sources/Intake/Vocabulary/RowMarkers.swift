/// Words that tell totals, carried-forward balances and notes from data.
enum RowMarkers {
  enum Kind: UInt8, Hashable {
    case none
    /// The text is nothing but a word for a total.
    case total
    /// The text starts or ends with a word for a total: `华东小计`, `Total North`.
    case likelyTotal
    /// An opening or carried-forward balance.
    case carriedForward
    /// A signature, a source, a page number.
    case note
  }

  static func kind(of text: String) -> Kind {
    guard text.utf8.count <= 80, mayMark(text) else { return .none }
    let key = trimmedKey(text)
    guard !key.isEmpty else { return .none }
    if totals.contains(key) { return .total }
    if carried.contains(key) { return .carriedForward }
    if endsLikeTotal(key) || startsLikeTotal(text, key) { return .likelyTotal }
    if let first = key.utf8.first, let notes = notes[first],
      notes.contains(where: { key.utf8.starts(with: $0.utf8) && isWhole($0, at: text) })
    {
      return .note
    }
    return .none
  }

  /// Whether the text may be a marker, as far as three letters at its start and one at its end tell:
  /// most ids and names are told apart by them. Any text that begins or ends beyond ASCII may be one.
  private static func mayMark(_ text: String) -> Bool {
    var (start, count, last) = (UInt32(0), 0, UInt8(0))
    for byte in text.utf8 {
      guard byte > 0x20 else { continue }
      let letter = (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
      if count < startLength {
        guard byte < 0x7F else { return true }
        start = start << 8 | UInt32(letter)
      }
      if !isTrailing(letter) { last = letter }
      count += 1
    }
    return count < startLength || last == UInt8(ascii: "l") || last >= 0x7F
      || starts.contains(start)
  }

  /// In bytes; no marker that is ASCII is shorter.
  private static let startLength = 3

  /// The first bytes of every marker that is ASCII.
  private static let starts: Set<UInt32> = {
    let markers = Array(totals) + Array(carried) + notes.values.joined() + englishStarts
    return Set(
      markers.filter { $0.utf8.count >= startLength }
        .map { $0.utf8.prefix(startLength).reduce(0) { $0 << 8 | UInt32($1) } })
  }()

  /// Whether a note's word ends where a word of the text ends: `Note 1`, not `Notebook World`.
  private static func isWhole(_ note: String, at text: String) -> Bool {
    guard note.utf8.allSatisfy({ $0 < 0x80 }) else { return true }
    var letters = note.unicodeScalars.count { TextFolding.isWord($0) }
    var rest = text.unicodeScalars[...]
    while letters > 0, let scalar = rest.popFirst() {
      if TextFolding.isWord(scalar) { letters -= 1 }
    }
    guard let next = rest.first else { return true }
    return !TextFolding.isWord(next) || next == "s"
  }

  private static func endsLikeTotal(_ key: String) -> Bool {
    let bytes = key.utf8
    if let last = bytes.last, last < 0x80 {
      return bytes.suffix(5).elementsEqual("total".utf8) && key.count <= 40 && key != "total"
    }
    return chineseEnds.contains { bytes.suffix($0.utf8.count).elementsEqual($0.utf8) }
  }

  private static func startsLikeTotal(_ text: String, _ key: String) -> Bool {
    switch key.utf8.first {
    case UInt8(ascii: "t"), UInt8(ascii: "s"), UInt8(ascii: "g"):
      return englishStarts.contains { start in
        text.utf8.count >= start.utf8.count
          && zip(text.utf8, start.utf8).allSatisfy { $0 == $1 || $0 | 0x20 == $1 }
      }
    case .some(0x80...):
      return chineseStarts.contains { key.utf8.starts(with: $0.utf8) }
    default:
      return false
    }
  }

  private static let englishStarts = ["total ", "subtotal ", "grand total ", "sub-total "]
  private static let chineseStarts = ["合计", "总计", "小计", "累计"]
  private static let chineseEnds = ["小计", "合计", "总计", "共计"]

  private static let list = TermList(VocabularyTerms.markers)

  private static let totals: Set<String> = {
    var keys = Set(list.terms(of: "totals").map { trimmedKey($0) })
    keys.formUnion(["总和", "汇总", "合計", "總計", "grandtotal", "sum", "合计数", "总计数"])
    keys.formUnion(["סה\"כ", "סהכ", "סךהכל", "סךהכול", "סה\"ככללי"])
    keys.formUnion(["الإجمالي", "الاجمالي", "المجموع", "المجموعالكلي", "الإجماليالكلي", "مجموع"])
    return keys
  }()

  private static let carried: Set<String> = [
    "期初余额", "上年结转", "年初余额", "承前页", "过次页", "openingbalance", "balancebroughtforward",
    "broughtforward",
    "b/f", "carriedforward", "c/f", "balancecarriedforward",
  ]

  /// By their first byte.
  private static let notes: [UInt8: [String]] = {
    let keys = list.terms(of: "notes").map { trimmedKey($0) }.filter { $0.count > 1 }
    return Dictionary(grouping: keys) { $0.utf8.first ?? 0 }
  }()

  private static func trimmedKey(_ term: String) -> String {
    var key = TextFolding.key(term)
    while let last = key.utf8.last, isTrailing(last) { key.unicodeScalars.removeLast() }
    return key
  }

  private static func isTrailing(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ":") || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-")
  }
}
