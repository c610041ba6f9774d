import FinanceModel

/// The state of an allocation between departments: who has passed what to whom.
struct ServiceFlow {
  let departments: [ServiceDepartment]
  /// Places of the service departments.
  let services: [Int]
  /// `use[from][to]`, own and negative use taken out, padded with zeros.
  let use: [[Quantity]]
  /// `passed[from][to]`.
  private(set) var passed: [[Amount]]
  private(set) var retained: [Amount]
  var order: [Int] = []
  var closedLoops: [[Int]] = []

  init(_ departments: [ServiceDepartment]) {
    self.departments = departments
    let count = departments.count
    services = departments.indices.filter { departments[$0].kind == .service }
    use = departments.indices.map { from in
      (0..<count).map { to in
        let row = departments[from].use
        guard to != from, to < row.count, row[to].isPositive else { return 0 }
        return row[to]
      }
    }
    passed = Array(repeating: Array(repeating: 0, count: count), count: count)
    retained = Array(repeating: 0, count: count)
  }

  func isService(_ place: Int) -> Bool { departments[place].kind == .service }

  /// What came to a department so far.
  func received(by place: Int) -> Amount { passed.reduce(0) { $0 + $1[place] } }

  /// Splits an amount among those receivers that `isOpen` accepts; keeps it where none uses any.
  ///
  /// - Returns: what each department received; empty where it was kept.
  @discardableResult
  mutating func pass(_ amount: Amount, from: Int, where isOpen: (Int) -> Bool) -> [Amount] {
    let weights = use[from].enumerated().map { isOpen($0.offset) ? $0.element : 0 }
    guard let split = Allocation.byWeights(amount, weights: weights) else {
      retained[from] += amount
      return []
    }
    for (to, share) in split.shares.enumerated() { passed[from][to] += share }
    return split.shares
  }

  /// Moves an amount to one receiver.
  mutating func pass(_ amount: Amount, from: Int, to: Int) {
    passed[from][to] += amount
  }

  /// Leaves an amount where it is.
  mutating func keep(_ amount: Amount, at place: Int) { retained[place] += amount }

  /// Service departments give to operating ones only.
  mutating func passDirectly() {
    let isOperating = departments.map { $0.kind == .operating }
    for service in services {
      pass(departments[service].amount, from: service) { isOperating[$0] }
    }
  }

  /// The allocation as results.
  func finished(order given: [String], method: ServiceDepartmentMethod) -> ServiceAllocation {
    let results = departments.enumerated().map { place, department in
      var result = ServiceDepartmentResult(
        name: department.name, kind: department.kind, amount: department.amount)
      result.received = received(by: place)
      result.total = department.amount + result.received
      result.allocatedTo = passed[place]
      return result
    }
    var allocation = ServiceAllocation(departments: results, retained: retained)
    allocation.order = order
    allocation.closedLoops = closedLoops
    if method == .stepDown {
      let known = Set(services.map { NameKey(departments[$0].name) })
      allocation.unknownInOrder = given.filter { !known.contains(NameKey($0)) }
    }
    return allocation
  }
}
