extension Array {
  /// The elements ascending by a small number, such as their customer's, and then by another order: each
  /// is moved to its group once, and groups of some dozen are put in order where they lie.
  ///
  /// - Parameters:
  ///   - count: how many groups there are.
  ///   - group: the group of an element; elements of others than `0..<count` are left out.
  ///   - precedes: a strict order of a group's elements; equal ones may change places.
  func grouped(
    by group: (Element) -> Int, count: Int, then precedes: (Element, Element) -> Bool
  ) -> [Element] {
    var starts = [Int](repeating: 0, count: count + 1)
    for element in self {
      let group = group(element)
      if group >= 0, group < count { starts[group + 1] += 1 }
    }
    for index in starts.indices.dropFirst() { starts[index] += starts[index - 1] }
    return [Element](unsafeUninitializedCapacity: starts[count]) { target, filled in
      var next = starts
      for element in self {
        let group = group(element)
        guard group >= 0, group < count else { continue }
        target.initializeElement(at: next[group], to: element)
        next[group] += 1
      }
      filled = starts[count]
      for group in 0..<count where starts[group + 1] - starts[group] > 1 {
        target[starts[group]..<starts[group + 1]].order(by: precedes)
      }
    }
  }
}

extension Slice where Base: MutableCollection & RandomAccessCollection, Base.Index == Int {
  /// Sorts a few elements by putting each in its place, more of them as the library does.
  fileprivate mutating func order(by precedes: (Element, Element) -> Bool) {
    guard count <= 64 else { return sort(by: precedes) }
    guard count > 1 else { return }
    for place in startIndex + 1..<endIndex {
      let element = self[place]
      var free = place
      while free > startIndex, precedes(element, self[free - 1]) {
        self[free] = self[free - 1]
        free -= 1
      }
      if free < place { self[free] = element }
    }
  }
}
