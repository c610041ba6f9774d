/// A sheet made ready: the bytes around its rows, and the parts that it brings.
struct SheetFrame: Sendable {
  /// `worksheets/sheet4.xml`, relative to the workbook part's folder.
  var name: String
  /// Up to `<sheetData>`.
  var head: [UInt8]
  /// From behind `</sheetData>`.
  var tail: [UInt8]
  var relationships: [NewRelationship]
  var parts: [NewPart]
}
