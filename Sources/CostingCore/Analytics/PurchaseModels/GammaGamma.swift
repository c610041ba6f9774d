import RealModule

/// The Gamma-Gamma model of spend an order (Fader & Hardie, "The Gamma-Gamma Model of Monetary
/// Value", 2013; equation numbers are that note's).
///
/// A customer's orders are gamma distributed around the customer's mean; p is their shape, q and γ
/// say how means vary over customers. It supposes that spend does not depend on how often one buys.
public struct GammaGamma: Sendable, Hashable {
  public var p: Double
  public var q: Double
  public var gamma: Double

  /// All three must be positive.
  public init(p: Double, q: Double, gamma: Double) {
    self.p = p
    self.q = q
    self.gamma = gamma
  }

  /// The mean order of a customer with so many orders of such a mean (5); that of all customers
  /// (pγ/(q − 1)) without orders. Nil where q leaves no mean.
  public func expectedSpend(orders: Int, mean: Double) -> Double? {
    let x = Double(orders)
    let divisor = p * x + q - 1
    return divisor > 0 ? p * (gamma + x * mean) / divisor : nil
  }

  /// The parameters of largest likelihood (1a) for customers' numbers of orders and mean spend.
  ///
  /// - Parameter spending: customers with at least one order of a positive mean; others are passed
  ///   over.
  /// - Returns: the estimates (p, q, γ) with their standard errors; nil where the search does not
  ///   end at finite ones.
  public static func fit(_ spending: [(orders: Int, mean: Double)]) -> ModelFit<Self>? {
    let likelihood = GammaGammaLikelihood(spending)
    guard likelihood.customers > 1 else { return nil }
    let middle = likelihood.meanSpend
    let starts = [[5, 4, middle / 2], [1, 2, middle], [10, 10, middle], [0.5, 1.5, middle]]
    guard let found = LikelihoodFit(starts: starts, likelihood.evaluate) else { return nil }
    let model = GammaGamma(
      p: found.parameters[0], q: found.parameters[1], gamma: found.parameters[2])
    return ModelFit(model, found)
  }
}

/// The log-likelihood and its gradient by p, q, γ.
struct GammaGammaLikelihood {
  /// Distinct numbers of orders with what customers of each add up to.
  private var byOrders: [(orders: Double, customers: Double, sumOfLogs: Double)] = []
  /// Number of orders times mean spend, by place in ``byOrders``.
  private var totals: [[Double]] = []
  private(set) var customers = 0
  private(set) var meanSpend = 0.0

  init(_ spending: [(orders: Int, mean: Double)]) {
    let usable = spending.filter { $0.orders > 0 && $0.mean > 0 && $0.mean.isFinite }
    for (orders, group) in Dictionary(grouping: usable, by: \.orders).sorted(by: { $0.key < $1.key }
    ) {
      let x = Double(orders)
      let logs = group.reduce(0) { $0 + Double.log($1.mean) }
      byOrders.append((x, Double(group.count), logs))
      totals.append(group.map { x * $0.mean })
      meanSpend += group.reduce(0) { $0 + $1.mean }
    }
    customers = usable.count
    if customers > 0 { meanSpend /= Double(customers) }
  }

  func evaluate(_ parameters: [Double]) -> (logLikelihood: Double, gradient: [Double]) {
    guard parameters.count == 3 else { return (-.infinity, parameters) }
    let (p, q, gamma) = (parameters[0], parameters[1], parameters[2])
    var (value, byP, byQ, byGamma) = (0.0, 0.0, 0.0, 0.0)
    let logGamma = Double.log(gamma)
    typealias F = SpecialFunctions
    for ((x, n, sumOfLogs), group) in zip(byOrders, totals) {
      var (logs, inverses) = (0.0, 0.0)
      for total in group {
        logs += Double.log(gamma + total)
        inverses += 1 / (gamma + total)
      }
      let shape = p * x
      value += n * (F.logGamma(shape + q) - F.logGamma(shape) - F.logGamma(q) + q * logGamma)
      value += (shape - 1) * sumOfLogs + n * shape * Double.log(x) - (shape + q) * logs
      let psi = F.digamma(shape + q)
      byP += n * x * (psi - F.digamma(shape) + Double.log(x)) + x * (sumOfLogs - logs)
      byQ += n * (psi - F.digamma(q) + logGamma) - logs
      byGamma += n * q / gamma - (shape + q) * inverses
    }
    return (value, [byP, byQ, byGamma])
  }
}
