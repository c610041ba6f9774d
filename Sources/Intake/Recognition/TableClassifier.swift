import FinanceModel
import WorkbookReading

/// A column with the role it plays in its table.
struct AssignedColumn {
  var header: HeaderColumn
  var role: ColumnRole?
  /// 0 … 1.
  var confidence: Double
}

/// A table whose role and columns were decided.
struct ClassifiedTable {
  var candidate: TableCandidate
  var role: RecognisedTable.Role
  var columns: [AssignedColumn]
  /// 0 … 1.
  var confidence: Double
  /// How sales are laid out where they have no line a sale.
  var cross: CrossTable?

  /// The first column that plays a role.
  func column(_ role: ColumnRole) -> AssignedColumn? { columns.first { $0.role == role } }

  func has(_ role: ColumnRole) -> Bool { column(role) != nil }
}

/// Decides what a table is about, by trying every kind of table on it.
///
/// An ambiguous header (`Account`, `Orders`, `作业`) takes the meaning it has in the kind of table
/// that explains the most columns.
struct TableClassifier {
  private let candidate: TableCandidate

  init(_ candidate: TableCandidate) {
    self.candidate = Self.withProductCategories(Self.withProductNames(candidate))
  }

  /// A bare `Name` beside a model, a specification or a unit of measure names products.
  private static func withProductNames(_ candidate: TableCandidate) -> TableCandidate {
    let keys = Set(candidate.columns.map(\.leaf.key))
    let models: Set<String> = [
      "型号", "规格", "规格型号", "单位", "计量单位", "品牌", "sku", "model", "uom", "brand", "unit",
    ]
    let customers: Set<ColumnRole> = [.customerID, .customerName]
    let isOfCustomers = candidate.columns.contains { column in
      !["name", "名称"].contains(column.leaf.key)
        && column.candidates.contains { $0.strength >= 0.9 && customers.contains($0.role) }
    }
    guard !isOfCustomers, !keys.isDisjoint(with: models) else { return candidate }
    var candidate = candidate
    for place in candidate.columns.indices
    where ["name", "名称"].contains(candidate.columns[place].leaf.key) {
      candidate.columns[place].candidates = [RoleCandidate(role: .productName, strength: 0.95)]
    }
    return candidate
  }

  /// Beside products a column `Category` groups products, not customers.
  private static func withProductCategories(_ candidate: TableCandidate) -> TableCandidate {
    let categories: Set<String> = [
      "category", "categories", "productcategory", "subcategory", "producttype", "class", "类别",
      "分类", "大类", "品类", "产品类别", "商品类别",
    ]
    let products: Set<ColumnRole> = [.productID, .productName]
    let hasProducts = candidate.columns.contains { column in
      column.leaf.key != "description"
        && column.candidates.contains { $0.strength >= 0.9 && products.contains($0.role) }
    }
    guard hasProducts else { return candidate }
    var candidate = candidate
    for place in candidate.columns.indices
    where categories.contains(candidate.columns[place].leaf.key) {
      candidate.columns[place].candidates.removeAll {
        $0.role == .customerGroup || $0.role == .productName
      }
    }
    return candidate
  }

  static func classify(_ candidate: TableCandidate) -> ClassifiedTable {
    let classifier = TableClassifier(candidate)
    let attempts = TableShape.all.compactMap { classifier.attempt($0) }
    let first = attempts.max { $0.score < $1.score }.flatMap { $0.score >= 1.2 ? $0 : nil }
    let budget = classifier.budgetByFileName(instead: first)
    if budget == nil, let cross = classifier.crossTable(instead: first) { return cross }
    guard let best = budget ?? first else { return classifier.unrecognised() }
    return ClassifiedTable(
      candidate: classifier.candidate, role: best.shape.role, columns: best.columns,
      confidence: best.confidence)
  }

  /// The table read as one kind, whatever the other kinds say: for a person's own mapping.
  static func classify(_ candidate: TableCandidate, as role: RecognisedTable.Role)
    -> ClassifiedTable
  {
    let classifier = TableClassifier(candidate)
    guard let shape = TableShape.of(role) else { return classifier.unrecognised() }
    return ClassifiedTable(
      candidate: classifier.candidate, role: role, columns: classifier.assign(shape), confidence: 1)
  }

  private struct Attempt {
    var shape: TableShape
    var columns: [AssignedColumn]
    var score: Double
    var confidence: Double
  }

  private func attempt(_ shape: TableShape) -> Attempt? {
    let columns = assign(shape)
    let roles = Set(columns.compactMap(\.role))
    guard shape.requires.allSatisfy({ !$0.isDisjoint(with: roles) }), isWhole(shape, roles, columns)
    else { return nil }
    var score = 0.0
    for column in columns {
      if let role = column.role {
        score += (weight(shape, role, column.header) ?? 0) * column.confidence
      }
    }
    let free = columns.filter { $0.role == nil && isFigures($0.header) }
    score += shape.perFigureColumn * Double(min(5, free.count))
    score -= penalty(shape, columns)
    if hinted(shape) { score += shape.hintWeight }
    let named = columns.filter { $0.role != nil }
    let sure = named.map(\.confidence).reduce(0, +) / Double(max(1, named.count))
    return Attempt(shape: shape, columns: columns, score: score, confidence: sure)
  }

