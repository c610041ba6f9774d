import Testing

@testable import CostingCore

@Suite struct `2F1(1, b; c; z), eight at once` {
  private typealias Lanes = SpecialFunctions.Lanes

  private let b = Lanes(0.4, 1, 2.5, 7, 0.01, 30, 3, 3)
  private let c = Lanes(1.2, 2, 6, 7.5, 1.9, 90, 4, 4)

  @Test func `each lane is its own series, whatever the others take`() {
    let z = Lanes(0, 0.3, 0.9, 0.02, 0.999, 0.5, 0.7, 1e-9)
    let found = SpecialFunctions.hypergeometricOfOne(b, c, z)
    for lane in 0..<Lanes.scalarCount {
      let series = SpecialFunctions.hypergeometric(1, b[lane], c[lane], z[lane])
      #expect(agrees(found.value[lane] / series, 1, within: 1e-12), "lane \(lane)")
    }
  }

  @Test func `one half at b 1, c 2 is 2 ln 2`() {
    let found = SpecialFunctions.hypergeometricOfOne(
      Lanes(repeating: 1), Lanes(repeating: 2), Lanes(repeating: 0.5))
    #expect(agrees(found.value[0], 1.386_294_361_119_890_6, within: 1e-14))
  }

  @Test func `derivatives are the slopes`() {
    let z = Lanes(0.01, 0.3, 0.9, 0.02, 0.95, 0.5, 0.7, 0.1)
    let width = 1e-5
    let found = SpecialFunctions.hypergeometricOfOne(b, c, z)
    func slope(_ value: (Double) -> Lanes) -> Lanes { (value(width) - value(-width)) / (2 * width) }
    let byB = slope { SpecialFunctions.hypergeometricOfOne(b + $0, c, z).value }
    let byC = slope { SpecialFunctions.hypergeometricOfOne(b, c + $0, z).value }
    let byZ = slope { SpecialFunctions.hypergeometricOfOne(b, c, z + $0).value }
    for lane in 0..<Lanes.scalarCount {
      #expect(agrees(found.byB[lane], byB[lane], within: 1e-6 * max(1, byB[lane].magnitude)))
      #expect(agrees(found.byC[lane], byC[lane], within: 1e-6 * max(1, byC[lane].magnitude)))
      #expect(agrees(found.byZ[lane], byZ[lane], within: 1e-5 * max(1, byZ[lane].magnitude)))
    }
  }

  @Test func `an argument out of reach or bounds is not here, and spoils no other lane`() {
    let z = Lanes(0.3, 0.99999, 0.3, -0.1, 1, 0.3, .nan, 0.3)
    let found = SpecialFunctions.hypergeometricOfOne(b, c, z)
    for lane in 0..<Lanes.scalarCount {
      let series = SpecialFunctions.hypergeometric(1, b[lane], c[lane], 0.3)
      let isHere = z[lane] == 0.3
      #expect(found.value[lane].isNaN == !isHere)
      #expect(!isHere || agrees(found.value[lane] / series, 1, within: 1e-12))
    }
  }
}
