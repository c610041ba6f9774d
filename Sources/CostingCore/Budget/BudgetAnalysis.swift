import FinanceModel

/// Budget against actual, row by row, with price, volume, quantity and mix where rows have
/// quantities.
public enum BudgetAnalysis {
  /// One variance a row, in the same order.
  ///
  /// - variance = actual − budget, for every account; favourable is a flag of its own.
  /// - price = (Pa − Pb)·Qa; volume = (Qa − Qb)·Pb = quantity + mix.
  /// - quantity = (ΣQa − ΣQb) · Qb/ΣQb · Pb; mix = volume − quantity, over all rows with quantities
  ///   (Horngren, Datar & Rajan, Cost Accounting, chapter 14).
  /// - flexible = budget × Qa/Qb, also where the actual amount is blank.
  ///
  /// A blank unit price is the amount over the quantity; a blank amount is price times quantity.
  public static func variances(
    of lines: [BudgetLine], settings: CostingSettings = CostingSettings()
  ) -> [BudgetVariance] {
    let filled = lines.map(FilledLine.init)
    let measured = filled.filter { $0.quantities != nil }
    let budgetQuantity = measured.compactMap(\.line.budgetQuantity).sum
    let actualQuantity = measured.compactMap(\.line.actualQuantity).sum
    return filled.map { line in
      var variance = line.variance(settings)
      variance.split(line, budgetTotal: budgetQuantity, actualTotal: actualQuantity)
      return variance
    }
  }
}

/// A row with what follows from its other cells filled in.
private struct FilledLine {
  var line: BudgetLine
  var budget: Amount?
  var actual: Amount?
  var budgetPrice: Amount?
  var actualPrice: Amount?

  init(_ line: BudgetLine) {
    self.line = line
    let (budgetQuantity, actualQuantity) = (line.budgetQuantity, line.actualQuantity)
    budget = line.budget ?? Self.product(line.budgetUnitPrice, budgetQuantity)
    actual = line.actual ?? Self.product(line.actualUnitPrice, actualQuantity)
    budgetPrice = line.budgetUnitPrice ?? Self.quotient(budget, budgetQuantity)
    actualPrice = line.actualUnitPrice ?? Self.quotient(line.actual, actualQuantity)
  }

  /// Budget and actual quantity, where both are given.
  var quantities: (budget: Quantity, actual: Quantity)? {
    guard let budget = line.budgetQuantity, let actual = line.actualQuantity else { return nil }
    return (budget, actual)
  }

  private static func product(_ price: Amount?, _ quantity: Quantity?) -> Amount? {
    guard let price, let quantity else { return nil }
    return price.multiplied(by: quantity)
  }

  private static func quotient(_ amount: Amount?, _ quantity: Quantity?) -> Amount? {
    guard let amount, let quantity else { return nil }
    return amount.divided(by: quantity)
  }

  func variance(_ settings: CostingSettings) -> BudgetVariance {
    var variance = BudgetVariance(name: line.name)
    variance.period = line.period
    variance.provenance = line.provenance
    variance.budget = budget
    variance.actual = actual
    guard let budget, let actual else { return variance }
    let difference = actual - budget
    variance.variance = difference
    variance.executionRate = actual.ratio(to: budget)
    variance.isFavourable = line.isRevenue.map { $0 ? difference >= 0 : difference <= 0 }
    variance.exceedsThreshold = exceeds(difference, of: budget, settings)
    return variance
  }

  private func exceeds(
    _ difference: Amount, of budget: Amount, _ settings: CostingSettings
  ) -> Bool {
    guard !difference.isZero, difference.magnitude >= settings.varianceAlertFloor else {
      return false
    }
    guard let share = difference.magnitude.ratio(to: budget.magnitude) else { return true }
    return share >= settings.varianceAlertShare
  }
}

extension BudgetVariance {
  /// Adds flexible budget, price, volume, quantity and mix where the row has quantities.
  fileprivate mutating func split(
    _ line: FilledLine, budgetTotal: Quantity, actualTotal: Quantity
  ) {
    guard let (planned, sold) = line.quantities else { return }
    flexible = line.budget?.share(sold.units, of: planned.units)
    guard let budgetPrice = line.budgetPrice else { return }
    if let actualPrice = line.actualPrice {
      price = (actualPrice - budgetPrice).multiplied(by: sold)
    }
    volume = (sold - planned).multiplied(by: budgetPrice)
    guard
      let atBudgetMix = (actualTotal - budgetTotal).share(planned.units, of: budgetTotal.units),
      let byQuantity = atBudgetMix.multiplied(by: budgetPrice)
    else { return }
    quantity = byQuantity
    mix = volume.map { $0 - byQuantity }
  }
}
