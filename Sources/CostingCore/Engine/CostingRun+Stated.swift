import FinanceModel

extension CostingRun {
  /// Shares a pool by the percents that stand in a column of the drivers.
  mutating func allocateByPercent(_ place: Int) {
    guard let percents = statedFigures(place) else { return }
    let total = percents.sum
    results.pools[place].driverTotal = total
    do throws(AllocationError) {
      let split = try Allocation.byPercent(cost(ofPool: place), percents: percents)
      results.pools[place].byCustomer = split.shares
      if !split.leftOver.isZero {
        leave(place, split.leftOver, CostingFinding.percentsUnderHundred, total: total)
      }
    } catch {
      refuse(place, CostingFinding.percentsOverHundred, ["total": total.description])
    }
  }

  /// Charges the amounts that stand in a column of the drivers.
  mutating func allocateFixed(_ place: Int) {
    guard let amounts = statedFigures(place) else { return }
    let total = amounts.sum
    results.pools[place].driverTotal = total
    do throws(AllocationError) {
      let split = try Allocation.fixed(cost(ofPool: place), amounts: amounts)
      results.pools[place].byCustomer = split.shares
      if !split.leftOver.isZero {
        leave(place, split.leftOver, CostingFinding.fixedUnderPool, total: total)
      }
    } catch {
      refuse(place, CostingFinding.fixedOverPool, ["total": total.description])
    }
  }

  /// The column named by the pool's driver, or by the pool where it names none.
  private mutating func statedFigures(_ place: Int) -> [Quantity]? {
    let stated = pools[place].driver ?? ""
    let name = NameKey(stated).isEmpty ? pools[place].name : stated
    guard let found = catalogue.find(name) else {
      refuseUnknown(place, driver: name)
      return nil
    }
    results.pools[place].driver = name
    results.pools[place].driverPlace = found
    return eligible(catalogue.used[found].quantities, pool: place)
  }

  /// Whether a pool of level channel has customers that bear it; a finding where it has none.
  mutating func reachesSomebody(_ place: Int) -> Bool {
    guard pools[place].level == .channel else { return true }
    guard let channel = pools[place].channel, !NameKey(channel).isEmpty else {
      note(
        CostingFinding.channelNotNamed, at: pools[place].provenance, ["pool": pools[place].name])
      return true
    }
    results.pools[place].channel = channel
    guard members(ofChannel: channel).contains(true) else {
      refuse(place, CostingFinding.channelWithoutCustomers, ["channel": channel])
      return false
    }
    return true
  }

  /// The quantities of those customers that a pool reaches, zero for the others.
  mutating func eligible(_ quantities: [Quantity], pool place: Int) -> [Quantity] {
    guard let channel = results.pools[place].channel else { return quantities }
    return zip(quantities, members(ofChannel: channel)).map { $1 ? $0 : 0 }
  }

  /// Leaves a whole pool unallocated, and says why.
  mutating func refuse(_ place: Int, _ code: FindingCode, _ values: [String: String] = [:]) {
    leave(place, cost(ofPool: place), code, values: values)
  }

  mutating func refuseUnknown(_ place: Int, driver: String) {
    refuse(
      place, CostingFinding.unknownDriver,
      ["driver": driver, "nearest": hint(catalogue.nearest(to: driver))])
  }

  /// "Did you mean …" in the workbook's language; empty where nothing is near.
  func hint(_ name: String?) -> String {
    guard let name else { return "" }
    return inputs.language == .chinese ? "是否为“\(name)”？" : "Did you mean “\(name)”?"
  }

  private mutating func leave(
    _ place: Int, _ amount: Amount, _ code: FindingCode, total: Quantity
  ) {
    leave(place, amount, code, values: ["total": total.description])
  }

  /// Notes why an amount of a pool stays unallocated, and keeps the sentence with the pool.
  ///
  /// - Parameter provenance: the row that is to blame; the pool's own where nil.
  mutating func leave(
    _ place: Int, _ amount: Amount, _ code: FindingCode, values: [String: String],
    at provenance: Provenance? = nil
  ) {
    var values = values
    values["pool"] = pools[place].name
    values["amount"] = amount.description
    let source = provenance ?? pools[place].provenance
    let finding = Finding(code, at: source?.firstCell, values: values)
    results.findings.append(finding)
    results.pools[place].reason = LocalizedText(
      english: finding.sentences(in: .english).what, chinese: finding.sentences(in: .chinese).what)
  }
}