  /// Sales with periods or customers across the columns, where the table would else be of no use.
  private func crossTable(instead first: Attempt?) -> ClassifiedTable? {
    let others: [RecognisedTable.Role] = [.drivers, .products, .customers, .interactions]
    if let first, first.shape.role == .sales {
      let lines: [ColumnRole] = [.transactionDate, .documentNo, .quantity, .unitPrice]
      guard !first.columns.contains(where: { $0.role.map { lines.contains($0) } ?? false }),
        hasPeriodColumns(first.columns) || namesAreFigures(first.columns)
      else { return nil }
    } else if let first, !others.contains(first.shape.role) || hinted(first.shape) {
      return nil
    }
    let isHintedElse = TableShape.all.contains {
      ![.sales, .orders, .customers, .products, .serviceRequests, .market].contains($0.role)
        && hinted($0)
    }
    guard !isHintedElse, let sales = TableShape.of(.sales),
      let cross = CrossTable(candidate, isSales: hinted(sales))
    else { return nil }
    var columns = candidate.columns.map { AssignedColumn(header: $0, role: nil, confidence: 0) }
    columns[cross.names].role = cross.nameRole
    columns[cross.names].confidence = cross.nameRole == nil ? 0 : 0.9
    for (place, _) in cross.columns where cross.across != .statement {
      columns[place].role = .revenueNet
      columns[place].confidence = 0.7
    }
    return ClassifiedTable(
      candidate: candidate, role: .sales, columns: columns, confidence: 0.7, cross: cross)
  }

  /// A table that else says little is a budget where the file is called one.
  private func budgetByFileName(instead first: Attempt?) -> Attempt? {
    switch first?.shape.role {
    case .none, .products: break
    case .ledger where !(first?.columns.contains { $0.role == .debit } ?? false): break
    default: return nil
    }
    guard var shape = TableShape.of(.budget) else { return nil }
    let file = TextFolding.key(candidate.fileName)
    guard shape.hints.contains(where: { file.contains($0) }) else { return nil }
    shape.exactHints.append(TextFolding.key(candidate.sheet.name))
    return attempt(shape).flatMap { $0.score >= 1.2 ? $0 : nil }
  }

  private func weight(_ shape: TableShape, _ role: ColumnRole, _ header: HeaderColumn) -> Double? {
    let played = header.candidates.compactMap { shape.accepts[$0.role] }.filter { $0.role == role }
    return played.map(\.weight).max()
  }

  /// What the shapes' requirements do not say: a unit price needs a quantity, drivers need figures.
  private func isWhole(_ shape: TableShape, _ roles: Set<ColumnRole>, _ columns: [AssignedColumn])
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

  private func hasPeriodColumns(_ columns: [AssignedColumn]) -> Bool {
    columns.filter { PeriodText.isPeriodHeader($0.header.text) }.count >= 2
  }

  private func namesAreFigures(_ columns: [AssignedColumn]) -> Bool {
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

  private func isFigures(_ header: HeaderColumn) -> Bool {
    header.profile.filled == 0 || header.profile.figureShare >= 0.6
  }

  private func penalty(_ shape: TableShape, _ columns: [AssignedColumn]) -> Double {
    columns.reduce(0) { sum, column in
      guard column.role == nil || shape.accepts[column.role ?? .setting] == nil,
        let first = column.header.candidates.first, first.strength >= 0.85,
        let penalty = shape.excludes[first.role]
      else { return sum }
      return sum + penalty
    }
  }

  /// Whether sheet name or title hint at a kind of table.
  static func isHinted(_ candidate: TableCandidate, at role: RecognisedTable.Role) -> Bool {
    TableShape.of(role).map { TableClassifier(candidate).hinted($0) } ?? false
  }

  private func hinted(_ shape: TableShape) -> Bool {
    let name = TextFolding.key(candidate.sheet.name)
    if shape.exactHints.contains(name) { return true }
    if shape.hints.contains(where: {
      $0.count > 2 || $0.unicodeScalars.contains(where: TextFolding.isHan)
        ? TextFolding.holds($0, in: name) : name == $0
    }) {
      return true
    }
    return candidate.notes.contains { note in
      let title = TextFolding.key(note.cell.text)
      return title.count <= 30
        && shape.hints.contains { $0.count > 3 && TextFolding.holds($0, in: title) }
    }
  }

  // MARK: Columns

  private struct Choice {
    var place: Int
    var role: ColumnRole
    var strength: Double
    var options: Int

    /// The strength; among headers that only hold a term, the place decides between near ones.
    var rank: Double { strength >= 0.75 ? strength : (strength * 5).rounded() / 5 }
  }

  /// The best role for every column; each role is played once.
  private func assign(_ shape: TableShape) -> [AssignedColumn] {
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

  private func unrecognised() -> ClassifiedTable {
    let columns = candidate.columns.map { header in
      let best = header.candidates.first
      return AssignedColumn(
        header: header, role: best.flatMap { $0.strength >= 0.7 ? $0.role : nil },
        confidence: (best?.strength ?? 0) * 0.5)
    }
    return ClassifiedTable(candidate: candidate, role: .other, columns: columns, confidence: 0)
  }
}
