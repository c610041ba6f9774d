import CostingCore
import FinanceModel

/// Where the figures of the tiers sheet stand. Its list is in the order of rank and is what rank,
/// cumulative margin, class and tier are worked out on; it is a plain range, not meant for sorting.
struct TiersLayout: Sendable {
  /// A threshold that a person may change.
  enum Threshold: Int, CaseIterable, Sendable {
    case classA, classB, vipShare, vipThreshold, potentialFloor

    var inputName: String {
      switch self {
      case .classA: "Mb_In_Class_A_line"
      case .classB: "Mb_In_Class_B_line"
      case .vipShare: "Mb_In_VIP_share"
      case .vipThreshold: "Mb_In_VIP_threshold"
      case .potentialFloor: "Mb_In_Potential_floor"
      }
    }
  }

  /// A column of the list.
  enum Column: Int, CaseIterable, Sendable {
    case number = 1
    case id, name, basis, revenue, rank, cumulative, cumulativeShare, shareBefore, valueClass
    case lines, buyer, tier, recency, frequency, monetary, r, f, m, segment
  }

  let sheet: String
  let rankedCount: Int
  /// Those that a customer has, by name.
  let segments: [RFMSegment]

  static let thresholdsRow = 6
  static let tierSummaryRow = 17
  static let classSummaryRow = 24
  static let segmentSummaryRow = 31

  init(_ book: ProfitBook) {
    sheet = book.name(of: .tiers)
    rankedCount = book.order.rankedCount
    var seen: Set<RFMSegment> = []
    for result in book.results.analytics.recencyFrequencyMonetary {
      if let segment = result?.segment { seen.insert(segment) }
    }
    segments = seen.sorted { $0.rawValue < $1.rawValue }
  }

  var hasSegments: Bool { !segments.isEmpty }

  var listHeadingRow: Int {
    hasSegments ? Self.segmentSummaryRow + segments.count + 4 : Self.segmentSummaryRow
  }
  var headerRow: Int { listHeadingRow + 1 }
  var firstRow: Int { headerRow + 1 }
  var lastRow: Int { firstRow + max(1, rankedCount) - 1 }

  /// The cell of a threshold within the sheet, `$D$7`.
  func cell(_ threshold: Threshold) -> CellAddress {
    CellAddress(row: Self.thresholdsRow + 1 + threshold.rawValue, column: 4)
  }

  /// Total positive margin, number of buying customers, number of VIP places.
  var positiveTotal: CellAddress { CellAddress(row: Self.thresholdsRow + 6, column: 4) }
  var buyers: CellAddress { CellAddress(row: Self.thresholdsRow + 7, column: 4) }
  var vipPlaces: CellAddress { CellAddress(row: Self.thresholdsRow + 8, column: 4) }

  func letters(_ column: Column) -> String { CellAddress.letters(ofColumn: column.rawValue) }

  /// The list's cells of a column.
  func cells(_ column: Column) -> CellRange {
    CellRange(
      CellAddress(row: firstRow, column: column.rawValue),
      CellAddress(row: lastRow, column: column.rawValue))
  }

  func range(_ column: Column) -> String {
    SheetRange(sheet: sheet, range: cells(column)).reference
  }
}
