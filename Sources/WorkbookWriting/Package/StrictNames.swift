/// The names that the strict conformance class gives what we write in the transitional one
/// (ECMA-376 part 1, annex A; part 4 for the transitional names).
enum StrictNames {
  /// Old drawings of notes have no strict form; Excel's own strict files keep this type.
  private static let vmlType =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/vmlDrawing"

  private static let names: [(from: String, to: String)] = [
    (
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
      "http://purl.oclc.org/ooxml/officeDocument/relationships"
    ),
    (
      "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
      "http://purl.oclc.org/ooxml/spreadsheetml/main"
    ),
    (
      "http://schemas.openxmlformats.org/drawingml/2006/",
      "http://purl.oclc.org/ooxml/drawingml/"
    ),
  ]

  /// The strict name of a relationship type's folder.
  static let relationshipTypes = "http://purl.oclc.org/ooxml/officeDocument/relationships/"

  /// The part with its namespaces and relationship types in their strict form.
  static func mapped(_ bytes: [UInt8]) -> [UInt8] {
    var text = String(decoding: bytes, as: UTF8.self)
    for (from, to) in names {
      text = text.split(separator: from, omittingEmptySubsequences: false).joined(separator: to)
    }
    let strictVML = relationshipTypes + "vmlDrawing"
    return Array(
      text.split(separator: strictVML, omittingEmptySubsequences: false).joined(separator: vmlType)
        .utf8)
  }
}
