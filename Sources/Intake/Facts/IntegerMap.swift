import CLinux

/// A map from integers to indices, open addressing with linear probing: a key and its index lie
/// side by side, so that a look-up mostly costs one access to memory. At most three of four slots
/// are taken.
struct IntegerMap<Key: FixedWidthInteger & Sendable> {
  private struct Slot {
    var key: Key = 0
    /// −1 where the slot is free.
    var value: Int32 = -1
  }

  private var slots: [Slot] = []
  private var mask = 0
  private(set) var count = 0

  init() {
    grow(to: 64)
  }

  /// An empty map that takes so many keys before it grows.
  init(capacity count: Int) {
    var capacity = 64
    while capacity * 3 < count * 4 { capacity *= 2 }
    grow(to: capacity)
  }

  /// A map that holds the keys, each with its place.
  init(_ keys: [Key]) {
    self.init(capacity: keys.count)
    for (place, key) in keys.enumerated() {
      _ = index(of: key, orInsert: Int32(clamping: place))
    }
  }

  /// Asks for the memory that a key's look-up begins with.
  @inline(__always)
  func fetch(_ key: Key) {
    slots.withUnsafeBufferPointer { slots in
      linux_prefetch(slots.baseAddress.map { $0 + Self.hash(key) & mask })
    }
  }

  /// The index of a key; nil where it has none.
  func index(of key: Key) -> Int32? {
    var place = Self.hash(key) & mask
    while slots[place].value >= 0 {
      if slots[place].key == key { return slots[place].value }
      place = (place + 1) & mask
    }
    return nil
  }

  /// The index of a key, which becomes `new` where it has none. `new` is not negative.
  mutating func index(of key: Key, orInsert new: Int32) -> (index: Int32, isNew: Bool) {
    var place = Self.hash(key) & mask
    while slots[place].value >= 0 {
      if slots[place].key == key { return (slots[place].value, false) }
      place = (place + 1) & mask
    }
    slots[place] = Slot(key: key, value: new)
    count += 1
    if count * 4 > slots.count * 3 {
      // While it is small in quick steps: each one puts all keys into new memory.
      grow(to: slots.count * (slots.count < Self.largeCapacity ? 4 : 2))
    }
    return (new, true)
  }

  private static var largeCapacity: Int { 1 << 20 }

  private mutating func grow(to capacity: Int) {
    let old = slots
    slots = [Slot](repeating: Slot(), count: capacity)
    mask = capacity - 1
    for slot in old where slot.value >= 0 {
      var place = Self.hash(slot.key) & mask
      while slots[place].value >= 0 { place = (place + 1) & mask }
      slots[place] = slot
    }
  }

  /// Fibonacci hashing: the high bits of a product with the golden ratio.
  private static func hash(_ key: Key) -> Int {
    let product = UInt64(truncatingIfNeeded: key) &* 0x9E37_79B9_7F4A_7C15
    return Int(truncatingIfNeeded: (product ^ (product >> 29)) & 0x7FFF_FFFF_FFFF_FFFF)
  }
}
