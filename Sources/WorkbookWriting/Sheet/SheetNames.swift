import FinanceModel

/// Names for new tabs.
public enum SheetNames {
  /// A legal and free name for each that is asked for, in order.
  ///
  /// Names are compared as Excel does, without regard to case. A taken name gets a number:
  /// `Receivables (2)`; a long one is cut to make room for it.
  ///
  /// - Parameter taken: names of the workbook's own sheets, of every kind.
  public static func chosen(for wanted: [String], taken: [String]) -> [String] {
    var used = Set(taken.map { $0.lowercased() })
    return wanted.map { name in
      let chosen = free(legal(name), used: used)
      used.insert(chosen.lowercased())
      return chosen
    }
  }

  private static func free(_ name: String, used: Set<String>) -> String {
    if !used.contains(name.lowercased()) { return name }
    for number in 2...100_000 {
      let ending = " (\(number))"
      let candidate = cut(name, to: SheetName.lengthLimit - ending.utf16.count) + ending
      if !used.contains(candidate.lowercased()) { return candidate }
    }
    return name
  }

  /// The name without what a tab cannot show: `[]:*?/\`, control characters, outer apostrophes, more
  /// than 31 UTF-16 units.
  private static func legal(_ name: String) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in name.unicodeScalars {
      let isBarred = scalar.value < 0x20 || "[]:*?/\\".unicodeScalars.contains(scalar)
      scalars.append(isBarred ? " " : scalar)
    }
    let outer: (Character) -> Bool = { $0 == "'" || $0 == " " }
    var text = String(scalars).drop(while: outer)
    while let last = text.last, outer(last) { text.removeLast() }
    let short = cut(String(text), to: SheetName.lengthLimit)
    // Excel keeps this name for its change log.
    return short.isEmpty ? "Sheet" : short.lowercased() == "history" ? short + "_" : short
  }

  private static func cut(_ name: String, to limit: Int) -> String {
    var text = name
    while text.utf16.count > limit { text.removeLast() }
    return text
  }
}
