import CostingCore
import FinanceModel
import Testing

/// Every figure explains itself, and adds up on the way.
@Suite struct `Trails` {
  private func book() -> Book {
    var book = Book(revenue: ["C-104": 1000, "C-105": 3000])
    book.inputs.sales[0].grossRevenue = 1100
    book.inputs.sales[0].discount = 60
    book.inputs.sales[0].returns = 40
    book.inputs.sales[0].freight = 25
    book.addDriver("hours", [3, 7])
    book.addDriver("orders", [4, 4])
    book.addPool("Support", 333.33, .driver, driver: "hours", department: "Desk")
    book.addPool("Desk work", 100, .driver, capacity: 200)
    book.addActivity("orders", pool: "Desk work", driver: "orders", minutes: 10)
    book.addActivity("calls", pool: "Desk work", driver: "hours", minutes: 5)
    book.addPool("Office", 77, .revenue, costClass: .administration)
    book.addPool("Letters", 10, .even)
    book.inputs.serviceDepartments.departments = [
      ServiceDepartment(name: "IT", kind: .service, amount: 60, use: [0, 0, 2]),
      ServiceDepartment(name: "HR", kind: .service, amount: 30, use: [0, 0, 1]),
      ServiceDepartment(name: "Desk", kind: .operating, amount: exact(333.33)),
    ]
    return book
  }

  @Test func `of a customer add up on every level, from margin to driver`() throws {
    let book = book()
    let results = book.results
    let trail = try #require(
      CostingTrail.explain(book.inputs, results, customer: CustomerID("C-104")))
    #expect(trail.amount == results.customers[0].netMargin)
    #expect(trail.addsUp)
    #expect(
      trail.children.map(\.name.english) == [
        "Net revenue", "Direct cost", "Cost-to-serve", "Overhead",
      ])
    let support = try #require(trail.children[2].children.first)
    #expect(support.amount == -exact(126.999))
    #expect(support.basis?.quantity == 3)
    #expect(support.basis?.total == 10)
    #expect(
      support.sources == [
        .cell(SheetCell(sheet: "Cost pools", cell: CellAddress(row: 2, column: 1)))
      ])
    let cost = try #require(support.origins.first)
    #expect(cost.amount == exact(423.33))
    #expect(cost.children.map(\.name.english) == ["Own cost", "From IT", "From HR"])
    #expect(cost.children.map(\.amount) == exact([333.33, 60, 30]))
  }

  @Test func `of one pool show its activities`() throws {
    let book = book()
    let trail = try #require(
      CostingTrail.explain(
        book.inputs, book.results, customer: CustomerID("C-104"), pool: "desk work"))
    #expect(trail.addsUp)
    #expect(trail.children.map(\.amount) == exact([20, 7.5]))
    #expect(trail.children.map { $0.basis?.unitMinutes } == [10, 5])
    #expect(trail.amount == exact(27.5))
  }

  @Test func `of a pool show everybody's share and what nobody bears`() throws {
    let book = book()
    let trail = try #require(
      CostingTrail.explain(book.inputs, book.results, pool: "Desk work"))
    #expect(trail.addsUp)
    #expect(trail.amount == 100)
    #expect(trail.children.last?.name.english == "Unused capacity")
    #expect(trail.children.last?.amount == 35)
  }

  @Test func `carry rounding on a line of its own`() throws {
    var book = book()
    book.inputs.settings.rounding = 1
    let results = book.results
    for customer in book.inputs.customers {
      let trail = try #require(
        CostingTrail.explain(book.inputs, results, customer: customer.id))
      #expect(trail.addsUp)
      #expect(trail.amount.units % ExactDecimal.unitsPerOne == 0)
    }
    #expect(results.isBalanced)
  }

  @Test func `are not given for what does not exist`() {
    let book = book()
    let results = book.results
    #expect(CostingTrail.explain(book.inputs, results, customer: CustomerID("x")) == nil)
    #expect(
      CostingTrail.explain(book.inputs, results, customer: CustomerID("C-104"), pool: "x") == nil)
    #expect(CostingTrail.explain(book.inputs, results, pool: "x") == nil)
  }

  @Test func `stand beside a statement that adds up line by line`() throws {
    let book = book()
    let results = book.results
    let statement = try #require(
      CustomerProfitAndLoss(book.inputs, results, customer: 0))
    var sum: Amount = 0
    for line in statement.lines {
      if line.kind.isSubtotal { #expect(line.amount == sum) } else { sum += line.amount }
    }
    func amount(_ kind: CustomerProfitAndLoss.Kind) -> Amount? {
      statement.lines.first { $0.kind == kind }?.amount
    }
    #expect(amount(.listRevenue) == 1100)
    #expect(amount(.discount) == -60)
    #expect(amount(.netRevenue) == 1000)
    #expect(amount(.contribution1) == 500)
    #expect(amount(.contribution2) == 475)
    #expect(amount(.contribution3) == results.customers[0].cm3)
    #expect(amount(.netMargin) == results.customers[0].netMargin)
    #expect(statement.lines.first { $0.kind == .contribution2 }?.percentOfRevenue == 47.5)
    #expect(CustomerProfitAndLoss(book.inputs, results, customer: 9) == nil)
  }
}
