extension RandomAccessCollection {
  /// The first few of the elements that count, in their order: of many elements few are ever among
  /// them, so the others are neither moved nor sorted.
  ///
  /// - Parameters:
  ///   - limit: the most that are wanted, at least one.
  ///   - precedes: a strict order; of two that are equal the earlier one comes first.
  func foremost(
    _ limit: Int, where counts: (Element) -> Bool, by precedes: (Element, Element) -> Bool
  ) -> [Element] {
    var kept: [Element] = []
    for place in indices where counts(self[place]) {
      if kept.count == limit {
        guard precedes(self[place], kept[limit - 1]) else { continue }
        kept.removeLast()
      }
      let element = self[place]
      kept.insert(element, at: kept.firstIndex { precedes(element, $0) } ?? kept.endIndex)
    }
    return kept
  }
}
