import WorkbookReading

/// What relationships lead to.
struct ReachableParts {
  let package: Package

  /// The parts that only the given ones reach, themselves and their relationship parts included.
  ///
  /// - Parameters:
  ///   - parts: where to start, normalised names.
  ///   - owner: the part whose relationships to them do not count.
  func onlyBelow(_ parts: [String], owner: String) -> Set<String> {
    let targets = Set(parts.map(PartName.key))
    let kept = reach(from: [""], skipping: targets, owner: PartName.key(owner))
    let below = reach(from: parts, skipping: [], owner: "")
    let gone = below.subtracting(kept)
    return gone.union(gone.map { PartName.key(PartName.relationships(of: $0)) })
  }

  /// Breadth-first, by folded names; the package itself is the empty name.
  private func reach(from start: [String], skipping: Set<String>, owner: String) -> Set<String> {
    var found = Set(start.map(PartName.key))
    var queue = Array(found)
    while let part = queue.popLast() {
      for relationship in (try? package.relationships(ofPart: part)) ?? [] {
        guard let target = relationship.part.map(PartName.key), !found.contains(target),
          package.contains(part: target), !(part == owner && skipping.contains(target))
        else { continue }
        found.insert(target)
        queue.append(target)
      }
    }
    found.remove("")
    return found
  }
}
