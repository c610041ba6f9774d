/// Content types of the parts that we write (ECMA-376 part 1, 15.2).
enum ContentType {
  private static let sheetML = "application/vnd.openxmlformats-officedocument.spreadsheetml."
  static let worksheet = sheetML + "worksheet+xml"
  static let table = sheetML + "table+xml"
  static let comments = sheetML + "comments+xml"
  static let styles = sheetML + "styles+xml"
  static let workbook = sheetML + "sheet.main+xml"
  static let drawing = "application/vnd.openxmlformats-officedocument.drawing+xml"
  static let chart = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
  static let theme = "application/vnd.openxmlformats-officedocument.theme+xml"
  static let vmlDrawing = "application/vnd.openxmlformats-officedocument.vmlDrawing"
  static let relationships = "application/vnd.openxmlformats-package.relationships+xml"
  static let coreProperties = "application/vnd.openxmlformats-package.core-properties+xml"
  static let extendedProperties =
    "application/vnd.openxmlformats-officedocument.extended-properties+xml"
}
