import CostingCore
import FinanceModel
import Testing

/// Transactions gathered as intake gathers them.
private struct Gathered {
  var fixture: AnalysisFixture
  private var placeByID: [String: Int] = [:]
  private var daysByPlace: [Set<Day>] = []

  init(start: String, end: String) {
    fixture = AnalysisFixture(start: start, end: end)
  }

  mutating func add(_ id: String, _ date: Day, _ value: Amount) {
    let place = placeByID[id] ?? fixture.add(id)
    placeByID[id] = place
    if place == daysByPlace.count { daysByPlace.append([]) }
    daysByPlace[place].insert(date)
    fixture.inputs.sales[place].take(date, value)
    fixture.inputs.sales[place].orderDays = daysByPlace[place].count
  }

  func place(of id: String) -> Int? { placeByID[id] }
}

extension SalesFacts {
  /// Adds an order; orders come by date.
  fileprivate mutating func take(_ date: Day, _ value: Amount) {
    lines += 1
    orders += 1
    netRevenue += value
    if firstOrder == nil || date == firstOrder { firstDayRevenue += value }
    firstOrder = min(firstOrder ?? date, date)
    lastOrder = max(lastOrder ?? date, date)
  }
}

@Suite(.enabled(if: GoldenData.isWanted, GoldenData.absence))
struct `Published transactions` {
  @Test func `995 customers score as the rfm package of R has them`() throws {
    var gathered = Gathered(start: "2004-01-01", end: "2006-12-31")
    let rows = try GoldenData.rows(of: "rfm_orders.csv").sorted { $0[1] < $1[1] }
    for row in rows { gathered.add(row[0], day(row[1]), amount(row[2])) }
    let column = gathered.fixture.analytics().recencyFrequencyMonetary
    #expect(column.count == 995)
    let expected: [(String, [Int])] = [
      ("Ethyl Botsford", [252, 8, 526, 3, 5, 4]), ("Hosteen Jacobi", [545, 4, 300, 1, 2, 2]),
      ("Josef Lemke", [48, 5, 391, 5, 3, 3]), ("Julisa Halvorson", [127, 12, 987, 4, 5, 5]),
      ("Judyth Lueilwitz", [662, 5, 552, 1, 3, 4]), ("Fount Flatley", [146, 11, 937, 4, 5, 5]),
    ]
    for (name, figures) in expected {
      let place = try #require(gathered.place(of: name))
      let found = try #require(column[place])
      #expect([found.recency, found.frequency] == Array(figures.prefix(2)))
      #expect(found.monetary == Amount(figures[2]))
      #expect([found.r, found.f, found.m] == Array(figures.suffix(3)))
    }
    let known = column.compactMap { $0 }
    let scores = RFMScores.scored(
      recency: known.map(\.recency), frequency: known.map(\.frequency),
      monetary: known.map(\.monetary), edges: .byOne)
    let counts = Dictionary(grouping: scores.map(\.segment.rawValue)) { $0 }.mapValues(\.count)
    let segments = [
      "Potential Loyalist": 342, "Loyal Customers": 170, "Lost": 148, "New Customers": 104,
      "About To Sleep": 102, "Can't Lose Them": 47, "Champions": 35, "At Risk": 28,
      "Need Attention": 10, "Promising": 9,
    ]
    #expect(counts == segments)
  }

  @Test func `CDNOW's transactions give the summary that Hardie published`() throws {
    var gathered = Gathered(start: "1997-01-01", end: "1997-09-30")
    let end = day("1997-09-30")
    let rows = try GoldenData.rows(of: "CDNOW_sample.txt", separator: " ", header: false)
    for row in rows.sorted(by: { $0[2] < $1[2] }) {
      let text = row[2]
      let date = day("\(text.prefix(4))-\(text.dropFirst(4).prefix(2))-\(text.suffix(2))")
      if date <= end { gathered.add(row[1], date, amount(row[4])) }
    }
    #expect(gathered.fixture.inputs.customers.count == 2357)
    let expected: [(String, Int, Double, Double, Double)] = [
      ("0001", 2, 30.43, 38.86, 22.35), ("0002", 1, 1.71, 38.86, 11.77),
      ("0003", 0, 0, 38.86, 0), ("0006", 7, 29.43, 38.86, 73.74),
      ("0007", 1, 5.0, 38.86, 11.77), ("0009", 2, 35.71, 38.86, 25.55),
      ("0100", 1, 23.86, 38.29, 26.22), ("1000", 4, 24.43, 33.57, 16.26),
      ("2357", 0, 0, 27, 0),
    ]
    for (id, repeats, last, observed, spend) in expected {
      let sales = gathered.fixture.inputs.sales[try #require(gathered.place(of: id))]
      let history = try #require(PurchaseHistory(sales: sales, end: end))
      #expect(history.repeats == repeats)
      #expect(agrees(history.last, last, within: 0.011))
      #expect(agrees(history.observed, observed, within: 0.011))
      #expect(agrees(sales.meanRepeatSpend() ?? 0, spend, within: 0.011))
    }
    let analytics = gathered.fixture.analytics()
    #expect(analytics.purchaseModel?.kind == .bgNBD)
    #expect(agrees(analytics.purchaseModel?.logLikelihood, -9582.4, within: 1.5))
    #expect(analytics.spendModel?.refusal == nil)
    #expect(agrees(analytics.lifetimeValue[0]?.probabilityAlive, 0.726, within: 0.01))
    #expect(agrees(analytics.lifetimeValue[0]?.expectedOrderValue, 24.65, within: 0.1))
  }
}
