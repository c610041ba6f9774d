public import FinanceModel

/// What customers buy.
public struct PreferenceResult: Sendable, Hashable {
  /// Parallel to ``CostingInputs/products``.
  public var products: [Product]
  /// By customer, then spend, most first; the customer's five largest products.
  public var profiles: [Profile]

  public init(products: [Product], profiles: [Profile]) {
    self.products = products
    self.profiles = profiles
  }

  public struct Product: Sendable, Hashable {
    public var name: String
    public var revenue: Amount
    /// Of all spend; nil where that is zero or less.
    public var share: Double?
    public var customers: Int

    public init(name: String, revenue: Amount, share: Double?, customers: Int) {
      self.name = name
      self.revenue = revenue
      self.share = share
      self.customers = customers
    }
  }

  public struct Profile: Sendable, Hashable {
    /// Place in ``CostingInputs/customers``.
    public var customer: Int
    /// How many products the customer buys.
    public var productCount: Int
    public var top: [Preference]

    public init(customer: Int, productCount: Int, top: [Preference]) {
      self.customer = customer
      self.productCount = productCount
      self.top = top
    }
  }

  public struct Preference: Sendable, Hashable {
    /// Place in ``PreferenceResult/products``.
    public var product: Int
    public var revenue: Amount
    /// Of the customer's spend; nil where that is zero or less.
    public var share: Double?
    /// The customer's share over the portfolio's: above 1 the customer prefers it.
    public var affinity: Double?

    public init(product: Int, revenue: Amount, share: Double?, affinity: Double?) {
      self.product = product
      self.revenue = revenue
      self.share = share
      self.affinity = affinity
    }
  }
}
