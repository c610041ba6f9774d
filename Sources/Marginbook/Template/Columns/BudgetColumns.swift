/// The columns of the budget.
enum BudgetColumns {
  static let account = CanonicalColumn(
    "Account", "科目名称", .text,
    note(
      "An account; its name tells revenue from cost. Example: Freight.",
      "科目名称，收入或费用由名称判断。示例：运费。"), isRequired: true)
  static let budget = CanonicalColumn(
    "Budget", "预算", .amount, note("As budgeted.", "预算金额。"), isRequired: true)
  static let actual = CanonicalColumn(
    "Actual", "实际", .amount, note("As it came.", "实际金额。"))
  static let budgetQuantity = CanonicalColumn(
    "Budget Quantity", "预算数量", .quantity,
    note("Units budgeted; both quantities flex the budget.", "预算数量；两列数量齐全即可编制弹性预算。"))
  static let actualQuantity = CanonicalColumn(
    "Actual Quantity", "实际数量", .quantity, note("Units sold or used.", "实际数量。"))
  static let budgetUnitPrice = CanonicalColumn(
    "Budget Unit Price", "预算单价", .price, note("Price budgeted.", "预算单价。"))
  static let actualUnitPrice = CanonicalColumn(
    "Actual Unit Price", "实际单价", .price, note("Price charged or paid.", "实际单价。"))

  static let all = [
    account, budget, actual, budgetQuantity, actualQuantity, budgetUnitPrice, actualUnitPrice,
  ]
}
