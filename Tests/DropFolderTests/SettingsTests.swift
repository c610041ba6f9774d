import FinanceModel
import Testing

@testable import DropFolder

@Suite struct `Settings of a folder` {
  @Test func `the folder's part is read and the rest passed on`() throws {
    let file = try SettingsFile(
      yaml: """
        language: zh
        folder:
          quiet: 5
          largest: 12 MB
          same-content: again
          hooks: {done: [/bin/mail, finance], failed: /bin/tell}
        tiers: {gold: 10}
        """, isInInbox: false)
    #expect(file.language == "zh")
    #expect(file.rules?.quiet == 5)
    #expect(file.rules?.largest == 12 << 20)
    #expect(file.rules?.sameContent == .again)
    #expect(file.rules?.hookDone == ["/bin/mail", "finance"])
    #expect(file.rules?.hookFailed == ["/bin/tell"])
    #expect(file.conversion?.contains("gold: 10") == true)
    #expect(file.conversion?.contains("quiet") == false)
  }

  @Test(arguments: [
    ("folder: {quiet: soon}", "“quiet” must be a number"),
    ("folder: {quite: 1}", "Did you mean “quiet”?"),
    ("folder: {largest: many}", "“largest” must be a size"),
    ("folder: {same-content: maybe}", "“answer” or “again”"),
    ("folder: 7", "“folder” must hold names"), ("language: fr", "auto, zh or en"),
    ("- a", "names with values"), ("a: [", "not valid YAML"),
  ])
  func `a mistake is a sentence with a suggestion`(yaml: String, sentence: String) {
    #expect {
      try SettingsFile(yaml: yaml, isInInbox: false)
    } throws: { error in
      let mistakes = (error as? SettingsMistakes)?.mistakes ?? []
      return mistakes.first?.sentence(in: .english).contains(sentence) == true
        && mistakes.first?.sentence(in: .chinese).isEmpty == false
    }
  }

  @Test(arguments: ["folder: {hooks: {done: /bin/sh}}", "folder: {memory: 1 GB}", "plugins: [x]"])
  func `settings in the inbox may not run programs or change limits`(yaml: String) throws {
    #expect(throws: SettingsMistakes.self) { try SettingsFile(yaml: yaml, isInInbox: true) }
    _ = try SettingsFile(yaml: yaml, isInInbox: false)
  }

  @Test func `an inner folder overrules what it names and keeps the rest`() throws {
    let outer = try SettingsFile(
      yaml: "language: en\nfolder: {quiet: 9}\nrates: {usd: 7, eur: 8}", isInInbox: false)
    let inner = try SettingsFile(
      yaml: "language: zh\nfolder: {same-content: again}\nrates: {eur: 9}", isInInbox: true)
    let merged = EffectiveSettings(merging: [outer, inner])
    #expect(merged.language == "zh")
    #expect(merged.rules.quiet == 9)
    #expect(merged.rules.sameContent == .again)
    #expect(merged.conversion?.contains("usd: 7") == true)
    #expect(merged.conversion?.contains("eur: 9") == true)
    #expect(merged.conversion?.contains("eur: 8") == false)
  }

  @Test func `a mistake keeps the last good settings, over a restart too`() throws {
    let place = try TestPlace()
    let layout = place.layout
    func write(_ text: String) throws {
      try layout.root().write(text, as: SettingsStore.name, access: .ownOnly)
    }
    let store = SettingsStore(layout) { _ in }
    try write("folder: {quiet: 7}")
    #expect(store.settings().rules.quiet == 7)
    try write("folder: {quiet: never}")
    #expect(store.settings().rules.quiet == 7)
    #expect(SettingsStore(layout) { _ in }.settings().rules.quiet == 7)
    try write("folder: {quiet: 3}")
    #expect(store.settings().rules.quiet == 3)
  }

  @Test(arguments: [
    ("1048576", 1 << 20), ("512 MB", 512 << 20), ("4GB", 4 << 30), ("1.5 k", 1_536),
  ])
  func `sizes are read as people write them`(text: String, bytes: Int) {
    #expect(ByteCount(text)?.bytes == Int64(bytes))
  }

  @Test(arguments: ["", "MB", "many", "1 XB", "1.2.3", "9e99 GB"])
  func `other texts are no size`(text: String) {
    #expect(ByteCount(text) == nil)
  }
}
