import CostingCore
import FinanceModel
import Testing
import WorkbookReading

@testable import Intake

@Suite struct `Sales by customer and product` {
  private static func line(_ customer: Int32, _ product: Int32, _ net: Int) -> SalesLedger.Line {
    var line = SalesLedger.Line(customer: customer)
    line.product = product
    line.amounts.net = Amount(net)
    line.amounts.quantity = 1
    return line
  }

  /// Pairs that come again and again, pairs that seldom do, and none that does.
  @Test(arguments: [(40, 50), (2_000, 60), (100_000, 1)])
  func `come out pair by pair, ascending, the unassigned line last`(
    customers: Int, products: Int
  ) throws {
    var generator = SeededGenerator(seed: 8)
    var book = ProductBook()
    book.expect(lines: 90_000)
    var expected: [Int32: [Int32: Int]] = [:]
    for place in 0..<90_000 {
      let isNobody = place % 97 == 0
      let customer =
        isNobody
        ? SalesLedger.unassignedPlace
        : Int32(products == 1 ? UInt64(place) : generator.next() % UInt64(customers))
      let product = Int32(generator.next() % UInt64(products))
      book.add(Self.line(customer, product, place))
      expected[customer, default: [:]][product, default: 0] += place
    }
    book.close()
    let rows = book.rows(customers: customers)
    let keys = rows.map { Int64($0.customer) << 32 | Int64($0.product) }
    #expect(zip(keys, keys.dropFirst()).allSatisfy { $0 < $1 })
    #expect(rows.last?.customer == SalesLedger.unassignedPlace)
    #expect(rows.count == expected.values.reduce(0) { $0 + $1.count })
    #expect(rows.allSatisfy { Amount(expected[$0.customer]?[$0.product] ?? -1) == $0.netRevenue })
    #expect(rows.map(\.quantity).sum == 90_000)
    #expect(!book.hasDropped)
  }

  @Test func `stop at their limit while lines are put down, and say so`() {
    var book = ProductBook(limit: 100)
    for place: Int32 in 0..<1_000 { book.add(Self.line(place % 200, 0, 1)) }
    book.close()
    let rows = book.rows(customers: 200)
    #expect(rows.count == 100 && book.hasDropped)
    // What is kept is kept whole from where the limit was met on.
    #expect(rows.allSatisfy { $0.netRevenue == 5 })
  }

  @Test func `elements that are equal in both numbers become one, others are left out`() {
    var generator = SeededGenerator(seed: 4)
    let many = (0..<3_000).map { _ in
      (group: Int(generator.next() % 30) - 2, order: Int(generator.next() % 9) - 4, sum: 1)
    }
    let joined = many.joined(by: \.group, count: 25, then: \.order, in: -4..<5) { $0.sum += $1.sum }
    let kept = many.filter { (0..<25).contains($0.group) }
    let keys = joined.map { $0.group * 100 + $0.order }
    #expect(keys == Set(kept.map { $0.group * 100 + $0.order }).sorted())
    for element in joined {
      #expect(element.sum == kept.count { ($0.group, $0.order) == (element.group, element.order) })
    }
    #expect(many.joined(by: { _ in -1 }, count: 5, then: \.order, in: -4..<5, { _, _ in }).isEmpty)
    #expect([Int]().joined(by: { $0 }, count: 0, then: { $0 }, in: 0..<0, { _, _ in }).isEmpty)
  }

  @Test func `a line comes out of a block as it was put in`() {
    let block = LineBlock(capacity: 2)
    defer { block.deallocate() }
    var line = Self.line(7, 3, 100)
    line.document = 12
    line.day = Day(year: 2026, month: 3, day: 1)
    line.amounts.gross = 120
    line.amounts.list = 130
    line.amounts.productCost = 40
    for isPlain in [true, false, true] {
      line.isPrior.toggle()
      line.isCostOnly.toggle()
      line.amounts.discount = isPlain ? 0 : 20
      line.amounts.rebate = isPlain ? 0 : 1
      line.amounts.returns = isPlain ? 0 : 2
      line.amounts.commission = isPlain ? 0 : 3
      line.amounts.freight = isPlain ? 0 : 4
      line.amounts.otherCost = isPlain ? 0 : 5
      block[1] = line
      #expect(block[1].amounts == line.amounts)
      #expect(block[1].day == line.day && block[1].isCostOnly == line.isCostOnly)
      let (keys, put) = (block.keys(at: 1), line.keys)
      #expect(keys.customer == put.customer && keys.document == put.document)
      #expect(keys.product == put.product && keys.isPrior == put.isPrior)
    }
  }
}

@Suite struct `Documents` {
  /// Ascending all along, and with what ends that at some place.
  @Test(arguments: [
    [], ["INV-2"], ["INV-3 "], ["  INV-9"], ["7"], ["Ünï"], ["İ-1"],
    ["INV-999", "INV-998", "INV-9"],
    [" ", "INV-5"], ["-5", "x"], ["a\u{0301}", "\u{00E1}"],
  ])
  func `are the values that their texts are`(odd: [String]) {
    let texts =
      (1...5).map { "INV-\($0)" } + odd + ["INV-3", "INV-6", "INV-7 ", "INV-7", "7", "inv-7"]
    let strings = SharedStrings(texts)
    var quick = CellInterner(strings: strings, marksTotals: false, keepsTexts: false)
    var plain = CellInterner(strings: strings, marksTotals: false)
    quick.expect(count: texts.count)
    var number = Cell(column: 1, kind: .number)
    number.number = 7
    (number.mantissa, number.hasDecimal) = (7, true)
    let bytes: [UInt8] = []
    for place in texts.indices + [0, 3, texts.count - 1] {
      var cell = Cell(column: 1, kind: .text)
      cell.text.shared = Int32(place)
      #expect(quick.index(of: cell, in: bytes.span) == plain.index(of: cell, in: bytes.span))
      #expect(quick.count == plain.count)
    }
    #expect(quick.index(of: number, in: bytes.span) == plain.index(of: number, in: bytes.span))
    #expect(quick.count == plain.count)
  }
}
