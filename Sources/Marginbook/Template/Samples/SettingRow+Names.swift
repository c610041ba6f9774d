import FinanceModel

/// Every setting by its name, with what it does.
extension SettingRow {
  static func company(_ value: TableCell = .blank) -> SettingRow {
    SettingRow("Company", "公司", value, note("Shown on the sheets.", "显示在各工作表上。"))
  }

  static func currency(_ value: TableCell = .blank) -> SettingRow {
    SettingRow("Currency", "币种", value, note("Example: CNY.", "示例：CNY。"))
  }

  static func unit(_ value: TableCell = .blank) -> SettingRow {
    SettingRow(
      "Unit", "单位", value, note("Unit of the amounts. Example: thousands.", "金额单位：元、千元、万元。"))
  }

  static func periodStart(_ value: TableCell = .blank) -> SettingRow {
    SettingRow(
      "Period Start", "期间开始", value,
      note("First day that counts; blank: the first sales date.", "期间第一天；留空为首个销售日期。"))
  }

  static func periodEnd(_ value: TableCell = .blank) -> SettingRow {
    SettingRow(
      "Period End", "期间结束", value,
      note("Last day that counts; blank: the last sales date.", "期间最后一天；留空为最后销售日期。"))
  }

  static func language(_ value: TableCell = .blank) -> SettingRow {
    SettingRow(
      "Language", "语言", value, note("zh or en; blank: the workbook's own.", "zh 或 en；留空按工作簿判断。"),
      choices: Language.allCases.map { LocalizedText(verbatim: $0.rawValue) })
  }

  static func discountRate(_ value: TableCell = .blank) -> SettingRow {
    SettingRow(
      "Discount Rate", "折现率", value, note("A year, for lifetime value.", "年折现率，用于客户生命周期价值。"))
  }

  static func retentionRate(_ value: TableCell = .blank) -> SettingRow {
    SettingRow("Retention Rate", "留存率", value, note("A year.", "年留存率。"))
  }

  static func horizon(_ value: TableCell = .blank) -> SettingRow {
    SettingRow("Horizon", "预测年数", value, note("Years of lifetime value.", "生命周期价值的年数。"))
  }

  static func serviceDepartmentMethod(_ value: TableCell = .blank) -> SettingRow {
    SettingRow(
      "Service Department Method", "辅助部门分配方法", value,
      note("How service departments pass on their cost.", "辅助部门成本的分配方法。"),
      choices: ServiceMethodWords.all)
  }

  static func stepDownOrder(_ value: TableCell = .blank) -> SettingRow {
    SettingRow(
      "Step-down Order", "分配顺序", value,
      note("Departments, first to give first.", "按先后顺序填写辅助部门。"))
  }

  static func rounding(_ value: TableCell = .blank) -> SettingRow {
    SettingRow(
      "Rounding", "舍入", value,
      note("Allocations in multiples of it, such as 0.01.", "分摊金额取其整数倍，如 0.01。"))
  }

  static func classLines(_ value: TableCell = .blank) -> SettingRow {
    SettingRow(
      "ABC Lines", "分类界限", value, note("Percent at which A and B end.", "A类与B类的累计百分比界限。"))
  }

  static func vipShare(_ value: TableCell = .blank) -> SettingRow {
    SettingRow("VIP Share", "VIP比例", value, note("Share of customers.", "VIP客户占比。"))
  }

  static func vipThreshold(_ value: TableCell = .blank) -> SettingRow {
    SettingRow(
      "VIP Threshold", "VIP门槛", value,
      note("Net margin from which on; replaces the share.", "净利达到该值即为VIP，替代占比。"))
  }

  static func potentialFloor(_ value: TableCell = .blank) -> SettingRow {
    SettingRow(
      "Potential Floor", "潜在客户下限", value,
      note("Below this revenue a customer is a potential one.", "收入低于该值视为潜在客户。"))
  }

  static func daysInYear(_ value: TableCell = .blank) -> SettingRow {
    SettingRow("Days in Year", "年天数", value, note("365 or 360.", "365或360。"))
  }

  static func inactiveDays(_ value: TableCell = .blank) -> SettingRow {
    SettingRow(
      "Inactive Days", "不活跃天数", value,
      note("Days without an order after which a customer counts as lost.", "超过该天数未下单视为流失。"))
  }

  static func marketSize(_ value: TableCell = .blank) -> SettingRow {
    SettingRow(
      "Market Size", "市场规模", value,
      note(
        "What the market sold in the period; with a period in the name, in that one.",
        "本期市场销售总额；名称后加期间则为该期。"))
  }

  static func responseTarget(_ value: TableCell = .blank) -> SettingRow {
    SettingRow(
      "Response Target Hours", "响应时限小时", value,
      note("Within so many hours a first reply is in time.", "首次响应不超过该小时数即为及时。"))
  }

  /// The expected loss of an ageing bucket.
  static func ageingRate(of bucket: CanonicalColumn, _ value: TableCell = .blank) -> SettingRow {
    SettingRow(
      "Ageing Rate " + bucket.header.english, "坏账率 " + bucket.header.chinese, value,
      note("Expected loss on this bucket.", "该账龄段的预期损失率。"))
  }

  /// All settings without a value.
  static let blank: [SettingRow] =
    [
      company(), currency(), unit(), periodStart(), periodEnd(), language(), discountRate(),
      retentionRate(), horizon(), serviceDepartmentMethod(), stepDownOrder(), rounding(),
      classLines(), vipShare(), vipThreshold(), potentialFloor(), daysInYear(), inactiveDays(),
      marketSize(), responseTarget(),
    ] + ReceivableColumns.buckets.map { ageingRate(of: $0) }
}

/// The words of the service-department methods.
enum ServiceMethodWords {
  static let direct = LocalizedText(english: "direct", chinese: "直接分配法")
  static let stepDown = LocalizedText(english: "step-down", chinese: "阶梯分配法")
  static let reciprocal = LocalizedText(english: "reciprocal", chinese: "交互分配法")
  static let all = [direct, stepDown, reciprocal]
}
