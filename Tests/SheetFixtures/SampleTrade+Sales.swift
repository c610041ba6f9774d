import CostingCore
import FinanceModel
import SheetPlan

extension SampleTrade {
  private var period: Period? { inputs.period }

  /// Sums the lines of 2025 by customer, by month and by product; those of 2024 are the period
  /// before.
  mutating func sumSales(_ hasCosts: Bool) {
    inputs.sales = Array(repeating: SalesFacts(), count: inputs.customers.count)
    inputs.priorSales = Array(repeating: SalesFacts(), count: inputs.customers.count)
    inputs.measures = [.quantity, .grossRevenue, .discount, .returns, .netRevenue, .lines, .orders]
    if hasCosts { inputs.measures.formUnion([.productCost, .commission, .freight]) }
    inputs.products = (0..<6).map {
      text("Product \("ABCDEF".map(String.init)[$0])", "产品\($0 + 1)")
    }
    var months: [String: MonthlySales] = [:]
    var products: [String: ProductSales] = [:]
    for line in lines {
      let isCurrent = period?.contains(line.day) == true
      add(line, isCurrent: isCurrent, hasCosts)
      let month = line.day.month
      let key = "\(100_000 + line.customer)-\(month)"
      var monthly = months[key] ?? MonthlySales(customer: Int32(line.customer), month: month)
      monthly.netRevenue += amount(line.net)
      monthly.orders += 1
      if hasCosts {
        monthly.productCost += amount(line.cost)
        monthly.directCost += amount(line.cost + line.commission + line.freight)
      }
      months[key] = monthly
      guard isCurrent else { continue }
      let productKey = "\(100_000 + line.customer)-\(line.product)"
      var product =
        products[productKey]
        ?? ProductSales(
          customer: Int32(line.customer), product: Int32(line.product), netRevenue: 0, quantity: 0)
      product.netRevenue += amount(line.net)
      product.quantity += Quantity(line.quantity)
      products[productKey] = product
    }
    inputs.salesByMonth = months.sorted { $0.key < $1.key }.map(\.value)
    inputs.productSales = products.sorted { $0.key < $1.key }.map(\.value)
  }

  private mutating func add(_ line: Line, isCurrent: Bool, _ hasCosts: Bool) {
    var facts = isCurrent ? inputs.sales[line.customer] : inputs.priorSales[line.customer]
    facts.lines += 1
    facts.orders += 1
    facts.orderDays += facts.lastOrder == line.day ? 0 : 1
    facts.firstOrder = facts.firstOrder ?? line.day
    if facts.firstOrder == line.day { facts.firstDayRevenue += amount(line.net) }
    facts.lastOrder = line.day
    facts.quantity += Quantity(line.quantity)
    facts.grossRevenue += amount(line.gross)
    facts.listRevenue += amount(line.gross)
    facts.discount += amount(line.discount)
    if line.quantity < 0 { facts.returns += amount(-line.net) }
    facts.netRevenue += amount(line.net)
    if hasCosts {
      facts.productCost += amount(line.cost)
      facts.commission += amount(line.commission)
      facts.freight += amount(line.freight)
    }
    if isCurrent {
      inputs.sales[line.customer] = facts
    } else {
      inputs.priorSales[line.customer] = facts
    }
  }

  // MARK: The team's sheet

  private var salesSheet: String { text("Sales", "销售明细") }

  /// The sales sheet, and the live sums over it.
  mutating func writeSales(_ unit: Int, _ hasCosts: Bool) {
    let headers =
      language == .chinese
      ? ["日期", "单据编号", "客户编码", "数量", "销售总额", "折扣", "净销售额", "销售成本", "佣金", "运费"]
      : [
        "Date", "Invoice No.", "Customer ID", "Quantity", "Gross Sales", "Discount", "Net Sales",
        "COGS", "Commission", "Freight",
      ]
    var plan = SheetPlan(key: "sales", name: salesSheet)
    let count = hasCosts ? 10 : 7
    for (index, header) in headers.prefix(count).enumerated() {
      plan.put(.text(header), row: 1, column: index + 1)
    }
    for (index, line) in lines.enumerated() { put(line, row: index + 2, count, unit, &plan) }
    sheets.append(plan)
    var table = RecognisedTable(
      role: .sales, sheet: salesSheet,
      range: CellRange(
        CellAddress(row: 1, column: 1), CellAddress(row: lines.count + 1, column: count)),
      headerRow: 1)
    table.rowsUsed = lines.count
    table.confidence = 0.97
    table.unitFactor = unit
    table.columns = headers.prefix(count).enumerated().map {
      RecognisedTable.Column(column: $0 + 1, header: $1, role: "net_amount", confidence: 0.9)
    }
    tables.append(table)
    makeLive(unit, hasCosts)
  }

  private func put(_ line: Line, row: Int, _ count: Int, _ unit: Int, _ plan: inout SheetPlan) {
    let money = { (cents: Int) -> CellContent in
      .number(amount(cents).divided(by: ExactDecimal(unit))?.doubleValue ?? 0)
    }
    plan.put(
      .day(line.day), row: row, column: 1,
      style: CellStyle().with { $0.numberFormat = "yyyy-mm-dd" })
    plan.put(.text(line.document), row: row, column: 2)
    let id = inputs.customers[line.customer].id
    plan.put(id == .unassigned ? .empty : .text(id.text), row: row, column: 3)
    plan.put(.number(Double(line.quantity)), row: row, column: 4)
    let figures = [line.gross, line.discount, line.net, line.cost, line.commission, line.freight]
    for (index, cents) in figures.prefix(count - 4).enumerated() {
      plan.put(money(cents), row: row, column: 5 + index)
    }
  }

  private mutating func makeLive(_ unit: Int, _ hasCosts: Bool) {
    var columns: [SalesMeasure: Int] = [
      .quantity: 4, .grossRevenue: 5, .discount: 6, .netRevenue: 7,
    ]
    if hasCosts {
      columns[.productCost] = 8
      columns[.commission] = 9
      columns[.freight] = 10
    }
    let start = period?.start.serial(in: .from1900) ?? 0
    let condition = LiveSum.Condition(range: salesRange(1), criterion: ">=\(start)")
    for (measure, column) in columns {
      inputs.liveness[measure] = .live(
        LiveSum(
          terms: [
            LiveSum.Term(
              values: salesRange(column), keys: salesRange(3), conditions: [condition])
          ], scale: measure == .quantity ? 1 : unit))
    }
    inputs.liveness[.returns] = .valueOnly(
      reason: LocalizedText(english: "returns are netted line by line", chinese: "退货逐行冲减"))
  }

  private func salesRange(_ column: Int) -> SheetRange {
    SheetRange(
      sheet: salesSheet,
      range: CellRange(
        CellAddress(row: 2, column: column), CellAddress(row: lines.count + 1, column: column)))
  }
}
