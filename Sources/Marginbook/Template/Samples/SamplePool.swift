import CostingCore
import FinanceModel

/// A cost pool of a sample.
struct SamplePool: Sendable {
  var name: LocalizedText
  /// Hundredths.
  var amount: Int
  var costClass: CostClass
  var method: AllocationMethod
  var level: CostLevel
  var driver: LocalizedText?
  var department: LocalizedText?
  /// Minutes where activities have unit times, else units of the driver.
  var capacity: Int?
  var isValueAdded: Bool?
  var channel: LocalizedText?

  /// `thousands` of currency units.
  init(
    _ name: LocalizedText, thousands: Int, _ costClass: CostClass, _ method: AllocationMethod,
    _ level: CostLevel, driver: LocalizedText? = nil, department: LocalizedText? = nil,
    capacity: Int? = nil, isValueAdded: Bool? = nil, channel: LocalizedText? = nil
  ) {
    self.name = name
    amount = thousands * 100_000
    self.costClass = costClass
    self.method = method
    self.level = level
    self.driver = driver
    self.department = department
    self.capacity = capacity
    self.isValueAdded = isValueAdded
    self.channel = channel
  }
}

extension SheetTable {
  /// The cost pools' sheet of a sample.
  static func costPools(_ pools: [SamplePool]) -> SheetTable {
    SheetTable(
      .costPools, rows: pools,
      fields: [
        Field(CostPoolColumns.pool) { .text($0.name) },
        Field(CostPoolColumns.amount) { .cents($0.amount) },
        Field(CostPoolColumns.costClass) { .text(PoolWords.word($0.costClass)) },
        Field(CostPoolColumns.method) { .text(PoolWords.word($0.method)) },
        Field(CostPoolColumns.driver) { $0.driver.map { .text($0) } ?? .blank },
        Field(CostPoolColumns.level) { .text(PoolWords.word($0.level)) },
        Field(CostPoolColumns.department) { $0.department.map { .text($0) } ?? .blank },
        Field(CostPoolColumns.capacity) { $0.capacity.map { .number(Double($0)) } ?? .blank },
        Field(CostPoolColumns.valueAdded) {
          $0.isValueAdded.map { .text($0 ? PoolWords.yes : PoolWords.no) } ?? .blank
        },
        Field(CostPoolColumns.channel) { $0.channel.map { .text($0) } ?? .blank },
      ])
  }
}
