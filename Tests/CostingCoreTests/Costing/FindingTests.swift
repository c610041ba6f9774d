import CostingCore
import FinanceModel
import Testing

/// The sentences of costing's findings.
@Suite struct `Costing findings` {
  @Test func `have codes of their own, in order`() {
    let ids = CostingFinding.all.map(\.id)
    #expect(ids == ids.sorted())
    #expect(Set(ids).count == ids.count)
    #expect(ids.allSatisfy { $0.hasPrefix("COST-") && $0.count == 8 })
  }

  @Test(arguments: CostingFinding.all.map(\.id))
  func `ask for the same values in both languages`(id: String) throws {
    let code = try #require(CostingFinding.all.first { $0.id == id })
    for text in [code.what, code.why, code.whatToDo] {
      #expect(placeholders(text.english) == placeholders(text.chinese))
      #expect(!text.english.isEmpty && !text.chinese.isEmpty)
      #expect(text.english.unicodeScalars.allSatisfy { !(0x4E00...0x9FFF).contains($0.value) })
    }
  }

  private func placeholders(_ text: String) -> Set<String> {
    Set(
      text.split(separator: "{").dropFirst().compactMap {
        $0.split(separator: "}").first.map(String.init)
      })
  }

  @Test func `leave no value unfilled`() {
    var book = Book(revenue: ["a": 100, "b": -100])
    book.addDriver("zero", [0, 0])
    book.addDriver("mixed", [1, -2])
    book.addDriver("over", [60, 50])
    book.addPool("1", 10, .driver, driver: "none")
    book.addPool("2", 10, .driver, driver: "zero")
    book.addPool("3", 10, .driver, driver: "mixed")
    book.addPool("4", 10, .percent, driver: "over")
    book.addPool("5", 10, .fixed, driver: "over")
    book.addPool("6", 10, .revenue)
    book.addPool("7", 10, .driver, driver: "over", capacity: 3)
    book.addPool("8", 10, .driver, driver: "over", capacity: -3)
    book.addPool("9", 10, .driver, level: .channel, channel: "none")
    book.addPool("10", 10, .driver, level: .channel)
    book.addPool("11", 10, .driver)
    book.addActivity("x", pool: "11", driver: "zero", share: 60)
    book.addActivity("y", pool: "11", driver: "over", share: 30)
    book.addActivity("z", pool: "11", driver: "over")
    book.addActivity("w", pool: "12", driver: "over", share: 1)
    let results = book.results
    #expect(results.isBalanced)
    #expect(Set(results.codes).count == 15)
    for finding in results.findings {
      for language in Language.allCases {
        let said = finding.sentences(in: language)
        #expect(!said.what.contains("{") && !said.why.contains("{"))
        #expect(!said.whatToDo.contains("{"))
      }
    }
  }
}
