import FinanceModel

extension CostingRun {
  /// Passes service cost on to the pools of the operating departments.
  mutating func allocateServiceDepartments() {
    let departments = inputs.serviceDepartments.departments
    guard !departments.isEmpty else { return }
    let allocation = ServiceDepartmentAllocation.allocate(
      departments, method: inputs.settings.serviceDepartmentMethod,
      order: inputs.settings.stepDownOrder)
    results.serviceDepartments = allocation.departments
    report(allocation)
    for (place, department) in departments.enumerated() {
      switch department.kind {
      case .operating: hand(allocation.departments[place].received, to: department)
      case .service: keep(allocation.retained[place], of: department)
      }
    }
  }

  private mutating func report(_ allocation: ServiceAllocation) {
    let departments = inputs.serviceDepartments.departments
    let setting = inputs.settings.asRead.first { NameKey($0.name) == NameKey("Step-down Order") }
    for name in allocation.unknownInOrder {
      note(CostingFinding.unknownInOrder, at: setting?.provenance, ["department": name])
    }
    for loop in allocation.closedLoops where loop.count > 1 {
      note(
        CostingFinding.serviceLoop, at: departments[loop[0]].provenance,
        [
          "departments": loop.map { "“\(departments[$0].name)”" }.joined(separator: ", "),
          "amount": loop.map { allocation.retained[$0] }.sum.description,
        ])
    }
    let looping = Set(allocation.closedLoops.filter { $0.count > 1 }.joined())
    for (place, amount) in allocation.retained.enumerated()
    where !amount.isZero && !looping.contains(place) {
      note(
        CostingFinding.serviceUnused, at: departments[place].provenance,
        ["department": departments[place].name, "amount": amount.description])
    }
    reportPoolsOfServices()
  }

  private mutating func reportPoolsOfServices() {
    let services = Set(
      inputs.serviceDepartments.departments.filter { $0.kind == .service }
        .map { NameKey($0.name) })
    for pool in inputs.costPools {
      guard let department = pool.department, services.contains(NameKey(department)) else {
        continue
      }
      note(
        CostingFinding.poolOfServiceDepartment, at: pool.provenance,
        ["pool": pool.name, "department": department])
    }
  }

  /// Gives an operating department's pools what came to it, in proportion to their own amounts.
  private mutating func hand(_ received: Amount, to department: ServiceDepartment) {
    let key = NameKey(department.name)
    let own = inputs.costPools.indices.filter {
      inputs.costPools[$0].department.map { NameKey($0) == key } ?? false
    }
    guard !own.isEmpty else {
      makePool(of: department, received: received)
      return
    }
    let amounts = own.map { inputs.costPools[$0].amount }
    reconcile(department, with: amounts.sum)
    let split =
      Allocation.byWeights(received, weights: amounts)
      ?? Allocation.evenly(received, among: own.count)
    for (pool, share) in zip(own, split?.shares ?? []) { results.pools[pool].received += share }
  }

  private mutating func reconcile(_ department: ServiceDepartment, with pools: Amount) {
    let difference = pools - department.amount
    guard !difference.isZero else { return }
    note(
      CostingFinding.departmentDiffers, at: department.provenance,
      [
        "department": department.name, "stated": department.amount.description,
        "pools": pools.description, "difference": difference.description,
      ])
  }

  /// A pool of the department's name, for one that has none.
  private mutating func makePool(of department: ServiceDepartment, received: Amount) {
    let isDriven =
      catalogue.find(department.name) != nil
      || inputs.activities.contains { NameKey($0.pool) == NameKey(department.name) }
    var pool = CostPool(
      name: department.name, amount: department.amount, method: isDriven ? .driver : .unallocated)
    pool.department = department.name
    pool.driver = isDriven ? department.name : nil
    pool.provenance = department.provenance
    addPool(pool)
    results.pools[results.pools.count - 1].received = received
    note(
      CostingFinding.departmentWithoutPool, at: department.provenance,
      ["department": department.name, "amount": (department.amount + received).description])
  }

  /// A pool for what a service department could not pass on, so that it stays visible.
  private mutating func keep(_ amount: Amount, of department: ServiceDepartment) {
    guard !amount.isZero else { return }
    var pool = CostPool(name: department.name, amount: amount, method: .unallocated)
    pool.department = department.name
    pool.provenance = department.provenance
    addPool(pool)
  }
}
