/// Where a figure comes from in the team's own workbook.
public enum Provenance: Sendable, Hashable {
  /// It stands in one cell.
  case cell(SheetCell)
  /// It is drawn from these cells: a column of a table, a block.
  case range(SheetRange)
  /// It is the Marginbook setting of this name.
  case setting(String)
  /// The engine worked it out; the text says how.
  case derived(LocalizedText)
}

/// A sum over the team's own cells, one for each key: what a live formula is made of.
///
/// For the key `k` it is Σ over ``terms`` of `sign × SUMIFS(values, keys, k, conditions…)`; a term
/// with a factor is `SUMPRODUCT((keys = k) × values × factor)`. A sum is offered only where
/// recognition has shown that a spreadsheet computes the engine's figure from it.
public struct LiveSum: Sendable, Hashable {
  /// One SUMIFS (or SUMPRODUCT).
  public struct Term: Sendable, Hashable {
    public var isSubtracted: Bool
    public var values: SheetRange
    /// The other factor of a product, such as the unit price beside a quantity.
    public var factor: SheetRange?
    public var keys: SheetRange
    /// Further conditions: each range compared with a criterion such as `">=45658"`, as written
    /// between the commas of SUMIFS.
    public var conditions: [Condition]

    public init(
      isSubtracted: Bool = false, values: SheetRange, factor: SheetRange? = nil, keys: SheetRange,
      conditions: [Condition] = []
    ) {
      self.isSubtracted = isSubtracted
      self.values = values
      self.factor = factor
      self.keys = keys
      self.conditions = conditions
    }
  }

  /// A further criterion of SUMIFS.
  public struct Condition: Sendable, Hashable {
    public var range: SheetRange
    /// As the function takes it, without quotes: `>=45658`.
    public var criterion: String

    public init(range: SheetRange, criterion: String) {
      self.range = range
      self.criterion = criterion
    }
  }

  public var terms: [Term]

  /// What the workbook's figures are multiplied by to give units of the currency: 10,000 where its
  /// table is in 万元, 1 where it is in 元.
  public var scale: Int

  public init(terms: [Term], scale: Int = 1) {
    self.terms = terms
    self.scale = scale
  }
}

/// Whether a column of figures can be a formula over the team's cells.
public enum Liveness: Sendable, Hashable {
  /// It can; the formula gives the engine's value.
  case live(LiveSum)
  /// It cannot, and why, in a sentence for the Method sheet.
  case valueOnly(reason: LocalizedText)

  /// The sum, where there is one.
  public var liveSum: LiveSum? {
    if case .live(let sum) = self { sum } else { nil }
  }
}
