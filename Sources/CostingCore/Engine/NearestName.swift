/// The name that was probably meant.
enum NearestName {
  /// The candidate within a third of the name's length in edits; nil where none is that near.
  static func of(_ name: String, among candidates: [String]) -> String? {
    let letters = Array(name.lowercased().prefix(60))
    var best: (name: String, distance: Int)?
    for candidate in candidates.prefix(500) {
      let distance = distance(letters, Array(candidate.lowercased().prefix(60)))
      if distance <= max(1, letters.count / 3), distance < best?.distance ?? .max {
        best = (candidate, distance)
      }
    }
    return best?.name
  }

  /// Levenshtein's distance: insertions, deletions and replacements from one to the other.
  private static func distance(_ from: [Character], _ to: [Character]) -> Int {
    var row = Array(0...to.count)
    for (index, letter) in from.enumerated() {
      var diagonal = row[0]
      row[0] = index + 1
      for (column, other) in to.enumerated() {
        let replaced = diagonal + (letter == other ? 0 : 1)
        diagonal = row[column + 1]
        row[column + 1] = min(replaced, diagonal + 1, row[column] + 1)
      }
    }
    return row[to.count]
  }
}
