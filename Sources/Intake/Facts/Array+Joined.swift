extension Array {
  /// The elements ascending by a small number, such as their customer's, and by another small one within;
  /// those that are equal in both become one.
  ///
  /// Nothing is compared: places of elements are counted into their order, first by the one number, then by
  /// the other. Every element is moved once, its memory asked for some elements ahead.
  ///
  /// - Parameters:
  ///   - group: the group of an element; elements of others than `0..<count` are left out.
  ///   - count: how many groups there are.
  ///   - order: what a group's elements ascend by.
  ///   - orders: the numbers that there may be of it; others must not be met.
  ///   - join: adds a later element to an earlier one that is equal in both.
  func joined(
    by group: (Element) -> Int, count: Int, then order: (Element) -> Int, in orders: Range<Int>,
    _ join: (inout Element, Element) -> Void
  ) -> [Element] {
    let places = placesInOrder(group, count: count, then: order, in: orders)
    return [Element](unsafeUninitializedCapacity: places.count) { target, filled in
      for index in places.indices {
        if index + Self.ahead < places.count { fetch(Int(places[index + Self.ahead])) }
        let element = self[Int(places[index])]
        if filled > 0, order(target[filled - 1]) == order(element),
          group(target[filled - 1]) == group(element)
        {
          join(&target[filled - 1], element)
        } else {
          target.initializeElement(at: filled, to: element)
          filled += 1
        }
      }
    }
  }

  private static var ahead: Int { 16 }

  /// The places of all elements, put in order.
  private func placesInOrder(
    _ group: (Element) -> Int, count: Int, then order: (Element) -> Int, in range: Range<Int>
  ) -> [UInt32] {
    var (groups, orders) = (Buckets(count: count), Buckets(count: range.count))
    for element in self {
      let group = group(element)
      guard group >= 0, group < count else { continue }
      groups.count(group)
      orders.count(order(element) - range.lowerBound)
    }
    // The group in the upper half of a number, the place in the lower one.
    let byOrder = orders.filled(with: UInt64(0)) { target, orders in
      for place in indices {
        let group = group(self[place])
        guard group >= 0, group < count else { continue }
        target[orders.next(order(self[place]) - range.lowerBound)] =
          UInt64(group) << 32 | UInt64(UInt32(truncatingIfNeeded: place))
      }
    }
    return groups.filled(with: UInt32(0)) { target, groups in
      for number in byOrder {
        target[groups.next(Int(number >> 32))] = UInt32(truncatingIfNeeded: number)
      }
    }
  }
}

/// How many things there are of each number, and where the next one of a number goes.
private struct Buckets {
  private var counts: [Int]

  init(count: Int) { counts = [Int](repeating: 0, count: count) }

  mutating func count(_ number: Int) { counts[number] += 1 }

  /// The place of the next thing of a number.
  mutating func next(_ number: Int) -> Int {
    defer { counts[number] += 1 }
    return counts[number]
  }

  /// An array of all that was counted, which the body puts to their places.
  func filled<Value>(
    with value: Value, _ body: (inout MutableSpan<Value>, inout Buckets) -> Void
  ) -> [Value] {
    var starts = self
    var sum = 0
    for number in counts.indices {
      starts.counts[number] = sum
      sum += counts[number]
    }
    var values = [Value](repeating: value, count: sum)
    var span = values.mutableSpan
    body(&span, &starts)
    return values
  }
}

extension Range<Int> {
  /// Grows to hold a number, too.
  @inline(__always)
  mutating func extend(to number: Int) {
    if isEmpty {
      self = number..<number + 1
    } else if !contains(number) {
      self = Swift.min(lowerBound, number)..<Swift.max(upperBound, number + 1)
    }
  }
}
