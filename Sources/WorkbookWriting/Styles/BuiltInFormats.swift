/// Number formats that every workbook knows by id (ECMA-376 part 1, 18.8.30), of those that do not
/// change with the reader's language.
enum BuiltInFormats {
  static let ids: [String: Int] = [
    "": 0, "General": 0, "0": 1, "0.00": 2, "#,##0": 3, "#,##0.00": 4, "0%": 9, "0.00%": 10,
    "0.00E+00": 11, "@": 49,
  ]
}
