import FinanceModel

/// An activity of a sample, by unit time or by share.
struct SampleActivity: Sendable {
  var name: LocalizedText
  var pool: LocalizedText
  var driver: LocalizedText
  /// Minutes for one unit of the driver.
  var unitTime: Int?
  /// Percent of the pool.
  var sharePercent: Int?

  init(
    _ name: LocalizedText, of pool: LocalizedText, per driver: LocalizedText,
    unitTime: Int? = nil, sharePercent: Int? = nil
  ) {
    self.name = name
    self.pool = pool
    self.driver = driver
    self.unitTime = unitTime
    self.sharePercent = sharePercent
  }
}

extension SheetTable {
  /// The activities' sheet of a sample.
  static func activities(_ activities: [SampleActivity]) -> SheetTable {
    SheetTable(
      .activities, rows: activities,
      fields: [
        Field(ActivityColumns.activity) { .text($0.name) },
        Field(ActivityColumns.pool) { .text($0.pool) },
        Field(ActivityColumns.driver) { .text($0.driver) },
        Field(ActivityColumns.unitTime) { $0.unitTime.map { .number(Double($0)) } ?? .blank },
        Field(ActivityColumns.share) {
          $0.sharePercent.map { .share(Double($0) / 100) } ?? .blank
        },
      ])
  }
}
