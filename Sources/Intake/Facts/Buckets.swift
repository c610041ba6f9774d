/// The places of items grouped by a small number, such as a customer's or a product's, in their order
/// within each group: two passes and no comparison.
struct Buckets {
  /// Places of the items, group by group.
  let places: [Int32]
  private let starts: [Int]

  /// - Parameters:
  ///   - count: how many groups there are.
  ///   - group: the group of an item; items of others than `0..<count` are left out.
  init<Item>(_ items: [Item], count: Int, group: (Item) -> Int) {
    var starts = [Int](repeating: 0, count: count + 1)
    for item in items {
      let group = group(item)
      if group >= 0, group < count { starts[group + 1] += 1 }
    }
    for index in starts.indices.dropFirst() { starts[index] += starts[index - 1] }
    var next = starts
    var places = [Int32](repeating: 0, count: starts[count])
    for (place, item) in items.enumerated() {
      let group = group(item)
      guard group >= 0, group < count else { continue }
      places[next[group]] = Int32(clamping: place)
      next[group] += 1
    }
    self.starts = starts
    self.places = places
  }

  /// The places of items ascending by one number, then by another; those beyond a count are left out.
  static func order<Item>(
    of items: [Item], by group: (Item) -> Int, count: Int, then lesser: (Item) -> Int,
    count lesserCount: Int
  ) -> [Int32] {
    // By the lesser number first: the second pass keeps the order of the first.
    let first = Buckets(items, count: lesserCount, group: lesser).places
    var order = Buckets(first, count: count) { group(items[Int($0)]) }.places
    for place in order.indices { order[place] = first[Int(order[place])] }
    return order
  }

  /// The places of a group's items.
  subscript(group: Int) -> ArraySlice<Int32> { places[starts[group]..<starts[group + 1]] }
}
