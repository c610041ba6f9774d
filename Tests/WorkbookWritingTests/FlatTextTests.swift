import Testing

@testable import WorkbookWriting

@Suite("Texts of long columns")
struct FlatTextTests {
  private static let names = (0..<1_200).map { "Customer number \($0), Ltd." }

  private static func bytes(of texts: FlatTexts, _ index: Int) -> [UInt8]? {
    let place = texts.places[index]
    return place.count < 0 ? nil : Array(texts.bytes[place.start..<place.start + place.count])
  }

  @Test func `are put one behind the other, but for those that a cell holds in another way`() {
    var names = Self.names
    names[1] = "上海客户有限公司"
    names[2] = "Smith & Sons, general merchants"
    names[3] = ""
    names[4] = " a space before and no more"
    let store = FlatTextStore()
    #expect(store.flat(names).places.isEmpty)
    let flat = store.flat(names)
    #expect(flat.places.count == names.count)
    for index in names.indices {
      let isOdd = (2...4).contains(index)
      #expect(Self.bytes(of: flat, index) == (isOdd ? nil : Array(names[index].utf8)))
    }
  }

  @Test func `are left as they are where there is little to gain`() {
    let store = FlatTextStore()
    let few = Array(Self.names.prefix(999))
    let short = Array(repeating: "fifteen letters", count: 2_000)
    for texts in [few, short, []] {
      #expect(store.flat(texts).places.isEmpty)
      #expect(store.flat(texts).places.isEmpty)
    }
  }

  @Test func `that were changed are not taken for those before`() {
    let store = FlatTextStore()
    var names = Self.names
    func flat() -> FlatTexts {
      _ = store.flat(names)
      return store.flat(names)
    }
    #expect(Self.bytes(of: flat(), 7) == Array(names[7].utf8))
    names[7] = "Another customer altogether"
    #expect(Self.bytes(of: flat(), 7) == Array(names[7].utf8))
    names.append("One more customer than before")
    #expect(flat().places.count == 1_201)
  }
}
