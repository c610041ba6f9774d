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

  @Test(arguments: [
    ("InvoiceNo", ["invoice", "no"]), ("ABCCode2", ["abc", "code", "2"]),
    ("Net Sales %", ["net", "sales", "pct"]),
    ("客户Name", ["客户", "name"]), ("Größe2025", ["größe", "2025"]), ("מספר לקוח", ["מספר", "לקוח"]),
    ("P&L", ["p", "and", "l"]), ("👍ok", ["ok"]), ("", []),
  ])
  func `are words by their humps, scripts and signs`(header: String, words: [String]) {
    #expect(HeaderText(header).words == words)
  }

  @Test func `a text holds another as it stands`() {
    #expect(TextFolding.holds("欧元", in: "单位:万欧元"))
    #expect(TextFolding.holds("", in: "") && TextFolding.holds("ab", in: "aab"))
    #expect(!TextFolding.holds("abc", in: "ab") && !TextFolding.holds("b", in: ""))
  }

  @Test func `lists of terms are read line by line`() {
    let list = TermList("totals\n  Grand Total |合计| 小计 |\n  Sum\nnotes\n\n  注 | |")
    #expect(list.groups.map(\.head) == ["totals", "notes"])
    #expect(list.terms(of: "totals") == ["Grand Total", "合计", "小计", "Sum"])
    #expect(list.terms(of: "notes") == ["注"] && list.terms(of: "other").isEmpty)
    #expect(TermList("").groups.isEmpty && TermList("  lost | terms |").groups.isEmpty)
  }

  @Test func `terms of the vocabulary are all known`() {
    for list in [TermList.headers, TermList.supplementaryHeaders] {
      for group in list.groups {
        guard let role = ColumnRole(rawValue: group.head) else { continue }
        for term in group.terms {
          let candidates = Vocabulary.shared.candidates(for: HeaderText(term))
          #expect(candidates.contains { $0.role == role && $0.strength >= 0.9 }, "\(term)")
        }
      }
    }
  }

  /// Words that are changed by so many letters at random.
  @Test func `sets of letters never keep near words apart`() {
    var generator = SeededGenerator(seed: 11)
    func letter() -> Unicode.Scalar {
      Unicode.Scalar(UInt32(generator.next() % 26) + 97) ?? "a"
    }
    for _ in 0..<2_000 {
      let word = (0..<8).map { _ in letter() }
      var changed = word
      let changes = Int(generator.next() % 3)
      for _ in 0..<changes {
        let place = Int(generator.next() % UInt64(changed.count))
        switch generator.next() % 3 {
        case 0: changed[place] = letter()
        case 1: changed.remove(at: place)
        default: changed.insert(letter(), at: place)
        }
      }
      let letters = EditDistance.Letters(word)
      #expect(letters.mayBeNear(EditDistance.Letters(changed), atMost: changes))
    }
  }

  @Test func `a bracket that is no unit is part of the name`() {
    #expect(HeaderText("订单行数(投诉)").key != HeaderText("订单行数").key)
    #expect(HeaderText("金额(万元)").unitNotes == ["万元"])
    #expect(HeaderText("金额(万元)").key == HeaderText("金额").key)
  }

  @Test(arguments: [
    ("合计", RowMarkers.Kind.total), ("合 计", .total), ("Grand Total", .total), ("Total:", .total),
    ("华东小计", .likelyTotal), ("Total North", .likelyTotal), ("期初余额", .carriedForward),
    ("Contoso", .none), ("备注", .note), ("Total：", .total), ("\u{3000}Total", .total),
    ("T\u{200B}otal", .total), ("TTL", .total), ("b/f", .carriedForward), ("Page 3", .none),
    ("Pacific Logistics & Sons Ås", .none), ("Café Royal", .none), ("Øresund total", .likelyTotal),
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
