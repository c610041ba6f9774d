import FinanceModel
import WorkbookReading

/// Decides what a table is about, by trying every kind of table on it.
///
/// An ambiguous header (`Account`, `Orders`, `作业`) takes the meaning it has in the kind of table
/// that explains the most columns.
struct TableClassifier {
  let candidate: TableCandidate

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

  func isFigures(_ header: HeaderColumn) -> Bool {
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

  func hinted(_ shape: TableShape) -> Bool {
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
