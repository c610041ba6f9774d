public import FinanceModel

/// What costing can find wrong, or assume: codes `COST-nnn`, never reused.
public enum CostingFinding {
  public static let unknownDriver = FindingCode(
    "COST-001", .error,
    what: LocalizedText(
      english: "“{pool}” goes by the driver “{driver}”, which no table has.",
      chinese: "“{pool}”按动因“{driver}”分摊，但没有任何表包含该动因。"),
    why: LocalizedText(
      english: "Without quantities nobody can be charged; {amount} stays unallocated.",
      chinese: "没有动因数量就无法分摊；{amount} 保留为未分摊。"),
    whatToDo: LocalizedText(
      english: "Add a column of that name to the drivers, or correct the name. {nearest}",
      chinese: "请在动因表中增加该列，或更正名称。{nearest}"))

  public static let driverAllZero = FindingCode(
    "COST-002", .error,
    what: LocalizedText(
      english: "The driver “{driver}” of “{pool}” is zero for every customer.",
      chinese: "“{pool}”的动因“{driver}”对所有客户均为零。"),
    why: LocalizedText(
      english: "There is nothing to share by; {amount} stays unallocated.",
      chinese: "没有分摊依据；{amount} 保留为未分摊。"),
    whatToDo: LocalizedText(
      english: "Fill in the driver, or choose another method for the pool.",
      chinese: "请填写动因数量，或为该成本池选择其他方法。"))

  public static let driverNotPositive = FindingCode(
    "COST-003", .error,
    what: LocalizedText(
      english: "The quantities of “{driver}” for “{pool}” add up to {total}.",
      chinese: "“{pool}”的动因“{driver}”合计为 {total}。"),
    why: LocalizedText(
      english: "Shares of a total that is not positive mean nothing; {amount} stays unallocated.",
      chinese: "合计不为正时份额没有意义；{amount} 保留为未分摊。"),
    whatToDo: LocalizedText(
      english: "Check the negative quantities, or choose another method.",
      chinese: "请检查负数数量，或选择其他方法。"))

  public static let percentsOverHundred = FindingCode(
    "COST-004", .error,
    what: LocalizedText(
      english: "The percents of “{pool}” add up to {total}, more than 100 %.",
      chinese: "“{pool}”的百分比合计为 {total}，超过 100 %。"),
    why: LocalizedText(
      english: "More than the pool would be allocated; {amount} stays unallocated.",
      chinese: "分摊额将超过成本池；{amount} 保留为未分摊。"),
    whatToDo: LocalizedText(
      english: "Correct the percents so that they add up to 100.",
      chinese: "请更正百分比，使其合计为 100。"))

  public static let percentsUnderHundred = FindingCode(
    "COST-005", .note,
    what: LocalizedText(
      english: "The percents of “{pool}” add up to {total}, less than 100 %.",
      chinese: "“{pool}”的百分比合计为 {total}，不足 100 %。"),
    why: LocalizedText(
      english: "The rest, {amount}, stays unallocated.",
      chinese: "其余 {amount} 保留为未分摊。"),
    whatToDo: LocalizedText(
      english: "Nothing, if that is meant; else complete the percents.",
      chinese: "如属预期则无需处理；否则请补全百分比。"))

  public static let fixedOverPool = FindingCode(
    "COST-006", .error,
    what: LocalizedText(
      english: "The fixed amounts of “{pool}” add up to {total}, more than the pool.",
      chinese: "“{pool}”的固定金额合计为 {total}，超过成本池金额。"),
    why: LocalizedText(
      english: "More than the pool would be allocated; {amount} stays unallocated.",
      chinese: "分摊额将超过成本池；{amount} 保留为未分摊。"),
    whatToDo: LocalizedText(
      english: "Correct the amounts or the pool; check that both are in the same unit.",
      chinese: "请更正金额或成本池，并确认两者单位一致。"))

  public static let fixedUnderPool = FindingCode(
    "COST-007", .note,
    what: LocalizedText(
      english: "The fixed amounts of “{pool}” add up to {total}, less than the pool.",
      chinese: "“{pool}”的固定金额合计为 {total}，少于成本池金额。"),
    why: LocalizedText(
      english: "The rest, {amount}, stays unallocated.",
      chinese: "其余 {amount} 保留为未分摊。"),
    whatToDo: LocalizedText(
      english: "Nothing, if that is meant; else complete the amounts.",
      chinese: "如属预期则无需处理；否则请补全金额。"))

