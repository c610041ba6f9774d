import CostingCore
import FinanceModel
import Testing

@testable import Marginbook

@Suite struct `Sample of a manufacturer` {
  private let lines = Manufacturer.sales.filter { $0.date.month.year == Manufacturer.year }

  @Test func `it is as large as promised`() {
    #expect(Manufacturer.customers.count == 40)
    #expect((1_800...2_400).contains(Manufacturer.sales.count))
    #expect(Manufacturer.pools.filter { $0.method == .driver }.count == 8)
    #expect(Set(Manufacturer.sales.map(\.date.month)).count == 24)
  }

  @Test func `it has what real workbooks have: returns, and sales without a customer`() {
    #expect(lines.contains { $0.quantity < 0 && $0.net < 0 && $0.productCost < 0 })
    #expect(lines.contains { $0.returns > 0 })
    #expect(lines.contains { $0.customer == nil })
  }

  @Test func `ids, names and documents are distinct`() {
    let customers = Manufacturer.customers
    #expect(Set(customers.map(\.id)).count == customers.count)
    #expect(Set(customers.map(\.name.english)).count == customers.count)
    #expect(Set(customers.map(\.name.chinese)).count == customers.count)
    let documents = Dictionary(grouping: Manufacturer.sales, by: \.document)
    #expect(documents.values.allSatisfy { Set($0.map { $0.customer?.id }).count == 1 })
  }

  @Test func `nobody orders before coming or after leaving`() {
    for line in Manufacturer.sales {
      #expect(line.customer?.isServed(on: line.date) ?? true)
    }
  }

  @Test func `every driver that a pool or an activity names has quantities`() {
    let headers = Set(Manufacturer.driverTable.columns.map(\.column.header.english))
    let named =
      Manufacturer.pools.compactMap { $0.driver?.english }
      + Manufacturer.activities.map(\.driver.english)
    for driver in named where driver != Manufacturer.DriverNames.orders.english {
      #expect(headers.contains(driver), "\(driver)")
    }
    for column in Manufacturer.driverTable.columns.dropFirst() {
      #expect(column.cells.contains { $0.number > 0 }, "\(column.column.header.english)")
    }
  }

  @Test func `ageing adds up to the closing balance`() {
    let table = Manufacturer.receivableTable
    for row in 0..<table.rowCount {
      let cents = table.columns.map { column -> Int in
        if case .cents(let cents) = column.cells[row] { cents } else { 0 }
      }
      #expect(cents[2] == cents[3...].reduce(0, +))
    }
  }

  @Test func `departments bear what their pools cost`() {
    let pools = Manufacturer.pools.filter { $0.department != nil }.reduce(0) { $0 + $1.amount }
    let table = Manufacturer.departmentTable
    let operating = (0..<table.rowCount).reduce(0) { sum, row in
      guard table.columns[2].cells[row] == .text(KindWords.operating),
        case .cents(let cents) = table.columns[1].cells[row]
      else { return sum }
      return sum + cents
    }
    #expect(operating == pools)
  }
}

@Suite struct `Seeded generator` {
  @Test func `it draws the published sequence`() {
    // SplitMix64 from seed 1234567, as its reference implementation prints it.
    var generator = SeededGenerator(seed: 1_234_567)
    let drawn = (0..<3).map { _ in generator.next() }
    #expect(
      drawn == [
        6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423,
      ])
  }

  @Test func `draws stay within their limits and reach both`() {
    var generator = SeededGenerator(seed: 1)
    let drawn = (0..<2_000).map { _ in generator.draw(-1...3) }
    #expect(Set(drawn) == [-1, 0, 1, 2, 3])
  }

  @Test func `nothing is picked from nothing`() {
    var generator = SeededGenerator(seed: 1)
    #expect(generator.pick([Int]()) == nil)
    #expect(generator.pick([1, 2], weights: [0, 0]) == nil)
    #expect(generator.pick([1, 2], weights: [0, 5]) == 2)
  }
}
