import FinanceModel

extension AnalysisFacts {
  /// Who stayed and who left.
  ///
  /// By the customer list where it says of anybody, else by the inactivity rule where orders carry
  /// dates; nil where neither is known.
  func retention(_ findings: inout [Finding]) -> RetentionResult? {
    let members: [Membership]
    var result = RetentionResult(customersAtStart: 0, lost: 0)
    if holdsChurnStatus {
      members = places.map { membershipByStatus(of: $0) }
    } else if let rule = InactivityRule(self) {
      members = places.map { membership(of: $0, by: rule) }
      result.basis = .inactivity
      result.inactiveDays = rule.fixedDays
      findings.append(Finding(.inactivityRule, values: ["days": "\(rule.usual)"]))
    } else {
      return nil
    }
    count(members, into: &result)
    addReasons(members, to: &result)
    addSteps(members, to: &result)
    return result
  }

  /// Whether the customer list says of any customer that it stayed or left.
  var holdsChurnStatus: Bool {
    inputs.customers.contains { $0.status != nil || $0.lostOn != nil }
  }

  /// Whether a customer was there at the period's start, and whether it left in the period.
  struct Membership {
    var wasThere: Bool
    var isLost: Bool
    /// The day it left, where that is known.
    var lostOn: Day?
    /// The day it came; nil where that was before the period.
    var joinedOn: Day?
  }

  /// At the start: began before the period (or no date), not lost before it. Lost: of those, in the
  /// period, or with status lost and no date.
  func membershipByStatus(of place: Int) -> Membership {
    let customer = inputs.customers[place]
    let isLost = customer.status == .lost
    guard let period = inputs.period else {
      return Membership(
        wasThere: true, isLost: isLost || customer.lostOn != nil, lostOn: customer.lostOn)
    }
    let began = customer.since.map { $0 < period.start } ?? true
    let leftBefore = customer.lostOn.map { $0 < period.start } ?? false
    let leftNow = customer.lostOn.map(period.contains) ?? isLost
    let wasThere = began && !leftBefore
    return Membership(
      wasThere: wasThere, isLost: wasThere && leftNow, lostOn: leftNow ? customer.lostOn : nil)
  }

  /// There: with an order up to the period's end. Lost: none for longer than the rule allows.
  private func membership(of place: Int, by rule: InactivityRule) -> Membership {
    guard let last = lastOrder(of: place) else { return Membership(wasThere: false, isLost: false) }
    let day = last.advanced(byDays: rule.days(for: place, self))
    let isLost = day < rule.asOf
    return Membership(
      wasThere: true, isLost: isLost, lostOn: isLost ? day : nil,
      joinedOn: (priorSales(of: place)?.orders ?? 0) > 0 ? nil : inputs.sales[place].firstOrder)
  }

  /// The last order, the period before included.
  func lastOrder(of place: Int) -> Day? {
    let before = inputs.priorSales.indices.contains(place) ? inputs.priorSales[place] : nil
    return inputs.sales[place].lastOrder ?? before?.lastOrder
  }

  private func count(_ members: [Membership], into result: inout RetentionResult) {
    result.customersAtStart = members.count { $0.wasThere }
    result.lostCustomers = members.indices.filter { members[$0].isLost }
    result.lost = result.lostCustomers.count
    guard result.customersAtStart > 0 else { return }
    let kept = result.customersAtStart - result.lost
    result.churnRate = Double(result.lost) / Double(result.customersAtStart)
    result.retentionRate = Double(kept) / Double(result.customersAtStart)
  }

  /// Reasons with their customers, most lost revenue first.
  private func addReasons(_ members: [Membership], to result: inout RetentionResult) {
    for place in result.lostCustomers { result.lostRevenue += revenueLost(with: place) }
    guard result.basis == .status else { return }
    var byReason: [NameKey: RetentionResult.Reason] = [:]
    for place in result.lostCustomers {
      let reason = inputs.customers[place].churnReason ?? "unstated"
      byReason[
        NameKey(reason), default: .init(reason: reason, customers: 0, lostRevenue: 0)
      ].add(revenueLost(with: place))
    }
    result.reasons = byReason.values.sorted {
      ($1.lostRevenue, $1.customers, $0.reason) < ($0.lostRevenue, $0.customers, $1.reason)
    }
  }

