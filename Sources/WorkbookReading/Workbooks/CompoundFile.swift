import Glibc

/// OLE compound files: old workbooks, and encrypted new ones (MS-CFB, MS-OFFCRYPTO).
enum CompoundFile {
  /// What the file must be, told from the names in its directory.
  static func fault(ofFile path: String) -> ReadingFault {
    let names = streamNames(path)
    if names.contains("EncryptedPackage") { return .encrypted }
    if names.contains("Workbook") || names.contains("Book") { return .oldBinaryWorkbook }
    if names.contains("WordDocument") { return .wordDocument }
    if names.contains("PowerPoint Document") { return .presentation }
    return .notAWorkbook
  }

  /// The names of a directory whose entries are 128 bytes each, UTF-16, in whole sectors: every
  /// aligned block of the file that looks like an entry is one.
  private static func streamNames(_ path: String) -> Set<String> {
    var names: Set<String> = []
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return names }
    defer { close(file) }
    var block = [UInt8](repeating: 0, count: 1 << 16)
    var total = 0
    while total < 512 << 20 {
      let count = read(file, &block, block.count)
      guard count > 0 else { break }
      total += count
      for start in stride(from: 0, to: count - 127, by: 128) {
        if let name = name(ofEntry: block[start..<start + 128]) { names.insert(name) }
      }
    }
    return names
  }

  private static func name(ofEntry entry: ArraySlice<UInt8>) -> String? {
    let base = entry.startIndex
    let length = Int(entry[base + 64]) | Int(entry[base + 65]) << 8
    // Storage, stream or root; a colour of 0 or 1; a name with its terminating zero.
    guard [1, 2, 5].contains(entry[base + 66]), entry[base + 67] <= 1, (4...64).contains(length),
      length % 2 == 0
    else { return nil }
    let units = stride(from: base, to: base + length - 2, by: 2).map {
      UInt16(entry[$0]) | UInt16(entry[$0 + 1]) << 8
    }
    return units.contains(0) ? nil : String(decoding: units, as: UTF16.self)
  }
}
