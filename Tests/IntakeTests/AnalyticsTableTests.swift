import CostingCore
import FinanceModel
import Testing

@testable import Intake

/// Tables of the market, of service requests and of dated interactions.
@Suite struct `Market, service and interactions` {
  private static let sales = [
    "Date,Invoice No.,Customer ID,Net Sales", "2026-01-05,1,C1,100", "2026-03-30,2,C2,200",
  ]

  /// Sales, a gap, and another table on one sheet.
  private func understand(_ rows: [String], file: String = "Book") throws -> IntakeResult {
    try Layouts.understand(Self.sales + [""] + rows, file: file)
  }

  private func codes(_ result: IntakeResult) -> [String] {
    result.findings.filter { $0.severity != .note }.map(\.code.id)
  }

  @Test(arguments: [
    ("2026-03", "2026-03"), ("202603", "2026-03"), ("2026年3月", "2026-03"), ("Mar 2026", "2026-03"),
    ("3月", "2026-03"), ("2026-Q1", "2026-Q1"), ("Q1 2026", "2026-Q1"), ("2026年一季度", "2026-Q1"),
    ("第2季度", "2026-Q2"), ("2025", "2025"), ("2025年", "2025"), ("FY2025", "2025"),
    ("2025年度", "2025"), ("2026-03-31", "2026-03"), ("soon", nil), ("2026 H1", nil), ("12", nil),
  ])
  func `months, quarters and years are read as they are written`(text: String, name: String?) {
    #expect(PeriodText.calendarPeriod(text, year: 2026)?.name == name)
  }

  @Test(arguments: [
    ("2026-01-05 09:30", 34_200), ("1/5/2026 2:05:10 PM", 50_710), ("12:15 am", 900),
    ("2026年1月5日 下午3:00", 54_000), ("2026-01-05", nil), ("25:10", nil), ("9:75", nil),
  ])
  func `times of day are read as they are written`(text: String, seconds: Int?) {
    #expect(TimeText.secondOfDay(in: text) == seconds)
  }

  @Test func `the market's size takes the unit of its header, and its periods`() throws {
    let result = try understand([
      "Period,Region,Market Sales (USD 000)", "2026-01,North,40", "2026-Q1,South,50",
      "soon,South,60", "Total,,150",
    ])
    #expect(result.tables.map(\.role) == [.sales, .market])
    let lines = result.inputs.market
    #expect(lines.map(\.sales) == [40_000, 50_000])
    #expect(lines.map { $0.period?.name } == ["2026-01", "2026-Q1"])
    #expect(lines.map { $0.segment?.name } == ["North", "South"])
    #expect(lines[0].source?.scale == 1000)
    #expect(lines[0].source?.cells.map(\.cell.a1) == ["C6"])
    #expect(codes(result) == ["INTAKE-139"])
  }

  @Test func `shares above one are percent`() throws {
    let chinese = try understand(["季度,市场占有率", "2026-Q1,4.1", "2026-Q2,0.9"])
    #expect(chinese.inputs.market.compactMap(\.shareGiven) == [0.041, 0.009])
    let text = try understand(["Quarter,Market Share", "2026-Q1,4.5%", "2026-Q2,12%"])
    #expect(text.inputs.market.compactMap(\.shareGiven) == [0.045, 0.12])
  }

  @Test func `a share of anything else is no market's`() throws {
    let result = try understand(["Year,Share %", "2025,40", "2026,60"])
    #expect(result.inputs.market.isEmpty)
    #expect(!result.tables.contains { $0.role == .market })
  }

  @Test func `sales by market stay sales`() throws {
    let result = try Layouts.understand([
      "Date,Customer ID,Market,Market Sales", "2026-01-05,C1,North,100", "2026-01-06,C2,South,50",
    ])
    #expect(result.tables.map(\.role) == [.sales])
    #expect(result.inputs.sales.map(\.netRevenue) == [100, 50])
  }

  @Test func `settings may tell the market, for the whole period or one of its own`() throws {
    var reader = SettingsReader(sheets: [])
    var log = FindingLog()
    for (name, value) in [("Market Size", "5,000"), ("市场规模 2025", "4000"), ("响应时限小时", "8")] {
      reader.take(SettingEntry(name: name, value: .text(value)), log: &log)
    }
    #expect(log.findings.isEmpty)
    #expect(reader.settings.marketSizes.map(\.period) == ["", "2025"])
    #expect(reader.settings.marketSizes.map(\.sales) == [5000, 4000])
    #expect(reader.settings.costing.analysis.responseTargetHours == 8)
  }

