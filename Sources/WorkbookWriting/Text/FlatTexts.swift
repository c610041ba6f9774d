import Synchronization

/// The texts of a long column one behind the other in UTF-8, as a file has them.
///
/// Several sheets list the same names, and are spelt at once: two threads that take a long text from the
/// same array count references to it, and wait for each other's counting.
struct FlatTexts: Sendable {
  /// Where a text lies in ``bytes``.
  struct Place {
    fileprivate(set) var start: Int
    /// Bytes; negative where the text does not stand in a cell as it is (``CellText/isPlain(_:)``), and
    /// then there are none.
    fileprivate(set) var count: Int
  }

  private(set) var bytes: [UInt8] = []
  /// Parallel to the texts.
  private(set) var places: [Place] = []

  fileprivate init(_ texts: [String]) {
    places.reserveCapacity(texts.count)
    bytes.reserveCapacity(texts.count * 24)
    for text in texts {
      let utf8 = text.utf8Span.span
      let isPlain = CellText.isPlain(utf8)
      places.append(Place(start: bytes.count, count: isPlain ? utf8.count : -1))
      if isPlain { utf8.withUnsafeBufferPointer { bytes.append(contentsOf: $0) } }
    }
  }

  /// No texts at all.
  static let none = FlatTexts([])
}

/// The columns of texts that several sheets have, made flat once.
final class FlatTextStore: Sendable {
  private struct Known {
    /// Holds the array, so that no other comes to lie at its address.
    let texts: [String]
    /// Nil where one sheet has asked for it yet: for that one alone it would be work done twice.
    var flat: FlatTexts?
  }

  private let known = Mutex<[UInt: Known]>([:])

  /// Texts of a column that is worth it.
  private static let leastCount = 1_000
  /// A string of so many bytes holds them itself, and nothing is counted.
  private static let ownBytes = 15

  /// The texts made flat; none when they are asked for the first time, and where the column is short or
  /// its first texts are.
  func flat(_ texts: [String]) -> FlatTexts {
    guard texts.count >= Self.leastCount,
      texts.prefix(8).contains(where: { $0.utf8.count > Self.ownBytes })
    else { return .none }
    let address = texts.withUnsafeBufferPointer { UInt(bitPattern: $0.baseAddress) }
    return known.withLock { known in
      guard var found = known[address], found.texts.count == texts.count else {
        known[address] = Known(texts: texts)
        return .none
      }
      let flat = found.flat ?? FlatTexts(texts)
      found.flat = flat
      known[address] = found
      return flat
    }
  }
}
