/// The rules for part names (ECMA-376 part 2, 6.2).
///
/// Part names here have no leading slash: `xl/workbook.xml`. They are equal without regard to ASCII
/// case.
public enum PartName {
  /// A name as archives and relationships spell it, brought into one form: backslashes become
  /// slashes, percent-encoding is undone, `.` and `..` and empty segments are resolved, and nothing
  /// climbs above the root.
  public static func normalised(_ name: String) -> String {
    let isFolder = name.utf8.last == UInt8(ascii: "/") || name.utf8.last == UInt8(ascii: "\\")
    var segments: [String] = []
    for segment in decoded(name).split(separator: "/") {
      switch segment {
      case ".": continue
      case "..": _ = segments.popLast()
      default: segments.append(String(segment))
      }
    }
    return segments.joined(separator: "/") + (isFolder && !segments.isEmpty ? "/" : "")
  }

  /// The part that a relationship's target names, seen from its source part; `source` is empty for
  /// the package itself. A target that climbs out of the package stays as a name that no part has.
  public static func resolved(_ target: String, from source: String) -> String {
    let path = target.split(separator: "#", omittingEmptySubsequences: false).first.map(String.init)
    let plain = decoded(path ?? target)
    if plain.hasPrefix("/") { return normalised(plain) }
    let folder = source.lastIndex(of: "/").map { source[..<$0] } ?? ""
    let depth = folder.isEmpty ? 0 : folder.split(separator: "/").count
    if climbs(plain, from: depth) { return plain }
    return normalised(folder.isEmpty ? plain : "\(folder)/\(plain)")
  }

  /// What names are compared by: ASCII letters in lower case.
  public static func key(_ name: String) -> String {
    String(
      decoding: name.utf8.map { byte in
        byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z") ? byte | 0x20 : byte
      }, as: UTF8.self)
  }

  /// The part that holds a part's relationships: `xl/_rels/workbook.xml.rels`.
  public static func relationships(of part: String) -> String {
    guard let slash = part.lastIndex(of: "/") else { return "_rels/\(part).rels" }
    return "\(part[..<slash])/_rels/\(part[part.index(after: slash)...]).rels"
  }

  /// `xml` of `xl/workbook.xml`, in lower case.
  public static func fileExtension(of part: String) -> String {
    guard let dot = part.lastIndex(of: "."), part[dot...].contains("/") == false else { return "" }
    return key(String(part[part.index(after: dot)...]))
  }

  private static func climbs(_ path: String, from depth: Int) -> Bool {
    var level = depth
    for segment in path.split(separator: "/") {
      if segment == ".." { level -= 1 } else if segment != "." { level += 1 }
      if level < 0 { return true }
    }
    return false
  }

  /// Backslashes and percent-encoding undone. A percent sign that encodes nothing stays.
  private static func decoded(_ name: String) -> String {
    var bytes: [UInt8] = []
    var rest = Array(name.utf8)[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "%"), let high = rest.first.flatMap(hexDigit),
        let low = rest.dropFirst().first.flatMap(hexDigit)
      {
        bytes.append(high << 4 | low)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte == UInt8(ascii: "\\") ? UInt8(ascii: "/") : byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

/// The value of a hexadecimal digit.
func hexDigit(_ byte: UInt8) -> UInt8? {
  switch byte {
  case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
  case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
  case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
  default: nil
  }
}
