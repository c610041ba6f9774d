import Dispatch

/// What a header may mean, with how sure that is.
struct RoleCandidate: Hashable {
  var role: ColumnRole
  /// 1 for a term of the vocabulary, less for a part of one or a near misspelling.
  var strength: Double
  /// The term it was taken for, where it is spelt otherwise.
  var misspeltFrom: String?
}

/// The terms of finance workbooks, ready to be looked up: exact first, then the longest part, then
/// near misspellings.
struct Vocabulary: Sendable {
  static let shared = Vocabulary()

  /// Begins to make ``shared`` on another thread: a small workbook's heads are read meanwhile.
  static func prepare() {
    DispatchQueue.global().async { _ = sharedPlaces }
  }

  private struct Term: Sendable {
    var text: String
    var key: [Unicode.Scalar]
    /// Which letters are in ``key``.
    var letters: EditDistance.Letters
    var words: [String]
    var role: ColumnRole
    var isHan: Bool

    init(_ text: String, _ header: HeaderText, _ role: ColumnRole) {
      self.text = text
      key = TextFolding.scalars(of: header.key)
      letters = EditDistance.Letters(key)
      words = header.words
      self.role = role
      isHan = !TextFolding.isASCII(text) && text.unicodeScalars.contains(where: TextFolding.isHan)
    }
  }

  /// Where terms are found that a header holds a part of or nearly is: needed only for headers that are
  /// no terms, and made after all else.
  private struct Places: Sendable {
    /// Places in ``terms`` of Han terms by their first character.
    let byScalar: [Unicode.Scalar: [Int]]
    /// Places in ``terms`` of the others by their first word.
    let byWord: [String: [Int]]
    /// Places in ``terms`` by how many characters their keys have.
    let byLength: [Int: [Int]]

    init(_ terms: [Term]) {
      let places = terms.indices.filter { !terms[$0].key.isEmpty && !terms[$0].words.isEmpty }
      byScalar = Dictionary(grouping: places.filter { terms[$0].isHan }) { terms[$0].key[0] }
      byWord = Dictionary(grouping: places.filter { !terms[$0].isHan }) { terms[$0].words[0] }
      byLength = Dictionary(grouping: terms.indices) { terms[$0].key.count }
    }
  }

  private static let sharedPlaces = Places(shared.terms)

  private let exact: [String: [RoleCandidate]]
  private let terms: [Term]

  private init() {
    var exact: [String: [RoleCandidate]] = [:]
    var terms: [Term] = []
    exact.reserveCapacity(Vocabulary.expectedTerms)
    terms.reserveCapacity(Vocabulary.expectedTerms)
    for (rank, list) in [TermList.headers, TermList.supplementaryHeaders].enumerated() {
      for group in list.groups {
        guard let role = ColumnRole(rawValue: group.head) else { continue }
        for (place, text) in group.terms.enumerated() {
          let header = HeaderText(text)
          let candidate = RoleCandidate(
            role: role, strength: Vocabulary.strength(place, rank: rank))
          guard !header.key.isEmpty,
            Vocabulary.add(candidate, to: &exact[header.key, default: []])
          else { continue }
          terms.append(Term(text, header, role))
        }
      }
    }
    self.exact = exact
    self.terms = terms
  }

  /// A little more than there are, so that the tables need not grow.
  private static let expectedTerms = 2_500

  /// Adds what a header may mean unless that is known; says whether it was added.
  private static func add(_ candidate: RoleCandidate, to known: inout [RoleCandidate]) -> Bool {
    if known.contains(where: { $0.role == candidate.role }) { return false }
    known.append(candidate)
    return true
  }

  /// What the header may mean, most likely first.
  func candidates(for header: HeaderText) -> [RoleCandidate] {
    if let known = exact[header.key] { return known.sorted { $0.strength > $1.strength } }
    guard !header.key.isEmpty, header.key.count <= 60 else { return [] }
    let partial = partialMatches(header)
    let isSure = partial.contains { $0.strength >= 0.7 }
    return best(isSure ? partial : partial + misspellings(of: header))
  }

