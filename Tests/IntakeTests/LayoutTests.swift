import CostingCore
import FinanceModel
import Foundation
import TestSupport
import Testing
import WorkbookReading

@testable import Intake

/// Tables as teams lay them out, one small text file each.
@Suite struct `Layouts` {
  /// What intake makes of a sheet of comma-separated rows.
  static func understand(_ rows: [String], file: String = "Book") throws -> IntakeResult {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appending(path: "\(file).csv").path
    try rows.joined(separator: "\n").write(toFile: path, atomically: true, encoding: .utf8)
    return try Intake.understand(Workbook.open(path: path), settings: nil, language: nil)
  }

  static func roles(_ result: IntakeResult) -> [String: String] {
    Dictionary(
      result.tables.flatMap { $0.columns.filter(\.isUsed) }.map { ($0.header, $0.role ?? "") },
      uniquingKeysWith: { first, _ in first })
  }

  @Test func `a budget with a column of versions is read by it`() throws {
    let result = try Self.understand([
      "MonthStart,DeptName,GLAccountID,AccountName,Version,Amount",
      "2026-01-01,Sales,5000,Salaries,Budget,100", "2026-01-01,Sales,5000,Salaries,Actual,110",
      "2026-01-01,Sales,6000,Travel,Budget,30", "2026-01-01,Sales,6000,Travel,Forecast,35",
    ])
    #expect(result.tables.map(\.role) == [.budget])
    let lines = result.inputs.budget
    #expect(lines.map(\.name) == ["Salaries", "Travel"])
    #expect(lines.map(\.budget) == [100, 30])
    #expect(lines.map(\.actual) == [110, nil])
    #expect(result.tables[0].rowsLeftOut.map(\.rows) == [1])
  }

  @Test func `a budget under a section's name takes its first column for names`() throws {
    let result = try Self.understand([
      "每月支出,预计,实际,差异", "工资,100,110,10", "房租,50,50,0", "合计,150,160,10",
    ])
    #expect(result.inputs.budget.map(\.name) == ["工资", "房租"])
    #expect(result.inputs.budget.map(\.actual) == [110, 50])
  }

  @Test func `budget lines without a name count all the same`() throws {
    let result = try Self.understand([
      "Account Name,Budget,Actual", "Rent,100,90", ",40,45", "Travel,10,12",
    ])
    let budget = result.inputs.budget.compactMap(\.budget).reduce(0, +)
    #expect(budget == 150)
  }

  @Test func `Hebrew and Arabic budgets are read`() throws {
    let hebrew = try Self.understand([
      "סעיף,תקציב,ביצוע", "שכר,100,110", "נסיעות,20,15", "סה\"כ,120,125",
    ])
    #expect(hebrew.inputs.budget.map(\.actual) == [110, 15])
    let arabic = try Self.understand([
      "البند,الموازنة,الفعلي", "الرواتب,١٠٠,١١٠", "السفر,20,15", "المجموع,120,125",
    ])
    #expect(arabic.inputs.budget.map(\.budget) == [100, 20])
    #expect(arabic.inputs.budget.map(\.actual) == [110, 15])
  }

  @Test func `a price without a quantity is that of one piece`() throws {
    let result = try Self.understand([
      "sale_id,customer_id,sale_date,acquisition_price,sale_price",
      "1,C1,2026-01-05,60,100", "2,C2,2026-01-06,90,150",
    ])
    #expect(Self.roles(result)["sale_price"] == "unit_price")
    #expect(result.inputs.sales.map(\.netRevenue) == [100, 150])
    #expect(result.inputs.sales.map(\.productCost) == [60, 90])
  }

  @Test(arguments: [
    // Sales is quantity × price less the discount: it is net already.
    (["C1,2,50,0.1,90", "C2,1,80,0.2,64", "C3,3,10,0,30"], [90, 64, 30] as [Amount]),
    // Sales is quantity × price: the discount is still to come off.
    (["C1,2,50,0.1,100", "C2,1,80,0.2,80", "C3,3,10,0,30"], [90, 64, 30]),
  ])
  func `whether discounts are off is told by the figures`(rows: [String], net: [Amount]) throws {
    let result = try Self.understand(["Customer ID,Quantity,Unit Price,Discount,Sales"] + rows)
    #expect(result.inputs.sales.map(\.netRevenue) == net)
  }

