/// The namespaces that tell us something; both conformance classes count as one.
enum XMLNamespace: UInt8, Sendable {
  /// No namespace at all.
  case none
  /// SpreadsheetML, or the package's own vocabularies where the part is one of those.
  case main
  /// `r:id` and the like.
  case relationships
  /// Markup compatibility: AlternateContent, Ignorable.
  case compatibility
  /// Anything else.
  case other

  init(uri: String) {
    switch uri {
    case "": self = .none
    case "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
      "http://purl.oclc.org/ooxml/spreadsheetml/main",
      "http://schemas.openxmlformats.org/package/2006/relationships",
      "http://schemas.openxmlformats.org/package/2006/content-types",
      "http://schemas.microsoft.com/office/excel/2006/main":
      self = .main
    case "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
      "http://purl.oclc.org/ooxml/officeDocument/relationships":
      self = .relationships
    case "http://schemas.openxmlformats.org/markup-compatibility/2006": self = .compatibility
    default: self = .other
    }
  }
}
