import FinanceModel

extension AnalysisFacts {
  /// What spend without a channel is called in every language.
  static let unattributed = "unattributed"

  /// Spend and new customers by channel; nil without a table of marketing.
  func acquisition(_ findings: inout [Finding]) -> AcquisitionResult? {
    guard !inputs.marketing.isEmpty else { return nil }
    let spend = inputs.marketing.reduce(Amount.zero) { $0 + $1.spend }
    var result = AcquisitionResult(spend: spend)
    for group in channelGroups() { addChannel(named: group.name, group.lines, to: &result) }
    let counts = result.channels.compactMap(\.newCustomers)
    result.newCustomers = counts.isEmpty ? nil : counts.reduce(0, +)
    result.cac = cost(of: spend, for: result.newCustomers)
    addAcquisitionPools(to: &result)
    reportAssumptions(of: result, to: &findings)
    return result
  }

  /// The rows by channel, in order of first mention and named as there; spend without a channel last.
  private func channelGroups() -> [(name: String, lines: [MarketingLine])] {
    var groups: [(name: String, lines: [MarketingLine])] = []
    var placeByName: [NameKey: Int] = [:]
    for line in inputs.marketing {
      let name = line.channel ?? Self.unattributed
      if let place = placeByName[NameKey(name)] {
        groups[place].lines.append(line)
      } else {
        placeByName[NameKey(name)] = groups.count
        groups.append((name, [line]))
      }
    }
    return groups.filter { $0.name != Self.unattributed }
      + groups.filter { $0.name == Self.unattributed }
  }

  private func addChannel(
    named name: String, _ lines: [MarketingLine], to result: inout AcquisitionResult
  ) {
    let spend = lines.reduce(Amount.zero) { $0 + $1.spend }
    var channel = AcquisitionResult.Channel(channel: name, spend: spend)
    let counts = lines.compactMap(\.newCustomers)
    if !counts.isEmpty {
      channel.newCustomers = counts.reduce(Quantity.zero, +).doubleValue
    } else if name != Self.unattributed, let counted = newCustomers(throughChannel: name) {
      channel.newCustomers = counted
      result.isCountedFromCustomers = true
    }
    if name != Self.unattributed { channel.cac = cost(of: spend, for: channel.newCustomers) }
    result.channels.append(channel)
  }

  /// Customers of a channel that began in the period; nil where the customer list has no dates.
  private func newCustomers(throughChannel channel: String) -> Double? {
    guard let period = inputs.period, inputs.customers.contains(where: { $0.since != nil }) else {
      return nil
    }
    let wanted = NameKey(channel)
    return Double(
      inputs.customers.count { customer in
        customer.since.map(period.contains) == true && customer.channel.map(NameKey.init) == wanted
      })
  }

  /// Spend for each new customer; nil rather than infinite where there are none.
  private func cost(of spend: Amount, for newCustomers: Double?) -> Double? {
    guard let newCustomers, newCustomers > 0 else { return nil }
    return spend.doubleValue / newCustomers
  }

  private func addAcquisitionPools(to result: inout AcquisitionResult) {
    let pools = inputs.costPools.filter { $0.costClass == .acquisition }
    guard !pools.isEmpty else { return }
    let loaded = pools.reduce(result.spend) { $0 + $1.amount }
    result.fullyLoadedSpend = loaded
    result.fullyLoadedCAC = cost(of: loaded, for: result.newCustomers)
  }

  private func reportAssumptions(of result: AcquisitionResult, to findings: inout [Finding]) {
    if result.isCountedFromCustomers { findings.append(Finding(.newCustomersCounted)) }
    if let blank = result.channels.first(where: { $0.channel == Self.unattributed }) {
      let values = ["amount": blank.spend.description, "total": result.spend.description]
      findings.append(Finding(.unattributedSpend, values: values))
    }
  }
}
