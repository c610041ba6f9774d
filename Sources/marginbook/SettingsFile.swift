import FinanceModel
import Glibc
import Marginbook

/// Finds and reads the settings that stand beside a workbook.
enum SettingsFile {
  /// The YAML text of the named file, else of the first that exists beside the workbook; nil where
  /// there is none. A named file that cannot be read is an error.
  static func text(named name: String?, beside input: String) throws -> String? {
    if let name {
      guard let text = read(name) else { throw unreadable(name) }
      return text
    }
    let parts = input.split(separator: "/", omittingEmptySubsequences: false)
    let folder = parts.dropLast().map { $0 + "/" }.joined()
    let fileName = parts.last.map(String.init) ?? input
    let stem = fileName.split(separator: ".").dropLast().joined(separator: ".")
    return read("\(folder)\(stem).marginbook.yaml") ?? read("\(folder)marginbook.yaml")
  }

  /// At most a mebibyte, which no settings file needs.
  private static func read(_ path: String) -> String? {
    guard let file = fopen(path, "rb") else { return nil }
    defer { fclose(file) }
    let bytes = [UInt8](unsafeUninitializedCapacity: 1 << 20) { buffer, count in
      count = fread(buffer.baseAddress, 1, buffer.count, file)
    }
    return ferror(file) == 0 ? String(decoding: bytes, as: UTF8.self) : nil
  }

  private static func unreadable(_ path: String) -> MarginbookError {
    MarginbookError(
      .unusableWorkbook, file: path,
      message: LocalizedText(
        english: """
          The settings file cannot be read: \(String(cString: strerror(errno))). \
          Check the name after --settings, or leave it out.
          """,
        chinese: "无法读取设置文件：\(String(cString: strerror(errno)))。请检查 --settings 后的文件名，或去掉该选项。"))
  }
}
