/// Tells names of things in transit (lock files, unfinished downloads and uploads, temporary files
/// of programs and systems) from names of what a person dropped.
enum TransitName {
  /// Whether an entry of this name is left alone: neither taken, nor moved, nor counted.
  static func matches(_ name: FileName) -> Bool {
    let bytes = name.bytes.map(asciiLowercased)
    return beginnings.contains { bytes.starts(with: $0.utf8) }
      || endings.contains { bytes.count > $0.utf8.count && bytes.ends(with: $0) }
      || wholeNames.contains { bytes == Array($0.utf8) }
      || isOfficeTemporary(name.bytes)
  }

  /// The names a lock beside a workbook may have: Excel's, then LibreOffice's.
  static func locks(for name: FileName) -> [FileName] {
    [Array("~$".utf8) + name.bytes, Array(".~lock.".utf8) + name.bytes + Array("#".utf8)]
      .compactMap { FileName($0) }
  }

  /// Settings that a team keeps beside its workbooks, not a workbook: `marginbook.yaml`, and
  /// `NAME.marginbook.yaml` for the workbook NAME.
  static func isSettings(_ name: FileName) -> Bool {
    ([UInt8(ascii: ".")] + name.bytes).ends(with: ".marginbook.yaml")
  }

  /// Dot files hold most of them: rsync's, LibreOffice's locks, `.part` of copies, `.nfs…`, `._…`.
  private static let beginnings = [".", "~$", "~syncthing~", "~wrl"]

  private static let endings = [
    ".crdownload", ".part", ".partial", ".filepart", ".tmp", ".download", ".opdownload", ".!ut",
    ".!qb", ".!sync", ".swp",
  ]

  private static let wholeNames = ["thumbs.db", "desktop.ini", "icon\r"]

  /// Excel saves into a file named by eight hexadecimal digits, then renames it.
  private static func isOfficeTemporary(_ bytes: [UInt8]) -> Bool {
    bytes.count == 8
      && bytes.allSatisfy {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
          || (UInt8(ascii: "A")...UInt8(ascii: "F")).contains($0)
      }
  }
}

extension [UInt8] {
  fileprivate func ends(with text: String) -> Bool {
    suffix(text.utf8.count).elementsEqual(text.utf8)
  }
}