  @Test func `a customer whose name starts like a total or a note is a customer`() throws {
    let result = try Self.understand([
      "Date,Invoice No.,Customer,Net Sales", "2026-01-05,1,Total Wine,100",
      "2026-01-06,2,Notebook World,50", "2026-01-07,3,Acme,10", ",,Total,160",
    ])
    #expect(result.inputs.customers.map(\.name) == ["Total Wine", "Notebook World", "Acme"])
    #expect(result.inputs.sales.map(\.netRevenue) == [100, 50, 10])
  }

  @Test func `beside products a category groups these, and a bare name is theirs`() throws {
    let result = try Self.understand([
      "订单号,客户,名称,型号,类别,数量,单价", "1,甲,开关,K1,电器,2,10", "2,乙,灯,L1,电器,1,30",
    ])
    let roles = Self.roles(result)
    #expect(roles["客户"] == "customer_name")
    #expect(roles["名称"] == nil || roles["名称"] == "product_name")
    #expect(roles["类别"] == nil)
  }

  @Test func `a table further down the sheet is read`() throws {
    let lines = (1...400).map { "2026-01-05,\($0),C\($0 % 5),10" }
    let result = try Self.understand(
      ["Date,Invoice No.,Customer ID,Net Sales"] + lines
        + ["", "Customer ID,Customer,Segment,", "C1,Acme,A,", "C2,Bolt,B,"])
    #expect(result.tables.map(\.role) == [.sales, .customers])
    #expect(result.tables.map(\.rowsUsed) == [400, 2])
    #expect(result.inputs.customers.first { $0.id.text == "C1" }?.segment == "A")
  }

  @Test func `every row is told once`() throws {
    let result = try Self.understand([
      "Date,Invoice No.,Customer ID,Net Sales,Currency", "2026-01-05,1,C1,100,USD",
      "2026-01-06,2,C1,50,EUR", "2026-01-07,3,C2,10,USD", "期初余额,,,7,", "合计,,,167,",
    ])
    let table = result.tables[0]
    #expect(table.rowsUsed == 2)
    #expect(table.rowsLeftOut.reduce(0) { $0 + $1.rows } == 3)
    #expect(table.columns.first { $0.header == "Net Sales" }?.total == 110)
    #expect(table.rowsLeftOut.flatMap(\.totals).map(\.total).sorted() == [7, 50, 167])
  }

  @Test func `months across the columns are sales by month`() throws {
    let result = try Self.understand(
      ["客户名称,区域,1月,2月,3月,合计", "甲公司,华东,100,110,120,330", "乙公司,华北,50,,40,90", "合计,,150,110,160,420"],
      file: "2026年销售汇总")
    #expect(result.tables.map(\.role) == [.sales])
    #expect(result.inputs.customers.map(\.name) == ["甲公司", "乙公司"])
    #expect(result.inputs.sales.map(\.netRevenue) == [330, 90])
    #expect(result.inputs.period?.start.description == "2026-01-01")
    #expect(result.inputs.period?.end.description == "2026-03-31")
    #expect(result.inputs.salesByMonth.count == 5)
    #expect(result.tables[0].rowsLeftOut.map(\.rows) == [1])
  }

  @Test func `months of pieces, and months of a budget, are no sales`() throws {
    let pieces = try Self.understand(["客户名称,1月,2月,总量", "甲公司,100,110,210", "乙公司,50,40,90"])
    #expect(!pieces.tables.contains { $0.role == .sales })
    let budget = try Self.understand(["Customer,Jan,Feb", "Acme,100,110"], file: "Budget 2026")
    #expect(!budget.tables.contains { $0.role == .sales })
  }

  @Test func `customers across the columns are read from a sales matrix`() throws {
    let result = try Self.understand(
      ["Month,Customer Acme,Customer Bolt,Total", "2026-01,10,20,30", "2026-02,30,40,70"],
      file: "Sales by customer")
    #expect(result.inputs.customers.map(\.name) == ["Customer Acme", "Customer Bolt"])
    #expect(result.inputs.sales.map(\.netRevenue) == [40, 60])
    #expect(result.inputs.salesByMonth.count == 4)
  }

