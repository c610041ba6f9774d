import FinanceModel

/// Whether a table has what a kind of table cannot do without.
extension TableClassifier {
  /// What the shapes' requirements do not say: a unit price needs a quantity, drivers need figures.
  func isWhole(_ shape: TableShape, _ roles: Set<ColumnRole>, _ columns: [AssignedColumn])
    -> Bool
  {
    switch shape.role {
    case .sales:
      let hasAmount = !roles.isDisjoint(with: [.revenueGross, .revenueNet, .revenueTaxInclusive])
      let hasPrice = !roles.isDisjoint(with: [.unitPrice, .unitPriceTaxInclusive])
      let isSoldByPiece =
        hasPrice && !roles.isDisjoint(with: [.customerID, .customerName])
        && !roles.isDisjoint(with: [.transactionDate, .documentNo])
      guard isOfSales(roles, columns, shape) else { return false }
      return (hasAmount || (hasPrice && roles.contains(.quantity)) || isSoldByPiece)
        && !roles.isDisjoint(with: [
          .customerID, .customerName, .documentNo, .transactionDate, .region, .customerGroup,
          .productID, .productName, .salesperson, .channel,
        ])
    case .drivers where !isOfCustomers(roles, shape):
      return false
    case .drivers:
      let isLong = roles.contains(.driver) && roles.contains(.driverQuantity)
      return isLong || columns.contains { isDriverColumn($0) }
    case .interactions where !isOfCustomers(roles, shape):
      return false
    case .interactions:
      let isLog = roles.contains(.interactionKind) && hinted(shape)
      return isLog
        || columns.contains { isDriverColumn($0) } && (hinted(shape) || hasInteractions(columns))
    case .serviceRequests:
      return roles.contains(.responseHours)
        || !roles.isDisjoint(with: [.openedAt, .transactionDate])
    case .market:
      return roles.contains(.marketSize) || sharesOfMarket(columns)
    case .serviceDepartments:
      return roles.contains(.departmentKind) || departmentColumns() >= 2 || hinted(shape)
    case .budget:
      let isNamed = !roles.isDisjoint(with: [.budget, .budgetQuantity, .actual])
      if roles.contains(.scenario), roles.contains(.budget) { return true }
      let names = shape.requires[0].subtracting([.period])
      if roles.isDisjoint(with: names) { return roles.isSuperset(of: [.budget, .actual]) }
      return
        (isNamed && (roles.contains(.budgetQuantity) || hasBudgetWord(columns) || hinted(shape)))
        || (hinted(shape) && hasPeriodColumns(columns))
    case .receivables:
      return !roles.isDisjoint(with: [
        .arOpening, .arClosing, .agingCurrent, .aging1to30, .aging31to60, .aging61to90,
        .agingOver90,
      ])
        || (roles.contains(.poolAmount)
          && (!roles.isDisjoint(with: [.dueDate, .paymentDate]) || hinted(shape)))
    case .customers:
      return isOfCustomers(roles, shape)
    case .products:
      return roles.contains(.productID) || roles.contains(.unitCost)
    default:
      return true
    }
  }

  /// Whether amounts without a name of their own are sales rather than purchases or expenses.
  private func isOfSales(
    _ roles: Set<ColumnRole>, _ columns: [AssignedColumn], _ shape: TableShape
  ) -> Bool {
    if !roles.isDisjoint(with: [.customerID, .customerName]) { return true }
    let suppliers = ["vendor", "supplier", "供应商", "供货", "采购申请", "ספק", "المورد"]
    let isOfSuppliers = candidate.columns.contains { column in
      suppliers.contains { TextFolding.holds($0, in: column.leaf.key) }
    }
    if isOfSuppliers { return false }
    let sells: Set<ColumnRole> = [
      .revenueGross, .revenueNet, .revenueTaxInclusive, .quantity, .productID, .productName,
    ]
    let isNamed = columns.contains { column in
      column.role.map { sells.contains($0) } ?? false
        && column.header.candidates.contains { $0.role == column.role && $0.strength >= 0.7 }
    }
    if isNamed || hinted(shape) { return true }
    let file = TextFolding.key(candidate.fileName)
    return shape.hints.contains { TextFolding.holds($0, in: file) }
  }

  /// Whether the rows are customers, rather than suppliers, employees or products with a name.
  private func isOfCustomers(_ roles: Set<ColumnRole>, _ shape: TableShape) -> Bool {
    if roles.contains(.customerID) || hinted(shape) { return true }
    guard let first = candidate.columns.first else { return false }
    let isOtherKey =
      first.leaf.words.last == "id" || first.leaf.words.last == "code"
      || first.leaf.key.hasSuffix("编码") || first.leaf.key.hasSuffix("编号")
    return !isOtherKey
      && candidate.columns.contains { column in
        column.candidates.contains { $0.role == .customerName && $0.strength >= 0.95 }
      }
  }

  private func hasBudgetWord(_ columns: [AssignedColumn]) -> Bool {
    columns.contains { column in
      column.role == .budget && column.header.candidates.contains { $0.role == .budget }
    }
  }

  /// Whether a share is the market's: a bare `Share %` may be one of anything.
  private func sharesOfMarket(_ columns: [AssignedColumn]) -> Bool {
    columns.contains { column in
      column.role == .marketShare
        && ["market", "市场", "占有率", "行业"].contains { column.header.leaf.key.contains($0) }
    }
  }

  private func hasInteractions(_ columns: [AssignedColumn]) -> Bool {
    let kinds: Set<ColumnRole> = [.interactions, .referrals, .loyaltyScore]
    return columns.filter { column in
      column.header.candidates.contains { $0.strength >= 0.9 && kinds.contains($0.role) }
    }.count >= 2
  }

  func hasPeriodColumns(_ columns: [AssignedColumn]) -> Bool {
    columns.filter { PeriodText.isPeriodHeader($0.header.text) }.count >= 2
  }

  func namesAreFigures(_ columns: [AssignedColumn]) -> Bool {
    let keys: [ColumnRole] = [.customerID, .customerName]
    let named = columns.filter { $0.role.map { keys.contains($0) } ?? false }
    return named.allSatisfy { $0.role == .customerName && $0.header.profile.figureShare >= 0.9 }
  }

  /// Columns headed by names that stand in the department column.
  private func departmentColumns() -> Int {
    guard
      let names = candidate.columns.first(where: {
        $0.candidates.contains { $0.role == .department && $0.strength >= 0.9 }
      })
    else { return 0 }
    let known = Set(names.profile.distinct.map { TextFolding.nameKey($0) })
    return candidate.columns.filter { known.contains(TextFolding.nameKey($0.text)) }.count
  }

  private func isDriverColumn(_ column: AssignedColumn) -> Bool {
    (column.role == nil || column.role == .driverQuantity) && isFigures(column.header)
      && !column.header.text.isEmpty
  }
}
