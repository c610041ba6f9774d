/// Finds texts among others by a hash of their bytes: faster than a dictionary where a text is met
/// once or twice, since texts stay in one array and hashing is a few nanoseconds.
///
/// Numbers of documents mostly come ascending. As long as texts do, a new one is known by being greater
/// than the last, and nothing is hashed.
///
/// ASCII texts are one where their bytes are one, others where they are canonically equivalent.
struct TextIndex {
  /// Whether each text was greater than the one before; no text is indexed then.
  private var areAscending = true
  /// By half a hash: texts are compared anyway, and a table of half the size is more often at hand.
  private var byHash = IntegerMap<Int32>()
  /// Of texts beyond ASCII, whose letters may be composed one way or another.
  private var beyondASCII: [String: Int32] = [:]

  /// The place in `texts` of one that equals `text`; nil where none does.
  func index(of text: String, in texts: [String]) -> Int32? {
    if areAscending { return Self.search(text, in: texts) }
    guard var key = Self.hash(text) else { return beyondASCII[text] }
    while let found = byHash.index(of: key) {
      if texts[Int(found)].utf8.elementsEqual(text.utf8) { return found }
      key &+= 1
    }
    return nil
  }

  /// The place of one that equals `text`, which becomes the end of `texts` where none does; the text
  /// is to be put there then.
  mutating func index(of text: String, orEndOf texts: [String]) -> (index: Int32, isNew: Bool) {
    let end = Int32(clamping: texts.count)
    if areAscending {
      guard let last = texts.last, text <= last else { return (end, true) }
      if text == last { return (end - 1, false) }
      areAscending = false
      for (place, text) in texts.enumerated() {
        _ = insert(text, at: Int32(clamping: place), in: texts)
      }
    }
    return insert(text, at: end, in: texts)
  }

  private mutating func insert(
    _ text: String, at end: Int32, in texts: [String]
  ) -> (index: Int32, isNew: Bool) {
    guard var key = Self.hash(text) else {
      if let found = beyondASCII[text] { return (found, false) }
      beyondASCII[text] = end
      return (end, true)
    }
    while true {
      let (found, isNew) = byHash.index(of: key, orInsert: end)
      if isNew || texts[Int(found)].utf8.elementsEqual(text.utf8) { return (found, isNew) }
      key &+= 1
    }
  }

  private static func search(_ text: String, in ascending: [String]) -> Int32? {
    var range = ascending.indices
    while !range.isEmpty {
      let middle = range.lowerBound + range.count / 2
      if ascending[middle] == text { return Int32(clamping: middle) }
      range = ascending[middle] < text ? middle + 1..<range.upperBound : range.lowerBound..<middle
    }
    return nil
  }

  /// Eight bytes a step, mixed by multiplication and folding; nil beyond ASCII.
  private static func hash(_ text: String) -> Int32? {
    var state: UInt64 = 0x9E37_79B9_7F4A_7C15 ^ UInt64(truncatingIfNeeded: text.utf8.count)
    var word: UInt64 = 0
    var filled = 0
    func mix(_ word: UInt64) {
      let (high, low) = (state ^ word).multipliedFullWidth(by: 0xA076_1D64_78BD_642F)
      state = high ^ low
    }
    for byte in text.utf8 {
      if byte >= 0x80 { return nil }
      word = word << 8 | UInt64(byte)
      filled += 1
      if filled == 8 {
        mix(word)
        (word, filled) = (0, 0)
      }
    }
    mix(word)
    return Int32(truncatingIfNeeded: state ^ state >> 32)
  }
}
