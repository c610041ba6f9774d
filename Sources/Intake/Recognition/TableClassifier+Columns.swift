import FinanceModel

/// Which column plays which role in a kind of table.
extension TableClassifier {
  private struct Choice {
    var place: Int
    var role: ColumnRole
    var strength: Double
    var options: Int

    /// The strength; among headers that only hold a term, the place decides between near ones.
    var rank: Double { strength >= 0.75 ? strength : (strength * 5).rounded() / 5 }
  }

  /// The best role for every column; each role is played once.
  func assign(_ shape: TableShape) -> [AssignedColumn] {
    var choices: [Choice] = []
    for (place, header) in candidate.columns.enumerated() {
      var options: [ColumnRole: Double] = [:]
      for option in header.candidates {
        guard let accepted = shape.accepts[option.role] else { continue }
        let isOwn = accepted.role == option.role
        let strength =
          option.strength * Self.fit(accepted.role, header.profile) * (isOwn ? 1 : 0.97)
        options[accepted.role] = max(options[accepted.role] ?? 0, strength)
      }
      for (role, strength) in options where strength >= 0.4 {
        choices.append(Choice(place: place, role: role, strength: strength, options: options.count))
      }
    }
    choices.sort {
      ($1.rank, $0.options, $0.place, $0.role.rawValue)
        < ($0.rank, $1.options, $1.place, $1.role.rawValue)
    }
    var roles = [ColumnRole?](repeating: nil, count: candidate.columns.count)
    var strengths = [Double](repeating: 0, count: candidate.columns.count)
    var taken: Set<ColumnRole> = []
    for choice in choices where roles[choice.place] == nil && !taken.contains(choice.role) {
      roles[choice.place] = choice.role
      strengths[choice.place] = choice.strength
      taken.insert(choice.role)
    }
    let columns = candidate.columns.indices.map { place in
      AssignedColumn(
        header: candidate.columns[place], role: roles[place], confidence: min(1, strengths[place]))
    }
    switch shape.role {
    case .budget: return withNames(columns, shape)
    case .sales: return withSettledAmount(columns)
    default: return columns
    }
  }

  /// A budget's lines are named by its first column of texts where no header says so.
  private func withNames(_ columns: [AssignedColumn], _ shape: TableShape) -> [AssignedColumn] {
    let roles = Set(columns.compactMap(\.role))
    let isBudget =
      (roles.contains(.budget) && !roles.isDisjoint(with: [.actual, .variance]))
      || (hinted(shape) && hasPeriodColumns(columns))
    guard isBudget, roles.isDisjoint(with: shape.requires[0].subtracting([.period])),
      let first = columns.firstIndex(where: { $0.role != nil }) ?? columns.indices.last,
      let place = columns[...first].firstIndex(where: { column in
        column.role == nil && column.header.profile.texts * 2 > column.header.profile.filled
      })
    else { return columns }
    var named = columns
    named[place].role = .accountName
    named[place].confidence = 0.6
    return named
  }

  /// Whether an amount without a clear name is before or after discount, by what quantity, price
  /// and discount beside it come to.
  private func withSettledAmount(_ columns: [AssignedColumn]) -> [AssignedColumn] {
    func place(_ role: ColumnRole) -> Int? { columns.firstIndex { $0.role == role } }
    let (gross, net) = (place(.revenueGross), place(.revenueNet))
    guard (gross == nil) != (net == nil), let amount = gross ?? net,
      let discount = place(.discount), isOpen(columns[amount].header)
    else { return columns }
    var settled = columns
    let isShare = columns[discount].header.profile.looksLikeShares
    var (nets, grosses) = (0, 0)
    if let quantity = place(.quantity), let price = place(.unitPrice) {
      for row in candidate.sample.prefix(60) {
        func figure(_ place: Int) -> Double? {
          guard let cell = row.cell(at: columns[place].header.column) else { return nil }
          if cell.isNumeric { return cell.number }
          return cell.isText ? AmountText.value(cell.text)?.doubleValue : nil
        }
        guard let off = figure(discount), off != 0, let pieces = figure(quantity),
          let each = figure(price), let stated = figure(amount)
        else { continue }
        let whole = pieces * each
        let less = isShare ? whole * (1 - off) : whole - abs(off)
        if abs(stated - whole) <= 0.011 { grosses += 1 }
        if abs(stated - less) <= 0.011 { nets += 1 }
      }
    }
    if gross != nil, nets > grosses || (isShare && grosses == 0) {
      settled[amount].role = .revenueNet
    } else if net != nil, grosses > nets {
      settled[amount].role = .revenueGross
    }
    return settled
  }

  /// Whether the header leaves open if discounts are off already.
  private func isOpen(_ header: HeaderColumn) -> Bool {
    let sure = ["gross", "list", "before", "net", "毛", "净", "原", "折前", "折后", "实", "标价"]
    return !sure.contains { header.leaf.key.contains($0) }
  }

  /// How well the column's cells fit the role: 1 where they do or nothing is known.
  private static func fit(_ role: ColumnRole, _ profile: ColumnProfile) -> Double {
    guard profile.filled > 0 else { return 1 }
    switch role {
    case .transactionDate, .dueDate, .paymentDate, .surveyDate, .firstOrderDate, .lostDate,
      .lastOrderDate:
      return profile.dateShare >= 0.5 || profile.looksLikeSerials ? 1 : 0.3
    case .openedAt, .firstReply:
      return (profile.dateShare >= 0.5 && !profile.holdsTimes) || profile.looksLikeSerials ? 1 : 0.3
    case .responseHours:
      return profile.figureShare >= 0.5 || profile.holdsTimes ? 1 : 0.3
    case .revenueGross, .revenueNet, .revenueTaxInclusive, .quantity, .unitPrice, .discount,
      .rebate,
      .returns, .tax, .cogs, .commission, .freight, .poolAmount, .budget, .actual, .arOpening,
      .arClosing, .marketingSpend, .newCustomers, .driverQuantity, .unitCost, .listPrice,
      .unitTime, .capacity, .debit, .credit, .satisfactionScore, .npsScore, .budgetQuantity,
      .actualQuantity, .budgetUnitPrice, .actualUnitPrice, .paidAmount, .exchangeRate,
      .allocationPercent, .marketSize, .marketShare:
      return profile.figureShare >= 0.5 ? 1 : 0.3
    case .activeFlag:
      let words = profile.distinct.filter {
        FinanceWords.status($0) != nil || FinanceWords.truth($0) != nil
      }
      return words.isEmpty ? 0.3 : 1
    case .scenario:
      let kinds = Set(profile.distinct.compactMap { FinanceWords.scenario($0) })
      return kinds.contains(.budget) || kinds.contains(.actual)
        ? (profile.distinct.allSatisfy { FinanceWords.scenario($0) != nil } ? 1 : 0.6) : 0.3
    case .salesperson, .region, .channel, .customerGroup, .productName, .department:
      let areCodes = profile.wholeNumbers == profile.figures && profile.smallest >= 0
      return profile.figures * 2 <= profile.filled ? 1 : areCodes ? 0.9 : 0.5
    case .driver, .allocationMethod, .costClass, .costLevel, .costPool, .activity, .accountName,
      .departmentKind, .customerName, .interactionKind:
      return profile.figures * 2 > profile.filled ? 0.6 : 1
    default:
      return 1
    }
  }

  /// What a column means that plays no role in its table; nil where that is not plain.
  static func meaning(of header: HeaderColumn) -> RoleCandidate? {
    header.candidates.first { candidate in
      candidate.strength >= 0.9 && fit(candidate.role, header.profile) >= 0.9
    }
  }
}
