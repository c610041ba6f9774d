public import FinanceModel

/// How customers' buying was modelled, or why it was not.
public struct PurchaseModelResult: Sendable, Hashable {
  /// Nil where the fit was refused.
  public var kind: Kind?
  /// BG/NBD: r, α, a, b. Pareto/NBD: r, α, s, β. Empty where the fit was refused. Time in weeks.
  public var parameters: [Parameter] = []
  public var logLikelihood: Double?
  /// Customers in the fit.
  public var customers: Int
  /// Customers with at least one repeat purchase.
  public var repeatBuyers: Int
  /// Why there is no fit; nil where there is one.
  public var refusal: LocalizedText?
  /// Log-likelihood of the Pareto/NBD on the same customers, where it converged, for comparison.
  public var paretoLogLikelihood: Double?
  /// Repeat purchases of all customers in the year to come.
  public var expectedOrders: Double?
  /// The standard error of ``expectedOrders`` as far as it comes from the estimates; how orders fall
  /// by chance comes on top.
  public var expectedOrdersError: Double?

  public init(customers: Int, repeatBuyers: Int) {
    self.customers = customers
    self.repeatBuyers = repeatBuyers
  }

  public enum Kind: String, Sendable, Hashable {
    case bgNBD = "BG/NBD"
    case paretoNBD = "Pareto/NBD"
  }

  /// One estimate.
  public struct Parameter: Sendable, Hashable {
    public var name: String
    public var value: Double
    /// From the curvature of the likelihood; nil where that is singular.
    public var standardError: Double?

    public init(name: String, value: Double, standardError: Double?) {
      self.name = name
      self.value = value
      self.standardError = standardError
    }
  }
}

/// How customers' spend an order was modelled (Gamma-Gamma), or why it was not.
public struct SpendModelResult: Sendable, Hashable {
  /// p, q, γ; empty where the fit was refused.
  public var parameters: [PurchaseModelResult.Parameter] = []
  public var logLikelihood: Double?
  /// Customers in the fit: with repeat purchases of positive value.
  public var customers: Int
  /// Why there is no fit; nil where there is one.
  public var refusal: LocalizedText?
  /// Correlation of spend an order with the number of orders: the model holds where it is small.
  public var correlation: Double?

  public init(customers: Int) {
    self.customers = customers
  }
}
