import FinanceModel

extension CostingInputs {
  /// The inputs with what receivables cost to finance as a cost pool of its own, where a financing
  /// rate is set; else the inputs as they are.
  ///
  /// The pool is charged to customers as fixed amounts: average balance × rate × the period's part
  /// of a year, as in ``ReceivablesResult/Line/financingCost``. Its class is relationship, so that it
  /// stands in cost-to-serve. Balances below zero (payments in advance) earn nothing, other
  /// currencies are left out, and what falls on customers without a line stays unallocated. It is an
  /// imputed cost: no ledger holds it.
  public var withFinancingCost: CostingInputs {
    let name = Self.financingPool[language]
    guard settings.analysis.financingRate.map({ $0 > 0 }) ?? false,
      !costPools.contains(where: { $0.name == name }),
      let costs = AnalysisFacts(inputs: self, results: CostingResults()).financingCosts()
    else { return self }
    var pool = CostPool(name: name, amount: costs.total, method: .fixed)
    pool.driver = name
    pool.costClass = .relationship
    pool.level = .customer
    pool.provenance = .derived(costs.source)
    var driver = Driver(name: name, quantities: costs.byCustomer)
    driver.provenance = .derived(costs.source)
    var charged = self
    charged.costPools.append(pool)
    charged.drivers.append(driver)
    return charged
  }

  /// What the pool is called.
  static let financingPool = LocalizedText(
    english: "Financing of receivables", chinese: "应收账款资金占用成本")
}

extension AnalysisFacts {
  /// What the receivables in the workbook's own currency cost to finance.
  struct FinancingCosts {
    /// Of all that owe, customers or not.
    var total: Amount
    /// Parallel to the inputs' customers.
    var byCustomer: [Quantity]
    /// How it is computed, in a sentence.
    var source: LocalizedText
  }

  /// Nil without receivables whose average balance is known.
  fileprivate func financingCosts() -> FinancingCosts? {
    guard let rate = settings.analysis.financingRate, let book = ownReceivables() else {
      return nil
    }
    let days = days(of: book)
    let pace = ReceivablesPace(
      sales: 0, days: days, daysInYear: daysInYear, financingRate: rate)
    var costs = FinancingCosts(
      total: 0, byCustomer: [Quantity](repeating: 0, count: inputs.customers.count),
      source: Self.financingSource(rate: rate, days: days, daysInYear: daysInYear))
    for account in book.accounts {
      guard let cost = pace.financingCost(of: book.average(of: account)), cost.isPositive else {
        continue
      }
      costs.total += cost
      if let place = placeByID[account.id] { costs.byCustomer[place] += cost }
    }
    return costs.total.isPositive ? costs : nil
  }

  private static func financingSource(rate: Double, days: Double, daysInYear: Double)
    -> LocalizedText
  {
    let (share, count) = (Figures.percent(rate), Figures.decimal(days, places: 0))
    let year = Figures.decimal(daysInYear, places: 0)
    return LocalizedText(
      english: "Average receivables × \(share) × \(count) / \(year) days",
      chinese: "平均应收账款 × \(share) × \(count) / \(year) 天")
  }
}
