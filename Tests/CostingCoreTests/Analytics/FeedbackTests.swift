import CostingCore
import FinanceModel
import Testing

@Suite struct `Voice of the customer` {
  @Test func `70 promoters, 10 passives and 20 detractors score 50`() throws {
    var fixture = AnalysisFixture()
    let scores = [(10, 40), (9, 30), (8, 6), (7, 4), (6, 10), (5, 5), (0, 5)]
    fixture.inputs.feedback = scores.flatMap { score, count in
      [FeedbackResponse](repeating: response("C1", recommendation: Double(score)), count: count)
    }
    let result = try #require(fixture.analytics().feedback)
    #expect(result.nps == 50)
    #expect([result.promoters, result.passives, result.detractors] == [70, 10, 20])
    #expect(result.csat == nil)
  }

  @Test func `satisfaction is the mean, and the share of fours and fives`() throws {
    var fixture = AnalysisFixture()
    fixture.add("C1", revenue: 10, orders: 50)
    fixture.inputs.feedback = [5, 4, 3, 1].map { score in
      var answer = response("C1", satisfaction: score)
      answer.date = day("2025-0\(Int(score))-01")
      answer.complaints = 1
      return answer
    }
    let result = try #require(fixture.analytics().feedback)
    #expect(result.csat == 3.25)
    #expect(result.topTwoBox == 0.5)
    #expect(result.nps == nil)
    #expect(result.complaintsPer100Orders == 8)
    #expect(result.months.map(\.label) == ["2025-01", "2025-03", "2025-04", "2025-05"])
    #expect(result.customers[0]?.csat == 3.25)
  }

  @Test func `scores off the scale count for nothing and are counted in a finding`() throws {
    var fixture = AnalysisFixture()
    fixture.inputs.feedback = [
      response("C1", satisfaction: 0, recommendation: 11), response("C1", satisfaction: 85),
      response("C1", satisfaction: 5, recommendation: 0), response("C1", recommendation: -1),
    ]
    let analytics = fixture.analytics()
    let result = try #require(analytics.feedback)
    #expect(result.responses == 4)
    #expect(result.csat == 5)
    #expect(result.nps == -100)
    #expect(analytics.findings.first { $0.code.id == "ANALYSIS-007" }?.count == 3)
  }

  @Test func `answers without a score leave the rates blank`() throws {
    var fixture = AnalysisFixture()
    fixture.inputs.feedback = [response("C1")]
    let result = try #require(fixture.analytics().feedback)
    #expect(result.csat == nil)
    #expect(result.topTwoBox == nil)
    #expect(result.nps == nil)
    #expect(result.complaintsPer100Orders == nil)
    #expect(result.marginCorrelation == nil)
  }

  private func response(
    _ id: String, satisfaction: Double? = nil, recommendation: Double? = nil
  ) -> FeedbackResponse {
    var response = FeedbackResponse(customer: CustomerID(id))
    response.satisfaction = satisfaction
    response.recommendation = recommendation
    return response
  }
}

@Suite struct `First response to requests` {
  private func wait(_ id: String, _ hours: Double, on iso: String? = nil) -> ServiceResponse {
    var response = ServiceResponse(customer: CustomerID(id), hours: hours)
    response.date = iso.map(day)
    return response
  }

  @Test func `mean, median and share in time, at the target and beyond`() throws {
    var fixture = AnalysisFixture()
    fixture.add("a", revenue: 10, orders: 1)
    fixture.add("b", revenue: 20, orders: 1)
    fixture.inputs.serviceResponses = [
      wait("a", 2, on: "2025-01-05"), wait("a", 24, on: "2025-02-05"), wait("b", 24.5),
      wait("b", 0, on: "2025-02-07"), wait("x", 9.5),
    ]
    let result = try #require(fixture.analytics().service)
    #expect(result.target == 24)
    #expect(result.requests.count == 5)
    #expect(result.requests.average == 12)
    #expect(result.requests.median == 9.5)
    #expect(result.requests.withinShare == 0.8)
    #expect(result.months.map(\.label) == ["2025-01", "2025-02"])
    #expect(result.months.map(\.average) == [2, 12])
    #expect(result.customers.map { $0?.average } == [13, 12.25])
    #expect(result.customers.map { $0?.withinShare } == [1, 0.5])
    #expect(result.marginCorrelation == nil)
    fixture.inputs.settings.analysis.responseTargetHours = 8
    #expect(fixture.analytics().service?.requests.withinTarget == 2)
  }

