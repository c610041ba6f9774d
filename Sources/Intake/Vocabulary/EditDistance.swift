/// How many letters two words differ in (Levenshtein 1966).
enum EditDistance {
  /// Which letters a word has, several of an alphabet's under one bit: what most words that are far from
  /// each other are told by.
  struct Letters: Sendable {
    private var bits: UInt64 = 0

    init(_ word: some Sequence<Unicode.Scalar>) {
      for letter in word { bits |= 1 << UInt64(letter.value & 63) }
    }

    /// Whether so few changes may make one word of the other: each changes at most two bits.
    func mayBeNear(_ other: Letters, atMost limit: Int) -> Bool {
      (bits ^ other.bits).nonzeroBitCount <= 2 * limit
    }
  }

  /// The distance; nil where it is more than `limit`.
  static func between(
    _ left: some Collection<Unicode.Scalar>, _ right: some Collection<Unicode.Scalar>,
    atMost limit: Int
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
