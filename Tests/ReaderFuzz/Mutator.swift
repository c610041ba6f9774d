/// A small generator of random numbers, the same on every machine (xorshift with a multiplied
/// output).
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64, number: Int) {
    state =
      seed &* 0x9E37_79B9_7F4A_7C15 ^ UInt64(bitPattern: Int64(number)) &* 0xD1B5_4A32_D192_ED03
    if state == 0 { state = 1 }
    for _ in 0..<3 { _ = next() }
  }

  mutating func next() -> UInt64 {
    state ^= state >> 12
    state ^= state << 25
    state ^= state >> 27
    return state &* 0x2545_F491_4F6C_DD1D
  }
}

/// Changes bytes the way damage, odd writers and attackers do.
struct Mutator {
  private var random: SeededGenerator

  private static let words: [[UInt8]] = [
    "<c r=\"A1\"><v>1</v></c>", "<c r=\"XFD1048576\" t=\"s\"><v>999</v></c>", "<row r=\"7\">",
    "</row>",
    "<c t=\"inlineStr\"><is><t>x</t></is></c>", "<v>", "</v>", "</c>", "<is>", "<t>",
    "<f t=\"shared\" si=\"0\"/>",
    "&amp;", "&#x41;", "&#0;", "&bad;", "<![CDATA[", "]]>", "<!--", "-->", "<?", "?>",
    "<!DOCTYPE x>", "\"", "'",
    "/>", ">", "<", " xmlns=\"urn:x\"", " xmlns:x=\"\"", "x:", "_x000D_", "_xD83D_",
    "99999999999999999999",
    "-1", "1e999", "0.1", "1E-400", "18446744073709551616", "2147483648", " r=\"A1\"",
    " s=\"4294967296\"",
    " t=\"d\"", "2024-02-29T25:61", "\u{0}", "\u{FEFF}", "<mc:Choice>", "<rPh>", "</si>", "<si>",
    "\r\n", "😀", "[h]:mm",
    "<mergeCell ref=\"A1:XFD1048576\"/>", "$A$1:B", "A1048576", "!!", "(((",
  ].map { Array($0.utf8) }

  init(seed: UInt64, number: Int) {
    random = SeededGenerator(seed: seed, number: number)
  }

  mutating func pick(below count: Int) -> Int { Int.random(in: 0..<max(1, count), using: &random) }

  /// One to eight changes of a seed; pieces of another may be mixed in.
  mutating func mutated(_ seed: [UInt8], other: [UInt8]) -> [UInt8] {
    var bytes = seed
    for _ in 0...pick(below: 8) { change(&bytes, other: other) }
    return bytes
  }

  private mutating func change(_ bytes: inout [UInt8], other: [UInt8]) {
    let place = pick(below: bytes.count + 1)
    let length = min(1 + pick(below: pick(below: 4) == 0 ? 200 : 8), bytes.count - place)
    switch pick(below: 9) {
    case 0 where !bytes.isEmpty: bytes[min(place, bytes.count - 1)] ^= 1 << UInt8(pick(below: 8))
    case 1 where !bytes.isEmpty: bytes[min(place, bytes.count - 1)] = UInt8(pick(below: 256))
    case 2: bytes.removeSubrange(place..<place + length)
    case 3:
      bytes.insert(contentsOf: bytes[place..<place + length], at: pick(below: bytes.count + 1))
    case 4: bytes.removeSubrange(place...)
    case 5:
      let start = pick(below: other.count)
      let piece = other[start..<min(other.count, start + 1 + pick(below: 120))]
      bytes.insert(contentsOf: piece, at: place)
    default: bytes.insert(contentsOf: Self.words[pick(below: Self.words.count)], at: place)
    }
  }
}
