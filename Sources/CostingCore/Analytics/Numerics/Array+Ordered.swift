extension Array where Element: Sendable {
  /// The elements in the order of a number of each; where that is the same, in an order of their own.
  ///
  /// Many are put in order by the digits of their numbers, eleven bits at a time, instead of by
  /// comparing them, whose outcome the processor cannot foresee.
  ///
  /// - Parameters:
  ///   - key: never falls where elements ascend.
  ///   - precedes: a strict order of elements with the same number.
  func ordered(
    by key: (Element) -> UInt64, then precedes: (Element, Element) -> Bool
  ) -> [Element] {
    var keys = indices.map { KeyedPlace(key: key(self[$0]), place: Int32(truncatingIfNeeded: $0)) }
    keys.order()
    var ordered = keys.map { self[Int($0.place)] }
    var start = 0
    for end in keys.indices where end + 1 == keys.count || keys[end].key != keys[end + 1].key {
      if end > start { ordered[start...end].sort(by: precedes) }
      start = end + 1
    }
    return ordered
  }
}

/// An element's number and its place.
private struct KeyedPlace {
  var key: UInt64
  var place: Int32
}

extension [KeyedPlace] {
  /// Fewer are compared.
  private static var leastToCount: Int { 512 }
  private static var digitBits: Int { 11 }

  /// Ascending; those with the same number stay in their order.
  fileprivate mutating func order() {
    guard count >= Self.leastToCount else {
      return sort { ($0.key, $0.place) < ($1.key, $1.place) }
    }
    // Bits that are the same in all keys need not be looked at.
    let (all, any) = reduce((UInt64.max, UInt64(0))) { ($0.0 & $1.key, $0.1 | $1.key) }
    var other = self
    for shift in stride(from: 0, to: UInt64.bitWidth, by: Self.digitBits)
    where (all ^ any) >> UInt64(shift) & UInt64(1 << Self.digitBits - 1) != 0 {
      Self.move(self, into: &other, byDigitAt: shift)
      swap(&self, &other)
    }
  }

  private static func move(_ source: Self, into target: inout Self, byDigitAt shift: Int) {
    let mask = UInt64(1 << digitBits - 1)
    var starts = [Int](repeating: 0, count: 1 << digitBits + 1)
    for element in source { starts[Int(element.key >> UInt64(shift) & mask) + 1] += 1 }
    for digit in starts.indices.dropFirst() { starts[digit] += starts[digit - 1] }
    for element in source {
      let digit = Int(element.key >> UInt64(shift) & mask)
      target[starts[digit]] = element
      starts[digit] += 1
    }
  }
}

extension Double {
  /// A number that ascends with the value, and is the same for both zeros; NaN has no place in order.
  var ascendingKey: UInt64 {
    let bits = (self + 0).bitPattern
    return bits >> 63 == 0 ? bits | 1 << 63 : ~bits
  }
}

extension Int128 {
  /// A number that never falls where values ascend, and tells those apart that differ in their first 56
  /// bits: the bit length and what follows the first bit, as in a floating-point number.
  var ascendingKey: UInt64 {
    let (high, low) = (
      UInt64(truncatingIfNeeded: magnitude &>> 64), UInt64(truncatingIfNeeded: magnitude)
    )
    let length = high > 0 ? 128 - high.leadingZeroBitCount : 64 - low.leadingZeroBitCount
    let first =
      length > 56
      ? UInt64(truncatingIfNeeded: magnitude &>> UInt128(length - 56)) : low << UInt64(56 - length)
    let key = UInt64(length) << 55 | first & (1 << 55 - 1)
    return self < 0 ? 1 << 63 - 1 - key : 1 << 63 | key
  }
}
