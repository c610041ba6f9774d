import FinanceModel

/// What the manufacturer sets.
extension Manufacturer {
  static let settingTable = SheetTable.settings(
    [
      .company(.text(company)), .currency(.code("CNY")),
      .periodStart(.day(day(year, 1, 1))), .periodEnd(.day(day(year, 12, 31))),
      .discountRate(.share(0.1)), .serviceDepartmentMethod(.text(ServiceMethodWords.stepDown)),
      .stepDownOrder(.text(stepDownOrder)), .classLines(.code("80, 95")),
      .vipShare(.share(0.2)),
    ]
      + zip(ReceivableColumns.buckets, [0.005, 0.03, 0.1, 0.25, 0.5]).map { bucket, rate in
        .ageingRate(of: bucket, .share(rate))
      })

  private static let stepDownOrder = note(
    "\(Departments.informationTechnology.english), \(Departments.humanResources.english)",
    "\(Departments.informationTechnology.chinese), \(Departments.humanResources.chinese)")
}
