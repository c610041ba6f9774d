public import FinanceModel

/// Revenue against budget, in a price part and a volume part.
///
///     PriceVolumeVariance(budgetQuantity: 100, budgetPrice: 35, actualQuantity: 105, actualPrice: 40)
///     // price (40 − 35) × 105 = 525, volume (105 − 100) × 35 = 175
public struct PriceVolumeVariance: Sendable, Hashable {
  /// (Pa − Pb) · Qa
  public var price: Amount
  /// (Qa − Qb) · Pb
  public var volume: Amount

  /// Both together: actual less budgeted revenue.
  public var total: Amount { price + volume }

  /// Nil where a product is out of range.
  public init?(
    budgetQuantity: Quantity, budgetPrice: Amount, actualQuantity: Quantity, actualPrice: Amount
  ) {
    guard let price = (actualPrice - budgetPrice).multiplied(by: actualQuantity),
      let volume = (actualQuantity - budgetQuantity).multiplied(by: budgetPrice)
    else { return nil }
    self.price = price
    self.volume = volume
  }
}

/// The volume variance of several products, in a quantity part and a mix part (Horngren, Datar &
/// Rajan, Cost Accounting, chapter 14). Above zero is favourable.
public struct SalesMixVariance: Sendable, Hashable {
  /// One a product, in the order given.
  public var products: [Part]
  /// All products: (ΣQa − ΣQb) at the budgeted mix.
  public var quantity: Amount { products.map(\.quantity).sum }
  /// All products: ΣQa at the actual less the budgeted mix.
  public var mix: Amount { products.map(\.mix).sum }
  /// All products: quantity plus mix.
  public var volume: Amount { products.map(\.volume).sum }

  /// What was planned and sold of one product.
  public struct Product: Sendable, Hashable {
    public var budgetQuantity: Quantity
    public var actualQuantity: Quantity
    /// Budgeted contribution margin (or price) of one unit.
    public var budgetMargin: Amount

    public init(budgetQuantity: Quantity, actualQuantity: Quantity, budgetMargin: Amount) {
      self.budgetQuantity = budgetQuantity
      self.actualQuantity = actualQuantity
      self.budgetMargin = budgetMargin
    }
  }

  /// The variances of one product.
  public struct Part: Sendable, Hashable {
    public var quantity: Amount
    public var mix: Amount
    /// Quantity plus mix: (Qa − Qb) · Mb.
    public var volume: Amount { quantity + mix }
  }

  /// Nil where nothing was budgeted, or a product is out of range.
  public init?(_ products: [Product]) {
    let budget = products.map(\.budgetQuantity).sum
    let actual = products.map(\.actualQuantity).sum
    var parts: [Part] = []
    for product in products {
      guard
        let extra = (actual - budget).share(product.budgetQuantity.units, of: budget.units),
        let quantity = extra.multiplied(by: product.budgetMargin),
        let volume = (product.actualQuantity - product.budgetQuantity).multiplied(
          by: product.budgetMargin)
      else { return nil }
      parts.append(Part(quantity: quantity, mix: volume - quantity))
    }
    self.products = parts
  }
}

/// The sales-quantity variance, in a market-size part and a market-share part, where the market is
/// known. Above zero is favourable.
public struct MarketVariance: Sendable, Hashable {
  /// (actual − budgeted market) × budgeted share × budgeted margin of one unit
  public var size: Amount
  /// actual market × (actual − budgeted share) × budgeted margin of one unit
  public var share: Amount
  /// Own sales over the market's, 0.25 for 25 %.
  public var budgetedShare: Double
  public var actualShare: Double

  /// Both together: the sales-quantity variance.
  public var total: Amount { size + share }

  /// What was planned or reached: own units of the whole market's.
  public struct Sales: Sendable, Hashable {
    public var own: Quantity
    public var market: Quantity

    public init(own: Quantity, market: Quantity) {
      self.own = own
      self.market = market
    }
  }

  /// - Parameter budgetMargin: budgeted contribution margin of one unit, averaged over the budgeted
  ///   mix.
  /// - Returns: nil where a market is zero, or a product is out of range.
  public init?(budget: Sales, actual: Sales, budgetMargin: Amount) {
    guard let budgetedShare = budget.own.ratio(to: budget.market),
      let actualShare = actual.own.ratio(to: actual.market),
      let atBudgetedShare = actual.market.share(budget.own.units, of: budget.market.units),
      let size = (atBudgetedShare - budget.own).multiplied(by: budgetMargin),
      let share = (actual.own - atBudgetedShare).multiplied(by: budgetMargin)
    else { return nil }
    self.size = size
    self.share = share
    self.budgetedShare = budgetedShare
    self.actualShare = actualShare
  }
}
