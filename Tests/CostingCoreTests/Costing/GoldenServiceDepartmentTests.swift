import CostingCore
import FinanceModel
import Testing

/// Published allocations of service departments, each named after its source.
@Suite struct `Golden service departments` {
  /// Departments in the order of `costs`; what is not among `services` is operating.
  private func departments(
    _ costs: KeyValuePairs<String, Double>, services: Set<String>,
    use: [String: [String: Double]]
  ) -> [ServiceDepartment] {
    costs.map { name, cost in
      ServiceDepartment(
        name: name, kind: services.contains(name) ? .service : .operating, amount: exact(cost),
        use: costs.map { exact(use[name]?[$0.key] ?? 0) })
    }
  }

  private func totals(_ allocation: ServiceAllocation) -> [String: ServiceDepartmentResult] {
    Dictionary(uniqueKeysWithValues: allocation.departments.map { ($0.name, $0) })
  }

  private var caplan: [ServiceDepartment] {
    departments(
      ["HR": 80000, "DP": 120000, "RM": 40000, "Machining": 0, "Assembly": 0],
      services: ["HR", "DP", "RM"],
      use: [
        "HR": ["DP": 0.2, "RM": 0.1, "Machining": 0.4, "Assembly": 0.3],
        "DP": ["HR": 0.08, "RM": 0.07, "Machining": 0.3, "Assembly": 0.55],
        "RM": ["Machining": 0.5, "Assembly": 0.5],
      ])
  }

  @Test func `Caplan 10.4: reciprocal`() {
    let found = totals(
      ServiceDepartmentAllocation.allocate(caplan, method: .reciprocal))
    #expect(near(found["HR"]?.total, 91057, within: 1))
    #expect(near(found["DP"]?.total, 138211, within: 1))
    #expect(near(found["RM"]?.total, 58781, within: 1))
    #expect(near(found["Machining"]?.total, 107276, within: 1))
    #expect(near(found["Assembly"]?.total, 132723, within: 1))
    let operating = [found["Machining"], found["Assembly"]].compactMap { $0?.total }.sum
    #expect(operating == 240000)
  }

  @Test func `Caplan 10.3: step-down in the order HR, DP, RM`() {
    let found = totals(
      ServiceDepartmentAllocation.allocate(
        caplan, method: .stepDown, order: ["HR", "DP", "RM"]))
    #expect(near(found["Machining"]?.total, 105521.74, within: 0.005))
    #expect(near(found["Assembly"]?.total, 134478.26, within: 0.005))
  }

  @Test func `Lumen: step-down with machine hours and headcount`() {
    let allocation = ServiceDepartmentAllocation.allocate(
      departments(
        ["Maintenance": 8000, "Administration": 4000, "Dept 1": 32000, "Dept 2": 36000],
        services: ["Maintenance", "Administration"],
        use: [
          "Maintenance": ["Administration": 2000, "Dept 1": 1500, "Dept 2": 2500],
          "Administration": ["Maintenance": 100, "Dept 1": 250, "Dept 2": 150],
        ]), method: .stepDown, order: ["Maintenance", "Administration"])
    let found = totals(allocation)
    #expect(found["Maintenance"]?.total == 8000)
    #expect(near(found["Administration"]?.total, 6667, within: 0.5))
    #expect(found["Maintenance"]?.allocatedTo[2] == 2000)
    #expect(allocation.departments.suffix(2).map(\.total).sum == 80000)
  }

  @Test(arguments: [
    (ServiceDepartmentMethod.direct, 604600.0, 711200.0), (.stepDown, 573360, 742440),
  ])
  func `Expertsmind 30131914: three service departments`(
    method: ServiceDepartmentMethod, first: Double, second: Double
  ) {
    let found = totals(
      ServiceDepartmentAllocation.allocate(
        departments(
          ["S1": 92400, "S2": 184800, "S3": 138600, "P1": 400000, "P2": 500000],
          services: ["S1", "S2", "S3"],
          use: [
            "S1": ["S2": 1000, "S3": 2000, "P1": 4000, "P2": 3000],
            "S2": ["S1": 2000, "S3": 4000, "P1": 10000, "P2": 4000],
            "S3": ["S1": 4500, "P1": 1500, "P2": 9000],
          ]), method: method, order: ["S1", "S2", "S3"]))
    #expect(near(found["P1"]?.total, first, within: 0.5))
    #expect(near(found["P2"]?.total, second, within: 0.5))
    #expect([found["P1"], found["P2"]].compactMap { $0?.total }.sum == 1_315_800)
    if method == .stepDown {
      #expect(near(found["S2"]?.total, 194040, within: 0.5))
      #expect(near(found["S3"]?.total, 200200, within: 0.5))
    }
  }

  @Test func `Accounting for Management: Y and Z serve each other`() {
    let found = totals(
      ServiceDepartmentAllocation.allocate(
        departments(
          ["Y": 7260, "Z": 4000, "A": 0, "B": 0], services: ["Y", "Z"],
          use: [
            "Y": ["Z": 0.2, "A": 0.4, "B": 0.4], "Z": ["Y": 0.3, "A": 0.35, "B": 0.35],
          ]), method: .reciprocal))
    #expect(near(found["Y"]?.total, 9000, within: 0.005))
    #expect(near(found["Z"]?.total, 5800, within: 0.005))
  }
}
