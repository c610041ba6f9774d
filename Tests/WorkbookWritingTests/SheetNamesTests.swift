import Testing

@testable import WorkbookWriting

@Suite("Names of new tabs")
struct SheetNamesTests {
  @Test func `a taken name gets a number`() {
    let names = SheetNames.chosen(
      for: ["Receivables", "Tiers", "tiers"], taken: ["receivables", "Receivables (2)"])
    #expect(names == ["Receivables (3)", "Tiers", "tiers (2)"])
  }

  @Test(
    arguments: [
      ("a/b:c", "a b c"), ("'quoted'", "quoted"), ("", "Sheet"), ("History", "History_"),
      (String(repeating: "长", count: 40), String(repeating: "长", count: 31)),
    ])
  func `a name becomes one that a tab can have`(wanted: String, name: String) {
    #expect(SheetNames.chosen(for: [wanted], taken: []) == [name])
  }

  @Test func `room is made for the number in a long name`() {
    let long = String(repeating: "x", count: 31)
    let names = SheetNames.chosen(for: [long], taken: [long])
    #expect(names == [String(repeating: "x", count: 27) + " (2)"])
  }
}
