import CostingCore
import FinanceModel
import Testing

@testable import Intake

@Suite struct `Headers` {
  @Test(arguments: [
    ("InvoiceNo", ColumnRole.documentNo), ("Customer ID", .customerID), ("CustomerID", .customerID),
    ("account number", .customerID), ("Cust #", .customerID), ("客户编码", .customerID),
    ("净销售额（万元）", .revenueNet), ("Revenue (USD 000)", .revenueNet), (" Sales", .revenueGross),
    ("UnitPrice", .unitPrice), ("本年销售额", .revenueGross), ("Custmer ID", .customerID),
    ("客户编玛", .customerID), ("到期日", .dueDate),
  ])
  func `mean what a finance team means`(header: String, role: ColumnRole) {
    let candidates = Vocabulary.shared.candidates(for: HeaderText(header))
    #expect(candidates.first?.role == role || candidates.prefix(2).contains { $0.role == role })
  }

  @Test func `a bracket that is no unit is part of the name`() {
    #expect(HeaderText("订单行数(投诉)").key != HeaderText("订单行数").key)
    #expect(HeaderText("金额(万元)").unitNotes == ["万元"])
    #expect(HeaderText("金额(万元)").key == HeaderText("金额").key)
  }

  @Test(arguments: [
    ("合计", RowMarkers.Kind.total), ("合 计", .total), ("Grand Total", .total), ("Total:", .total),
    ("华东小计", .likelyTotal), ("Total North", .likelyTotal), ("期初余额", .carriedForward),
    ("Contoso", .none), ("备注", .note),
  ])
  func `words for totals are told from names`(text: String, kind: RowMarkers.Kind) {
    #expect(RowMarkers.kind(of: text) == kind)
  }

  @Test(arguments: [
    ("1-30 Days", 1, 30), ("61-90天", 61, 90), ("91-120 days", 91, 120), ("逾期31-60天", 31, 60),
  ])
  func `ageing buckets are read from their days`(header: String, from: Int, through: Int) {
    let bucket = AgeingHeader.bucket(header, role: nil)
    #expect(bucket?.from == from)
    #expect(bucket?.through == through)
  }

  @Test(arguments: [(">90 Days", 91), ("90天以上", 91), ("91+ Days", 91), ("Over 120", 121)])
  func `the last ageing bucket is open`(header: String, from: Int) {
    let bucket = AgeingHeader.bucket(header, role: nil)
    #expect(bucket?.from == from)
    #expect(bucket != nil && bucket?.through == nil)
  }

  @Test func `settings are known in both languages`() {
    #expect(SettingName.parse("期间开始")?.name == .periodStart)
    #expect(SettingName.parse("step down-order")?.name == .stepDownOrder)
    #expect(SettingName.parse("坏账率 1-30天")?.subject == "1-30天")
    #expect(SettingName.parse("Ageing Rate >90 Days")?.subject == ">90 Days")
    #expect(SettingName.parse("Table Sheet 1")?.subject == "Sheet 1")
    #expect(SettingName.parse("Nonsense") == nil)
  }
}
