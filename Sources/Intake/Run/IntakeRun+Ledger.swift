import CostingCore
import FinanceModel
import WorkbookReading

extension IntakeRun {
  /// Reads ledgers: rows with a customer are direct cost, the others pools by account.
  mutating func readLedgers() throws(WorkbookError) {
    let hasPools = !inputs.costPools.isEmpty
    try forEachReading(.ledger) { (run, reading, place) throws(WorkbookError) in
      run.readLedger(reading, place, hasPools: hasPools)
    }
  }

  private mutating func readLedger(_ reading: TableReading, _ place: Int, hasPools: Bool) {
    noteUnit(reading.table)
    var accounts: [String: Int] = [:]
    var pools: [CostPool] = []
    var total: Amount = 0
    var (noCost, pooled): ([TableRow], [TableRow]) = ([], [])
    for row in reading.rows {
      guard let amount = ledgerAmount(row, reading), !amount.isZero else { continue }
      let account =
        reading.text(row, .accountName) ?? reading.text(row, .accountCode)
        ?? (inputs.language == .chinese ? "未分类" : "unclassified")
      guard AccountWords.kind(account) != .other else {
        noCost.append(row)
        continue
      }
      if takeDirect(row, reading, account, amount) { continue }
      guard AccountWords.kind(account) != .revenue else {
        noCost.append(row)
        continue
      }
      pooled.append(row)
      let index = accounts[account] ?? pools.count
      if index == pools.count {
        accounts[account] = index
        var pool = CostPool(name: account, amount: 0, method: .unallocated)
        pool.costClass = AccountWords.costClass(account)
        pool.department = reading.text(row, .department)
        pools.append(pool)
      }
      pools[index].amount += amount
      total += amount
    }
    setAside(noCost, place, LeftOutReason.balanceAccounts, reading)
    if hasPools { setAside(pooled, place, LeftOutReason.poolsGiven, reading) }
    guard !hasPools, !pools.isEmpty else { return }
    inputs.costPools += pools
    log.add(
      IntakeFindings.ledgerPools, at: topLeft(place),
      ["sheet": reading.table.candidate.sheet.name, "amount": FigureText.grouped(total)],
      count: pools.count)
  }

  /// Cost as a positive amount.
  private mutating func ledgerAmount(_ row: TableRow, _ reading: TableReading) -> Amount? {
    if let amount = reading.amount(row, .poolAmount, log: &log) { return amount }
    let debit = reading.amount(row, .debit, log: &log)
    let credit = reading.amount(row, .credit, log: &log)
    guard debit != nil || credit != nil else { return nil }
    return (debit ?? 0) - (credit ?? 0)
  }

  /// Charges a row that names a customer to it; false where it names none that is known.
  private mutating func takeDirect(
    _ row: TableRow, _ reading: TableReading, _ account: String, _ amount: Amount
  ) -> Bool {
    guard let customer = knownCustomer(row, reading), AccountWords.kind(account) != .revenue else {
      return false
    }
    var line = SalesLedger.Line(customer: customer)
    line.day = reading.day(row, .transactionDate, log: &log)
    if let day = line.day, let period = settings.period, !period.contains(day) { return true }
    switch AccountWords.kind(account) {
    case .productCost: line.amounts.productCost = amount
    case .commission: line.amounts.commission = amount
    case .freight: line.amounts.freight = amount
    case .cost, .revenue, .other: line.amounts.otherCost = amount
    }
    ledger.addCost(line)
    return true
  }
}

/// What an account's name says of its cost (REQUIREMENTS S0-1.1, S0-7.1).
enum AccountWords {
  enum Kind {
    case productCost, commission, freight, cost, revenue, other
  }

  static func kind(_ account: String) -> Kind {
    let roles = Vocabulary.shared.candidates(for: HeaderText(account)).filter { $0.strength >= 0.6 }
    for candidate in roles {
      switch candidate.role {
      case .cogs, .directMaterial, .directLabor: return .productCost
      case .commission: return .commission
      case .freight: return .freight
      case .revenueGross, .revenueNet: return .revenue
      case .arOpening, .arClosing, .tax: return .other
      default: continue
      }
    }
    return .cost
  }

  static func costClass(_ account: String) -> CostClass? {
    let roles = Vocabulary.shared.candidates(for: HeaderText(account)).filter { $0.strength >= 0.6 }
    for candidate in roles {
      switch candidate.role {
      case .marketingSpend: return .marketing
      case .customerServiceCost: return .service
      case .relationshipCost: return .relationship
      case .adminExpense, .financeCost: return .administration
      case .sellingExpense: return .marketing
      default: continue
      }
    }
    return nil
  }
}
