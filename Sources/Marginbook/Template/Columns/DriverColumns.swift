import FinanceModel

/// The columns of the drivers.
enum DriverColumns {
  static let customerID = CanonicalColumn(
    "Customer ID", "客户编码", .text,
    note("The id used on the sales lines.", "与销售明细一致的客户编码。"), isRequired: true)
  static let driver = CanonicalColumn(
    "Driver", "动因", .text,
    note("Name of the driver, one row a customer and driver.", "动因名称，每个客户每个动因一行。"),
    isRequired: true)
  static let driverQuantity = CanonicalColumn(
    "Driver Quantity", "动因量", .quantity,
    note("How much of it the customer used in the period.", "客户本期耗用的动因量。"),
    isRequired: true)

  /// A driver of its own, one column in a wide table.
  static func named(_ name: LocalizedText) -> CanonicalColumn {
    CanonicalColumn(
      name.english, name.chinese, .quantity,
      note(
        "How much the customer used in the period. Rename the column or add others.",
        "客户本期的耗用量。可改列名，也可增加列。"))
  }
}
