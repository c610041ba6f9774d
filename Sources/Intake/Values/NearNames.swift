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
    var owners = IntegerMap<Int64>()
    var spellings: [Spelling] = []
    spellings.reserveCapacity(names.count)
    var pairs: [(first: Int, second: Int)] = []
    for (place, name) in names.enumerated() where pairs.count < count {
      let spelling = Spelling(name)
      spellings.append(spelling)
      guard spelling.core.count >= minimum(spelling.core) else { continue }
      var near: Int?
      for variant in variants(of: spelling.core) {
        let (owner, isNew) = owners.index(
          of: Int64(bitPattern: variant), orInsert: Int32(clamping: place))
        if !isNew, near == nil, spelling.isNear(spellings[Int(owner)]) { near = Int(owner) }
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

  /// Hashes of the name and of what is left of it without each of its letters; of a long name its
  /// own alone. Names that only share a hash are told apart when they are compared.
  ///
  /// A text's hash is a polynomial of its letters, so that what stands before and after a letter is
  /// put together without hashing it again.
  private static func variants(of key: [Unicode.Scalar]) -> [UInt64] {
    let letters = key.map { (UInt64($0.value) &+ 1) &* 0x9E37_79B9_7F4A_7C15 }
    let whole = letters.reduce(UInt64(key.count)) { $0 &* base &+ $1 }
    guard key.count <= 40 else { return [whole] }
    var shortened: [UInt64] = []
    // Without the last letter, then one further to the left each time.
    var before = [UInt64(key.count - 1)]
    for letter in letters.dropLast() { before.append(before[before.count - 1] &* base &+ letter) }
    var (after, power) = (UInt64(0), UInt64(1))
    for (place, letter) in letters.enumerated().reversed() {
      shortened.append(before[place] &* power &+ after)
      after = after &+ letter &* power
      power = power &* base
    }
    return [whole] + shortened.reversed()
  }

  private static let base: UInt64 = 0xD6E8_FEB8_6659_FD93

  /// What of a name is compared.
  private struct Spelling {
    /// The name without case, punctuation and the form of company.
    var core: [Unicode.Scalar]
    /// Numbers and letters that stand alone: what tells branches of one name apart.
    var marks: [String]

    init(_ name: String) {
      var words = TextFolding.words(of: name)
      marks = words.filter {
        $0.count == 1 || $0.unicodeScalars.contains(where: TextFolding.isNumber)
      }
      while words.count > 1, let last = words.last, forms.contains(last) { words.removeLast() }
      var key = words.joined()
      if !TextFolding.isASCII(key) {
        for form in chineseForms where key.hasSuffix(form) && key.count > form.count + 1 {
          key.removeLast(form.count)
          break
        }
      }
      core = TextFolding.scalars(of: key)
    }

    func isNear(_ other: Spelling) -> Bool {
      guard marks == other.marks else { return false }
      if core == other.core { return true }
      let isHan = core.contains(where: TextFolding.isHan)
      return (!isHan || core.count != other.core.count)
        && EditDistance.between(core, other.core, atMost: 1) != nil
    }
  }

  private static let forms: Set<String> = [
    "ltd", "limited", "inc", "incorporated", "llc", "llp", "plc", "co", "corp", "corporation",
    "company", "gmbh", "ag", "sa", "sarl", "bv", "nv", "pty", "pvt", "the",
  ]

  private static let chineseForms = [
    "股份有限公司", "有限责任公司", "集团有限公司", "有限公司", "公司",
  ]
}
