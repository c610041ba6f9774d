/// The two prefix codes of one deflate block and how bytes and repeats are written by them.
struct BlockCodes {
  /// Of bytes, the block's end and lengths (RFC 1951, 3.2.5).
  private let literals: PrefixCode
  private let distances: PrefixCode
  /// The same by what they stand for, ready to be put: of bytes; of lengths, with the bits that follow;
  /// of the symbols of distances.
  private let byteCodes: [PackedCode]
  private let lengthCodes: [PackedCode]
  private let distanceCodes: [PackedCode]

  /// Four bytes are put between two stores.
  private static let longestCode = 14
  private static let endOfBlock = 256
  private static let symbolCounts = (literals: 286, distances: 30)

  /// More than the bytes that a block's header takes.
  static let headerSize = 256

  /// The most bytes that a piece can take.
  static func largestSize(of count: Int) -> Int { count * longestCode / 8 + 16 }

  /// Codes for what looks like a piece: symbols that the piece has none of can be written, too.
  init(for bytes: UnsafeBufferPointer<UInt8>, _ repeats: UnsafeBufferPointer<RowRepeat>) {
    let weight = 16
    var literalCounts = Array(repeating: 1, count: Self.symbolCounts.literals)
    var distanceCounts = Array(repeating: 1, count: Self.symbolCounts.distances)
    var done = 0
    for each in repeats {
      for byte in bytes[done..<Int(each.start)] { literalCounts[Int(byte)] += weight }
      literalCounts[LengthSymbol(Int(each.length)).number] += weight
      distanceCounts[DistanceSymbol(Int(each.distance)).number] += weight
      done = Int(each.start) + Int(each.length)
    }
    for byte in bytes[done...] { literalCounts[Int(byte)] += weight }
    let literals = PrefixCode(counts: literalCounts, longest: Self.longestCode)
    self.literals = literals
    let distances = PrefixCode(counts: distanceCounts, longest: Self.longestCode)
    self.distances = distances
    byteCodes = (0..<256).map { PackedCode(literals, $0) }
    lengthCodes = (0...RowRepeat.longest).map { length in
      guard length >= LengthSymbol.shortest else { return .none }
      let symbol = LengthSymbol(length)
      return PackedCode(literals, symbol.number, extra: symbol.extra, symbol.extraCount)
    }
    distanceCodes = distanceCounts.indices.map { PackedCode(distances, $0) }
  }

  /// The header of the stream's only block (3.2.7): the lengths of all codes, in four bits each.
  func putHeader(into out: inout BitCursor) {
    // The last block; its codes come with it; as many codes as there can be of each kind.
    for (bits, count) in [(1, 1), (2, 2), (29, 5), (29, 5), (15, 4)] as [(UInt64, Int)] {
      out.put(bits, count: count)
    }
    out.store()
    // Lengths of the codes of lengths, in the order of 3.2.7: those of repeated lengths, which come first,
    // are not used.
    for place in 0..<19 {
      out.put(place < 3 ? 0 : 4, count: 3)
      out.store()
    }
    let lengths = PrefixCode(counts: Array(repeating: 1, count: 16), longest: 4)
    for length in literals.lengths + distances.lengths {
      out.put(lengths.bits[length], count: lengths.lengths[length])
      out.store()
    }
  }

  /// Puts a piece; there is room for it.
  func put(
    _ bytes: UnsafeBufferPointer<UInt8>, _ repeats: UnsafeBufferPointer<RowRepeat>,
    into out: inout BitCursor
  ) {
    guard !bytes.isEmpty else { return }
    byteCodes.withUnsafeBufferPointer { byteCodes in
      lengthCodes.withUnsafeBufferPointer { lengthCodes in
        distanceCodes.withUnsafeBufferPointer { distanceCodes in
          let tables = CodeTables(
            bytes: byteCodes, lengths: lengthCodes, distances: distanceCodes)
          var done = 0
          for each in repeats {
            tables.put(bytes, done..<Int(each.start), into: &out)
            tables.put(each, into: &out)
            done = Int(each.start) + Int(each.length)
          }
          tables.put(bytes, done..<bytes.count, into: &out)
        }
      }
    }
  }

