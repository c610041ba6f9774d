import FinanceModel

/// The columns of the settings.
enum SettingColumns {
  static let setting = CanonicalColumn(
    "Setting", "设置项", .text,
    note("Do not rename; add lines as you need them.", "请勿改名，可按需增加行。"), isRequired: true)
  static let value = CanonicalColumn(
    "Value", "值", .mixed,
    note("Blank keeps the default.", "留空即采用默认值。"), isRequired: true)
}
