import FinanceModel
import Foundation
import Marginbook
import TestSupport
import Testing

@Suite struct `Command line: convert` {
  private let folder: ScratchFolder

  init() throws {
    folder = try ScratchFolder()
    try CanonicalWorkbook(.service, in: .english).write(to: folder.path("book.xlsx"))
  }

  @Test func `the result lies beside the input, which stays as it was`() throws {
    let before = try bytes("book.xlsx")
    let outcome = try BuiltCommand.run(["convert", "book.xlsx"], in: folder.url)
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.output.contains("7,618,500.00"))
    #expect(try folder.names() == ["book.profitability.xlsx", "book.xlsx"])
    #expect(try bytes("book.xlsx") == before)
  }

  @Test func `a result that is converted again is no less safe`() throws {
    _ = try BuiltCommand.run(["convert", "book.xlsx", "--quiet"], in: folder.url)
    let before = try bytes("book.profitability.xlsx")
    let outcome = try BuiltCommand.run(["convert", "book.profitability.xlsx"], in: folder.url)
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(try bytes("book.profitability.xlsx") == before)
    #expect(try folder.names().count == 3)
  }

  @Test func `a folder that cannot be written to is said so, and nothing is half there`() throws {
    let outcome = try BuiltCommand.run(
      ["convert", "book.xlsx", "-o", "/proc/none"], in: folder.url)
    #expect(outcome.status == 73)
    #expect(outcome.output.isEmpty)
    #expect(outcome.errors.split(separator: "\n").count == 1, "\(outcome.errors)")
    #expect(try folder.names() == ["book.xlsx"])
  }

  @Test func `a blank template has nothing to convert`() throws {
    try CanonicalWorkbook(.blank, in: .chinese).write(to: folder.path("blank.xlsx"))
    let outcome = try BuiltCommand.run(["convert", "blank.xlsx"], in: folder.url)
    #expect(outcome.status == 65)
    #expect(outcome.errors.contains("blank.xlsx"))
    #expect(try folder.names() == ["blank.xlsx", "book.xlsx"])
  }

  @Test func `one of several that cannot be used does not stop the others`() throws {
    _ = try folder.write("no workbook".utf8, to: "a.xlsx")
    let outcome = try BuiltCommand.run(["convert", "a.xlsx", "book.xlsx"], in: folder.url)
    #expect(outcome.status == 65)
    #expect(outcome.errors.contains("a.xlsx"))
    #expect(try folder.names() == ["a.xlsx", "book.profitability.xlsx", "book.xlsx"])
  }

  @Test(arguments: [[], ["book.xlsx", "--language", "fr"], ["book.xlsx", "--no-such-option"]])
  func `wrong usage is status 64`(arguments: [String]) throws {
    let outcome = try BuiltCommand.run(["convert"] + arguments, in: folder.url)
    #expect(outcome.status == 64)
    #expect(try folder.names() == ["book.xlsx"])
  }

  private func bytes(_ name: String) throws -> Data {
    try Data(contentsOf: folder.url.appending(path: name))
  }
}