  @Test func `a statement with customers across is revenue and cost by customer`() throws {
    let result = try Self.understand([
      "项目,客户A,客户B,合计", "销售收入,100,80,180", "销售成本,60,50,110", "毛利,40,30,70", "运费,5,9,14",
      "客户服务成本,3,1,4",
    ])
    #expect(result.inputs.customers.map(\.name) == ["客户A", "客户B"])
    #expect(result.inputs.sales.map(\.netRevenue) == [100, 80])
    #expect(result.inputs.sales.map(\.productCost) == [60, 50])
    #expect(result.inputs.sales.map(\.freight) == [5, 9])
    #expect(result.inputs.sales.map(\.otherDirectCost) == [3, 1])
    #expect(result.tables[0].rowsLeftOut.map(\.rows) == [1])
  }

  @Test(arguments: [
    ["Date,Vendor,Invoice number,Amount", "2026-01-05,Nuts Ltd,7,100", "2026-01-06,Bolts,8,50"],
    ["التاريخ,المبلغ,المصروف", "2026-01-05,100,ايجار", "2026-01-06,50,كهرباء"],
  ])
  func `purchases and expenses are no sales`(rows: [String]) throws {
    let result = try Self.understand(rows)
    #expect(!result.tables.contains { $0.role == .sales })
  }

  @Test func `a table far below another is found under its gap`() throws {
    let sales = (1...1_500).map { "2026-01-05,C\($0 % 9),\($0)" }
    let result = try Self.understand(
      ["Date,Customer ID,Net Sales"] + sales + ["", "Quarter,Market Share", "2026-Q1,4.5%"])
    #expect(result.tables.map(\.role) == [.sales, .market])
    #expect(result.tables[0].rowsUsed == 1_500)
    #expect(result.inputs.market.compactMap(\.shareGiven) == [0.045])
  }

  @Test func `a cell of an earlier row is found where rows were passed over`() throws {
    let path = ProjectFolders.fixtures.appending(path: "reading/cell-of-an-earlier-row.xlsx").path
    let result = try Intake.understand(Workbook.open(path: path), settings: nil, language: nil)
    #expect(result.tables.map(\.rowsUsed) == [300])
    // 2 … 301 by row, and 1000 instead of 9.
    let revenue = result.inputs.sales.reduce(Amount.zero) { $0 + $1.netRevenue }
    #expect(revenue == Amount((2...301).reduce(0, +) - 9 + 1_000))
  }

  @Test func `rows that come too late are found further down than tables are looked for`() throws {
    let path = ProjectFolders.fixtures.appending(path: "reading/rows-of-before-far-down.xlsx").path
    let result = try Intake.understand(Workbook.open(path: path), settings: nil, language: nil)
    #expect(result.tables.map(\.rowsUsed) == [4_300, 4_300])
    let revenue = result.inputs.sales.reduce(Amount.zero) { $0 + $1.netRevenue }
    #expect(revenue == Amount((2...4_301).reduce(0, +) * 2))
  }

  @Test func `numbers as ids are known as numbers`() throws {
    let result = try Self.understand(["Customer ID,Net Sales", "1001,5", "A7,6"])
    #expect(result.inputs.customers.map(\.hasNumericKey) == [true, false])
  }
}

@Suite struct `Near names` {
  private static func pairs(_ names: String...) -> [(first: Int, second: Int)] {
    NearNames.pairs(
      in: names.map { NearNames.Name(text: $0, key: TextFolding.nameKey($0)) }, atMost: 5)
  }

  @Test(arguments: [
    ("Acme Trading Ltd", "ACME Trading Limited"), ("Northwind", "Nothwind"),
    ("上海华信贸易有限公司", "上海华信贸易公司"),
  ])
  func `differ by a letter or by the form of company`(first: String, second: String) {
    #expect(Self.pairs(first, second).count == 1)
  }

  @Test(arguments: [
    ("Store 12", "Store 13"), ("Branch Office A", "Branch Office B"), ("上海华信贸易", "上海华星贸易"),
    ("Acme", "Acne"), ("Contoso", "Fabrikam"),
  ])
  func `are not those of branches or of others`(first: String, second: String) {
    #expect(Self.pairs(first, second).isEmpty)
  }
}