  /// A role's first terms speak a little more for it than its last ones.
  private static func strength(_ place: Int, rank: Int) -> Double {
    1 - 0.0005 * Double(min(place + rank * 20, 60))
  }

  /// Whether the header is a term as it stands.
  func knows(_ header: HeaderText) -> Bool { exact[header.key] != nil }

  private func best(_ candidates: [RoleCandidate]) -> [RoleCandidate] {
    var seen: Set<ColumnRole> = []
    return
      candidates
      .sorted { ($0.strength, $1.role.rawValue) > ($1.strength, $0.role.rawValue) }
      .filter { seen.insert($0.role).inserted }
      .prefix(4).map { $0 }
  }

  /// Terms that the header holds a part of, in the vocabulary's order.
  private func partialMatches(_ header: HeaderText) -> [RoleCandidate] {
    let key = TextFolding.scalars(of: header.key)
    let places = Self.sharedPlaces
    let starts =
      Set(key).flatMap { places.byScalar[$0] ?? [] }
      + Set(header.words).flatMap { places.byWord[$0] ?? [] }
    return starts.sorted().compactMap { place in
      let term = terms[place]
      let strength =
        term.isHan
        ? hanStrength(term, in: key) : wordStrength(term.words, in: header.words)
      return strength.map { RoleCandidate(role: term.role, strength: $0) }
    }
  }

  /// The last part of a Chinese header says what it is: `本年销售额` is a 销售额.
  private func hanStrength(_ term: Term, in key: [Unicode.Scalar]) -> Double? {
    guard term.key.count >= 2, term.key.count < key.count, !Vocabulary.vagueHan.contains(term.text),
      let end = Vocabulary.end(of: term.key, in: key)
    else { return nil }
    let coverage = Double(term.key.count) / Double(key.count)
    return (end == key.count ? 0.55 : 0.35) + 0.35 * coverage
  }

  private func wordStrength(_ term: [String], in words: [String]) -> Double? {
    guard term.count < words.count, let end = Vocabulary.end(of: term, in: words),
      term.count > 1 || !Vocabulary.vague.contains(term[0])
    else { return nil }
    let coverage = Double(term.count) / Double(words.count)
    return (end == words.count ? 0.5 : 0.3) + 0.4 * coverage
  }

  /// Where the first occurrence of a part ends; nil where there is none.
  private static func end<Element: Equatable>(of part: [Element], in whole: [Element]) -> Int? {
    guard !part.isEmpty, part.count <= whole.count else { return nil }
    for start in 0...(whole.count - part.count)
    where part.indices.allSatisfy({ whole[start + $0] == part[$0] }) {
      return start + part.count
    }
    return nil
  }

  /// Words that mean a role only when they stand alone.
  private static let vague: Set<String> = [
    "name", "to", "key", "option", "value", "unit", "state", "since", "plan", "return", "source",
    "current", "standard", "result", "case", "class", "level", "kind", "rule", "basis", "age",
    "owner", "rep", "area", "paid", "spend", "fx", "cur", "rate", "weight", "company", "account",
    "description", "item", "service", "issues", "points", "interest", "needs", "score", "target",
    "reference", "material", "year", "month", "fy", "function", "team", "total", "amount",
    "activity", "pool", "lost", "terms", "medium", "setting", "category", "order", "title", "type",
    "expense", "expenses", "notes", "comment", "location", "remaining", "earnings", "profits",
    "costs", "article", "organization", "seller", "agency", "customers", "products", "planned",
    "projected", "estimate", "estimated", "joined", "time",
  ]

  /// The same of Chinese words: `课程名称` names no customer.
  private static let vagueHan: Set<String> = [
    "名称", "项目", "类型", "状态", "单位", "时间", "等级", "标准", "正常", "等待", "目标", "指标", "版本", "方案",
    "需求", "兴趣", "建议", "意见", "来源",
  ]

