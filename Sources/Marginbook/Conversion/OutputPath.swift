/// Where a converted workbook goes.
enum OutputPath {
  /// `<stem>.profitability.xlsx` in the folder, or beside the input; `.xlsm` where the workbook
  /// holds macros. Never the input itself: a workbook that is dropped again beside itself gets
  /// `<stem>.profitability (2).xlsx`.
  static func path(input: String, folder: String?, hasMacros: Bool) -> String {
    let parts = input.split(separator: "/", omittingEmptySubsequences: false)
    let fileName = parts.last.map(String.init) ?? input
    let ownFolder = parts.dropLast().joined(separator: "/")
    let inputFolder = parts.count > 1 ? (ownFolder.isEmpty ? "/" : ownFolder) : "."
    let target = folder ?? inputFolder
    let suffix = hasMacros ? ".xlsm" : ".xlsx"
    let base = join(target, stem(of: fileName) + mark)
    let plain = base + suffix
    return isSame(plain, input) ? base + " (2)" + suffix : plain
  }

  /// The file name without its ending and without our own mark.
  static func stem(of fileName: String) -> String {
    var stem = fileName
    if let dot = stem.lastIndex(of: "."), dot != stem.startIndex { stem = String(stem[..<dot]) }
    if stem.hasSuffix(mark) { stem.removeLast(mark.count) }
    return stem
  }

  private static let mark = ".profitability"

  private static func join(_ folder: String, _ name: String) -> String {
    folder.hasSuffix("/") ? folder + name : folder == "." ? name : folder + "/" + name
  }

  private static func isSame(_ left: String, _ right: String) -> Bool {
    normalised(left) == normalised(right)
  }

  private static func normalised(_ path: String) -> [Substring] {
    path.split(separator: "/").filter { $0 != "." }
  }
}
