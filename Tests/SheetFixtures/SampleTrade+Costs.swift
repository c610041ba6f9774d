import CostingCore
import FinanceModel
import SheetPlan

extension SampleTrade {
  private var driverSheet: String { text("Drivers in", "动因表") }
  private var poolSheet: String { text("Cost pools", "成本池") }

  /// Service hours, pallets, visits; percent and fixed columns; live over the team's own table.
  mutating func makeDrivers(_ random: inout Generator) {
    let count = inputs.customers.count { !$0.isUnassigned }
    let names = [
      text("Service hours", "服务工时"), text("Pallets", "托盘数"), text("Picks", "拣货次数"),
      text("Key account %", "大客户比例"), text("Fair fee", "展会费用"),
    ]
    var plan = SheetPlan(key: "drivers-in", name: driverSheet)
    plan.put(.text(text("Customer ID", "客户编码")), row: 1, column: 1)
    for (index, name) in names.enumerated() { plan.put(.text(name), row: 1, column: index + 2) }
    for row in 0..<count { plan.put(.text(inputs.customers[row].id.text), row: row + 2, column: 1) }
    for (index, name) in names.enumerated() {
      var quantities = (0..<count).map { customer -> Int in
        switch index {
        case 0: customer % 7 == 3 ? 90 + random.below(80) : random.below(40)
        case 1: random.below(120)
        case 2: random.below(500)
        case 3: customer < 5 ? [30, 25, 20, 10, 5][customer] : 0
        default: customer % 9 == 1 ? 800 : 0
        }
      }.map { Quantity($0) }
      for (row, quantity) in quantities.enumerated() {
        plan.put(.number(quantity.doubleValue), row: row + 2, column: index + 2)
      }
      while quantities.count < inputs.customers.count { quantities.append(0) }
      var driver = Driver(name: name, quantities: quantities)
      driver.liveness = .live(
        LiveSum(
          terms: [
            LiveSum.Term(
              values: driverRange(index + 2, count), keys: driverRange(1, count))
          ]))
      inputs.drivers.append(driver)
    }
    sheets.append(plan)
  }

  private func driverRange(_ column: Int, _ count: Int) -> SheetRange {
    SheetRange(
      sheet: driverSheet,
      range: CellRange(
        CellAddress(row: 2, column: column), CellAddress(row: count + 1, column: column)))
  }

  /// A pool of every method.
  mutating func makePools(_ unit: Int) {
    let names = inputs.drivers.map(\.name)
    typealias Row = (String, Int, AllocationMethod, String?, CostClass?, CostLevel?, Int?)
    let rows: [Row] = [
      (
        text("Order processing", "订单处理"), 4_800_000, .driver, text("Orders", "订单数"), .service,
        .order, nil
      ),
      (text("Customer service", "客户服务"), 7_350_000, .driver, names[0], .service, .customer, 2_600),
      (text("Warehouse", "仓储"), 6_120_000, .driver, names[1], .service, .order, nil),
      (text("Picking and packing", "拣货包装"), 3_900_000, .driver, names[2], .service, .order, 40_000),
      (text("Marketing", "市场推广"), 5_400_000, .revenue, nil, .marketing, .channel, nil),
      (text("Key accounts", "大客户管理"), 2_700_000, .percent, names[3], .relationship, .customer, nil),
      (text("Trade fair", "展会"), 900_000, .fixed, names[4], .acquisition, .customer, nil),
      (text("Administration", "行政管理"), 8_800_000, .even, nil, .administration, .facility, nil),
      (text("Headquarters", "总部大楼"), 3_000_000, .unallocated, nil, .facility, .facility, nil),
    ]
    var plan = SheetPlan(key: "pools", name: poolSheet)
    plan.put(.text(text("Cost Pool", "成本池")), row: 1, column: 1)
    plan.put(.text(text("Amount", "金额")), row: 1, column: 2)
    for (index, row) in rows.enumerated() {
      var pool = CostPool(name: row.0, amount: amount(row.1), method: row.2)
      pool.driver = row.3
      pool.costClass = row.4
      pool.level = row.5
      pool.practicalCapacity = row.6.map { Quantity($0) }
      pool.isValueAdded = index != 3
      let cell = CellAddress(row: index + 2, column: 2)
      pool.provenance = .cell(SheetCell(sheet: poolSheet, cell: cell))
      plan.put(.text(row.0), row: index + 2, column: 1)
      plan.put(
        .number(amount(row.1).divided(by: ExactDecimal(unit))?.doubleValue ?? 0), row: cell.row,
        column: cell.column)
      inputs.costPools.append(pool)
    }
    sheets.append(plan)
    var table = RecognisedTable(
      role: .costPools, sheet: poolSheet,
      range: CellRange(CellAddress(row: 1, column: 1), CellAddress(row: rows.count + 1, column: 2)),
      headerRow: 1)
    table.unitFactor = unit
    table.confidence = 0.9
    table.rowsUsed = rows.count
    tables.append(table)
    makeActivities(rows[3].0)
  }

  private mutating func makeActivities(_ pool: String) {
    var pick = Activity(name: text("Pick", "拣货"), pool: pool, driver: inputs.drivers[2].name)
    pick.unitTime = 3
    var pack = Activity(
      name: text("Pack a pallet", "打托包装"), pool: pool, driver: inputs.drivers[1].name)
    pack.unitTime = ExactDecimal(mantissa: 125, exponent: -1)
    inputs.activities = [pick, pack]
  }

  /// Two service departments that serve each other and three operating ones, two of them with pools.
  mutating func makeDepartments(_ method: ServiceDepartmentMethod) {
    typealias Row = (String, ServiceDepartment.Kind, Int, [Int])
    let rows: [Row] = [
      (text("IT", "信息部"), .service, 42_000, [0, 10, 40, 30, 20]),
      (text("HR", "人事部"), .service, 23_000, [15, 0, 25, 45, 15]),
      (text("Customer desk", "客户部"), .operating, 73_500, []),
      (text("Logistics", "物流部"), .operating, 100_200, []),
      (text("Office", "办公室"), .operating, 12_000, []),
    ]
    inputs.settings.serviceDepartmentMethod = method
    inputs.serviceDepartments.departments = rows.map { row in
      ServiceDepartment(
        name: row.0, kind: row.1, amount: Amount(row.2),
        use: (0..<5).map { Quantity(row.3.indices.contains($0) ? row.3[$0] : 0) })
    }
    inputs.costPools[1].department = rows[2].0
    inputs.costPools[2].department = rows[3].0
    inputs.costPools[3].department = rows[3].0
  }
}
