import FinanceModel

/// The columns of the service departments.
enum ServiceDepartmentColumns {
  static let department = CanonicalColumn(
    "Department", "部门", .text,
    note("Every department that gives or takes.", "提供或接受服务的部门。"), isRequired: true)
  static let amount = CanonicalColumn(
    "Amount", "金额", .amount,
    note(
      "Own cost. For an operating department: the sum of its pools.",
      "本部门成本；生产部门为其各成本池之和。"), isRequired: true)
  static let kind = CanonicalColumn(
    "Kind", "部门类型", .text,
    note(
      "service gives to others; operating serves customers.",
      "辅助部门为其他部门服务；生产部门直接服务客户。"),
    choices: [KindWords.service, KindWords.operating])

  /// The columns before the one that each department has.
  static let all = [department, amount, kind]

  /// What each department uses of the row's department.
  static func use(by department: LocalizedText) -> CanonicalColumn {
    CanonicalColumn(
      department.english, department.chinese, .quantity,
      note(
        "How much this department uses of the row's department. One column a department.",
        "本列部门对该行部门服务的耗用量；每个部门一列。"))
  }
}

/// The words of a department's kind.
enum KindWords {
  static let service = LocalizedText(english: "service", chinese: "辅助")
  static let operating = LocalizedText(english: "operating", chinese: "生产")
}