  @Test func `requests carry hours, in whatever unit the header names`() throws {
    let hours = try understand([
      "Ticket No.,Customer ID,Opened,First Response (hours)", "T1,C1,2026-01-05,2.5",
      "T2,C2,2026-01-06,30", "T3,C1,2026-01-07,",
    ])
    #expect(hours.tables.map(\.role) == [.sales, .serviceRequests])
    #expect(hours.inputs.serviceResponses.map(\.hours) == [2.5, 30])
    #expect(
      hours.inputs.serviceResponses.map { $0.date?.description } == ["2026-01-05", "2026-01-06"])
    #expect(hours.inputs.feedback.isEmpty)
    let minutes = try understand(["客户编码,响应时长(分钟)", "C1,90", "C2,45"])
    #expect(minutes.inputs.serviceResponses.map(\.hours) == [1.5, 0.75])
    #expect(minutes.inputs.sources[.serviceRequests]?.columns[.responseHours] == nil)
  }

  @Test func `hours are the time from request to reply`() throws {
    let result = try understand([
      "Customer ID,Opened,First Reply", "C1,2026-01-05 16:45,2026-01-06 09:15",
      "C2,2026-01-06 10:00,2026-01-06 09:30", "C2,2026-01-07 10:00,",
    ])
    #expect(result.inputs.serviceResponses.map(\.hours) == [16.5, -0.5])
    let source = result.inputs.sources[.serviceRequests]
    #expect(source?.obstacles[.responseHours] == LivenessReason.timeDifferences)
  }

  @Test func `a survey may tell the hours beside its scores`() throws {
    let result = try understand([
      "Customer ID,Survey Date,Satisfaction Score,Response Hours", "C1,2026-01-05,4,6",
      "C2,2026-01-06,5,",
    ])
    #expect(result.tables.map(\.role) == [.sales, .feedback])
    #expect(result.inputs.feedback.compactMap(\.satisfaction) == [4, 5])
    #expect(result.inputs.serviceResponses.map(\.hours) == [6])
    #expect(result.inputs.sources[.serviceRequests]?.columns[.responseHours] != nil)
  }

  @Test func `interactions in columns keep their months`() throws {
    let result = try understand(
      [
        "Customer ID,Month,Visits,E-mail clicks", "C1,2026-01,2,5", "C1,2026-02,3,", "C2,,4,1",
        "C9,2026-02,7,7",
      ], file: "Interactions")
    #expect(result.inputs.interactions.map(\.name) == ["Visits", "E-mail clicks"])
    #expect(result.inputs.interactions[0].quantities == [5, 4])
    let months = result.inputs.interactionsByMonth
    #expect(months.map(\.month.month) == [1, 1, 2])
    #expect(months.map(\.count) == [2, 5, 3])
    #expect(result.findings.first { $0.code.id == "INTAKE-140" }?.count == 1)
    let source = result.inputs.sources[.interactions]
    #expect(source?.wholeObstacle == LivenessReason.unknownCustomers)
  }

  @Test func `interactions in rows are kinds with their counts, or one each`() throws {
    let counted = try understand(
      [
        "Customer ID,Date,Type,Count", "C1,2026-01-05,Visit,2", "C2,2026-01-06,Call,1",
        "C1,2026-02-07,visit,3",
      ], file: "Interactions")
    #expect(counted.inputs.interactions.map(\.name) == ["Visit", "Call"])
    #expect(counted.inputs.interactions.map(\.quantities) == [[5, 0], [0, 1]])
    #expect(counted.inputs.interactionsByMonth.map(\.count) == [2, 1, 3])
    let log = try understand(
      ["客户编码,日期,互动类型", "C1,2026-01-05,拜访", "C1,2026-01-09,拜访", "C2,2026-03-01,电话"],
      file: "互动")
    #expect(log.inputs.interactions.map(\.name) == ["拜访", "电话"])
    #expect(log.inputs.interactionsByMonth.map(\.count) == [2, 1])
  }
}
