/// The columns of the activities.
enum ActivityColumns {
  static let activity = CanonicalColumn(
    "Activity", "作业", .text,
    note("What is done. Example: Rush orders.", "作业名称。示例：加急订单。"), isRequired: true)
  static let pool = CanonicalColumn(
    "Cost Pool", "成本池", .text,
    note("The pool that pays for it.", "所属成本池。"), isRequired: true)
  static let driver = CanonicalColumn(
    "Driver", "动因", .text,
    note("What the activity is counted by.", "作业的计量动因。"), isRequired: true)
  static let unitTime = CanonicalColumn(
    "Unit Time", "单位时间", .quantity,
    note("Minutes for one unit of the driver.", "每单位动因耗用的分钟数。"))
  static let share = CanonicalColumn(
    "Share", "分摊比例", .share,
    note("Share of the pool, where no unit time is given.", "未填单位时间时，占成本池的比例。"))

  static let all = [activity, pool, driver, unitTime, share]
}
