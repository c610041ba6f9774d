import Synchronization

/// The texts of a long column one behind the other in UTF-8, as a file has them: looked up in memory and
/// escaped once for all sheets.
///
/// Several sheets list the same names, and are spelt at once: two threads that take a long text from the
/// same array count references to it, and wait for each other's counting.
struct FlatTexts: Sendable {
  /// Where a text lies in ``bytes``.
  struct Place {
    fileprivate(set) var start: Int
    /// Bytes; negative for no text and for one whose spaces have to be marked
    /// (``CellText/hasSpaceAtAnEnd(_:)``), and then there are none.
    fileprivate(set) var count: Int
  }

  private(set) var bytes: [UInt8] = []
  /// Parallel to the texts.
  private(set) var places: [Place] = []

  fileprivate init(_ texts: [String]) {
    places.reserveCapacity(texts.count)
    var out = ByteWriter(capacity: texts.count * 28)
    // Lent by the span: references to texts all over the memory are not counted.
    let all = texts.span
    for index in all.indices {
      let start = out.count
      if !Self.put(plain: all[index], into: &out) { Self.put(odd: all[index], into: &out) }
      places.append(Place(start: start, count: out.count > start ? out.count - start : -1))
    }
    bytes = out.bytes
  }

  /// Puts a text that is in the file as it is in memory; false where it is not.
  @inline(__always)
  private static func put(plain text: borrowing String, into out: inout ByteWriter) -> Bool {
    let utf8 = text.utf8Span.span
    guard CellText.isPlain(utf8) else { return false }
    out.put(utf8)
    return true
  }

  private static func put(odd text: String, into out: inout ByteWriter) {
    let stored = CellText.storable(text)
    if !CellText.hasSpaceAtAnEnd(stored) { out.put(escaped: stored) }
  }

  /// No texts at all.
  static let none = FlatTexts([])
}

/// Long columns of texts, made flat once for all sheets that have them.
final class FlatTextStore: Sendable {
  private struct Known {
    /// Holds the array, so that no other comes to lie at its address.
    let texts: [String]
    let flat: FlatTexts
  }

  private let known = Mutex<[UInt: Known]>([:])

  /// Texts of a column that is worth it.
  private static let leastCount = 1_000
  /// A string of so many bytes holds them itself, and nothing is counted.
  private static let ownBytes = 15

  /// The texts made flat; none where the column is short or its first texts are.
  func flat(_ texts: [String]) -> FlatTexts {
    guard texts.count >= Self.leastCount,
      texts.prefix(8).contains(where: { $0.utf8.count > Self.ownBytes })
    else { return .none }
    let address = texts.withUnsafeBufferPointer { UInt(bitPattern: $0.baseAddress) }
    return known.withLock { known in
      if let found = known[address], found.texts.count == texts.count { return found.flat }
      let flat = FlatTexts(texts)
      known[address] = Known(texts: texts, flat: flat)
      return flat
    }
  }
}
