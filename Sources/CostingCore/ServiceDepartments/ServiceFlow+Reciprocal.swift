import FinanceModel

extension ServiceFlow {
  /// Service departments give to each other as well, all at the same time.
  ///
  /// The linear system is solved in doubles, what it says is passed on exactly, and what is still
  /// pending is solved for again, until it is less than a billionth; that last rest goes the
  /// shortest way out. So every department's own and received cost equals what it passed on.
  mutating func passReciprocally() {
    let hops = hopsOut()
    let leaving = services.filter { hops[$0] != nil }
    closedLoops = loops(among: services.filter { hops[$0] == nil })
    var pending = departments.map(\.amount)
    let system = ReciprocalSystem(self, services: leaving)
    for _ in 0..<Self.rounds {
      let steps = system.solve(leaving.map { pending[$0] })
      for (service, step) in zip(leaving, steps) where !step.isZero {
        pending[service] -= step
        let shares = pass(step, from: service) { _ in true }
        for (to, share) in shares.enumerated() where isService(to) { pending[to] += share }
      }
      if leaving.allSatisfy({ pending[$0].units.magnitude <= Self.negligible }) { break }
    }
    sendOut(&pending, along: hops)
    for stuck in services where hops[stuck] == nil { keep(pending[stuck], at: stuck) }
  }

  private static var rounds: Int { 60 }
  /// Units of 10⁻¹²: a billionth of a currency unit.
  private static var negligible: UInt128 { 1000 }

  /// Passes what is left the shortest way to a department that keeps it, the farthest first.
  private mutating func sendOut(_ pending: inout [Amount], along hops: [Int: Hop]) {
    let farthestFirst = hops.sorted {
      ($0.value.distance, $0.key) > ($1.value.distance, $1.key)
    }
    for (from, hop) in farthestFirst where !pending[from].isZero {
      pass(pending[from], from: from, to: hop.next)
      pending[hop.next] += pending[from]
      pending[from] = 0
    }
  }

  /// The next department on the shortest way from a service department to an operating one.
  struct Hop: Hashable {
    var next: Int
    var distance: Int
  }

  /// Hops of every service department that has a way out.
  private func hopsOut() -> [Int: Hop] {
    var hops: [Int: Hop] = [:]
    var reached = departments.indices.filter { !isService($0) }
    var distance = 1
    while !reached.isEmpty {
      var next: [Int] = []
      for service in services where hops[service] == nil {
        guard let to = reached.first(where: { use[service][$0].isPositive }) else { continue }
        hops[service] = Hop(next: to, distance: distance)
        next.append(service)
      }
      reached = next
      distance += 1
    }
    return hops
  }

  /// Groups of departments without a way out that serve each other; one that serves nobody is a
  /// group of its own.
  private func loops(among stuck: [Int]) -> [[Int]] {
    var left = stuck
    var groups: [[Int]] = []
    while let first = left.first {
      var group = [first]
      var place = 0
      while place < group.count {
        let member = group[place]
        group += left.filter { other in
          !group.contains(other)
            && (use[member][other].isPositive || use[other][member].isPositive)
        }
        place += 1
      }
      left.removeAll { group.contains($0) }
      groups.append(group.sorted())
    }
    return groups
  }
}

/// Total cost of service departments that serve each other: T = own + Fᵀ·T.
struct ReciprocalSystem {
  /// Row by row, with the identity taken in.
  private let matrix: [[Double]]

  init(_ flow: ServiceFlow, services: [Int]) {
    let totals = services.map { flow.use[$0].sum }
    matrix = services.indices.map { row in
      services.indices.map { column in
        let given = flow.use[services[column]][services[row]].ratio(to: totals[column]) ?? 0
        return (row == column ? 1 : 0) - given
      }
    }
  }

  /// The total that each department passes on when it starts with `amounts`.
  func solve(_ amounts: [Amount]) -> [Amount] {
    let totals = LinearSystem.solve(matrix, amounts.map(\.doubleValue))
    return zip(totals ?? [], amounts).map { total, amount in ExactDecimal(total) ?? amount }
  }
}
