import CostingCore
import FinanceModel
import WorkbookReading

extension IntakeRun {
  /// Reads cost pools, activities, service departments and drivers.
  mutating func readCostTables() throws(WorkbookError) {
    try forEachReading(.activities) { (run, reading, _) throws(WorkbookError) in
      run.readActivities(reading)
    }
    try forEachReading(.costPools) { (run, reading, _) throws(WorkbookError) in
      run.readPools(reading)
    }
    try forEachReading(.serviceDepartments) { (run, reading, _) throws(WorkbookError) in
      run.readDepartments(reading)
    }
    try forEachReading(.drivers) { (run, reading, _) throws(WorkbookError) in
      run.driverColumns += run.readDrivers(reading)
    }
    scaleFixedDrivers()
  }

  // MARK: Pools

  private mutating func readPools(_ reading: TableReading) {
    noteUnit(reading.table)
    for row in reading.rows {
      guard let name = reading.text(row, .costPool) else {
        noteNameless(row, reading)
        continue
      }
      let amount = reading.amount(row, .poolAmount, log: &log)
      if amount == nil {
        log.count(
          IntakeFindings.noAmount, group: reading.table.candidate.sheet.name,
          at: reading.cell(row, .costPool), typed: name)
      }
      var pool = CostPool(name: name, amount: amount ?? 0, method: .unallocated)
      pool.driver = reading.text(row, .driver)
      pool.method = method(row, reading, pool)
      pool.costClass = word(row, reading, .costClass, FinanceWords.costClass, Self.classWords)
      pool.level = word(row, reading, .costLevel, FinanceWords.level, Self.levelWords)
      pool.department = reading.text(row, .department)
      pool.channel = reading.text(row, .channel)
      pool.practicalCapacity = reading.quantity(row, .capacity, log: &log)
      pool.isValueAdded = reading.text(row, .valueAddedFlag).flatMap { FinanceWords.truth($0) }
      pool.provenance = reading.provenance(row, .poolAmount)
      pool.unitFactor = reading.place(.poolAmount).map { reading.factor($0) } ?? 1
      inputs.costPools.append(pool)
    }
  }

  /// An amount without a name is cost all the same.
  private mutating func noteNameless(_ row: TableRow, _ reading: TableReading) {
    guard let amount = reading.amount(row, .poolAmount, log: &log), !amount.isZero else { return }
    let name = inputs.language == .chinese ? "未分类" : "unclassified"
    var pool = CostPool(name: name, amount: amount, method: .unallocated)
    pool.provenance = reading.provenance(row, .poolAmount)
    pool.unitFactor = reading.place(.poolAmount).map { reading.factor($0) } ?? 1
    inputs.costPools.append(pool)
  }

  private static let methodWords =
    "driver, even, percent, fixed, revenue, unallocated / 动因, 平均, 百分比, 固定金额, 收入, 不分摊"
  private static let classWords =
    "acquisition, service, relationship, marketing, administration, facility / 获客, 服务, 关系维护, 营销, 管理, 设施"
  private static let levelWords = "order, customer, channel, facility / 订单, 客户, 渠道, 设施"

  private mutating func method(_ row: TableRow, _ reading: TableReading, _ pool: CostPool)
    -> AllocationMethod
  {
    if let known = word(row, reading, .allocationMethod, FinanceWords.method, Self.methodWords) {
      return known
    }
    if pool.driver != nil { return .driver }
    let hasActivities = inputs.activities.contains {
      TextFolding.nameKey($0.pool) == TextFolding.nameKey(pool.name)
    }
    if !hasActivities {
      log.add(IntakeFindings.noMethod, at: reading.cell(row, .costPool), typed: pool.name)
    }
    return .unallocated
  }

  /// A cell's word from a known list; another word is a finding and counts as blank.
  private mutating func word<Word>(
    _ row: TableRow, _ reading: TableReading, _ role: ColumnRole, _ parse: (String) -> Word?,
    _ known: String
  ) -> Word? {
    guard let text = reading.text(row, role) else { return nil }
    if let word = parse(text) { return word }
    log.count(
      IntakeFindings.unknownWord, group: "\(reading.table.candidate.sheet.name)\(role)\(text)",
      at: reading.cell(row, role), typed: text, ["header": reading.header(role), "known": known])
    return nil
  }

