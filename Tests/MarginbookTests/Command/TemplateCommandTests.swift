import FinanceModel
import Foundation
import Marginbook
import TestSupport
import Testing

@Suite struct `Command line: template` {
  @Test(arguments: CanonicalWorkbook.all)
  func `it writes what it is asked for`(workbook: CanonicalWorkbook) throws {
    let folder = try ScratchFolder()
    let outcome = try BuiltCommand.run(
      [
        "template", "out.xlsx", "--language", workbook.language.rawValue, "--case",
        workbook.filling.rawValue,
      ], in: folder.url)
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.output == "out.xlsx\n")
    #expect(try folder.names() == ["out.xlsx"])
    try workbook.write(to: folder.path("expected.xlsx"))
    #expect(try bytes("out.xlsx", in: folder) == bytes("expected.xlsx", in: folder))
  }

  @Test func `in a folder it finds a name by itself`() throws {
    let folder = try ScratchFolder()
    let outcome = try BuiltCommand.run(["template", ".", "--language", "zh"], in: folder.url)
    #expect(outcome.status == 0)
    #expect(try folder.names() == ["空白模板.xlsx"])
  }

  @Test func `it never writes over a file`() throws {
    let folder = try ScratchFolder()
    _ = try folder.write("mine".utf8, to: "mine.xlsx")
    let outcome = try BuiltCommand.run(["template", "mine.xlsx"], in: folder.url)
    #expect(outcome.status == 73)
    #expect(outcome.output.isEmpty)
    #expect(outcome.errors.contains("mine.xlsx"))
    #expect(try bytes("mine.xlsx", in: folder) == Data("mine".utf8))
  }

  @Test func `a folder that is not there is said so`() throws {
    let folder = try ScratchFolder()
    let outcome = try BuiltCommand.run(["template", "nowhere/out.xlsx"], in: folder.url)
    #expect(outcome.status == 73)
    #expect(outcome.errors.split(separator: "\n").count == 1)
    #expect(try folder.names().isEmpty)
  }

  @Test(arguments: [
    ["template"], ["template", "out.csv"], ["template", "out.xlsx", "--language", "fr"],
    ["template", "out.xlsx", "--case", "bakery"], ["no-such-command"],
  ])
  func `wrong usage is status 64`(arguments: [String]) throws {
    let folder = try ScratchFolder()
    let outcome = try BuiltCommand.run(arguments, in: folder.url)
    #expect(outcome.status == 64)
    #expect(!outcome.errors.isEmpty)
    #expect(try folder.names().isEmpty)
  }

  private func bytes(_ name: String, in folder: ScratchFolder) throws -> Data {
    try Data(contentsOf: folder.url.appending(path: name))
  }
}
