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
    let text: String
    /// The words run together, as ``HeaderText/key``.
    let key: String
    /// Places in ``Vocabulary/words``.
    let words: Range<Int>
    let role: ColumnRole
    /// How surely a header that is the term has the role.
    let strength: Double
  }

  /// Where terms are found that a header holds a part of or nearly is: needed only for headers that are
  /// no terms, and made after all else.
  private struct Places: Sendable {
    /// Han terms by their first character.
    private(set) var byScalar = PlacesByKey<Unicode.Scalar>()
    /// The others by their first word.
    private(set) var byWord = PlacesByKey<String>()
    /// Terms by how many characters their keys have.
    private(set) var byLength = PlacesByKey<Int>()
    /// How each term is spelt, parallel to ``Vocabulary/terms``.
    private(set) var spellings: [Spelling] = []
    /// The characters of all keys.
    private var scalars: [Unicode.Scalar] = []

    /// The key of a term.
    struct Spelling: Sendable {
      /// Places in ``Places/scalars``.
      let key: Range<Int>
      /// Which letters are in the key.
      let letters: EditDistance.Letters
      let isHan: Bool
    }

    init(_ terms: [Term], words: [String]) {
      spellings.reserveCapacity(terms.count)
      scalars.reserveCapacity(terms.count * 12)
      for (place, term) in terms.enumerated() {
        let start = scalars.count
        scalars.append(contentsOf: term.key.unicodeScalars)
        let key = scalars[start...]
        let spelling = Spelling(
          key: start..<scalars.count, letters: EditDistance.Letters(key),
          isHan: !TextFolding.isASCII(term.text)
            && term.text.unicodeScalars.contains(where: TextFolding.isHan))
        spellings.append(spelling)
        byLength.add(place, to: key.count)
        if spelling.isHan {
          byScalar.add(place, to: scalars[start])
        } else {
          byWord.add(place, to: words[term.words.lowerBound])
        }
      }
    }

    func key(ofTerm place: Int) -> ArraySlice<Unicode.Scalar> { scalars[spellings[place].key] }
  }

  private static let sharedPlaces = Places(shared.terms, words: shared.words)

  /// Places in ``terms`` of those with a key, which differ in their roles.
  private var exact = PlacesByKey<String>(reserving: Vocabulary.expectedTerms)
  private var terms: [Term] = []
  /// The words of all terms.
  private var words: [String] = []

  private init() {
    terms.reserveCapacity(Vocabulary.expectedTerms)
    words.reserveCapacity(Vocabulary.expectedTerms * 2)
    for (rank, list) in [TermList.headers, TermList.supplementaryHeaders].enumerated() {
      for group in list.groups {
        guard let role = ColumnRole(rawValue: group.head) else { continue }
        for (place, text) in group.terms.enumerated() {
          add(text, role, strength: Vocabulary.strength(place, rank: rank))
        }
      }
    }
  }

  /// A little more than there are, so that the tables need not grow.
  private static let expectedTerms = 2_500

  /// Adds a term unless one with its key has the role.
  private mutating func add(_ text: String, _ role: ColumnRole, strength: Double) {
    let start = words.count
    let key = HeaderText.appendWords(of: text, to: &words).key
    guard !key.isEmpty, !exact.places(of: key).contains(where: { terms[$0].role == role }) else {
      words.removeSubrange(start...)
      return
    }
    exact.add(terms.count, to: key)
    terms.append(
      Term(text: text, key: key, words: start..<words.count, role: role, strength: strength))
  }

  /// What the header may mean, most likely first.
  func candidates(for header: HeaderText) -> [RoleCandidate] {
    let known = exact.places(of: header.key)
    if !known.isEmpty {
      return known.map { RoleCandidate(role: terms[$0].role, strength: terms[$0].strength) }
        .sorted { $0.strength > $1.strength }
    }
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
  func knows(_ header: HeaderText) -> Bool { exact.has(header.key) }

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
      Set(key).flatMap { places.byScalar.places(of: $0) }
      + Set(header.words).flatMap { places.byWord.places(of: $0) }
    return starts.sorted().compactMap { place in
      let term = terms[place]
      let strength =
        places.spellings[place].isHan
        ? hanStrength(term, spelt: places.key(ofTerm: place), in: key)
        : wordStrength(words[term.words], in: header.words)
      return strength.map { RoleCandidate(role: term.role, strength: $0) }
    }
  }

  /// The last part of a Chinese header says what it is: `本年销售额` is a 销售额.
  private func hanStrength(
    _ term: Term, spelt part: ArraySlice<Unicode.Scalar>, in key: [Unicode.Scalar]
  ) -> Double? {
    guard part.count >= 2, part.count < key.count, !Vocabulary.vagueHan.contains(term.text),
      let end = Vocabulary.end(of: part, in: key)
    else { return nil }
    let coverage = Double(part.count) / Double(key.count)
    return (end == key.count ? 0.55 : 0.35) + 0.35 * coverage
  }

  private func wordStrength(_ term: ArraySlice<String>, in words: [String]) -> Double? {
    guard term.count < words.count, let end = Vocabulary.end(of: term, in: words),
      term.count > 1 || !term.contains(where: Vocabulary.vague.contains)
    else { return nil }
    let coverage = Double(term.count) / Double(words.count)
    return (end == words.count ? 0.5 : 0.3) + 0.4 * coverage
  }

  /// Where the first occurrence of a part ends; nil where there is none.
  private static func end<Element: Equatable>(
    of part: ArraySlice<Element>, in whole: [Element]
  ) -> Int? {
    guard !part.isEmpty, part.count <= whole.count else { return nil }
    for start in 0...(whole.count - part.count)
    where whole[start..<start + part.count].elementsEqual(part) {
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
    let places = Self.sharedPlaces
    let near = (key.count - 2...key.count + 2).flatMap { places.byLength.places(of: $0) }
    return near.sorted().compactMap { place in
      let (term, spelling) = (terms[place], places.spellings[place])
      let allowed = spelling.isHan ? 1 : key.count >= 10 ? 2 : key.count >= 6 ? 1 : 0
      guard allowed > 0, spelling.isHan || term.words.count == header.words.count,
        spelling.letters.mayBeNear(letters, atMost: allowed),
        EditDistance.between(places.key(ofTerm: place), key, atMost: allowed) != nil
      else { return nil }
      return RoleCandidate(role: term.role, strength: 0.7, misspeltFrom: term.text)
    }
  }
}
