import Glibc

/// The encodings that text files of finance systems come in.
enum TextEncoding: String, Sendable {
  case utf8 = "UTF-8"
  case utf16LittleEndian = "UTF-16LE"
  case utf16BigEndian = "UTF-16BE"
  case gb18030 = "GB18030"
  case windows1252 = "CP1252"

  /// The encoding of a file: its byte order mark's, else UTF-8 where the whole file is, else GB18030
  /// where it is, else Windows-1252.
  static func detect(path: String) throws(WorkbookError) -> TextEncoding {
    let head = try FileReader.head(of: path, count: 4096)
    if head.starts(with: [0xEF, 0xBB, 0xBF]) { return .utf8 }
    if head.starts(with: [0xFF, 0xFE]) { return .utf16LittleEndian }
    if head.starts(with: [0xFE, 0xFF]) { return .utf16BigEndian }
    if let found = utf16(head) { return found }
    for candidate in [TextEncoding.utf8, .gb18030] where try isValid(path, in: candidate) {
      return candidate
    }
    return .windows1252
  }

  /// UTF-16 without a mark, told from where the zeros are.
  static func utf16(_ head: [UInt8]) -> TextEncoding? {
    let even = stride(from: 0, to: head.count, by: 2).count { head[$0] == 0 }
    let odd = stride(from: 1, to: head.count, by: 2).count { head[$0] == 0 }
    if odd > head.count / 8, even == 0 { return .utf16LittleEndian }
    if even > head.count / 8, odd == 0 { return .utf16BigEndian }
    return nil
  }

  private static func isValid(_ path: String, in encoding: TextEncoding) throws(WorkbookError)
    -> Bool
  {
    var decoder = try TextDecoder(path: path, encoding: encoding)
    var bytes: [UInt8] = []
    while try decoder.read(into: &bytes) {
      if decoder.replacements > 0 { return false }
      bytes.removeAll(keepingCapacity: true)
    }
    return decoder.replacements == 0
  }
}
