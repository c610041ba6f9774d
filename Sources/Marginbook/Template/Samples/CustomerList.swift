extension SheetTable {
  /// The customers' sheet of a sample.
  static func customers(_ customers: [SampleCustomer]) -> SheetTable {
    SheetTable(
      .customers, rows: customers,
      fields: [
        Field(CustomerColumns.customerID) { .code($0.id) },
        Field(CustomerColumns.customer) { .text($0.name) },
        Field(CustomerColumns.segment) { .text($0.segment) },
        Field(CustomerColumns.channel) { .text($0.channel) },
        Field(CustomerColumns.region) { .text($0.region) },
        Field(CustomerColumns.salesperson) { .text($0.salesperson) },
        Field(CustomerColumns.since) { .day($0.since) },
        Field(CustomerColumns.status) {
          .text($0.lost == nil ? StatusWords.active : StatusWords.lost)
        },
        Field(CustomerColumns.lostOn) { $0.lost.map { .day($0.day) } ?? .blank },
        Field(CustomerColumns.churnReason) { $0.lost.map { .text($0.reason) } ?? .blank },
        Field(CustomerColumns.referredBy) { $0.referredBy.map { .code($0) } ?? .blank },
        Field(CustomerColumns.creditTerms) { .number(Double($0.creditTerms)) },
      ])
  }
}
