import CostingCore
import Testing

@testable import Intake

@Suite struct `Settings of the analyses` {
  @Test(arguments: [
    ("CLV CAC Floor", "valueToCostFloor"), ("clv:cac floor", "valueToCostFloor"),
    ("资金成本率", "financingRate"), ("visit days", "visitDays"), ("聚类数", "clusters"),
  ])
  func `are known by their names in both languages`(text: String, name: String) {
    #expect(AnalysisSettingName.parse(text).map { "\($0.name)" } == name)
  }

  @Test func `take shares as fractions or percent, and whole counts only`() {
    var settings = AnalysisSettings()
    #expect(AnalysisSettingName.overdueShareCeiling.apply(25, "", to: &settings))
    #expect(settings.overdueShareCeiling == 0.25)
    #expect(AnalysisSettingName.churnCeiling.apply(0.1, "", to: &settings))
    #expect(settings.churnCeiling == 0.1)
    #expect(!AnalysisSettingName.clusters.apply(2.5, "", to: &settings))
    #expect(!AnalysisSettingName.visitDays.apply(-3, "", to: &settings))
    #expect(settings.visitDays == 90)
  }

  @Test func `weights name the kind of interaction they are for`() throws {
    let (name, subject) = try #require(AnalysisSettingName.parse("互动权重 拜访"))
    var settings = AnalysisSettings()
    #expect(name.apply(3, subject, to: &settings))
    #expect(settings.engagementWeights == ["拜访": 3])
    #expect(AnalysisSettingName.parse("Engagement Weight") == nil)
  }
}
