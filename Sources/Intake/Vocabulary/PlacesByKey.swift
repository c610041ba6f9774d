/// The places of an array's elements by a key that several may have, with one array for all keys instead
/// of one for each.
struct PlacesByKey<Key: Hashable & Sendable>: Sendable {
  /// The last place with each key.
  private var last: [Key: Int32] = [:]
  /// By place, the one before it with the same key; −1 for none.
  private var previous: [Int32] = []

  init(reserving keys: Int = 0) {
    last.reserveCapacity(keys)
    previous.reserveCapacity(keys)
  }

  /// Adds a place beyond all those that were added.
  mutating func add(_ place: Int, to key: Key) {
    while previous.count < place { previous.append(-1) }
    previous.append(last.updateValue(Int32(clamping: place), forKey: key) ?? -1)
  }

  func has(_ key: Key) -> Bool { last[key] != nil }

  /// The places with a key, ascending.
  func places(of key: Key) -> [Int] {
    guard var place = last[key] else { return [] }
    var places: [Int] = []
    while place >= 0 {
      places.append(Int(place))
      place = previous[Int(place)]
    }
    return places.reversed()
  }
}
