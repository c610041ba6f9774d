/// Names that differ by a letter or by the form of company, such as `Acme Ltd` and `ACME Limited`.
enum NearNames {
  /// The most names that are compared.
  static let limit = 10_000

  /// Pairs of places in `names`, the earlier first, in the order of the later; at most `count`.
  ///
  /// Names that differ in a digit or a letter of its own are other customers: `Store 12` and
  /// `Store 13`, `Branch A` and `Branch B`; so are Chinese names of one length. The cost is that of
  /// hashing the names' one-letter deletions.
  static func pairs(in names: [String], atMost count: Int) -> [(first: Int, second: Int)] {
    guard names.count <= limit else { return [] }
    var owners: [String: Int] = [:]
    var pairs: [(first: Int, second: Int)] = []
    for (place, name) in names.enumerated() {
      let key = core(of: name)
      guard key.count >= minimum(key), pairs.count < count else { continue }
      var near: Int?
      for variant in variants(of: key) {
        if let owner = owners[variant] {
          if near == nil, areNear(name, names[owner]) { near = owner }
        } else {
          owners[variant] = place
        }
      }
      if let near, TextFolding.nameKey(names[near]) != TextFolding.nameKey(name) {
        pairs.append((near, place))
      }
    }
    return pairs
  }

  /// How short a name may be to be told from another by one letter.
  private static func minimum(_ key: [Unicode.Scalar]) -> Int {
    key.contains(where: TextFolding.isHan) ? 4 : 6
  }

  /// The name without case, punctuation and the form of company.
  private static func core(of name: String) -> [Unicode.Scalar] {
    var words = words(of: name)
    while words.count > 1, let last = words.last, forms.contains(last) { words.removeLast() }
    var key = words.joined()
    for form in chineseForms where key.hasSuffix(form) && key.count > form.count + 1 {
      key.removeLast(form.count)
      break
    }
    return Array(key.unicodeScalars)
  }

  private static func variants(of key: [Unicode.Scalar]) -> [String] {
    func text(_ scalars: some Sequence<Unicode.Scalar>) -> String {
      var view = String.UnicodeScalarView()
      view.append(contentsOf: scalars)
      return String(view)
    }
    guard key.count <= 40 else { return [text(key)] }
    return [text(key)]
      + key.indices.map { skipped in
        text(key[..<skipped]) + text(key[(skipped + 1)...])
      }
  }

  private static func areNear(_ left: String, _ right: String) -> Bool {
    let (first, second) = (core(of: left), core(of: right))
    guard marks(of: left) == marks(of: right) else { return false }
    if first == second { return true }
    let isHan = first.contains(where: TextFolding.isHan)
    return (!isHan || first.count != second.count)
      && EditDistance.between(first, second, atMost: 1) != nil
  }

  /// Numbers and letters that stand alone: what tells branches of one name apart.
  private static func marks(of name: String) -> [String] {
    words(of: name).filter { word in
      word.count == 1 || word.unicodeScalars.contains { $0.properties.numericType != nil }
    }
  }

  private static func words(of name: String) -> [String] {
    TextFolding.folded(name).lowercased()
      .split { !$0.unicodeScalars.allSatisfy(TextFolding.isWord) }.map { String($0) }
  }

  private static let forms: Set<String> = [
    "ltd", "limited", "inc", "incorporated", "llc", "llp", "plc", "co", "corp", "corporation",
    "company", "gmbh", "ag", "sa", "sarl", "bv", "nv", "pty", "pvt", "the",
  ]

  private static let chineseForms = [
    "股份有限公司", "有限责任公司", "集团有限公司", "有限公司", "公司",
  ]
}
