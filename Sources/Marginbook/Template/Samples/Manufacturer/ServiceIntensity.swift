/// How much service a manner of customer takes in a year: the limits that quantities are drawn in.
struct ServiceIntensity: Sendable {
  /// Of a hundred orders.
  var rushPercent: ClosedRange<Int>
  /// Of a hundred orders.
  var changePercent: ClosedRange<Int>
  var hoursPerTenOrders: ClosedRange<Int>
  var commissioningJobs: ClosedRange<Int>
  var visits: ClosedRange<Int>
  var reminders: ClosedRange<Int>
}

extension SampleCustomer.Manner {
  var service: ServiceIntensity {
    switch self {
    case .champion:
      ServiceIntensity(
        rushPercent: 0...10, changePercent: 5...15, hoursPerTenOrders: 20...50,
        commissioningJobs: 1...3, visits: 8...16, reminders: 0...2)
    case .solid:
      ServiceIntensity(
        rushPercent: 5...20, changePercent: 10...25, hoursPerTenOrders: 25...60,
        commissioningJobs: 0...2, visits: 8...18, reminders: 1...6)
    case .quiet:
      ServiceIntensity(
        rushPercent: 0...10, changePercent: 0...10, hoursPerTenOrders: 10...25,
        commissioningJobs: 0...0, visits: 1...3, reminders: 0...3)
    case .demanding:
      ServiceIntensity(
        rushPercent: 55...80, changePercent: 70...120, hoursPerTenOrders: 170...260,
        commissioningJobs: 8...14, visits: 60...95, reminders: 12...26)
    case .piecemeal:
      ServiceIntensity(
        rushPercent: 30...55, changePercent: 25...50, hoursPerTenOrders: 20...45,
        commissioningJobs: 0...0, visits: 12...24, reminders: 8...18)
    }
  }
}