  /// Net revenue of the period before where the workbook holds one, else of the period.
  private func revenueLost(with place: Int) -> Amount {
    inputs.priorSales.indices.contains(place)
      ? inputs.priorSales[place].netRevenue : inputs.sales[place].netRevenue
  }

  private func addSteps(_ members: [Membership], to result: inout RetentionResult) {
    result.segments = segmentSteps(members)
    result.months = monthSteps(members)
  }

  /// Churn by segment, in order of first mention; empty where no customer has one.
  private func segmentSteps(_ members: [Membership]) -> [RetentionResult.Step] {
    var steps: [RetentionResult.Step] = []
    var placeByName: [NameKey: Int] = [:]
    for place in places where members[place].wasThere {
      guard let segment = inputs.customers[place].segment else { continue }
      let step = placeByName[NameKey(segment)] ?? steps.count
      if step == steps.count {
        placeByName[NameKey(segment)] = step
        steps.append(RetentionResult.Step(label: segment, customersAtStart: 0, lost: 0))
      }
      steps[step].customersAtStart += 1
      if members[place].isLost { steps[step].lost += 1 }
    }
    return steps
  }

  /// Churn by month of the period: who was there at the month's start, who left in it. Lost
  /// customers without a date are in no month. The last ten years at most.
  private func monthSteps(_ members: [Membership]) -> [RetentionResult.Step] {
    guard let period = inputs.period else { return [] }
    var lostByMonth: [Month: Int] = [:]
    var joinedByMonth: [Month: Int] = [:]
    for member in members where member.wasThere {
      if let day = member.lostOn, member.isLost { lostByMonth[day.month, default: 0] += 1 }
      if let day = member.joinedOn { joinedByMonth[day.month, default: 0] += 1 }
    }
    guard !lostByMonth.isEmpty else { return [] }
    var there = members.count { $0.wasThere && $0.joinedOn == nil }
    var month = period.start.month
    var steps: [RetentionResult.Step] = []
    while month <= period.end.month {
      let lost = lostByMonth[month] ?? 0
      steps.append(
        RetentionResult.Step(label: month.description, customersAtStart: there, lost: lost))
      there += (joinedByMonth[month] ?? 0) - lost
      month = month.advanced(byMonths: 1)
    }
    return steps.suffix(120)
  }
}

extension RetentionResult.Reason {
  mutating func add(_ revenue: Amount) {
    customers += 1
    lostRevenue += revenue
  }
}

/// When a customer that does not order any more counts as lost: after the days of a setting, else
/// after twice its own median gap between orders.
struct InactivityRule {
  /// The day that it is judged at.
  let asOf: Day
  /// Of the setting.
  let fixedDays: Int?
  /// Twice the median of the customers' gaps, for customers with one order date.
  let usual: Int

  /// Nil without dates, or where neither a setting nor any repeat buyer gives a gap.
  init?(_ facts: AnalysisFacts) {
    guard let period = facts.inputs.period else { return nil }
    asOf = period.end
    fixedDays = facts.settings.inactiveDays.flatMap { $0 > 0 ? $0 : nil }
    let gaps = facts.places.compactMap { Self.gap(of: $0, facts) }
    guard let median = Statistics.median(gaps) ?? fixedDays.map(Double.init) else { return nil }
    usual = Self.twice(median)
  }

  /// Days without an order after which this customer counts as lost.
  func days(for place: Int, _ facts: AnalysisFacts) -> Int {
    fixedDays ?? Self.gap(of: place, facts).map(Self.twice) ?? usual
  }

  private static func twice(_ gap: Double) -> Int { Int(min(max(2 * gap, 1), 36_500).rounded(.up)) }

  /// The median gap between a customer's order dates; the mean gap where that is not known.
  private static func gap(of place: Int, _ facts: AnalysisFacts) -> Double? {
    let sales = facts.inputs.sales[place]
    if let median = sales.medianGapDays { return median }
    guard sales.orderDays > 1, let first = sales.firstOrder, let last = sales.lastOrder else {
      return nil
    }
    return Double(last.days(since: first)) / Double(sales.orderDays - 1)
  }
}
