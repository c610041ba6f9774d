import WorkbookReading

/// Shared strings each of which is greater than the one before, as numbers of invoices mostly are: each
/// is a value of its own, and no text needs to be made to know it.
struct AscendingStrings {
  private var places: [Int32] = []

  var count: Int { places.count }

  mutating func expect(count: Int) { places.reserveCapacity(count) }

  /// The texts so far, in their order.
  func texts(in strings: SharedStrings) -> [String] {
    places.map { strings.string(at: Int($0)) }
  }

  /// The index of one more string; nil where it is not greater than the last, or where its bytes alone do
  /// not tell which value it is: it may write a number, or has letters that can be composed otherwise, or
  /// blanks around it.
  mutating func append(_ shared: Int, of strings: SharedStrings) -> Int32? {
    let index = Int32(clamping: places.count)
    let last = places.last.map(Int.init)
    let isNext = strings.withBytes(at: shared) { text in
      guard Self.isPlain(text) else { return false }
      guard let last else { return true }
      return strings.withBytes(at: last) { Self.precedes($0, text) }
    }
    guard isNext else { return nil }
    places.append(Int32(truncatingIfNeeded: shared))
    return index
  }

  /// Whether a text begins with a letter and ends without a blank, all in ASCII.
  private static func isPlain(_ text: Span<UInt8>) -> Bool {
    guard !text.isEmpty, text[text.count - 1] > UInt8(ascii: " ") else { return false }
    guard (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(text[0] | 0x20) else { return false }
    for place in text.indices where text[place] >= 0x7F { return false }
    return true
  }

  private static func precedes(_ left: Span<UInt8>, _ right: Span<UInt8>) -> Bool {
    for place in 0..<min(left.count, right.count) where left[place] != right[place] {
      return left[place] < right[place]
    }
    return left.count < right.count
  }
}
