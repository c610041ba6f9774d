import CostingCore
import FinanceModel
import Foundation
import TestSupport
import Testing
import WorkbookReading

@testable import Intake

@Suite struct `Sales collected by customer` {
  @Test func `months come out by customer and month, the unassigned line last`() throws {
    var book = MonthBook()
    let place = SalesLedger.unassignedPlace
    let lines: [(Int32, Int, Int)] = [(2, 2026, 3), (0, 2026, 1), (place, 2025, 11), (2, 2024, 5)]
    for (customer, year, month) in lines + lines {
      var line = SalesLedger.Line(customer: customer)
      line.amounts.net = 10
      line.amounts.productCost = 4
      let day = try #require(Day(year: year, month: month, day: 15))
      book.add(line, day, isOrder: customer == 2)
    }
    var rows = book.rows(customers: 3)
    #expect(rows.map(\.customer) == [0, 2, 2, place])
    SalesLedger.place(unassigned: 3, in: &rows, \.customer)
    #expect(rows.map(\.customer) == [0, 2, 2, 3])
    #expect(
      rows.map(\.month) == [
        Month(year: 2026, month: 1), Month(year: 2024, month: 5), Month(year: 2026, month: 3),
        Month(year: 2025, month: 11),
      ])
    #expect(rows.allSatisfy { $0.netRevenue == 20 && $0.directCost == 8 })
    #expect(rows.map(\.orders) == [0, 2, 2, 0])
  }

  @Test func `every slot of a sales line has a value of its own`() {
    var places = BySlot(-1)
    for slot in SalesSlot.allCases { places[slot] = slot.rawValue }
    #expect(SalesSlot.allCases.allSatisfy { places[$0] == $0.rawValue })
  }

  @Test func `months that come in any order are those that come by date`() throws {
    var generator = SeededGenerator(seed: 11)
    let start = try #require(Day(year: 2025, month: 1, day: 1))
    let lines = (0..<3_000).map { place in
      let customer = Int32(generator.next() % 40)
      var line = SalesLedger.Line(
        customer: customer == 39 ? SalesLedger.unassignedPlace : customer)
      line.day = start.advanced(byDays: Int(generator.next() % 700))
      line.amounts.net = ExactDecimal(place)
      return line
    }
    func rows(_ lines: [SalesLedger.Line]) -> [MonthlySales] {
      var book = MonthBook()
      for line in lines { if let day = line.day { book.add(line, day, isOrder: true) } }
      return book.rows(customers: 39)
    }
    let byDate = lines.sorted { ($0.day?.number ?? 0) < ($1.day?.number ?? 0) }
    #expect(rows(lines) == rows(byDate))
    #expect(rows(lines).map(\.netRevenue).sum == lines.map(\.amounts.net).sum)
  }

  @Test func `a day of the year 9999 among many customers costs one row`() throws {
    var book = MonthBook()
    for customer: Int32 in 0..<20_000 {
      let year = customer == 7 ? 9999 : customer == 8 ? 1 : 2026
      let day = try #require(Day(year: year, month: 12, day: 31))
      book.add(SalesLedger.Line(customer: customer), day, isOrder: true)
    }
    let rows = book.rows(customers: 20_000)
    #expect(rows.map(\.customer) == Array(0..<20_000))
    #expect(rows[7].month == Month(year: 9999, month: 12))
  }

  /// Less than a block, just one, and several with a rest.
  @Test(arguments: [1, 1_024, 5_000]) func `lines fed block by block are added up as one by one`(
    count: Int
  ) throws {
    let start = try #require(Day(year: 2026, month: 1, day: 1))
    let lines = (0..<count).map { place in
      var line = SalesLedger.Line(customer: Int32(place % 7))
      line.day = start.advanced(byDays: place % 300)
      line.document = Int32(place / 3)
      line.product = Int32(place % 5)
      line.isCostOnly = place % 11 == 0
      line.amounts.net = ExactDecimal(place)
      line.amounts.freight = 1
      return line
    }
    var expected = SalesLedger()
    let feed = LedgerFeed(SalesLedger(), on: SideThread())
    for line in lines {
      expected.take(line)
      feed.add(line)
    }
    let fed = feed.finish()
    #expect(fed.facts == expected.facts)
    #expect(fed.months.rows == expected.months.rows)
    #expect(fed.products.rows(customers: 7) == expected.products.rows(customers: 7))
    #expect(fed.lastDay == expected.lastDay)
    #expect(fed.facts.map(\.freight).sum == ExactDecimal(count))
  }

  @Test func `days before a customer's last are known whether or not they came in order`() {
    var days = OrderDays()
    let order: [(Int32, Int32, Bool)] = [
      (10, 0, true), (12, 0, true), (11, 1, true), (10, 0, false), (11, 0, true), (11, 0, false),
      (13, 0, true), (12, 0, false), (11, SalesLedger.unassignedPlace, true),
      (11, SalesLedger.unassignedPlace, false), (9, SalesLedger.unassignedPlace, true),
      (9, SalesLedger.unassignedPlace, false),
    ]
    for (day, customer, isNew) in order {
      let news = days.insert(day, of: customer, isPurchase: false)
      #expect(news.isOrderDay == isNew, "\(day) of \(customer)")
      #expect(!news.isPurchaseDay)
    }
  }

  @Test func `elements come group by group and in order within, others are left out`() {
    let few = [31, 12, 99, 30, -10, 5, 11].grouped(by: { $0 / 10 }, count: 4, then: <)
    #expect(few == [5, 11, 12, 30, 31])
    var generator = SeededGenerator(seed: 5)
    let many = (0..<2_000).map { _ in Int(generator.next() % 300) }
    // Groups of some, of one hundred and of nearly all.
    for width in [7, 100, 299] {
      let grouped = many.grouped(by: { $0 / width }, count: 300 / width, then: >)
      let expected = many.filter { $0 / width < 300 / width }
        .sorted { ($0 / width, -$0) < ($1 / width, -$1) }
      #expect(grouped == expected)
    }
    #expect([Int]().grouped(by: { $0 }, count: 0, then: <).isEmpty)
  }

  /// Documents with one customer, with some and with many, whose lines stand together and do not.
  @Test(arguments: [1, 3, 40], [true, false])
  func `a document is new to a customer once`(customers: Int, standTogether: Bool) {
    var lines = (0..<3_000).map { place in
      (document: Int32(place / 60), customer: Int32((place * 7 + place / 60) % customers))
    }
    if !standTogether { lines = lines.indices.map { lines[$0 * 17 % lines.count] } }
    var book = DocumentBook()
    var met: Set<[Int32]> = []
    for line in lines {
      let isNew = book.take(line.document, of: line.customer)
      #expect(isNew == met.insert([line.document, line.customer]).inserted)
    }
  }

  @Test func `texts that ascend are found, and found again once one came out of order`() {
    var index = TextIndex()
    var texts: [String] = []
    func expectAllFound() {
      #expect(texts.indices.allSatisfy { index.index(of: texts[$0], in: texts) == Int32($0) })
      #expect(index.index(of: "INV-100003.5", in: texts) == nil)
      #expect(index.index(of: "INV", in: texts) == nil)
      #expect(index.index(of: "J", in: texts) == nil)
    }
    for number in 0..<300 {
      let text = "INV-\(100_000 + number)"
      #expect(index.index(of: text, orEndOf: texts) == (Int32(texts.count), true))
      texts.append(text)
      #expect(index.index(of: text, orEndOf: texts) == (Int32(texts.count - 1), false))
    }
    expectAllFound()
    for text in ["INV-100007.1", "INV-\u{C9}"] {
      #expect(index.index(of: text, orEndOf: texts) == (Int32(texts.count), true))
      texts.append(text)
    }
    expectAllFound()
    #expect(index.index(of: "INV-100010", orEndOf: texts) == (10, false))
    #expect(index.index(of: "INV-E\u{301}", orEndOf: texts) == (Int32(texts.count - 1), false))
  }

  @Test func `texts are found by their bytes, letters beyond ASCII however they are composed`() {
    var index = TextIndex()
    var texts: [String] = []
    for text in ["C001", "C002", "caf\u{E9}", "", "a rather long text of more than eight bytes"] {
      #expect(index.index(of: text, orEndOf: texts) == (Int32(texts.count), true))
      texts.append(text)
    }
    #expect(texts.indices.allSatisfy { index.index(of: texts[$0], in: texts) == Int32($0) })
    #expect(index.index(of: "cafe\u{301}", in: texts) == 2)
    #expect(index.index(of: "cafe\u{301}", orEndOf: texts) == (2, false))
    #expect(index.index(of: "C002", orEndOf: texts) == (1, false))
    #expect(index.index(of: "c001", in: texts) == nil)
  }

  /// Of so many, some share the half of a hash that they are looked up by.
  @Test func `texts that share a hash are told apart`() {
    var index = TextIndex()
    var texts: [String] = []
    for number in 0..<150_000 {
      let text = "SO-\(number &* 7_919 % 1_000_003)-\(number)"
      guard index.index(of: text, orEndOf: texts) == (Int32(texts.count), true) else {
        Issue.record("\(text) was taken for another")
        return
      }
      texts.append(text)
    }
    #expect(texts.indices.allSatisfy { index.index(of: texts[$0], in: texts) == Int32($0) })
    #expect(index.index(of: "SO-0-1", in: texts) == nil)
  }

  @Test func `places are kept by key, ascending`() {
    var places = PlacesByKey<String>()
    for (place, key) in [(0, "a"), (1, "b"), (3, "a"), (4, "a"), (9, "c")] {
      places.add(place, to: key)
    }
    #expect(places.places(of: "a") == [0, 3, 4])
    #expect(places.places(of: "b") == [1] && places.places(of: "c") == [9])
    #expect(places.has("c") && !places.has("d") && places.places(of: "d").isEmpty)
  }

  @Test func `spend by product stops at its limit, and says so; revenue does not`() {
    var ledger = SalesLedger(pairLimit: 2)
    for product in [0, 1, 2, 0] as [Int32] {
      var line = SalesLedger.Line(customer: 0)
      line.product = product
      line.amounts.net = 10
      ledger.add(line)
    }
    #expect(ledger.products.rows(customers: 1).map(\.netRevenue) == [20, 10])
    #expect(ledger.products.hasDropped)
    #expect(ledger.facts[0].netRevenue == 40)
  }

  @Test(arguments: [2, 3])
  func `pairs that share half a hash are told apart, at the limit as well`(limit: Int) {
    var book = ProductBook(limit: limit)
    for (customer, product, net) in [
      (0, 0, 1), (750_382, 1_172, 10), (0, 0, 100), (750_382, 1_172, 1_000),
    ] {
      var line = SalesLedger.Line(customer: Int32(customer))
      line.product = Int32(product)
      line.amounts.net = Amount(net)
      book.add(line)
    }
    let rows = book.rows(customers: 750_383)
    #expect(rows.map(\.customer) == [0, 750_382])
    #expect(rows.map(\.netRevenue) == [101, 1_010])
    #expect(!book.hasDropped)
  }
}
