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
