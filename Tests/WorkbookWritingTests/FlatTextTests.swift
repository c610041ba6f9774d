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
    names[5] = "_x0041_ with a bell \u{7}"
    let flat = FlatTextStore().flat(names)
    #expect(flat.places.count == names.count)
    for index in names.indices {
      let expected: String? =
        switch index {
        case 2: "Smith &amp; Sons, general merchants"
        case 3, 4: nil
        case 5: "_x005F_x0041_ with a bell _x0007_"
        default: names[index]
        }
      #expect(Self.bytes(of: flat, index) == expected.map { Array($0.utf8) })
    }
  }

  @Test func `are left as they are where there is little to gain`() {
    let store = FlatTextStore()
    let few = Array(Self.names.prefix(999))
    let short = Array(repeating: "fifteen letters", count: 2_000)
    for texts in [few, short, []] { #expect(store.flat(texts).places.isEmpty) }
  }

  @Test func `that were changed are not taken for those before`() {
    let store = FlatTextStore()
    var names = Self.names
    #expect(Self.bytes(of: store.flat(names), 7) == Array(names[7].utf8))
    names[7] = "Another customer altogether"
    #expect(Self.bytes(of: store.flat(names), 7) == Array(names[7].utf8))
    names.append("One more customer than before")
    #expect(store.flat(names).places.count == 1_201)
  }
}
