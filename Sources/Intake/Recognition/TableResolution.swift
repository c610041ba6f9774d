import FinanceModel
import WorkbookReading

/// The second stage: which tables are used for what, seen over the whole workbook.
struct TableResolution {
  /// Every table in the workbook's order.
  private(set) var tables: [ClassifiedTable] = []
  /// Places in ``tables`` of the sales tables that are read together.
  private(set) var sales: [Int] = []
  /// Places of the sales tables with periods or customers across, where there are no others.
  private(set) var crossSales: [Int] = []
  /// Places of sales tables in another layout, which are not used.
  private(set) var otherSales: [Int] = []
  private(set) var orders: [Int] = []
  /// The role whose column is the cost object of the sales; nil where lines are joined to orders.
  private(set) var keyRole: ColumnRole?

  init(_ candidates: [TableCandidate], settings: WorkbookSettings) {
    for candidate in candidates {
      let sheet = TextFolding.key(candidate.sheet.name)
      if let mapped = settings.tableRoles[sheet] {
        guard let role = mapped else { continue }
        tables.append(TableClassifier.classify(candidate, as: role))
      } else {
        tables.append(TableClassifier.classify(candidate))
      }
    }
    orders = tables.indices.filter { tables[$0].role == .orders }
    settleLoneDrivers()
    chooseSales(settings)
    settleUnusedOrders()
  }

  /// Places of the tables of a role.
  func places(_ role: RecognisedTable.Role) -> [Int] {
    tables.indices.filter { tables[$0].role == role }
  }

  /// Figures by company alone are drivers only beside something to allocate or to sell.
  private mutating func settleLoneDrivers() {
    let company: Set<RecognisedTable.Role> = [.sales, .costPools, .customers, .activities]
    guard !tables.contains(where: { company.contains($0.role) }) else { return }
    for place in places(.drivers)
    where !tables[place].has(.customerID)
      && !TableClassifier.isHinted(tables[place].candidate, at: .drivers)
    {
      tables[place].role = .other
    }
  }

  private static let keyRoles: [ColumnRole] = [.customerID, .customerName]

  /// What profit is measured for where there is no customer, nearest first.
  private static let costObjects: [ColumnRole] = [
    .customerGroup, .region, .channel, .salesperson, .department, .productName, .productID,
  ]

  private mutating func chooseSales(_ settings: WorkbookSettings) {
    let all = places(.sales).filter { tables[$0].cross == nil }
    let across = places(.sales).filter { tables[$0].cross != nil }
    if all.isEmpty {
      chooseCrossSales(across)
      return
    }
    let keyed = all.filter { place in Self.keyRoles.contains { tables[place].has($0) } }
    let joined = all.filter { !keyed.contains($0) && isJoinable($0) }
    let pool = keyed.isEmpty ? (joined.isEmpty ? all : joined) : keyed
    guard let main = pool.max(by: { weight($0) < weight($1) }) else { return }
    sales = pool.filter { place in
      place == main || isSameTable(place, main)
        || settings.tableRoles[TextFolding.key(tables[place].candidate.sheet.name)] == .some(.sales)
    }
    otherSales = all.filter { !sales.contains($0) } + across
    if !keyed.isEmpty {
      keyRole = Self.keyRoles.first { tables[main].has($0) }
    } else if joined.isEmpty {
      keyRole = Self.costObjects.first { tables[main].has($0) }
    }
  }

  /// Takes the first table and those that name the same things in the same layout.
  private mutating func chooseCrossSales(_ across: [Int]) {
    let customers = across.first {
      tables[$0].cross?.nameRole.map { Self.keyRoles.contains($0) } ?? true
    }
    guard let main = customers ?? across.first, let cross = tables[main].cross else { return }
    crossSales = across.filter { place in
      tables[place].cross?.across == cross.across && tables[place].cross?.nameRole == cross.nameRole
        && tables[place].candidate.sheet.index != tables[main].candidate.sheet.index
        || place == main
    }
    otherSales = across.filter { !crossSales.contains($0) }
    keyRole = cross.nameRole ?? .customerName
  }

  /// Whether lines without a customer find one in a table of orders, by document.
  private func isJoinable(_ place: Int) -> Bool {
    guard let lines = tables[place].column(.documentNo) else { return false }
    return orders.contains { order in
      guard let known = tables[order].column(.documentNo) else { return false }
      return !lines.header.profile.distinct.isDisjoint(with: known.header.profile.distinct)
        || lines.header.leaf.key == known.header.leaf.key
    }
  }

  /// How much a table speaks for being the sales: lines, documents, dates.
  private func weight(_ place: Int) -> Double {
    let table = tables[place]
    return Double(table.columns.count { $0.role != nil })
      + (table.has(.transactionDate) ? 3 : 0) + (table.has(.documentNo) ? 2 : 0)
      + Double(table.candidate.sample.count) / 60
  }

  private func isSameTable(_ place: Int, _ main: Int) -> Bool {
    let left = Set(tables[place].columns.compactMap(\.role))
    let right = Set(tables[main].columns.compactMap(\.role))
    let shared = Double(left.intersection(right).count)
    let key = Self.keyRoles.first { left.contains($0) }
    return key == Self.keyRoles.first { right.contains($0) }
      && left.contains(.transactionDate) == right.contains(.transactionDate)
      && shared >= 0.75 * Double(left.union(right).count)
  }

  /// Orders that no lines refer to and that hold no cost are left as they are: of no use.
  private mutating func settleUnusedOrders() {
    guard keyRole != nil else { return }
    let hasFreight = sales.contains { tables[$0].has(.freight) }
    for place in orders where hasFreight || !tables[place].has(.freight) {
      tables[place].role = .other
    }
    orders.removeAll { tables[$0].role == .other }
  }
}
