import CostingCore
import FinanceModel
import Testing

/// Service departments within a costed workbook, and the cases no textbook prints.
@Suite struct `Service departments` {
  private func department(
    _ name: String, _ amount: Double, _ kind: ServiceDepartment.Kind, _ use: [Double] = []
  ) -> ServiceDepartment {
    ServiceDepartment(name: name, kind: kind, amount: exact(amount), use: exact(use))
  }

  @Test func `give what came to a department to its pools by their own amounts`() throws {
    var book = Book(revenue: ["a": 1000])
    book.addPool("Support", 300, .revenue, department: "Desk")
    book.addPool("Returns", 100, .revenue, department: "desk")
    book.addPool("Visits", 500, .revenue, department: "Field")
    book.inputs.serviceDepartments.departments = [
      department("IT", 200, .service, [9, 1, 3]), department("Desk", 400, .operating),
      department("Field", 510, .operating),
    ]
    let results = book.results
    #expect(results.pool("Support")?.received == exact(37.5))
    #expect(results.pool("Returns")?.received == exact(12.5))
    #expect(results.pool("Visits")?.received == 150)
    #expect(results.totals.costToServe == 1100)
    #expect(results.codes == ["COST-018"])
    #expect(results.isBalanced)
    let desk = try #require(results.serviceDepartments.first { $0.name == "Desk" })
    #expect(desk.received == 50)
    #expect(desk.total == 450)
  }

  @Test func `make a pool for an operating department that has none`() {
    var book = Book(revenue: ["a": 1000, "b": 0])
    book.addDriver("Desk", [1, 3])
    book.inputs.serviceDepartments.departments = [
      department("IT", 200, .service, [0, 1, 1]), department("Desk", 400, .operating),
      department("Field", 500, .operating),
    ]
    let results = book.results
    #expect(results.pool("Desk")?.byCustomer == [125, 375])
    #expect(results.pool("Field")?.unallocated == 600)
    #expect(results.codes == ["COST-027", "COST-027"])
    #expect(results.isBalanced)
  }

  @Test func `that nobody uses keep their cost in sight`() {
    var book = Book(revenue: ["a": 1000])
    book.addPool("Support", 300, .revenue, department: "Desk")
    book.inputs.serviceDepartments.departments = [
      department("IT", 200, .service), department("Desk", 300, .operating),
    ]
    let results = book.results
    #expect(results.totals.unallocated == 200)
    #expect(results.codes == ["COST-017"])
    #expect(results.isBalanced)
  }

  @Test func `that only serve each other are named as a closed loop`() throws {
    var book = Book(revenue: ["a": 1000])
    book.addPool("Support", 300, .revenue, department: "Desk")
    book.inputs.settings.serviceDepartmentMethod = .reciprocal
    book.inputs.serviceDepartments.departments = [
      department("IT", 200, .service, [0, 1, 0, 0]),
      department("HR", 100, .service, [1, 0, 0, 0]),
      department("Kitchen", 50, .service, [0, 1, 0, 4]), department("Desk", 300, .operating),
    ]
    let results = book.results
    #expect(results.codes == ["COST-016"])
    let finding = try #require(results.findings.first { $0.code.id == "COST-016" })
    #expect(finding.sentences(in: .english).what.contains("“IT”, “HR”"))
    #expect(results.totals.unallocated == 310)
    #expect(results.pool("Support")?.received == 40)
    #expect(results.isBalanced)
  }

  @Test func `step down by share of service given where no order is set`() {
    let allocation = ServiceDepartmentAllocation.allocate(
      [
        department("A", 100, .service, [5, 0, 2, 8]),
        department("B", 100, .service, [6, 0, 0, 4]),
        department("C", 100, .service, [2, 0, 0, 8]), department("P", 0, .operating),
      ], method: .stepDown)
    #expect(allocation.order == [1, 0, 2])
    #expect(allocation.departments[3].received == 300)
  }

  @Test func `follow a given order and name what is no department`() {
    let allocation = ServiceDepartmentAllocation.allocate(
      [
        department("A", 100, .service, [0, 1, 1]), department("B", 100, .service, [1, 0, 1]),
        department("P", 0, .operating),
      ], method: .stepDown, order: ["b", "Canteen"])
    #expect(allocation.order == [1, 0])
    #expect(allocation.unknownInOrder == ["Canteen"])
    #expect(allocation.departments[0].received == 50)
  }

  @Test(arguments: ServiceDepartmentMethod.allCases)
  func `lose nothing, whoever serves whom`(method: ServiceDepartmentMethod) {
    var generator = SeededGenerator(seed: 11)
    for _ in 0..<80 {
      let count = Int.random(in: 2...9, using: &generator)
      let departments = (0..<count).map { place in
        department(
          "d\(place)", Double(Int.random(in: -500...99999, using: &generator)) / 7,
          place % 3 == 2 ? .operating : .service,
          (0..<count).map { _ in
            Double(max(0, Int.random(in: -4...30, using: &generator))) / 4
          })
      }
      let allocation = ServiceDepartmentAllocation.allocate(departments, method: method)
      let operating = allocation.departments.filter { $0.kind == .operating }.map(\.total).sum
      #expect(operating + allocation.retained.sum == departments.map(\.amount).sum)
      for (place, result) in allocation.departments.enumerated() where result.kind == .service {
        #expect(result.allocatedTo.sum + allocation.retained[place] == result.total)
      }
    }
  }

  @Test func `serve each other almost without end and still lose nothing`() {
    let departments = [
      department("A", 1000, .service, [0, 999_999, 1]),
      department("B", 500, .service, [1_000_000, 0, 0]), department("P", 0, .operating),
    ]
    let allocation = ServiceDepartmentAllocation.allocate(departments, method: .reciprocal)
    #expect(allocation.departments[2].received == 1500)
    #expect(
      near(allocation.departments[0].total, 1_500_000_000, within: 1))
  }

  @Test func `charge fixed cost by capacity and variable cost by use`() throws {
    let charge = try #require(
      ServiceDepartmentAllocation.dualRate(
        fixedCost: 1000, variableCost: 300, capacity: [3, 2], use: [1, 2]))
    #expect(charge.fixed == [600, 400])
    #expect(charge.variable == [100, 200])
    #expect(charge.total == [700, 600])
    #expect(ServiceDepartmentAllocation.singleRate(cost: 300, use: [1, 2]) == [100, 200])
    #expect(
      ServiceDepartmentAllocation.dualRate(
        fixedCost: 1, variableCost: 1, capacity: [0, 0], use: [1, 1]) == nil)
  }
}