  public static let revenueNotPositive = FindingCode(
    "COST-008", .error,
    what: LocalizedText(
      english: "“{pool}” goes by revenue, and net revenue adds up to {total}.",
      chinese: "“{pool}”按收入分摊，但净收入合计为 {total}。"),
    why: LocalizedText(
      english: "Revenue that is not positive is no base to share by; {amount} stays unallocated.",
      chinese: "收入合计不为正，不能作为分摊基础；{amount} 保留为未分摊。"),
    whatToDo: LocalizedText(
      english: "Choose another method for the pool.", chinese: "请为该成本池选择其他方法。"))

  public static let nobodyToShare = FindingCode(
    "COST-009", .error,
    what: LocalizedText(
      english: "“{pool}” is shared evenly, and there is no customer to share it.",
      chinese: "“{pool}”平均分摊，但没有可分摊的客户。"),
    why: LocalizedText(
      english: "{amount} stays unallocated.", chinese: "{amount} 保留为未分摊。"),
    whatToDo: LocalizedText(
      english: "Check the customers and the pool's channel.", chinese: "请检查客户以及成本池的渠道。"))

  public static let capacityBelowUse = FindingCode(
    "COST-010", .warning,
    what: LocalizedText(
      english: "“{pool}” has a practical capacity of {capacity}, and {used} was used.",
      chinese: "“{pool}”的实际产能为 {capacity}，但已使用 {used}。"),
    why: LocalizedText(
      english: "The rate is taken over what was used, so that no more than the pool is allocated.",
      chinese: "费率按实际使用量计算，以免分摊额超过成本池。"),
    whatToDo: LocalizedText(
      english: "Check the capacity and its unit (minutes or hours).",
      chinese: "请检查产能及其单位（分钟或小时）。"))

  public static let activityUnused = FindingCode(
    "COST-011", .warning,
    what: LocalizedText(
      english: "Nobody used the activity “{activity}” of “{pool}” (driver “{driver}”).",
      chinese: "没有客户使用“{pool}”的作业“{activity}”（动因“{driver}”）。"),
    why: LocalizedText(
      english: "Its cost, {amount}, stays unallocated.", chinese: "其成本 {amount} 保留为未分摊。"),
    whatToDo: LocalizedText(
      english: "Fill in the driver, or move the activity's share to the others.",
      chinese: "请填写动因数量，或将该作业的份额转给其他作业。"))

  public static let sharesOverHundred = FindingCode(
    "COST-012", .error,
    what: LocalizedText(
      english: "The activities' shares of “{pool}” add up to {total}, more than 100 %.",
      chinese: "“{pool}”的作业份额合计为 {total}，超过 100 %。"),
    why: LocalizedText(
      english: "More than the pool would be allocated; {amount} stays unallocated.",
      chinese: "分摊额将超过成本池；{amount} 保留为未分摊。"),
    whatToDo: LocalizedText(
      english: "Correct the shares so that they add up to 100 %.",
      chinese: "请更正份额，使其合计为 100 %。"))

  public static let sharesUnderHundred = FindingCode(
    "COST-013", .note,
    what: LocalizedText(
      english: "The activities' shares of “{pool}” add up to {total}, less than 100 %.",
      chinese: "“{pool}”的作业份额合计为 {total}，不足 100 %。"),
    why: LocalizedText(
      english: "The rest, {amount}, stays unallocated.", chinese: "其余 {amount} 保留为未分摊。"),
    whatToDo: LocalizedText(
      english:
        "Nothing, if that is idle or organisation-sustaining cost; else complete the shares.",
      chinese: "如为闲置或组织维持成本则无需处理；否则请补全份额。"))

  public static let channelWithoutCustomers = FindingCode(
    "COST-014", .error,
    what: LocalizedText(
      english: "“{pool}” belongs to the channel “{channel}”, which no customer has.",
      chinese: "“{pool}”属于渠道“{channel}”，但没有客户属于该渠道。"),
    why: LocalizedText(
      english: "{amount} stays unallocated.", chinese: "{amount} 保留为未分摊。"),
    whatToDo: LocalizedText(
      english: "Check the channel's name in the pools and in the customer list.",
      chinese: "请核对成本池与客户表中的渠道名称。"))