  // MARK: Activities

  private mutating func readActivities(_ reading: TableReading) {
    let inHours = isInHours(reading)
    for row in reading.rows {
      guard let name = reading.text(row, .activity), let pool = reading.text(row, .costPool),
        let driver = reading.text(row, .driver)
      else { continue }
      var activity = Activity(name: name, pool: pool, driver: driver)
      let time = reading.quantity(row, .unitTime, log: &log)
      activity.unitTime = inHours ? time.flatMap { $0.multiplied(by: 60) } : time
      activity.share = reading.quantity(row, .allocationPercent, log: &log)
      activity.provenance =
        reading.provenance(row, .unitTime) ?? reading.provenance(row, .allocationPercent)
      inputs.activities.append(activity)
    }
  }

  /// Minutes unless the header says hours.
  private func isInHours(_ reading: TableReading) -> Bool {
    let header = TextFolding.key(reading.header(.unitTime))
    return header.contains("小时") || header.contains("hour") || header.contains("hrs")
      || header.hasSuffix("(h)") || (header.hasSuffix("工时") && !header.contains("分"))
  }

  // MARK: Service departments

  private mutating func readDepartments(_ reading: TableReading) {
    noteUnit(reading.table)
    let names = reading.rows.map { reading.text($0, .department) ?? "" }
    let columns = names.map { column(named: $0, in: reading) }
    for (row, name) in zip(reading.rows, names) where !name.isEmpty {
      let use = columns.map { place -> Quantity in
        place.flatMap { reading.figure(row, at: $0, log: &log) } ?? 0
      }
      let written = reading.text(row, .departmentKind).flatMap { FinanceWords.departmentKind($0) }
      let kind = written ?? (use.contains { !$0.isZero } ? .service : .operating)
      var department = ServiceDepartment(
        name: name, kind: kind, amount: reading.amount(row, .poolAmount, log: &log) ?? 0)
      department.use = zip(use, names).filter { !$1.isEmpty }.map(\.0)
      department.provenance = reading.provenance(row, .poolAmount)
      department.unitFactor = reading.place(.poolAmount).map { reading.factor($0) } ?? 1
      inputs.serviceDepartments.departments.append(department)
    }
  }

  private func column(named name: String, in reading: TableReading) -> Int? {
    let key = TextFolding.nameKey(name)
    guard !key.isEmpty else { return nil }
    let taken: Set<ColumnRole> = [.department, .departmentKind, .poolAmount]
    return reading.table.columns.firstIndex { column in
      TextFolding.nameKey(column.header.text) == key
        && !(column.role.map { taken.contains($0) } ?? false)
    }
  }

  // MARK: Drivers

  /// The driver columns of a table, one driver a column or one row a driver.
  mutating func readDrivers(_ reading: TableReading) -> [DriverColumn] {
    let isLong = reading.has(.driver) && reading.has(.driverQuantity)
    return isLong ? longDrivers(reading) : wideDrivers(reading)
  }

  /// The customer of a driver row, admitted to those that get a line.
  private mutating func driverCustomer(_ row: TableRow, _ reading: TableReading) -> Int32? {
    if let known = knownCustomer(row, reading) {
      register.admit(known, at: reading.cell(row, .customerID))
      return known
    }
    let role: ColumnRole = reading.has(.customerID) ? .customerID : .customerName
    guard let value = reading.value(row, role) else {
      log.count(
        IntakeFindings.driverWithoutCustomer, group: reading.table.candidate.sheet.name,
        at: reading.cell(row, role))
      return nil
    }
    let index = register.keys.index(of: value)
    guard index >= 0 else { return nil }
    register.admit(index, at: reading.cell(row, role))
    if register.isMissingName(index), let name = reading.text(row, .customerName) {
      register.name(index, name)
    }
    return index
  }

