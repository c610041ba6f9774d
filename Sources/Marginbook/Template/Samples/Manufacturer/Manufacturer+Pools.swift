import CostingCore
import FinanceModel

/// The cost pools, what their money is spent on, and the departments behind them.
extension Manufacturer {
  static let customerTable = SheetTable.customers(customers)
  static let costPoolTable = SheetTable.costPools(pools)
  static let activityTable = SheetTable.activities(activities)

  enum Departments {
    static let customerService = note("Customer service", "客户服务部")
    static let logistics = note("Logistics", "物流部")
    static let sales = note("Sales office", "销售部")
    static let administration = note("Administration", "行政财务部")
    static let informationTechnology = note("IT", "信息部")
    static let humanResources = note("HR", "人事部")
  }

  enum Pools {
    static let orderProcessing = note("Order processing", "订单处理")
    static let technicalSupport = note("Technical support", "技术支持")
    static let warehousing = note("Warehousing", "仓储配货")
    static let fieldVisits = note("Field sales visits", "客户拜访")
    static let onboarding = note("Customer onboarding", "新客户开发")
    static let dealerProgramme = note("Dealer programme", "经销商计划")
    static let returnsHandling = note("Returns handling", "退货处理")
    static let creditControl = note("Credit control", "信用与催收")
    static let administration = note("General administration", "综合管理")
    static let site = note("Site and premises", "厂区与场地")
  }

  static let pools: [SamplePool] = [
    SamplePool(
      Pools.orderProcessing, thousands: 860, .service, .driver, .order,
      driver: DriverNames.orders, department: Departments.customerService, capacity: 210_000,
      isValueAdded: true),
    SamplePool(
      Pools.technicalSupport, thousands: 2_350, .service, .driver, .customer,
      driver: DriverNames.supportHours, department: Departments.customerService,
      capacity: 320_000, isValueAdded: true),
    SamplePool(
      Pools.warehousing, thousands: 1_420, .service, .driver, .order,
      driver: DriverNames.pallets, department: Departments.logistics, capacity: 4_600,
      isValueAdded: true),
    SamplePool(
      Pools.fieldVisits, thousands: 1_580, .relationship, .driver, .customer,
      driver: DriverNames.visits, department: Departments.sales, isValueAdded: true),
    SamplePool(
      Pools.onboarding, thousands: 420, .acquisition, .driver, .customer,
      driver: DriverNames.onboardingDays, department: Departments.sales, isValueAdded: true),
    SamplePool(
      Pools.dealerProgramme, thousands: 380, .marketing, .driver, .channel,
      driver: DriverNames.trainingDays, department: Departments.sales, isValueAdded: true,
      channel: SampleWords.dealer),
    SamplePool(
      Pools.returnsHandling, thousands: 240, .service, .driver, .order,
      driver: DriverNames.returnCases, department: Departments.customerService,
      isValueAdded: false),
    SamplePool(
      Pools.creditControl, thousands: 340, .service, .driver, .customer,
      driver: DriverNames.reminders, department: Departments.administration,
      isValueAdded: false),
    SamplePool(
      Pools.administration, thousands: 2_400, .administration, .revenue, .facility,
      department: Departments.administration),
    SamplePool(
      Pools.site, thousands: 1_100, .facility, .unallocated, .facility,
      department: Departments.administration),
  ]

  static let activities: [SampleActivity] = [
    SampleActivity(
      note("Standard orders", "常规订单"), of: Pools.orderProcessing, per: DriverNames.orders,
      unitTime: 210),
    SampleActivity(
      note("Rush orders", "加急订单"), of: Pools.orderProcessing, per: DriverNames.rushOrders,
      unitTime: 150),
    SampleActivity(
      note("Order changes", "订单变更"), of: Pools.orderProcessing,
      per: DriverNames.orderChanges, unitTime: 90),
    SampleActivity(
      note("Support calls", "热线支持"), of: Pools.technicalSupport,
      per: DriverNames.supportHours, unitTime: 60),
    SampleActivity(
      note("Commissioning on site", "现场调试"), of: Pools.technicalSupport,
      per: DriverNames.commissioningJobs, unitTime: 540),
  ]
}
