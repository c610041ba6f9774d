/// A prefix code of a deflate block (RFC 1951, 3.2.2).
struct PrefixCode {
  /// By symbol, how many bits it takes: from 1 to the limit.
  private(set) var lengths: [Int]
  /// By symbol, its bits, the first one lowest.
  private(set) var bits: [UInt64]

  /// The code that takes the fewest bits for symbols that come so often (Huffman 1952), or nearly so
  /// where the limit forbids some of its lengths. Every symbol gets one, those too that never come.
  ///
  /// - Parameters:
  ///   - counts: by symbol; at least two.
  ///   - longest: the most bits; at most 15, and enough for all symbols.
  init(counts: [Int], longest: Int) {
    precondition(counts.count >= 2 && longest <= 15 && counts.count <= 1 << longest)
    let ascending = counts.indices.sorted { (counts[$0], $0) < (counts[$1], $1) }
    let withLength = Self.lengthCounts(ascending.map { counts[$0] }, longest: longest)
    lengths = Array(repeating: 0, count: counts.count)
    var next = ascending[...]
    for length in (1...longest).reversed() {
      for symbol in next.prefix(withLength[length]) { lengths[symbol] = length }
      next = next.dropFirst(withLength[length])
    }
    bits = Self.bits(lengths, withLength)
  }

  /// How many symbols have each length, by length.
  ///
  /// Joins the two rarest again and again; then, from the root down, each joint takes the place of a symbol
  /// and brings two that are a bit longer, which keeps the code complete under any limit.
  private static func lengthCounts(_ ascending: [Int], longest: Int) -> [Int] {
    var joints: [(count: Int, parent: Int)] = []
    var parentless = (leaf: 0, joint: 0)
    func takeRarest() -> Int {
      let isLeaf =
        parentless.leaf < ascending.count
        && (parentless.joint == joints.count
          || ascending[parentless.leaf] <= joints[parentless.joint].count)
      if isLeaf {
        parentless.leaf += 1
        return ascending[parentless.leaf - 1]
      }
      joints[parentless.joint].parent = -1 - joints.count
      parentless.joint += 1
      return joints[parentless.joint - 1].count
    }
    for _ in 1..<ascending.count {
      let count = takeRarest() + takeRarest()
      joints.append((count, 0))
    }
    var withLength = Array(repeating: 0, count: longest + 1)
    withLength[1] = 2
    var depths = Array(repeating: 0, count: joints.count)
    for joint in joints.indices.dropLast().reversed() {
      depths[joint] = depths[-1 - joints[joint].parent] + 1
      var length = min(depths[joint], longest - 1)
      while withLength[length] == 0 { length -= 1 }
      withLength[length] -= 1
      withLength[length + 1] += 2
    }
    return withLength
  }

  /// Codes of a length ascend by symbol, shorter ones come first; written lowest bit first.
  private static func bits(_ lengths: [Int], _ withLength: [Int]) -> [UInt64] {
    var next = Array(repeating: 0 as UInt16, count: withLength.count)
    for length in withLength.indices.dropFirst(2) {
      next[length] = (next[length - 1] + UInt16(withLength[length - 1])) << 1
    }
    return lengths.map { length in
      defer { next[length] += 1 }
      return UInt64((next[length] << (16 - length)).bitReversed)
    }
  }
}

extension UInt16 {
  fileprivate var bitReversed: UInt16 {
    var (rest, reversed) = (self, 0 as UInt16)
    for _ in 0..<bitWidth {
      reversed = reversed << 1 | rest & 1
      rest >>= 1
    }
    return reversed
  }
}
