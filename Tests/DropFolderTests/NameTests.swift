import Testing

@testable import DropFolder

@Suite struct `Names are bytes` {
  @Test(arguments: ["", ".", "..", "a/b", "a\0b"])
  func `what could lead elsewhere is no name`(text: String) {
    #expect(FileName(text.utf8) == nil)
  }

  @Test(arguments: ["../x", "a//b", "/a", "a/", "a/./b", ""])
  func `what could lead elsewhere is no path`(text: String) {
    #expect(BytePath(bytes: text.utf8) == nil)
  }

  @Test func `a name that is not UTF-8 shows its byte`() {
    #expect(shownName([0x62, 0xFF, 0x2E]) == "b\\xFF.")
    #expect(shownName([0xE4, 0xBD]) == "\\xE4\\xBD")
  }

  @Test func `composed and decomposed names look different`() {
    #expect(shownName("Mu\u{308}ller.xlsx".utf8) == "Mu\\u{308}ller.xlsx")
    #expect(shownName("M\u{FC}ller.xlsx".utf8) == "M\u{FC}ller.xlsx")
  }

  @Test func `controls and marks of direction are escaped`() {
    #expect(shownName("a\nb\t\u{202E}xslx.exe".utf8) == "a\\nb\\t\\u{202E}xslx.exe")
  }

  @Test func `the second of a name gets a number`() {
    let name = NumberedName.name(stem: "a".utf8, suffix: ".xlsx".utf8, number: 2)
    #expect(name.description == "a (2).xlsx")
  }

  @Test func `a long name is cut between characters and stays its own`() throws {
    let stems = ["ü", "é"].map { String(repeating: "ü", count: 124) + $0 }
    let names = stems.map { NumberedName.name(stem: $0.utf8, suffix: ".xlsx.html".utf8, number: 1) }
    #expect(names.allSatisfy { $0.bytes.count <= 255 })
    #expect(names.allSatisfy { String(validating: $0.bytes, as: UTF8.self) != nil })
    #expect(names[0] != names[1])
  }

  @Test(arguments: [
    "~$a.xlsx", ".~lock.a.xlsx#", "a.xlsx.crdownload", "a.xlsx.part", "a.xlsx.partial",
    "a.xlsx.filepart", "a.xlsx.tmp", "a.tmp", ".a.xlsx.Xy12Zz", ".syncthing.a.xlsx.tmp",
    "~syncthing~a.xlsx.tmp", "a.xlsx.!ut", ".nfs0000", ".fuse_hidden0", "._a.xlsx", ".DS_Store",
    "Thumbs.db", "desktop.ini", "~WRL0001.tmp", "4F3A1000", ".a.xlsx.icloud", ".xlsx",
  ])
  func `F-10: names of things in transit are left alone`(name: String) throws {
    #expect(TransitName.matches(try #require(FileName(name.utf8))))
  }

  @Test(arguments: [
    "weird~$name.xlsx", "a.tmp.xlsx", "a (1).xlsx", "a.xlsx",
    "a.sync-conflict-20240229-101010-ABCDEFG.xlsx", "a (conflicted copy).xlsx", "part.xlsx",
    "4f3a.xlsx", "CON.xlsx", "-a.xlsx", "a.xlsx.exe", "预算.XLSX",
  ])
  func `F-10: ordinary names are taken`(name: String) throws {
    #expect(!TransitName.matches(try #require(FileName(name.utf8))))
  }

  @Test func `links escape what is not plain`() throws {
    let path = try #require(BytePath(bytes: "北/a b%.xlsx".utf8))
    #expect(linkAddress(path) == "%E5%8C%97/a%20b%25.xlsx")
    #expect(htmlText("<a href='x'>&\"") == "&lt;a href=&#39;x&#39;&gt;&amp;&quot;")
  }
}