  private mutating func longDrivers(_ reading: TableReading) -> [DriverColumn] {
    var columns: [DriverColumn] = []
    var places: [String: Int] = [:]
    var spellings: [String: DriverSpelling] = [:]
    for row in reading.rows {
      guard let name = reading.text(row, .driver) else { continue }
      let key = TextFolding.nameKey(name)
      spellings[key, default: DriverSpelling(text: name)].take(row, name, reading)
      guard let quantity = reading.quantity(row, .driverQuantity, log: &log),
        let customer = driverCustomer(row, reading)
      else { continue }
      let place = places[key] ?? columns.count
      if place == columns.count {
        places[key] = place
        columns.append(
          DriverColumn(
            name: name,
            provenance: reading.place(.driverQuantity).map { .range(dataRange(reading, $0)) },
            factor: reading.place(.driverQuantity).map { reading.factor($0) } ?? 1))
      }
      columns[place].add(quantity, to: customer)
    }
    for (key, place) in places {
      columns[place].liveness = spellings[key].flatMap { longLiveness(reading, $0) }
    }
    return columns
  }

  private mutating func wideDrivers(_ reading: TableReading) -> [DriverColumn] {
    let places = reading.table.columns.indices.filter { place in
      let column = reading.table.columns[place]
      return (column.role == nil || column.role == .driverQuantity) && !column.header.text.isEmpty
        && (column.header.profile.filled == 0 || column.header.profile.figureShare >= 0.5)
    }
    var columns = places.map { place in
      DriverColumn(
        name: driverName(reading.table.columns[place].header),
        provenance: .range(dataRange(reading, place)), factor: reading.factor(place))
    }
    var met: Set<Int32> = []
    var isClean = [Bool](repeating: true, count: places.count)
    for row in reading.rows {
      guard let customer = driverCustomer(row, reading) else { continue }
      if !met.insert(customer).inserted {
        log.count(
          IntakeFindings.repeatedDriverRows, group: reading.table.candidate.sheet.name,
          at: reading.cell(row, .customerID), typed: register.customers[Int(customer)].id.text)
      }
      for (index, place) in places.enumerated() {
        guard let quantity = reading.figure(row, at: place, log: &log) else { continue }
        if case .text? = row.values[place] { isClean[index] = false }
        columns[index].add(quantity, to: customer)
      }
    }
    for (index, place) in places.enumerated() {
      columns[index].liveness = wideLiveness(reading, place, isClean: isClean[index])
    }
    return columns
  }

  /// The header, without its unit where pools and activities name the driver without it.
  private func driverName(_ header: HeaderColumn) -> String {
    guard !header.leaf.unitNotes.isEmpty,
      let open = header.text.firstIndex(where: { "(（[".contains($0) })
    else { return header.text }
    let bare = TextFolding.trimmed(String(header.text[..<open]))
    let named = inputs.costPools.compactMap(\.driver) + inputs.activities.map(\.driver)
    let key = TextFolding.nameKey(bare)
    return named.contains { TextFolding.nameKey($0) == key } ? bare : header.text
  }

  /// Figures that a fixed pool charges are money: the table's unit holds for them.
  private mutating func scaleFixedDrivers() {
    let fixed = Set(
      inputs.costPools.filter { $0.method == .fixed }
        .map { TextFolding.nameKey($0.driver ?? $0.name) })
    for index in driverColumns.indices
    where driverColumns[index].factor > 1
      && fixed.contains(TextFolding.nameKey(driverColumns[index].name))
    {
      driverColumns[index].scale()
      if case .live(var sum)? = driverColumns[index].liveness {
        sum.scale = driverColumns[index].factor
        driverColumns[index].liveness = .live(sum)
      }
    }
  }

  /// The rows of data of a column.
  func dataRange(_ reading: TableReading, _ place: Int) -> SheetRange {
    let column = reading.table.columns[place].header.column
    let first = reading.rows.first?.row ?? reading.table.candidate.firstDataRow
    let last = reading.rows.last?.row ?? first
    return SheetRange(
      sheet: reading.table.candidate.sheet.name,
      range: CellRange(
        CellAddress(row: first, column: column), CellAddress(row: last, column: column)))
  }
}