  func putEnd(into out: inout BitCursor) {
    out.put(literals.bits[Self.endOfBlock], count: literals.lengths[Self.endOfBlock])
    out.store()
  }
}

/// The codes of a block, lent.
private struct CodeTables {
  let bytes: UnsafeBufferPointer<PackedCode>
  let lengths: UnsafeBufferPointer<PackedCode>
  let distances: UnsafeBufferPointer<PackedCode>

  /// - Parameter all: at least one byte.
  @inline(__always)
  func put(_ all: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, into out: inout BitCursor) {
    var place = range.lowerBound
    while place + 4 <= range.upperBound {
      for index in 0..<4 { out.put(bytes[Int(all[place + index])]) }
      out.store()
      place += 4
    }
    // No branch on how many are left, which nobody can predict: the others are put with no bits.
    let rest = range.upperBound - place
    for index in 0..<3 {
      let byte = all[min(place + index, all.count - 1)]
      out.put(bytes[Int(byte)].kept(if: index < rest))
    }
    out.store()
  }

  @inline(__always)
  func put(_ each: RowRepeat, into out: inout BitCursor) {
    out.put(lengths[Int(each.length)])
    let distance = DistanceSymbol(Int(each.distance))
    out.put(distances[distance.number])
    out.put(distance.extra, count: distance.extraCount)
    out.store()
  }
}

/// The bits of a symbol and, from the 33rd bit on, how many they are.
private struct PackedCode {
  fileprivate let packed: UInt64

  static let none = PackedCode(packed: 0)

  private init(packed: UInt64) { self.packed = packed }

  /// - Parameters:
  ///   - extra: bits that follow the symbol's.
  ///   - extraCount: at most 5.
  init(_ code: PrefixCode, _ symbol: Int, extra: UInt64 = 0, _ extraCount: Int = 0) {
    let length = code.lengths[symbol]
    packed = code.bits[symbol] | extra << UInt64(length) | UInt64(length + extraCount) << 32
  }

  @inline(__always)
  func kept(if isKept: Bool) -> PackedCode {
    PackedCode(packed: packed & (isKept ? .max : 0))
  }
}

extension BitCursor {
  @inline(__always)
  fileprivate mutating func put(_ code: PackedCode) {
    put(code.packed & 0xFFFF_FFFF, count: Int(truncatingIfNeeded: code.packed &>> 32))
  }
}

/// The symbol of a repeat's length and the bits that follow it (RFC 1951, 3.2.5).
struct LengthSymbol {
  /// From 257 to 285.
  let number: Int
  let extra: UInt64
  let extraCount: Int

  static let shortest = 3

  /// - Parameter length: from ``shortest`` to 258.
  @inline(__always)
  init(_ length: Int) {
    // Eight lengths have a symbol each; then four symbols share a power of two.
    let rest = length - Self.shortest
    if length == RowRepeat.longest {
      (number, extra, extraCount) = (285, 0, 0)
    } else if rest < 8 {
      (number, extra, extraCount) = (257 + rest, 0, 0)
    } else {
      extraCount = Int.bitWidth - 3 - rest.leadingZeroBitCount
      number = 257 + 4 * extraCount + rest &>> extraCount
      extra = UInt64(rest & (1 &<< extraCount - 1))
    }
  }
}

/// The symbol of a repeat's distance and the bits that follow it (RFC 1951, 3.2.5).
struct DistanceSymbol {
  /// From 0 to 29.
  let number: Int
  let extra: UInt64
  let extraCount: Int

  /// - Parameter distance: from 1 to 32,768.
  @inline(__always)
  init(_ distance: Int) {
    // Four distances have a symbol each; then two symbols share a power of two.
    let rest = distance - 1
    if rest < 4 {
      (number, extra, extraCount) = (rest, 0, 0)
    } else {
      extraCount = Int.bitWidth - 2 - rest.leadingZeroBitCount
      number = 2 * extraCount + rest &>> extraCount
      extra = UInt64(rest & (1 &<< extraCount - 1))
    }
  }
}
