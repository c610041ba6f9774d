import CostingCore
import FinanceModel

/// The sections of the what-if sheet and where they stand.
struct WhatIfPart {
  let book: ProfitBook
  let profit: ProfitLayout
  let tiers: TiersLayout
  let allocation: AllocationLayout
  let model: WhatIfModel

  init(_ book: ProfitBook) {
    self.book = book
    allocation = AllocationLayout(book)
    profit = ProfitLayout(book, allocation: allocation)
    tiers = TiersLayout(book)
    model = WhatIfModel(book, layout: allocation)
  }

  var styles: Styles { book.styles }

  static let inputsRow = 6
  static let outcomeRow = 17
  static let sensitivityRow = 28

  var listRow: Int {
    Self.sensitivityRow
      + (book.results.sensitivity.isEmpty ? 8 : max(8, book.results.sensitivity.count + 4))
  }
  var firstRow: Int { listRow + 2 }
  var lastRow: Int { firstRow + max(1, book.order.count) - 1 }
  var lastRankedRow: Int { firstRow + max(1, book.order.rankedCount) - 1 }
  var isSmall: Bool { book.order.count <= ProfitBook.quadraticLimit }

  // Cells of the inputs.
  func inputCell(_ index: Int) -> String { "$D$\(Self.inputsRow + 2 + index)" }
  var growthCell: String { inputCell(0) }
  func priceCell(_ tier: Int) -> String { inputCell(1 + tier) }
  var discountCell: String { inputCell(4) }
  var retentionCell: String { inputCell(5) }
  var methodCell: String { inputCell(6) }

  /// The list's cells of a column.
  func range(_ letters: String, ranked: Bool = false) -> String {
    "$\(letters)$\(firstRow):$\(letters)$\(ranked ? lastRankedRow : lastRow)"
  }

  /// The pools' factors, which the scenario's allocated cost is worked out with.
  var factorCells: String {
    let last = CellAddress.letters(ofColumn: 6 + allocation.poolOrder.count)
    return "$G$\(Self.inputsRow + 4):$\(last)$\(Self.inputsRow + 4)"
  }

  /// As the formulas round changes, so that noise of the last bit does not show as "(0)".
  func rounded(_ value: Double) -> Double {
    var scale = 1.0
    for _ in 0..<(book.checkDigits + 2) { scale *= 10 }
    guard value.magnitude < 1e15 / scale else { return value }
    return (value * scale).rounded(.toNearestOrAwayFromZero) / scale
  }
}
