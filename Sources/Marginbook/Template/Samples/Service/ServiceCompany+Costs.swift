import CostingCore
import FinanceModel

/// Payroll and the hours that it went into.
extension ServiceCompany {
  enum DriverNames {
    static let deskHours = note("Service desk hours", "服务台工时")
    static let fieldHours = note("Field service hours", "现场服务工时")
    static let projectHours = note("Project hours", "项目工时")
    static let reviews = note("Account reviews", "客户例会")
  }

  private enum Pools {
    static let desk = note("Service desk payroll", "服务台薪酬")
    static let field = note("Field service payroll", "现场工程师薪酬")
    static let project = note("Project team payroll", "项目团队薪酬")
    static let accountManagement = note("Account management", "客户经理团队")
    static let office = note("Office and administration", "办公与管理")
  }

  /// Capacities in minutes: heads × 220 days × 6 hours.
  static let costPoolTable = SheetTable.costPools([
    SamplePool(
      Pools.desk, thousands: 1_780, .service, .driver, .customer, driver: DriverNames.deskHours,
      capacity: 633_600, isValueAdded: true),
    SamplePool(
      Pools.field, thousands: 1_720, .service, .driver, .customer,
      driver: DriverNames.fieldHours, capacity: 475_200, isValueAdded: true),
    SamplePool(
      Pools.project, thousands: 1_860, .service, .driver, .customer,
      driver: DriverNames.projectHours, capacity: 475_200, isValueAdded: true),
    SamplePool(
      Pools.accountManagement, thousands: 610, .relationship, .driver, .customer,
      driver: DriverNames.reviews, isValueAdded: true),
    SamplePool(Pools.office, thousands: 940, .administration, .revenue, .facility),
  ])

  static let activityTable = SheetTable.activities([
    SampleActivity(
      note("Tickets", "工单处理"), of: Pools.desk, per: DriverNames.deskHours, unitTime: 60),
    SampleActivity(
      note("Visits to clients", "上门服务"), of: Pools.field, per: DriverNames.fieldHours,
      unitTime: 60),
    SampleActivity(
      note("Project work", "项目实施"), of: Pools.project, per: DriverNames.projectHours,
      unitTime: 60),
  ])

  private struct TimeSheet: Sendable {
    var client: Client
    var driver: LocalizedText
    var quantity: Int
  }

  static let timeSheetTable = SheetTable(
    .drivers, rows: timeSheets,
    fields: [
      Field(DriverColumns.customerID) { .code($0.client.id) },
      Field(DriverColumns.driver) { .text($0.driver) },
      Field(DriverColumns.driverQuantity) { .number(Double($0.quantity)) },
    ])

  private static let timeSheets: [TimeSheet] = {
    var generator = SeededGenerator(seed: 20_250_707)
    return clients.flatMap { drawnTimeSheets(of: $0, &generator) }
  }()

  /// A fee of 1,000 a month allows for about fifteen desk hours and ten field hours a year.
  private static func drawnTimeSheets(
    of client: Client, _ generator: inout SeededGenerator
  ) -> [TimeSheet] {
    let allowed = client.monthlyFee * client.appetite / 100_000
    let projectHours = (0..<client.projects).reduce(0) { hours, _ in
      hours + generator.draw(90...180)
    }
    return [
      TimeSheet(
        client: client, driver: DriverNames.deskHours,
        quantity: allowed * generator.draw(140...170) / 10),
      TimeSheet(
        client: client, driver: DriverNames.fieldHours,
        quantity: allowed * generator.draw(95...125) / 10),
      TimeSheet(client: client, driver: DriverNames.projectHours, quantity: projectHours),
      TimeSheet(
        client: client, driver: DriverNames.reviews,
        quantity: 2 + client.monthlyFee / 10_000 + generator.draw(0...3)),
    ].filter { $0.quantity > 0 }
  }
}
