import FinanceModel
import Foundation
import WorkbookReading

/// Small parts of real workbooks, or small workbooks whole.
struct Seeds {
  /// What a part is scanned as; nil for a whole archive.
  struct Input {
    var kind: ScannerProbe.Kind?
    var bytes: [UInt8]
  }

  private(set) var inputs: [Input] = []

  private static let partLimit = 6000
  private static let archiveLimit = 24_000

  init(folders: [String], archives: Bool) {
    for folder in folders {
      let names = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
      for name in names.sorted() where name.contains(".xls") {
        let path = "\(folder)/\(name)"
        if archives { addArchive(path) } else { addParts(path) }
      }
    }
  }

  private mutating func addArchive(_ path: String) {
    guard let data = FileManager.default.contents(atPath: path), data.count <= Self.archiveLimit
    else { return }
    inputs.append(Input(kind: nil, bytes: Array(data)))
  }

  private mutating func addParts(_ path: String) {
    guard let package = try? Package(path: path) else { return }
    for entry in package.entries {
      guard let kind = kind(of: entry.name), let bytes = try? package.bytes(ofPart: entry.name)
      else {
        continue
      }
      inputs.append(Input(kind: kind, bytes: Array(bytes.prefix(Self.partLimit))))
      if kind == .worksheet {
        inputs.append(Input(kind: .formulas, bytes: Array(bytes.prefix(Self.partLimit))))
        inputs.append(Input(kind: .details, bytes: Array(bytes.prefix(Self.partLimit))))
      }
    }
  }

  private func kind(of name: String) -> ScannerProbe.Kind? {
    let name = name.lowercased()
    guard name.hasSuffix(".xml") else { return nil }
    if name.contains("worksheets/") { return .worksheet }
    if name.hasSuffix("sharedstrings.xml") { return .sharedStrings }
    if name.hasSuffix("styles.xml") { return .styles }
    if name.hasSuffix("workbook.xml") { return .workbook }
    return name.contains("tables/") ? .table : nil
  }
}
