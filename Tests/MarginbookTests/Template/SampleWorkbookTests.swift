import Foundation
import Marginbook
import TestSupport
import Testing
import WorkbookReading

@Suite struct `Sample workbooks` {
  /// `scripts/samples` writes them anew. Where the bytes differ, the parts decide: how well one is
  /// compressed is the machine's affair.
  @Test(arguments: CanonicalWorkbook.all)
  func `the folder holds what the generator writes`(workbook: CanonicalWorkbook) throws {
    let folder = try ScratchFolder()
    try workbook.write(to: folder.path("fresh.xlsx"))
    let areSame = FileManager.default.contentsEqual(
      atPath: folder.path("fresh.xlsx"),
      andPath: Self.folder.appending(path: workbook.fileName).path)
    if areSame { return }
    let fresh = try Package(path: folder.path("fresh.xlsx"))
    let kept = try Package(path: Self.folder.appending(path: workbook.fileName).path)
    #expect(kept.entries.map(\.name) == fresh.entries.map(\.name))
    for entry in fresh.entries {
      let isSame = try kept.bytes(ofPart: entry.name) == fresh.bytes(ofPart: entry.name)
      #expect(isSame, "\(workbook.fileName), \(entry.name): run scripts/samples")
    }
  }

  @Test func `the folder holds nothing else`() throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path)
    #expect(names.sorted() == CanonicalWorkbook.all.map(\.fileName).sorted())
  }

  private static let folder = ProjectFolders.root.appending(path: "workbooks")
}