  public static let channelNotNamed = FindingCode(
    "COST-015", .note,
    what: LocalizedText(
      english: "“{pool}” is of level channel and names no channel.",
      chinese: "“{pool}”的层级为渠道，但未指明渠道。"),
    why: LocalizedText(
      english: "It is allocated to the customers of every channel.",
      chinese: "该成本分摊给所有渠道的客户。"),
    whatToDo: LocalizedText(
      english: "Name the channel in the pool's Channel column.",
      chinese: "请在成本池的渠道列中填写渠道。"))

  public static let serviceLoop = FindingCode(
    "COST-016", .error,
    what: LocalizedText(
      english: "The service departments {departments} only serve each other.",
      chinese: "辅助部门 {departments} 只相互服务。"),
    why: LocalizedText(
      english: "Their cost, {amount}, reaches no operating department and stays unallocated.",
      chinese: "其成本 {amount} 无法到达任何生产部门，保留为未分摊。"),
    whatToDo: LocalizedText(
      english: "Enter what operating departments use of them.",
      chinese: "请填写生产部门对其的使用量。"))

  public static let serviceUnused = FindingCode(
    "COST-017", .error,
    what: LocalizedText(
      english: "No department that could be charged uses the service department “{department}”.",
      chinese: "没有可承担费用的部门使用辅助部门“{department}”。"),
    why: LocalizedText(
      english: "Its cost, {amount}, stays unallocated.", chinese: "其成本 {amount} 保留为未分摊。"),
    whatToDo: LocalizedText(
      english: "Enter what other departments use of it.", chinese: "请填写其他部门对其的使用量。"))

  public static let departmentDiffers = FindingCode(
    "COST-018", .warning,
    what: LocalizedText(
      english:
        "Department “{department}” states {stated}; its pools add up to {pools}, difference {difference}.",
      chinese: "部门“{department}”列示 {stated}；其成本池合计 {pools}，差额 {difference}。"),
    why: LocalizedText(
      english: "The pools' amounts are used; the department's own amount is not added again.",
      chinese: "以成本池金额为准；部门金额不再重复计入。"),
    whatToDo: LocalizedText(
      english: "Reconcile the two tables.", chinese: "请核对两张表。"))

  public static let unknownInOrder = FindingCode(
    "COST-019", .warning,
    what: LocalizedText(
      english: "The step-down order names “{department}”, which is no service department.",
      chinese: "分配顺序中的“{department}”不是辅助部门。"),
    why: LocalizedText(
      english: "It is left out; departments not named follow by share of service given.",
      chinese: "已忽略；未列出的部门按对其他辅助部门的服务占比排序。"),
    whatToDo: LocalizedText(
      english: "Correct the setting Step-down Order.", chinese: "请更正设置“分配顺序”。"))

  public static let rankedByRevenue = FindingCode(
    "COST-020", .note,
    what: LocalizedText(
      english: "The workbook holds no cost.", chinese: "工作簿中没有成本。"),
    why: LocalizedText(
      english: "Ranks, classes and tiers go by revenue, not by margin.",
      chinese: "排名、分类和分层按收入而非利润计算。"),
    whatToDo: LocalizedText(
      english: "Add product cost to the sales lines, or a table of cost pools.",
      chinese: "请在销售明细中加入成本列，或增加成本池表。"))

  public static let activityWithoutPool = FindingCode(
    "COST-021", .error,
    what: LocalizedText(
      english: "The activity “{activity}” draws on “{pool}”, which is no cost pool.",
      chinese: "作业“{activity}”引用的成本池“{pool}”不存在。"),
    why: LocalizedText(
      english: "There is no cost that it could take.", chinese: "没有可分配给它的成本。"),
    whatToDo: LocalizedText(
      english: "Correct the pool's name. {nearest}", chinese: "请更正成本池名称。{nearest}"))

  public static let activityWithoutMeasure = FindingCode(
    "COST-022", .error,
    what: LocalizedText(
      english: "The activity “{activity}” of “{pool}” has neither a unit time nor a share.",
      chinese: "“{pool}”的作业“{activity}”既无单位时间也无比例。"),
    why: LocalizedText(
      english: "What it takes of the pool is unknown; it takes nothing.",
      chinese: "无法确定其占成本池的份额，因此不分配成本。"),
    whatToDo: LocalizedText(
      english: "Enter one of the two.", chinese: "请填写其中之一。"))

  public static let activitiesNotUsed = FindingCode(
    "COST-023", .warning,
    what: LocalizedText(
      english: "“{pool}” has activities, and its method is {method}.",
      chinese: "“{pool}”有作业，但其分摊方法为 {method}。"),
    why: LocalizedText(
      english: "The method was followed; the activities take nothing.",
      chinese: "按分摊方法处理；作业不分配成本。"),
    whatToDo: LocalizedText(
      english: "Set the method to driver, or remove the activities.",
      chinese: "请将方法改为动因，或删除作业。"))

