import Glibc

/// What a file is, told from its first bytes rather than from its name.
enum FileKind {
  case archive
  case compound
  case xml
  case webPage
  case text
  case empty
  case unknown

  /// Looks at the start of a file.
  static func of(path: String) throws(WorkbookError) -> FileKind {
    let head = try head(of: path)
    if head.isEmpty { return .empty }
    if head.starts(with: [0x50, 0x4B, 0x03, 0x04]) || head.starts(with: [0x50, 0x4B, 0x05, 0x06]) {
      return .archive
    }
    if head.starts(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) { return .compound }
    return ofText(head)
  }

  /// The first 4 KiB of a regular file.
  private static func head(of path: String) throws(WorkbookError) -> [UInt8] {
    var status = stat()
    guard stat(path, &status) == 0 else {
      throw WorkbookError(
        errno == ENOENT || errno == ENOTDIR
          ? .missingFile : .unreadable(reason: String(cString: strerror(errno))), file: path)
    }
    guard status.st_mode & S_IFMT == S_IFREG else { throw WorkbookError(.folder, file: path) }
    let file = Glibc.open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else {
      throw WorkbookError(.unreadable(reason: String(cString: strerror(errno))), file: path)
    }
    defer { close(file) }
    var bytes = [UInt8](repeating: 0, count: 4096)
    let count = Glibc.read(file, &bytes, bytes.count)
    return Array(bytes.prefix(max(0, count)))
  }

  private static func ofText(_ head: [UInt8]) -> FileKind {
    if head.starts(with: [0xFF, 0xFE]) || head.starts(with: [0xFE, 0xFF]) { return .text }
    if TextEncoding.utf16(head) != nil { return .text }
    let body = head.starts(with: [0xEF, 0xBB, 0xBF]) ? head.dropFirst(3) : head[...]
    let hasControls = body.contains {
      $0 == 0 || ($0 < 0x20 && $0 != 0x09 && $0 != 0x0A && $0 != 0x0D && $0 != 0x0C && $0 != 0x1B)
    }
    if hasControls { return .unknown }
    let start = String(decoding: body.drop(while: isSpace).prefix(1024), as: UTF8.self).lowercased()
    if start.hasPrefix("<?xml") || start.hasPrefix("<workbook") {
      return start.contains("<html") ? .webPage : .xml
    }
    if start.hasPrefix("<!doctype html") || start.hasPrefix("<html") || start.hasPrefix("<table")
      || start.hasPrefix("mime-version")
    {
      return .webPage
    }
    return .text
  }
}
