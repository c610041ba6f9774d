import FinanceModel

/// Two service departments and the four that they serve.
extension Manufacturer {
  /// A row of the departments: what each other department uses of it.
  private struct DepartmentRow: Sendable {
    var name: LocalizedText
    var kind: LocalizedText
    /// Hundredths.
    var amount: Int
    /// In the order of ``departmentNames``; empty for one that serves customers only.
    var use: [Int]

    func use(by index: Int) -> TableCell {
      use.indices.contains(index) && use[index] > 0 ? .number(Double(use[index])) : .blank
    }
  }

  private static let departmentNames = [
    Departments.informationTechnology, Departments.humanResources, Departments.customerService,
    Departments.logistics, Departments.sales, Departments.administration,
  ]

  static let departmentTable = SheetTable(
    .serviceDepartments, rows: departmentRows,
    fields: [
      Field(ServiceDepartmentColumns.department) { .text($0.name) },
      Field(ServiceDepartmentColumns.amount) { .cents($0.amount) },
      Field(ServiceDepartmentColumns.kind) { .text($0.kind) },
    ]
      + departmentNames.enumerated().map { index, name in
        Field(ServiceDepartmentColumns.use(by: name)) { $0.use(by: index) }
      })

  /// IT is used by its terminals, HR by its heads.
  private static let departmentRows: [DepartmentRow] =
    [
      DepartmentRow(
        name: Departments.informationTechnology, kind: KindWords.service, amount: 68_000_000,
        use: [0, 8, 34, 18, 26, 14]),
      DepartmentRow(
        name: Departments.humanResources, kind: KindWords.service, amount: 42_000_000,
        use: [6, 0, 22, 27, 19, 11]),
    ]
    + departmentNames.dropFirst(2).map { name in
      DepartmentRow(name: name, kind: KindWords.operating, amount: ownCost(of: name), use: [])
    }

  /// What the department's pools add up to.
  private static func ownCost(of department: LocalizedText) -> Int {
    pools.filter { $0.department == department }.reduce(0) { $0 + $1.amount }
  }
}
