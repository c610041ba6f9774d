import FinanceModel

/// What each customer used in the year.
extension Manufacturer {
  enum DriverNames {
    /// Built in: the distinct documents of the sales lines.
    static let orders = note("Orders", "订单数")
    static let rushOrders = note("Rush order count", "加急单数")
    static let orderChanges = note("Order change count", "变更单数")
    static let supportHours = note("Support hours", "支持工时")
    static let commissioningJobs = note("Commissioning jobs", "调试台次")
    static let pallets = note("Pallets", "托盘数")
    static let visits = note("Sales trips", "出差拜访")
    static let onboardingDays = note("Onboarding days", "开发天数")
    static let trainingDays = note("Dealer training days", "经销商培训天数")
    static let returnCases = note("Return cases", "退货单数")
    static let reminders = note("Reminders", "催款次数")
  }

  /// One customer's quantities.
  struct Use: Sendable {
    var customer: SampleCustomer
    var orders: Int
    var rushOrders = 0
    var orderChanges = 0
    var supportHours = 0
    var commissioningJobs = 0
    var pallets = 0
    var visits = 0
    var onboardingDays = 0
    var trainingDays = 0
    var returnCases = 0
    var reminders = 0
  }

  static let uses: [Use] = {
    var generator = SeededGenerator(seed: 20_250_202)
    return customers.map { drawnUse(by: $0, with: &generator) }
  }()

  static let driverTable = SheetTable(
    .drivers, rows: uses,
    fields: [
      Field(DriverColumns.customerID) { .code($0.customer.id) },
      quantity(DriverNames.rushOrders) { $0.rushOrders },
      quantity(DriverNames.orderChanges) { $0.orderChanges },
      quantity(DriverNames.supportHours) { $0.supportHours },
      quantity(DriverNames.commissioningJobs) { $0.commissioningJobs },
      quantity(DriverNames.pallets) { $0.pallets },
      quantity(DriverNames.visits) { $0.visits },
      quantity(DriverNames.onboardingDays) { $0.onboardingDays },
      quantity(DriverNames.trainingDays) { $0.trainingDays },
      quantity(DriverNames.returnCases) { $0.returnCases },
      quantity(DriverNames.reminders) { $0.reminders },
    ])

  private static func quantity(
    _ name: LocalizedText, _ quantity: @escaping @Sendable (Use) -> Int
  ) -> Field<Use> {
    Field(DriverColumns.named(name)) { .number(Double(quantity($0))) }
  }

  private static func drawnUse(
    by customer: SampleCustomer, with generator: inout SeededGenerator
  ) -> Use {
    let lines = lines(of: customer, in: year)
    let sold = lines.filter { $0.quantity > 0 }
    let orders = Set(sold.map(\.document)).count
    let service = customer.manner.service
    var use = Use(customer: customer, orders: orders)
    use.rushOrders = orders * generator.draw(service.rushPercent) / 100
    use.orderChanges = orders * generator.draw(service.changePercent) / 100
    use.supportHours = orders * generator.draw(service.hoursPerTenOrders) / 10
    use.commissioningJobs = generator.draw(service.commissioningJobs)
    use.pallets = sold.count + sold.reduce(0) { $0 + $1.pallets }
    use.visits = generator.draw(service.visits)
    use.returnCases = Set(lines.filter { $0.quantity < 0 }.map(\.document)).count
    use.reminders = generator.draw(service.reminders)
    if customer.since.month.year == year { use.onboardingDays = generator.draw(12...26) }
    if customer.channel == SampleWords.dealer { use.trainingDays = generator.draw(2...9) }
    return use
  }
}

extension SaleLine {
  /// Pallets that the line takes: one a cabinet, one for two pumps, few for the rest.
  fileprivate var pallets: Int {
    switch product.id {
    case "P-310": quantity
    case "P-110", "P-120", "P-130": (quantity + 1) / 2
    case "P-420": 0
    default: (quantity + 11) / 12
    }
  }
}
