import CostingCore
import FinanceModel
import Testing

/// Drivers that are made of others, inherited, or dated.
@Suite struct `Made-up drivers` {
  @Test func `weigh several drivers`() {
    let sum = CompositeDriver.weightedSum([
      (weight: exact(0.7), quantities: [10, 20]), (weight: exact(0.3), quantities: [5, 0]),
    ])
    #expect(sum == exact([8.5, 14]))
    #expect(
      CompositeDriver.weightedSum([(weight: 1, quantities: [1]), (weight: 1, quantities: [])])
        == nil)
    #expect(CompositeDriver.weighted([2, 3], by: exact([1.5, 1])) == [3, 3])
  }

  @Test func `mix drivers of different units by their shares`() {
    let shares = CompositeDriver.weightedShares([
      (weight: exact(0.5), quantities: [10, 30]), (weight: exact(0.5), quantities: [1000, 0]),
    ])
    #expect(shares == exact([0.625, 0.375]))
  }

  @Test func `inherit a segment's quantity where a customer has none`() {
    let quantities = HierarchicalDriver.inherited(
      own: [5, nil, nil, nil],
      levels: [
        HierarchicalDriver.Level(groups: ["a", "a", nil, "b"], quantities: ["a": 3]),
        HierarchicalDriver.Level(groups: ["x", "x", "x", "y"], quantities: ["x": 2]),
      ], fallback: 1)
    #expect(quantities == [5, 3, 2, 1])
  }

  @Test func `spread a group's quantity over its customers`() {
    let quantities = HierarchicalDriver.spread(
      ["a": 10, "b": 7], groups: ["a", "b", "a", nil, "b"], base: [3, 0, 1, 9, 0])
    #expect(quantities == exact([7.5, 3.5, 2.5, 0, 3.5]))
  }

  @Test func `hold from one day to another`() throws {
    let march = try #require(Day(year: 2026, month: 3, day: 31))
    let rules = try DatedRules([
      DatedRules.Dated(through: march, rule: "old"),
      DatedRules.Dated(from: march.advanced(byDays: 1), rule: "new"),
    ])
    #expect(rules.rule(on: march) == "old")
    #expect(rules.rule(on: march.advanced(byDays: 1)) == "new")
    let start = try #require(Day(year: 2026, month: 3, day: 1))
    let end = try #require(Day(year: 2026, month: 4, day: 30))
    let spans = rules.spans(of: try #require(Period(start: start, end: end)))
    #expect(spans.map(\.rule) == ["old", "new"])
    #expect(spans.map(\.period.days) == [31, 30])
  }

  @Test func `contradict each other with a name`() throws {
    let day = try #require(Day(year: 2026, month: 3, day: 31))
    #expect(throws: DatedRulesError.overlap(first: 0, second: 1)) {
      _ = try DatedRules([
        DatedRules.Dated(through: day, rule: 1), DatedRules.Dated(from: day, rule: 2),
      ])
    }
    #expect(throws: DatedRulesError.endsBeforeItBegins(rule: 0)) {
      _ = try DatedRules([
        DatedRules.Dated(from: day, through: day.advanced(byDays: -1), rule: 1)
      ])
    }
  }

  @Test func `take longer where an order is harder`() {
    let packaging = TimeEquation(
      baseMinutes: exact(0.5),
      terms: [
        TimeEquation.Term(attribute: "special", minutes: exact(6.5)),
        TimeEquation.Term(attribute: "air", minutes: exact(0.2)),
      ])
    #expect(packaging.minutes([:]) == exact(0.5))
    #expect(packaging.minutes(["special": 1, "air": 1]) == exact(7.2))
    #expect(packaging.minutes(count: 10, attributes: ["special": 2]) == 18)
  }
}
