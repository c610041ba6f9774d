import FinanceModel
import Foundation
import Marginbook
import TestSupport
import Testing

@Suite struct `Command line: input that cannot be used` {
  /// A thing that a person may name by mistake.
  enum Mistake: String, CaseIterable {
    case missing, folder, legacy, password, truncated, renamedText, empty, zipOfSomethingElse
  }

  @Test(arguments: Mistake.allCases)
  func `one sentence, status 65, nothing written`(mistake: Mistake) throws {
    let folder = try ScratchFolder()
    let path = try make(mistake, in: folder)
    let before = try folder.names()
    let outcome = try BuiltCommand.run(["convert", path], in: folder.url)
    #expect(outcome.status == 65)
    #expect(outcome.output.isEmpty)
    #expect(outcome.errors.contains(URL(filePath: path).lastPathComponent), "\(outcome.errors)")
    let lines = outcome.errors.split(separator: "\n")
    #expect(lines.count == 1, "\(outcome.errors)")
    #expect(try folder.names() == before)
  }

  @Test(arguments: Mistake.allCases)
  func `every command says the same`(mistake: Mistake) throws {
    let folder = try ScratchFolder()
    let path = try make(mistake, in: folder)
    let said = try ["convert", "cells"].map { command in
      let outcome = try BuiltCommand.run([command, path], in: folder.url)
      #expect(outcome.status == 65, "\(command)")
      return outcome.errors
    }
    #expect(Set(said).count == 1, "\(said)")
  }

  @Test func `every mistake has a sentence of its own`() throws {
    let folder = try ScratchFolder()
    let said = try Mistake.allCases.map { mistake in
      let path = try make(mistake, in: folder)
      return try BuiltCommand.run(["convert", path], in: folder.url).errors
        .replacing(URL(filePath: path).lastPathComponent, with: "")
    }
    // An empty file and one of text are the same mistake: no workbook at all.
    #expect(Set(said).count >= Mistake.allCases.count - 2, "\(said)")
  }

  private func make(_ mistake: Mistake, in folder: ScratchFolder) throws -> String {
    let name = "\(mistake.rawValue).\(mistake == .legacy ? "xls" : "xlsx")"
    switch mistake {
    case .missing: return folder.path(name)
    case .folder:
      let path = folder.path(name)
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
      return path
    case .legacy: return try folder.write(CompoundFile(streams: ["Workbook"]).bytes, to: name)
    case .password:
      let file = CompoundFile(streams: ["EncryptionInfo", "EncryptedPackage"])
      return try folder.write(file.bytes, to: name)
    case .truncated:
      try CanonicalWorkbook(.service, in: .english).write(to: folder.path(name))
      let whole = try Data(contentsOf: folder.url.appending(path: name))
      return try folder.write(whole.prefix(whole.count * 2 / 3), to: name)
    case .renamedText: return try folder.write("Customer,Sales\nA,1\n".utf8, to: name)
    case .empty: return try folder.write([], to: name)
    case .zipOfSomethingElse: return try folder.write(Self.emptyZip, to: name)
    }
  }

  /// An archive without entries: its end record alone (APPNOTE.TXT 4.3.16).
  private static let emptyZip: [UInt8] = [0x50, 0x4B, 0x05, 0x06] + Array(repeating: 0, count: 18)
}
