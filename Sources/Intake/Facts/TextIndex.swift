/// Finds texts among others by a hash of their bytes: faster than a dictionary where a text is met
/// once or twice, since texts stay in one array and hashing is a few nanoseconds.
///
/// ASCII texts are one where their bytes are one, others where they are canonically equivalent.
struct TextIndex {
  private var byHash = IntegerMap()
  /// Of texts beyond ASCII, whose letters may be composed one way or another.
  private var beyondASCII: [String: Int32] = [:]

  /// The place in `texts` of one that equals `text`; nil where none does.
  func index(of text: String, in texts: [String]) -> Int32? {
    guard var key = Self.hash(text) else { return beyondASCII[text] }
    while let found = byHash.index(of: key) {
      if texts[Int(found)].utf8.elementsEqual(text.utf8) { return found }
      key &+= 1
    }
    return nil
  }

  /// Takes in the last of the texts; where an equal one is in already, that one stays.
  mutating func insertLast(of texts: [String]) {
    guard let text = texts.last else { return }
    let new = Int32(clamping: texts.count - 1)
    guard var key = Self.hash(text) else {
      if beyondASCII[text] == nil { beyondASCII[text] = new }
      return
    }
    while true {
      let (found, isNew) = byHash.index(of: key, orInsert: new)
      if isNew || texts[Int(found)].utf8.elementsEqual(text.utf8) { return }
      key &+= 1
    }
  }

  /// Eight bytes a step, mixed by multiplication and folding; nil beyond ASCII.
  private static func hash(_ text: String) -> Int64? {
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
    return Int64(bitPattern: state)
  }
}
