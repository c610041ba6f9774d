/// Names that differ by a letter or by the form of company, such as `Acme Ltd` and `ACME Limited`.
enum NearNames {
  /// The most names that are compared.
  static let limit = 10_000

  /// A name, and what it is the same as another by (``TextFolding/nameKey(_:)``).
  struct Name {
    var text: String
    var key: String
  }

  /// Pairs of places in `names`, the earlier first, in the order of the later; at most `count`.
  ///
  /// Names that differ in a digit or a letter of its own are other customers: `Store 12` and
  /// `Store 13`, `Branch A` and `Branch B`; so are Chinese names of one length. The cost is that of
  /// hashing the names' one-letter deletions.
  static func pairs(in names: [Name], atMost count: Int) -> [(first: Int, second: Int)] {
    guard names.count <= limit else { return [] }
    var owners = IntegerMap<Int64>(
      capacity: names.reduce(0) { $0 + min($1.text.utf8.count, longestShortened) + 1 })
    var variants: [UInt64] = []
    var spellings: [Spelling] = []
    spellings.reserveCapacity(names.count)
    var pairs: [(first: Int, second: Int)] = []
    for (place, name) in names.enumerated() where pairs.count < count {
      let spelling = Spelling(name.text)
      spellings.append(spelling)
      guard spelling.core.count >= minimum(spelling.core) else { continue }
      var near: Int?
      variants.removeAll(keepingCapacity: true)
      addVariants(of: spelling.core, to: &variants)
      for variant in variants {
        let (owner, isNew) = owners.index(
          of: Int64(bitPattern: variant), orInsert: Int32(clamping: place))
        if !isNew, near == nil, spelling.isNear(spellings[Int(owner)]) { near = Int(owner) }
      }
      if let near, names[near].key != name.key { pairs.append((near, place)) }
    }
    return pairs
  }

  /// How short a name may be to be told from another by one letter.
  private static func minimum(_ key: [Unicode.Scalar]) -> Int {
    key.contains(where: TextFolding.isHan) ? 4 : 6
  }

  /// Adds hashes of the name and of what is left of it without each of its letters; of a long name
  /// its own alone. Names that only share a hash are told apart when they are compared.
  ///
  /// A text's hash is a polynomial of its letters, so that what stands before and after a letter is
  /// put together without hashing it again.
  private static func addVariants(of key: [Unicode.Scalar], to variants: inout [UInt64]) {
    func code(_ letter: Unicode.Scalar) -> UInt64 {
      (UInt64(letter.value) &+ 1) &* 0x9E37_79B9_7F4A_7C15
    }
    variants.append(key.reduce(UInt64(key.count)) { $0 &* base &+ code($1) })
    guard key.count <= longestShortened else { return }
    // What stands before each letter, then with what stands after it.
    let first = variants.count
    var before = UInt64(key.count - 1)
    for letter in key {
      variants.append(before)
      before = before &* base &+ code(letter)
    }
    var (after, power) = (UInt64(0), UInt64(1))
    for (place, letter) in key.enumerated().reversed() {
      variants[first + place] = variants[first + place] &* power &+ after
      after = after &+ code(letter) &* power
      power = power &* base
    }
  }

  /// The most letters of a name that is compared without each of them.
  private static let longestShortened = 40

  private static let base: UInt64 = 0xD6E8_FEB8_6659_FD93

  /// What of a name is compared.
  private struct Spelling {
    /// The name without case, punctuation and the form of company.
    var core: [Unicode.Scalar]
    /// Numbers and letters that stand alone, each before a blank: what tells branches of one name
    /// apart.
    var marks: [Unicode.Scalar]

    init(_ name: String) {
      var words = Words(name)
      marks = words.marks
      while words.count > 1, forms.contains(words.last) { words.removeLast() }
      core = words.letters
      guard core.contains(where: { !$0.isASCII }) else { return }
      for form in chineseForms
      where core.count > form.count + 1 && core.suffix(form.count).elementsEqual(form) {
        core.removeLast(form.count)
        break
      }
    }

    func isNear(_ other: Spelling) -> Bool {
      guard marks == other.marks else { return false }
      if core == other.core { return true }
      let isHan = core.contains(where: TextFolding.isHan)
      return (!isHan || core.count != other.core.count)
        && EditDistance.between(core, other.core, atMost: 1) != nil
    }
  }

  /// The runs of letters and digits of a name, folded and in lower case.
  private struct Words {
    /// Of all words, one after the other.
    private(set) var letters: [Unicode.Scalar] = []
    /// Where each word ends in ``letters``.
    private var ends: [Int] = []

    init(_ name: String) {
      letters.reserveCapacity(name.utf8.count)
      TextFolding.forEachLowered(name) {
        if TextFolding.isWord($0) { letters.append($0) } else { endWord() }
      }
      endWord()
    }

    private mutating func endWord() {
      if letters.count > start(of: ends.count) { ends.append(letters.count) }
    }

    private func start(of word: Int) -> Int { word == 0 ? 0 : ends[word - 1] }

    var count: Int { ends.count }

    /// The last word; empty where there is none.
    var last: String {
      guard let end = ends.last else { return "" }
      return String(String.UnicodeScalarView(letters[start(of: ends.count - 1)..<end]))
    }

    mutating func removeLast() {
      letters.removeLast(letters.count - start(of: ends.count - 1))
      ends.removeLast()
    }

    /// Words that hold a number or are one letter, each before a blank.
    var marks: [Unicode.Scalar] {
      var marks: [Unicode.Scalar] = []
      for word in ends.indices {
        let range = start(of: word)..<ends[word]
        guard range.count == 1 || letters[range].contains(where: TextFolding.isNumber) else {
          continue
        }
        marks += letters[range]
        marks.append(" ")
      }
      return marks
    }
  }

  private static let forms: Set<String> = [
    "ltd", "limited", "inc", "incorporated", "llc", "llp", "plc", "co", "corp", "corporation",
    "company", "gmbh", "ag", "sa", "sarl", "bv", "nv", "pty", "pvt", "the",
  ]

  private static let chineseForms = [
    "股份有限公司", "有限责任公司", "集团有限公司", "有限公司", "公司",
  ].map { TextFolding.scalars(of: $0) }
}
