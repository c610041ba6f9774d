import FinanceModel

/// Case A: a maker of pumps and valves with forty customers, two years of invoices and ten cost
/// pools.
///
/// Its story, year 2025: the large customers at list price earn more than the whole profit; four
/// large ones at deep discounts take most of the service and lose it again, and those who buy piece
/// by piece cost more to serve than they bring. Warehouse and order desk have capacity to spare.
enum Manufacturer {
  static let company = note("Mingchuan Fluid Controls Co., Ltd.", "明川流体控制有限公司")

  /// The year that is analysed; the one before is there for comparison and forecast.
  static let year = 2025

  static let tables: [SheetTable] = [
    salesTable, customerTable, costPoolTable, driverTable, activityTable, departmentTable,
    budgetTable, receivableTable, marketingTable, feedbackTable, interactionTable, settingTable,
  ]

  /// A day of the calendar; the samples name only days that exist.
  static func day(_ year: Int, _ month: Int, _ day: Int) -> Day {
    Day(year: year, month: month, day: day) ?? Month(year: year, month: month).firstDay
  }

  static let products: [SampleProduct] = [
    SampleProduct("P-110", "Centrifugal pump", "离心泵", price: 8_600, costPerMille: 730),
    SampleProduct("P-120", "Multistage pump", "多级泵", price: 14_800, costPerMille: 750),
    SampleProduct("P-130", "Metering pump", "计量泵", price: 11_200, costPerMille: 690),
    SampleProduct("P-210", "Butterfly valve", "蝶阀", price: 1_280, costPerMille: 770),
    SampleProduct("P-220", "Motorised ball valve", "电动球阀", price: 3_450, costPerMille: 720),
    SampleProduct("P-230", "Safety valve", "安全阀", price: 2_180, costPerMille: 710),
    SampleProduct("P-310", "Control cabinet", "控制柜", price: 18_500, costPerMille: 790),
    SampleProduct("P-320", "Flow meter", "流量计", price: 6_900, costPerMille: 660),
    SampleProduct("P-410", "Seal kit", "密封件套装", price: 320, costPerMille: 560),
    SampleProduct("P-420", "Maintenance package", "维保服务包", price: 4_200, costPerMille: 620),
  ]
}