  /// Terms of about the header's length that differ from it in a letter or two, in the vocabulary's
  /// order.
  private func misspellings(of header: HeaderText) -> [RoleCandidate] {
    let key = TextFolding.scalars(of: header.key)
    guard key.count >= 4 else { return [] }
    let letters = EditDistance.Letters(key)
    let places = (key.count - 2...key.count + 2).flatMap { Self.sharedPlaces.byLength[$0] ?? [] }
    return places.sorted().compactMap { place in
      let term = terms[place]
      let allowed = term.isHan ? 1 : key.count >= 10 ? 2 : key.count >= 6 ? 1 : 0
      guard allowed > 0, term.isHan || term.words.count == header.words.count,
        term.letters.mayBeNear(letters, atMost: allowed),
        EditDistance.between(term.key, key, atMost: allowed) != nil
      else { return nil }
      return RoleCandidate(role: term.role, strength: 0.7, misspeltFrom: term.text)
    }
  }
}

/// A list of terms in the form of ``VocabularyTerms``.
struct TermList {
  private(set) var groups: [(head: String, terms: [String])] = []

  /// The header terms by column role, and those seen beyond the compiled vocabulary.
  static let headers = TermList(VocabularyTerms.headers)
  static let supplementaryHeaders = TermList(SupplementaryTerms.headers)

  init(_ source: String) {
    // By bytes: the lists are read in every run.
    for line in Array(source.utf8).split(separator: UInt8(ascii: "\n")) {
      if line.first == UInt8(ascii: " ") {
        guard !groups.isEmpty else { continue }
        groups[groups.count - 1].terms += Self.terms(in: line)
      } else {
        groups.append((String(decoding: line, as: UTF8.self), []))
      }
    }
  }

  private static func terms(in line: ArraySlice<UInt8>) -> [String] {
    line.split(separator: UInt8(ascii: "|")).compactMap { part in
      let isInk = { (byte: UInt8) in byte != UInt8(ascii: " ") }
      guard let first = part.firstIndex(where: isInk), let last = part.lastIndex(where: isInk)
      else { return nil }
      let text = TextFolding.trimmed(String(decoding: part[first...last], as: UTF8.self))
      return text.isEmpty ? nil : text
    }
  }

  /// The terms of one group.
  func terms(of head: String) -> [String] { groups.first { $0.head == head }?.terms ?? [] }
}

/// How many letters two words differ in (Levenshtein 1966).
enum EditDistance {
  /// Which letters a word has, several of an alphabet's under one bit: what most words that are far from
  /// each other are told by.
  struct Letters: Sendable {
    private var bits: UInt64 = 0

    init(_ word: [Unicode.Scalar]) {
      for letter in word { bits |= 1 << UInt64(letter.value & 63) }
    }

    /// Whether so few changes may make one word of the other: each changes at most two bits.
    func mayBeNear(_ other: Letters, atMost limit: Int) -> Bool {
      (bits ^ other.bits).nonzeroBitCount <= 2 * limit
    }
  }

  /// The distance; nil where it is more than `limit`.
  static func between(
    _ left: [Unicode.Scalar], _ right: [Unicode.Scalar], atMost limit: Int
  ) -> Int? {
    guard abs(left.count - right.count) <= limit else { return nil }
    var row = Array(0...right.count)
    for (i, letter) in left.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      var smallest = row[0]
      for (j, other) in right.enumerated() {
        let substitution = diagonal + (letter == other ? 0 : 1)
        diagonal = row[j + 1]
        row[j + 1] = min(substitution, row[j] + 1, row[j + 1] + 1)
        smallest = min(smallest, row[j + 1])
      }
      if smallest > limit { return nil }
    }
    return row[right.count] <= limit ? row[right.count] : nil
  }

  /// The known word nearest to `word`, near enough to suggest.
  static func nearest(to word: String, among known: [String]) -> String? {
    let key = Array(TextFolding.nameKey(word).unicodeScalars)
    let limit = max(1, min(3, key.count / 3))
    return
      known
      .compactMap { candidate in
        between(Array(TextFolding.nameKey(candidate).unicodeScalars), key, atMost: limit).map {
          ($0, candidate)
        }
      }
      .min { $0.0 < $1.0 }?.1
  }
}
