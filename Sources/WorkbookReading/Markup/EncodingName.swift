/// Encodings as XML declarations name them.
enum EncodingName {
  enum Kind {
    case unicode, latin, unknown
  }

  /// The value of `encoding` in a declaration in lower case.
  static func declared(in declaration: String) -> String? {
    guard let place = declaration.firstRange(of: "encoding") else { return nil }
    let rest = declaration[place.upperBound...].drop { $0 != "\"" && $0 != "'" }
    guard let quote = rest.first else { return nil }
    return String(rest.dropFirst().prefix { $0 != quote })
  }

  static func kind(of name: String) -> Kind {
    switch name {
    case "utf-8", "utf8", "utf-16", "utf-16le", "utf-16be", "us-ascii", "ascii", "unicode", "":
      .unicode
    case "iso-8859-1", "latin1", "windows-1252", "iso_8859-1": .latin
    default: .unknown
    }
  }
}
