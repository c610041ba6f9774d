import CostingCore

/// The columns of the cost pools.
enum CostPoolColumns {
  static let pool = CanonicalColumn(
    "Cost Pool", "成本池", .text,
    note("Name of the pool. Example: Order processing.", "成本池名称。示例：订单处理。"),
    isRequired: true)
  static let amount = CanonicalColumn(
    "Amount", "金额", .amount,
    note("The pool's cost in the period.", "本期成本池金额。"), isRequired: true)
  static let costClass = CanonicalColumn(
    "Class", "成本类别", .text,
    note(
      "What it is spent for. Administration and facility count as overhead.",
      "费用用途；管理和设施类计入管理费用层级。"),
    choices: CostClass.allCases.map(PoolWords.word))
  static let method = CanonicalColumn(
    "Method", "分摊方法", .text,
    note(
      "How the pool reaches the customers. Blank: by driver where one is named.",
      "分摊方式；留空且填有动因时按动因分摊。"),
    choices: AllocationMethod.allCases.map(PoolWords.word))
  static let driver = CanonicalColumn(
    "Driver", "动因", .text,
    note(
      "A column of Drivers, or Orders, Order lines, Quantity, Net revenue.",
      "“动因”表的列名，或订单数、订单行数、数量、净收入。"))
  static let level = CanonicalColumn(
    "Level", "层级", .text,
    note("Where in the cost hierarchy the cost arises.", "成本发生的层级。"),
    choices: [CostLevel.order, .customer, .channel, .facility].map(PoolWords.word))
  static let department = CanonicalColumn(
    "Department", "部门", .text,
    note("The department that bears it; links to Service departments.", "承担部门，与“辅助部门”表对应。"))
  static let capacity = CanonicalColumn(
    "Practical Capacity", "实际产能", .quantity,
    note(
      "What the team can do: minutes where activities have unit times, else driver units.",
      "实际可用产能：作业有单位时间时以分钟计，否则以动因单位计。"))
  static let valueAdded = CanonicalColumn(
    "Value-added Flag", "是否增值", .text,
    note("Whether the customer would pay for it.", "客户是否愿意为之付费。"),
    choices: [PoolWords.yes, PoolWords.no])
  static let channel = CanonicalColumn(
    "Channel", "渠道", .text,
    note("For level channel: whose customers bear the pool.", "层级为渠道时，由该渠道的客户承担。"))

  static let all = [
    pool, amount, costClass, method, driver, level, department, capacity, valueAdded, channel,
  ]
}
