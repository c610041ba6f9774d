/// The places of items grouped by customer, in their order within each: two passes and no comparison.
struct CustomerBuckets {
  private var places: [Int32]
  private var starts: [Int]

  /// - Parameters:
  ///   - count: how many customers there are.
  ///   - customer: the customer of an item; items of others than `0..<count` are left out.
  init<Item>(_ items: [Item], count: Int, customer: (Item) -> Int) {
    starts = [Int](repeating: 0, count: count + 1)
    for item in items {
      let customer = customer(item)
      if customer >= 0, customer < count { starts[customer + 1] += 1 }
    }
    for index in starts.indices.dropFirst() { starts[index] += starts[index - 1] }
    var next = starts
    places = [Int32](repeating: 0, count: starts[count])
    for (place, item) in items.enumerated() {
      let customer = customer(item)
      guard customer >= 0, customer < count else { continue }
      places[next[customer]] = Int32(clamping: place)
      next[customer] += 1
    }
  }

  /// The places of a customer's items.
  subscript(customer: Int) -> ArraySlice<Int32> { places[starts[customer]..<starts[customer + 1]] }
}
