import FinanceModel
import WorkbookReading

/// A table of sales with periods or customers across its columns instead of a line a sale.
struct CrossTable {
  enum Across: Hashable {
    /// A period a column, a customer (or the nearest thing to one) a row.
    case periods
    /// A customer a column; the rows are periods, products or the like.
    case customers
    /// A customer a column, a measure a row: revenue, cost, freight.
    case statement
  }

  var across: Across
  /// Place of the column that names the rows.
  var names: Int
  /// What the names are: the role of a customer or of what stands for it; nil for customers across.
  var nameRole: ColumnRole?
  /// The columns of figures, with what each stands for.
  var columns: [(place: Int, label: String)]

  /// The table read this way; nil where it is none such.
  ///
  /// - Parameter isSales: whether sheet or title speak of sales.
  init?(_ candidate: TableCandidate, isSales: Bool) {
    if let table = CrossTable(periodsOf: candidate, isSales: isSales)
      ?? CrossTable(customersOf: candidate, isSales: isSales)
    {
      self = table
    } else {
      return nil
    }
  }

  // MARK: Periods across

  private static let nameRoles: [ColumnRole] = [
    .customerID, .customerName, .customerGroup, .region, .channel, .salesperson, .productName,
    .productID,
  ]

  private init?(periodsOf candidate: TableCandidate, isSales: Bool) {
    guard !CrossTable.countsPieces(candidate) else { return nil }
    let columns = candidate.columns.enumerated().compactMap { place, header in
      CrossTable.period(of: header).map { (place: place, label: $0) }
    }
    guard columns.count >= 2, let first = columns.first?.place else { return nil }
    for role in CrossTable.nameRoles {
      let place = candidate.columns[..<first].firstIndex { header in
        header.candidates.contains { $0.role == role && $0.strength >= 0.9 }
          && header.profile.filled > 0
      }
      guard let place, isSales || role == .customerID || role == .customerName else { continue }
      self.init(across: .periods, names: place, nameRole: role, columns: columns)
      return
    }
    return nil
  }

  private init(
    across: Across, names: Int, nameRole: ColumnRole?, columns: [(place: Int, label: String)]
  ) {
    self.across = across
    self.names = names
    self.nameRole = nameRole
    self.columns = columns
  }

  /// The period that a column of money stands for; nil for sums, quantities and costs of one.
  private static func period(of header: HeaderColumn) -> String? {
    guard header.profile.filled == 0 || header.profile.figureShare >= 0.5 else { return nil }
    let leaf = header.parent.map { String(header.text.dropFirst($0.count + 1)) } ?? header.text
    let parts = header.parent.map { [leaf, $0] } ?? [leaf]
    guard let period = parts.first(where: { PeriodText.isPeriodHeader($0) }) else { return nil }
    guard let measure = parts.first(where: { $0 != period }), Int(measure) == nil else {
      return header.parent.map { Int($0) != nil ? "\($0)-\(period)" : period } ?? period
    }
    let revenue: Set<ColumnRole> = [.revenueNet, .revenueGross, .poolAmount]
    let roles = Vocabulary.shared.candidates(for: HeaderText(measure))
    return roles.first.map { revenue.contains($0.role) } ?? false ? period : nil
  }

  /// Whether title, sheet or a sum's header say that pieces are counted.
  private static func countsPieces(_ candidate: TableCandidate) -> Bool {
    let texts =
      [candidate.sheet.name] + candidate.notes.map(\.cell.text) + candidate.columns.map(\.text)
    return texts.contains { text in
      let key = TextFolding.key(text)
      return ["销量", "数量", "总量", "件数", "quantity", "units", "qty", "visits", "hours", "工时", "次数"]
        .contains { key.contains($0) }
    }
  }

  // MARK: Customers across

  private init?(customersOf candidate: TableCandidate, isSales: Bool) {
    guard let names = candidate.columns.firstIndex(where: { $0.profile.texts > 0 }), names <= 1,
      CrossTable.speaksOfCustomers(candidate)
    else { return nil }
    let columns = candidate.columns.enumerated().filter { place, header in
      place > names && header.profile.figureShare >= 0.5 && !header.text.isEmpty
        && RowMarkers.kind(of: header.text) == .none && !PeriodText.isPeriodHeader(header.text)
        && !header.candidates.contains { $0.strength >= 0.95 }
    }.map { (place: $0, label: $1.text) }
    guard columns.count >= 2 else { return nil }
    let measures = candidate.columns[names].profile.distinct.compactMap { StatementRow($0) }
    let isStatement = measures.contains(.net) || measures.contains(.gross)
    if isStatement, measures.count >= 2 {
      self.init(across: .statement, names: names, nameRole: nil, columns: columns)
    } else if isSales, !CrossTable.countsPieces(candidate) {
      self.init(across: .customers, names: names, nameRole: nil, columns: columns)
    } else {
      return nil
    }
  }

  /// Whether sheet, title, the corner or the headers themselves say that the columns are customers.
  private static func speaksOfCustomers(_ candidate: TableCandidate) -> Bool {
    let texts =
      [candidate.sheet.name] + candidate.notes.map(\.cell.text) + candidate.columns.map(\.text)
    return texts.contains { text in
      let key = TextFolding.key(text)
      return key.contains("客户") || key.contains("customer") || key.contains("client")
    }
  }
}

/// What a row of a customer profit and loss statement holds.
enum StatementRow: Hashable {
  case net, gross, deduction, productCost, commission, freight, otherCost
  /// Sums and margins, worked out anew.
  case derived

  /// By its label; nil where it says nothing known.
  init?(_ label: String) {
    if RowMarkers.kind(of: label) != .none {
      self = .derived
      return
    }
    let candidates = Vocabulary.shared.candidates(for: HeaderText(label))
    guard let role = candidates.first(where: { $0.strength >= 0.6 })?.role else {
      let key = TextFolding.key(label)
      let isCost = ["费", "成本", "cost", "expense"].contains { key.contains($0) }
      guard isCost else { return nil }
      self = .otherCost
      return
    }
    switch role {
    case .revenueNet: self = .net
    case .revenueGross: self = .gross
    case .discount, .rebate, .returns: self = .deduction
    case .cogs, .directMaterial, .directLabor: self = .productCost
    case .commission: self = .commission
    case .freight: self = .freight
    case .margin, .netProfit, .poolAmount: self = .derived
    case .customerServiceCost, .relationshipCost, .marketingSpend, .sellingExpense, .adminExpense,
      .financeCost:
      self = .otherCost
    default: return nil
    }
  }
}
