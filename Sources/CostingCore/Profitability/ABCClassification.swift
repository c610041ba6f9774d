public import FinanceModel

/// Classes A, B and C by what each adds to the whole (Pareto; Dickie 1951).
public enum ABCClassification {
  /// Classes by cumulative share of the positive values *before* each: below the first line A, below
  /// the second B, else C. Whoever crosses a line so belongs to the higher class. Zero or less is C.
  ///
  /// - Parameters:
  ///   - values: ranked, largest first.
  ///   - aLine: 0.80 for 80 %.
  ///   - bLine: 0.95 for 95 %.
  /// - Returns: one class a value.
  public static func classify(
    ranked values: [Amount], aLine: Double = 0.80, bLine: Double = 0.95
  ) -> [ValueClass] {
    let total = values.filter(\.isPositive).sum
    let aEnd = line(aLine, of: total)
    let bEnd = line(bLine, of: total)
    var before: Amount = 0
    return values.map { value in
      guard value.isPositive else { return .c }
      defer { before += value }
      return before < aEnd ? .a : before < bEnd ? .b : .c
    }
  }

  /// Classes by number: the first share of the items A, the next B, the rest C.
  ///
  /// - Parameters:
  ///   - count: how many items there are, ranked.
  ///   - aShare: 0.2 for the first 20 % of the items, rounded to the nearest whole one.
  ///   - bShare: of the items, after those of class A.
  public static func classify(count: Int, aShare: Double, bShare: Double) -> [ValueClass] {
    let size = Double(max(0, count))
    let aEnd = boundary(size * aShare)
    let bEnd = boundary(size * (aShare + bShare))
    return (0..<max(0, count)).map { Double($0) < aEnd ? .a : Double($0) < bEnd ? .b : .c }
  }

  private static func line(_ share: Double, of total: Amount) -> Amount {
    guard let exact = ExactDecimal(share) else { return total }
    return total.share(exact.units, of: ExactDecimal.unitsPerOne) ?? total
  }

  private static func boundary(_ value: Double) -> Double {
    value.isFinite ? value.rounded() : 0
  }
}