  @Test func `a reply before its request is left out and counted in a finding`() throws {
    var fixture = AnalysisFixture()
    fixture.inputs.serviceResponses = [wait("a", -2), wait("a", 6), wait("a", -0.5)]
    let analytics = fixture.analytics()
    let result = try #require(analytics.service)
    #expect(result.requests.count == 1)
    #expect(result.requests.average == 6)
    #expect(result.leftOut == 2)
    #expect(analytics.findings.first { $0.code.id == "ANALYSIS-008" }?.count == 2)
  }

  @Test func `waits that fall as margins rise correlate with them`() throws {
    var fixture = AnalysisFixture()
    for place in 0..<10 {
      fixture.add("C\(place)", revenue: Amount(100 * place), orders: 1)
      fixture.inputs.serviceResponses.append(wait("C\(place)", Double(30 - 2 * place)))
    }
    #expect(agrees(fixture.analytics().service?.marginCorrelation, -1, within: 1e-12))
  }
}

@Suite struct `The run of engagement` {
  private func fixture(_ dated: [(customer: Int32, kind: Int32, month: Int, count: Int)])
    -> AnalysisFixture
  {
    var fixture = AnalysisFixture()
    for id in ["a", "b"] { fixture.add(id) }
    fixture.inputs.interactions = [
      Driver(name: "Nothing", quantities: [0, 0], origin: .interactions),
      Driver(name: "Visits", quantities: [6, 4], origin: .interactions),
      Driver(name: "Calls", quantities: [3, 5], origin: .interactions),
    ]
    fixture.inputs.interactionsByMonth = dated.map { line in
      MonthlyInteractions(
        customer: line.customer, kind: line.kind, month: Month(year: 2025, month: line.month),
        count: Quantity(line.count))
    }
    return fixture
  }

  @Test func `months without an interaction are among them, what has no date is told`() throws {
    var fixture = fixture([(0, 1, 1, 5), (1, 1, 1, 1), (1, 2, 3, 4), (0, 2, 5, 2), (0, 1, 5, 1)])
    let result = try #require(fixture.analytics().engagement)
    #expect(result.kinds.map(\.name) == ["Visits", "Calls"])
    #expect(result.kinds.map(\.place) == [1, 2])
    let trend = try #require(result.trend)
    #expect(trend.months.map(\.month.month) == [1, 2, 3, 4, 5])
    #expect(trend.months.map(\.counts) == [[6, 0], [0, 0], [0, 4], [0, 0], [1, 2]])
    #expect(trend.months.map(\.total) == [6, 0, 4, 0, 3])
    // 18 in all, 13 with a month.
    #expect(trend.undated == 5)
    // January and February against April and May; March is in neither.
    #expect(trend.customers.map { $0?.first } == [5, 1])
    #expect(trend.customers.map { $0?.second } == [3, 0])
    #expect(trend.customers.map { $0?.change } == [-2, -1])
  }

  @Test func `scores are the same with dates and without`() throws {
    var dated = fixture([(0, 1, 1, 6)])
    var undated = fixture([])
    #expect(dated.analytics().engagement?.scores == undated.analytics().engagement?.scores)
    #expect(undated.analytics().engagement?.trend == nil)
    #expect(dated.analytics().engagement?.trend?.halves == nil)
  }
}
