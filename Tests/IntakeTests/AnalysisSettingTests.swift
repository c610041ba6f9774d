import CostingCore
import FinanceModel
import Testing

@testable import Intake

@Suite struct `Settings of the analyses` {
  @Test(arguments: [
    ("CLV CAC Floor", SettingName.valueToCostFloor), ("clv:cac floor", .valueToCostFloor),
    ("资金成本率", .financingRate), ("visit days", .visitDays), ("聚类数", .clusters),
    ("预算超支比例", .budgetOverrunShare),
  ])
  func `are known by their names in both languages`(text: String, name: SettingName) {
    #expect(SettingName.parse(text)?.name == name)
  }

  @Test func `take shares as fractions or percent`() {
    let read = settings(("Overdue Share Ceiling", "25"), ("Churn Ceiling", "10%"))
    #expect(read.analysis.overdueShareCeiling == 0.25)
    #expect(read.analysis.churnCeiling == 0.1)
  }

  @Test func `take whole counts only, and nothing below zero`() {
    let read = settings(("Clusters", "2.5"), ("Visit Days", "-3"), ("CLV CAC Floor", "-1"))
    #expect(read.analysis.clusters == nil)
    #expect(read.analysis.visitDays == 90)
    #expect(read.analysis.valueToCostFloor == 3)
  }

  @Test func `say from where a budget is overrun`() {
    let read = settings(("Budget Overrun Share", "5 %"), ("Budget Overrun Floor", "20,000"))
    #expect(read.varianceAlertShare == 0.05)
    #expect(read.varianceAlertFloor == 20_000)
  }

  @Test func `weights name the kind of interaction they are for`() {
    #expect(settings(("互动权重 拜访", "3")).analysis.engagementWeights == ["拜访": 3])
    #expect(SettingName.parse("Engagement Weight") == nil)
  }

  /// What a sheet of these settings gives; each must be known, and badly typed ones keep their
  /// defaults.
  private func settings(_ entries: (name: String, value: String)...) -> CostingSettings {
    var reader = SettingsReader(sheets: [])
    var log = FindingLog()
    for entry in entries {
      reader.take(SettingEntry(name: entry.name, value: .text(entry.value)), log: &log)
    }
    return reader.settings.costing
  }
}
