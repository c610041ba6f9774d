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
    self.candidate = candidate
  }

  static func classify(_ candidate: TableCandidate) -> ClassifiedTable {
    let classifier = TableClassifier(candidate)
    let attempts = TableShape.all.compactMap { classifier.attempt($0) }
    guard let best = attempts.max(by: { $0.score < $1.score }), best.score >= 1.2 else {
      return classifier.unrecognised()
    }
    return ClassifiedTable(
      candidate: candidate, role: best.shape.role, columns: best.columns,
      confidence: best.confidence)
  }

  /// The table read as one kind, whatever the other kinds say: for a person's own mapping.
  static func classify(_ candidate: TableCandidate, as role: RecognisedTable.Role)
    -> ClassifiedTable
  {
    let classifier = TableClassifier(candidate)
    guard let shape = TableShape.of(role) else { return classifier.unrecognised() }
    return ClassifiedTable(
      candidate: candidate, role: role, columns: classifier.assign(shape), confidence: 1)
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
      return (hasAmount || (hasPrice && roles.contains(.quantity)))
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
      return columns.contains { isDriverColumn($0) } && (hinted(shape) || hasInteractions(columns))
    case .serviceDepartments:
      return roles.contains(.departmentKind) || departmentColumns() >= 2 || hinted(shape)
    case .budget:
      let isNamed = !roles.isDisjoint(with: [.budget, .budgetQuantity, .actual])
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
    default:
      return true
    }
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

  private func hasInteractions(_ columns: [AssignedColumn]) -> Bool {
    let kinds: Set<ColumnRole> = [.interactions, .referrals, .loyaltyScore]
    return columns.filter { column in
      column.header.candidates.contains { $0.strength >= 0.9 && kinds.contains($0.role) }
    }.count >= 2
  }

  private func hasPeriodColumns(_ columns: [AssignedColumn]) -> Bool {
    columns.filter { PeriodText.isPeriodHeader($0.header.text) }.count >= 2
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
      $0.count > 2
        ? name.contains($0)
        : $0.unicodeScalars.contains(where: TextFolding.isHan) ? name.contains($0) : name == $0
    }) {
      return true
    }
    return candidate.notes.contains { note in
      let title = TextFolding.key(note.cell.text)
      return title.count <= 30 && shape.hints.contains { $0.count > 3 && title.contains($0) }
    }
  }

  // MARK: Columns

  private struct Choice {
    var place: Int
    var role: ColumnRole
    var strength: Double
    var options: Int
  }

  /// The best role for every column; each role is played once.
  private func assign(_ shape: TableShape) -> [AssignedColumn] {
    var choices: [Choice] = []
    for (place, header) in candidate.columns.enumerated() {
      var options: [ColumnRole: Double] = [:]
      for option in header.candidates {
        guard let accepted = shape.accepts[option.role] else { continue }
        let isOwn = accepted.role == option.role
        let strength = option.strength * fit(accepted.role, header.profile) * (isOwn ? 1 : 0.97)
        options[accepted.role] = max(options[accepted.role] ?? 0, strength)
      }
      for (role, strength) in options where strength >= 0.4 {
        choices.append(Choice(place: place, role: role, strength: strength, options: options.count))
      }
    }
    choices.sort {
      ($1.strength, $0.options, $0.place, $0.role.rawValue)
        < ($0.strength, $1.options, $1.place, $1.role.rawValue)
    }
    var roles = [ColumnRole?](repeating: nil, count: candidate.columns.count)
    var strengths = [Double](repeating: 0, count: candidate.columns.count)
    var taken: Set<ColumnRole> = []
    for choice in choices where roles[choice.place] == nil && !taken.contains(choice.role) {
      roles[choice.place] = choice.role
      strengths[choice.place] = choice.strength
      taken.insert(choice.role)
    }
    return candidate.columns.indices.map { place in
      AssignedColumn(
        header: candidate.columns[place], role: roles[place], confidence: min(1, strengths[place]))
    }
  }

  /// How well the column's cells fit the role: 1 where they do or nothing is known.
  private func fit(_ role: ColumnRole, _ profile: ColumnProfile) -> Double {
    guard profile.filled > 0 else { return 1 }
    switch role {
    case .transactionDate, .dueDate, .paymentDate, .surveyDate, .firstOrderDate, .lostDate,
      .lastOrderDate:
      return profile.dateShare >= 0.5 || profile.looksLikeSerials ? 1 : 0.3
    case .revenueGross, .revenueNet, .revenueTaxInclusive, .quantity, .unitPrice, .discount,
      .rebate,
      .returns, .tax, .cogs, .commission, .freight, .poolAmount, .budget, .actual, .arOpening,
      .arClosing, .marketingSpend, .newCustomers, .driverQuantity, .unitCost, .listPrice,
      .unitTime, .capacity, .debit, .credit, .satisfactionScore, .npsScore, .budgetQuantity,
      .actualQuantity, .budgetUnitPrice, .actualUnitPrice, .paidAmount, .exchangeRate,
      .allocationPercent:
      return profile.figureShare >= 0.5 ? 1 : 0.3
    case .activeFlag:
      let words = profile.distinct.filter {
        FinanceWords.status($0) != nil || FinanceWords.truth($0) != nil
      }
      return words.isEmpty ? 0.3 : 1
    case .driver, .allocationMethod, .costClass, .costLevel, .costPool, .activity, .accountName,
      .departmentKind, .customerName:
      return profile.figures * 2 > profile.filled ? 0.6 : 1
    default:
      return 1
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