  public static let capacityNotPositive = FindingCode(
    "COST-024", .warning,
    what: LocalizedText(
      english: "The practical capacity of “{pool}” is {capacity}.",
      chinese: "“{pool}”的实际产能为 {capacity}。"),
    why: LocalizedText(
      english: "A capacity is above zero; the pool is allocated as if none were given.",
      chinese: "产能应大于零；该成本池按未给出产能处理。"),
    whatToDo: LocalizedText(
      english: "Correct or clear the cell.", chinese: "请更正或清空该单元格。"))

  public static let shareOutOfRange = FindingCode(
    "COST-025", .error,
    what: LocalizedText(
      english: "The quantities of “{driver}” for “{pool}” nearly cancel out ({total}).",
      chinese: "“{pool}”的动因“{driver}”正负数量几乎相抵（{total}）。"),
    why: LocalizedText(
      english: "Shares would be beyond any amount; {amount} stays unallocated.",
      chinese: "份额将超出金额范围；{amount} 保留为未分摊。"),
    whatToDo: LocalizedText(
      english: "Check the negative quantities.", chinese: "请检查负数数量。"))

  public static let poolOfServiceDepartment = FindingCode(
    "COST-026", .warning,
    what: LocalizedText(
      english: "“{pool}” belongs to the service department “{department}”.",
      chinese: "“{pool}”属于辅助部门“{department}”。"),
    why: LocalizedText(
      english:
        "The department's cost is passed on as well; the pool counts beside it, perhaps twice.",
      chinese: "该部门的成本也会分配出去；该成本池另行计入，可能重复。"),
    whatToDo: LocalizedText(
      english: "Remove one of the two, or name the operating department that bears the pool.",
      chinese: "请删除其一，或填写承担该成本池的生产部门。"))

  public static let departmentWithoutPool = FindingCode(
    "COST-027", .note,
    what: LocalizedText(
      english: "The operating department “{department}” has no cost pool.",
      chinese: "生产部门“{department}”没有成本池。"),
    why: LocalizedText(
      english: "A pool of its name was made, of its own and its received cost: {amount}.",
      chinese: "已以其名称建立成本池，金额为自身与接收成本之和：{amount}。"),
    whatToDo: LocalizedText(
      english: "Add a pool with a driver for the department, to allocate it.",
      chinese: "如需分摊，请为该部门增加带动因的成本池。"))

  public static let figureOutOfRange = FindingCode(
    "COST-028", .error,
    what: LocalizedText(
      english: "A figure of “{name}” is beyond a quintillion.",
      chinese: "“{name}”的某个数值超过百亿亿。"),
    why: LocalizedText(
      english: "Sums would no longer be exact; it is counted as zero.",
      chinese: "合计将不再精确；按零计算。"),
    whatToDo: LocalizedText(
      english: "Check for a shifted column or a barcode among the amounts.",
      chinese: "请检查列错位或金额列中的条码。"))

  public static let noDriverNamed = FindingCode(
    "COST-029", .error,
    what: LocalizedText(
      english: "“{pool}” goes by a driver and names none.",
      chinese: "“{pool}”按动因分摊，但未指明动因。"),
    why: LocalizedText(
      english: "{amount} stays unallocated.", chinese: "{amount} 保留为未分摊。"),
    whatToDo: LocalizedText(
      english: "Name a driver, or give the pool activities.", chinese: "请填写动因，或为其设置作业。"))

  /// Every code, in order, for tests and for the documentation.
  public static let all: [FindingCode] = [
    unknownDriver, driverAllZero, driverNotPositive, percentsOverHundred, percentsUnderHundred,
    fixedOverPool, fixedUnderPool, revenueNotPositive, nobodyToShare, capacityBelowUse,
    activityUnused, sharesOverHundred, sharesUnderHundred, channelWithoutCustomers,
    channelNotNamed, serviceLoop, serviceUnused, departmentDiffers, unknownInOrder,
    rankedByRevenue, activityWithoutPool, activityWithoutMeasure, activitiesNotUsed,
    capacityNotPositive, shareOutOfRange, poolOfServiceDepartment, departmentWithoutPool,
    figureOutOfRange, noDriverNamed,
  ]
}
