import FinanceModel

extension AnalysisFacts {
  /// Turnover, days outstanding, ageing and allowance; nil without a table of receivables.
  func receivables(_ findings: inout [Finding]) -> ReceivablesResult? {
    let table = inputs.receivables
    guard !table.isEmpty else { return nil }
    var sections: [ReceivablesResult] = []
    if !table.balances.isEmpty {
      var book = balanceBook()
      if book.buckets.isEmpty { book.takeAgeing(from: itemBooks().first) }
      sections = [section(of: book, &findings)]
    } else {
      let books = itemBooks()
      reportCurrencies(of: books, to: &findings)
      sections = books.map { section(of: $0, &findings) }
    }
    guard var result = sections.first else { return nil }
    if settings.analysis.financingRate != nil, result.average == nil {
      findings.append(Finding(.noAverageToFinance))
    }
    result.otherCurrencies = Array(sections.dropFirst())
    return result
  }

  private func balanceBook() -> ReceivablesBook {
    ReceivablesBook(balances: inputs.receivables, period: inputs.period)
  }

  /// The receivables in the workbook's own currency; nil where it has none.
  func ownReceivables() -> ReceivablesBook? {
    guard inputs.receivables.balances.isEmpty else { return balanceBook() }
    return itemBooks().first { isOwn($0.currency) }
  }

  /// One book a currency: the workbook's own first, then by number of customers.
  private func itemBooks() -> [ReceivablesBook] {
    let groups = Dictionary(grouping: inputs.receivables.items) { $0.currency ?? inputs.currency }
    let books = groups.map { currency, items in
      var book = ReceivablesBook(items: items, period: inputs.period) { id in
        self.placeByID[id].flatMap { self.inputs.customers[$0].creditTerms }
      }
      book.currency = currency
      return book
    }
    return books.sorted {
      ($0.currency != inputs.currency ? 1 : 0, -$0.accounts.count, $0.currency ?? "")
        < ($1.currency != inputs.currency ? 1 : 0, -$1.accounts.count, $1.currency ?? "")
    }
  }

  private func reportCurrencies(of books: [ReceivablesBook], to findings: inout [Finding]) {
    guard books.count > 1 else { return }
    let names = books.map { $0.currency ?? "?" }.joined(separator: ", ")
    findings.append(
      Finding(
        .receivablesInSeveralCurrencies, values: ["currencies": names], count: books.count))
  }

  private func section(of book: ReceivablesBook, _ findings: inout [Finding]) -> ReceivablesResult {
    var result = ReceivablesResult(closing: book.total(\.closing) ?? 0)
    result.currency = book.currency ?? inputs.currency
    result.opening = book.total(\.opening)
    result.average = book.average
    result.averagePoints = book.averagePoints
    if book.withoutDueDate > 0 {
      findings.append(Finding(.itemsWithoutDueDate, count: book.withoutDueDate))
    }
    let usesBilled = results.totals.revenue.isZero || !isOwn(book.currency)
    let pace = ReceivablesPace(
      sales: usesBilled ? book.billed : results.totals.revenue, days: days(of: book),
      daysInYear: daysInYear, financingRate: settings.analysis.financingRate)
    if usesBilled, book.billed.isPositive, result.average != nil {
      findings.append(
        Finding(.billedItemsAsSales, values: ["currency": result.currency ?? ""]))
    }
    addAgeing(of: book, to: &result)
    pace.fill(&result)
    result.customers = book.accounts.map { account in
      let sales = usesBilled ? account.billed : sales(of: account.id)
      return line(
        of: account, average: book.average(of: account), result.ageing, pace.with(sales: sales))
    }
    result.overdueConcentration = concentration(of: result)
    return result
  }

  private func isOwn(_ currency: String?) -> Bool {
    currency == nil || inputs.currency == nil || currency == inputs.currency
  }

  /// Days of the period, or of the items where the workbook has no period.
  func days(of book: ReceivablesBook) -> Double {
    inputs.period == nil ? (book.span.map { Double($0.days) } ?? daysInYear) : periodDays
  }

  private func sales(of id: CustomerID) -> Amount {
    placeByID[id].map { results.customers[$0].revenue } ?? 0
  }

  /// Buckets with what is in them. The lowest is not overdue.
  private func addAgeing(of book: ReceivablesBook, to result: inout ReceivablesResult) {
    guard let lowest = book.buckets.map(\.from).min() else { return }
    let rates = AgeingRates(settings.ageingRates)
    result.ageing = book.buckets.indices.map { place in
      let definition = book.buckets[place]
      let amount = book.accounts.reduce(Amount.zero) { $0 + $1.ageing[place] }
      var bucket = ReceivablesResult.Bucket(
        bucket: definition.label, isOverdue: definition.from != lowest, amount: amount)
      bucket.rate = rates.rate(of: definition)
      bucket.allowance = bucket.rate.flatMap(Amount.init).flatMap(amount.multiplied(by:))
      return bucket
    }
    let overdue = result.ageing.reduce(Amount.zero) { $1.isOverdue ? $0 + $1.amount : $0 }
    result.overdue = overdue
    result.overdueShare = result.closing.isPositive ? overdue.ratio(to: result.closing) : nil
    let allowances = result.ageing.compactMap(\.allowance)
    result.allowance = allowances.isEmpty ? nil : allowances.reduce(.zero, +)
  }

  private func line(
    of account: ReceivablesBook.Account, average: Amount?, _ buckets: [ReceivablesResult.Bucket],
    _ pace: ReceivablesPace
  ) -> ReceivablesResult.Line {
    var line = ReceivablesResult.Line(id: account.id, closing: account.closing ?? 0)
    line.opening = account.opening
    line.turnover = pace.turnover(of: average)
    line.dso = pace.days(forTurnover: line.turnover)
    line.financingCost = pace.financingCost(of: average)
    guard !buckets.isEmpty else { return line }
    line.ageing = account.ageing
    line.overdue = zip(account.ageing, buckets).reduce(Amount.zero) {
      $1.1.isOverdue ? $0 + $1.0 : $0
    }
    let allowances = zip(account.ageing, buckets).compactMap { amount, bucket in
      bucket.rate.flatMap(Amount.init).flatMap(amount.multiplied(by:))
    }
    line.allowance = allowances.isEmpty ? nil : allowances.reduce(.zero, +)
    return line
  }

  /// The share of the three that owe most overdue.
  private func concentration(of result: ReceivablesResult) -> Double? {
    let overdue = result.customers.compactMap(\.overdue).filter(\.isPositive).sorted(by: >)
    let whole = overdue.reduce(Amount.zero, +)
    return whole.isPositive ? overdue.prefix(3).reduce(.zero, +).ratio(to: whole) : nil
  }
}

extension ReceivablesBook {
  /// The mean of the sums of the balances known.
  var average: Amount? {
    if averagePoints > 2 { return total { average(of: $0) } }
    guard let opening = total(\.opening), let closing = total(\.closing) else { return nil }
    return (opening + closing).divided(by: 2)
  }

  /// Ages balances without buckets by the open items beside them.
  mutating func takeAgeing(from book: ReceivablesBook?) {
    guard let book else { return }
    buckets = book.buckets
    withoutDueDate = book.withoutDueDate
    for place in accounts.indices {
      accounts[place].ageing = [Amount](repeating: 0, count: buckets.count)
    }
    for account in book.accounts { update(account.id) { $0.ageing = account.ageing } }
  }
}
