import FinanceModel

/// A table's rows of data, with totals, notes and headers that are said once more taken out.
struct ScreenedRows {
  private(set) var data: [TableRow] = []
  private(set) var totals: [TableRow] = []
  private(set) var notes: [TableRow] = []
  private(set) var repeatedHeaders: [TableRow] = []
  private let table: ClassifiedTable
  private let placeOfRole: [ColumnRole: Int]

  /// Roles of columns that tell what a row is about.
  static let keyRoles: [ColumnRole] = [
    .customerID, .customerName, .activity, .costPool, .setting, .accountName, .accountCode,
    .department, .channel, .productID, .productName, .documentNo, .currency,
  ]

  /// - Parameter places: the place of each role's column in ``TableRow/values``.
  init(_ all: [TableRow], of table: ClassifiedTable, places: [ColumnRole: Int]) {
    self.table = table
    placeOfRole = places
    let keys = keyPlaces
    let header = table.columns.map { TextFolding.key($0.header.leaf.key) }
    var sums = [Double](repeating: 0, count: table.columns.count)
    for row in all {
      switch mark(row, keys: keys, sums: sums) {
      case .total, .likelyTotal:
        totals.append(row)
      case .note, .carriedForward:
        notes.append(row)
      case .none:
        if isHeader(row, header) {
          repeatedHeaders.append(row)
        } else {
          data.append(row)
          add(row, to: &sums)
        }
      }
    }
  }

  private var keyPlaces: [Int] {
    let places = Self.keyRoles.compactMap { placeOfRole[$0] }
    return places.isEmpty ? [0] : places
  }

  private func mark(_ row: TableRow, keys: [Int], sums: [Double]) -> RowMarkers.Kind {
    var (filled, texts, first) = (0, 0, 0)
    var marks: [(place: Int, kind: RowMarkers.Kind)] = []
    for (place, value) in row.values.enumerated() {
      guard let value else { continue }
      if filled == 0 { first = place }
      filled += 1
      guard case .text(let text) = value else { continue }
      texts += 1
      let kind = RowMarkers.kind(of: text)
      if kind != .none { marks.append((place, kind)) }
    }
    let key = keys.first.flatMap { row.values[$0] }
    let isKeyless = key == nil || marks.contains { keys.first == $0.place && $0.kind == .total }
    if isKeyless, marks.contains(where: { $0.kind == .total }) { return .total }
    if let likely = marks.first(where: { $0.kind == .likelyTotal }),
      isKeyless || keys.contains(likely.place),
      equals(row, sums)
    {
      return .likelyTotal
    }
    if marks.contains(where: { $0.kind == .carriedForward && keys.contains($0.place) }) {
      return .carriedForward
    }
    guard filled == 1, texts == 1, table.columns.count > 2 else {
      let isNote =
        filled <= 2 && texts == filled && key != nil
        && marks.contains { $0.kind == .note } && table.role != .settings
      return isNote ? .note : .none
    }
    if table.role == .customers, placeOfRole[.customerID] == first { return .none }
    return table.role == .costPools && keys.contains(first) ? .none : .note
  }

  /// Whether a row's figures are the sums of the column so far, or since the last such row.
  private func equals(_ row: TableRow, _ sums: [Double]) -> Bool {
    var isEqual = false
    for (place, value) in row.values.enumerated() {
      guard case .number(_, let number)? = value, number != 0 else { continue }
      let difference = abs(number - sums[place])
      if difference <= max(0.005, abs(number) * 1e-9) { isEqual = true }
    }
    return isEqual
  }

  private func add(_ row: TableRow, to sums: inout [Double]) {
    for (place, value) in row.values.enumerated() {
      if case .number(_, let number)? = value { sums[place] += number }
    }
  }

  /// Whether the row says the header once more: every filled cell, and two at least.
  private func isHeader(_ row: TableRow, _ header: [String]) -> Bool {
    guard row.values.allSatisfy({ $0.map(\.isText) ?? true }) else { return false }
    var same = 0
    for (place, value) in row.values.enumerated() {
      guard case .text(let text)? = value else { continue }
      guard !header[place].isEmpty, TextFolding.key(HeaderText(text).key) == header[place] else {
        return false
      }
      same += 1
    }
    return same >= 2
  }
}
