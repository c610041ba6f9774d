import FinanceModel
import RealModule

/// The purchase model that was fitted, whichever it is.
enum PurchaseModel {
  case betaGeometric(BetaGeometricNBD)
  case pareto(ParetoNBD)

  /// - Parameter parameters: the kind's four, in the order of ``PurchaseModelResult/parameters``.
  init(_ kind: PurchaseModelResult.Kind, _ parameters: [Double]) {
    let (first, second, third, fourth) = (
      parameters[0], parameters[1], parameters[2], parameters[3]
    )
    self =
      switch kind {
      case .bgNBD:
        .betaGeometric(BetaGeometricNBD(r: first, alpha: second, a: third, b: fourth))
      case .paretoNBD: .pareto(ParetoNBD(r: first, alpha: second, s: third, beta: fourth))
      }
  }

  func probabilityAlive(_ history: PurchaseHistory) -> Double {
    switch self {
    case .betaGeometric(let model): model.probabilityAlive(history)
    case .pareto(let model): model.probabilityAlive(history)
    }
  }

  func expectedPurchases(in weeks: Double, given history: PurchaseHistory) -> Double {
    switch self {
    case .betaGeometric(let model): model.expectedPurchases(in: weeks, given: history)
    case .pareto(let model): model.expectedPurchases(in: weeks, given: history)
    }
  }
}

/// What fitting the workbook's purchases gave.
struct PurchaseFit {
  var result: PurchaseModelResult
  var model: PurchaseModel?
  /// The search that the model was found by.
  private var found: LikelihoodFit?

  /// Repeat buyers below which no model is fitted.
  static let neededRepeatBuyers = 50
  /// The most histories that the error of a sum is worked out from.
  private static let errorSample = 20_000
  /// Customers above which the Pareto/NBD is not fitted for comparison.
  private static let comparisonLimit = 200_000

  init(_ histories: [PurchaseHistory]) {
    let data = GroupedHistories(histories)
    result = PurchaseModelResult(customers: data.customers, repeatBuyers: data.repeatBuyers)
    guard data.repeatBuyers >= Self.neededRepeatBuyers else {
      result.refusal = Self.tooThin(data.repeatBuyers)
      return
    }
    let (betaGeometric, pareto) = Self.fits(data)
    result.paretoLogLikelihood = pareto?.logLikelihood
    if let pareto, pareto.logLikelihood > betaGeometric?.logLikelihood ?? -.infinity {
      take(pareto)
    } else if let betaGeometric {
      take(betaGeometric)
    } else {
      result.refusal = Self.noConvergence
    }
  }

  /// Both models, as far as the data tell their parameters; of many customers the second only where
  /// the first is not to be had.
  private static func fits(_ data: GroupedHistories)
    -> (ModelFit<BetaGeometricNBD>?, ModelFit<ParetoNBD>?)
  {
    @Sendable func betaGeometric() -> ModelFit<BetaGeometricNBD>? {
      BetaGeometricNBD.fit(data).flatMap { $0.isIdentified ? $0 : nil }
    }
    @Sendable func pareto() -> ModelFit<ParetoNBD>? {
      ParetoNBD.fit(data).flatMap { $0.isIdentified ? $0 : nil }
    }
    guard data.customers > comparisonLimit else {
      // The one that takes longer is the first.
      let (second, first) = concurrently(pareto, betaGeometric)
      return (first, second)
    }
    let first = betaGeometric()
    return (first, first == nil ? pareto() : nil)
  }

  private mutating func take(_ fit: ModelFit<BetaGeometricNBD>) {
    let model = fit.model
    self.model = .betaGeometric(model)
    found = fit.found
    record(
      .bgNBD, ["r", "α", "a", "b"], [model.r, model.alpha, model.a, model.b],
      fit.standardErrors, fit.logLikelihood)
  }

  private mutating func take(_ fit: ModelFit<ParetoNBD>) {
    let model = fit.model
    self.model = .pareto(model)
    found = fit.found
    record(
      .paretoNBD, ["r", "α", "s", "β"], [model.r, model.alpha, model.s, model.beta],
      fit.standardErrors, fit.logLikelihood)
  }

  private mutating func record(
    _ kind: PurchaseModelResult.Kind, _ names: [String], _ values: [Double], _ errors: [Double]?,
    _ likelihood: Double
  ) {
    result.kind = kind
    result.logLikelihood = likelihood
    result.parameters = names.indices.map { place in
      .init(name: names[place], value: values[place], standardError: errors?[place])
    }
  }

  /// The standard error of the purchases of all customers in a time to come, as far as it comes from
  /// the estimates; nil without a model. Of many histories every n-th stands for n.
  func standardError(ofPurchasesIn weeks: Double, by histories: [PurchaseHistory]) -> Double? {
    guard let kind = result.kind, let found, !histories.isEmpty else { return nil }
    let step = (histories.count + Self.errorSample - 1) / Self.errorSample
    let sample = stride(from: 0, to: histories.count, by: step).map { histories[$0] }
    let weight = Double(histories.count) / Double(sample.count)
    return found.standardError { parameters in
      let model = PurchaseModel(kind, parameters)
      return sample.reduce(0) { $0 + weight * model.expectedPurchases(in: weeks, given: $1) }
    }
  }

  private static func tooThin(_ repeatBuyers: Int) -> LocalizedText {
    LocalizedText(
      english: """
        Only \(repeatBuyers) customers bought again; a purchase model needs \
        \(neededRepeatBuyers). The simple formula stands in.
        """,
      chinese: "仅有 \(repeatBuyers) 个客户重复购买；购买模型至少需要 \(neededRepeatBuyers) 个。以简单公式代替。")
  }

  private static var noConvergence: LocalizedText {
    LocalizedText(
      english: """
        The estimates do not settle: buying is too regular, or too few customers fall silent. \
        The simple formula stands in.
        """,
      chinese: "参数估计不收敛：购买过于规律，或停止购买的客户太少。以简单公式代替。")
  }
}

/// What fitting the workbook's spend an order gave.
struct SpendFit {
  var result: SpendModelResult
  var model: GammaGamma?

  /// Share of repeat buyers with a mean spend of zero or less above which no model is fitted.
  private static let negativeLimit = 0.05

  init(_ spending: [(orders: Int, mean: Double)]) {
    let usable = spending.filter { $0.orders > 0 && $0.mean > 0 }
    result = SpendModelResult(customers: usable.count)
    let negative = spending.count - usable.count
    guard usable.count >= PurchaseFit.neededRepeatBuyers else {
      result.refusal = Self.tooThin(usable.count)
      return
    }
    guard Double(negative) <= Self.negativeLimit * Double(spending.count) else {
      result.refusal = Self.tooNegative(negative, of: spending.count)
      return
    }
    result.correlation = Statistics.correlation(
      usable.map { Double($0.orders) }, usable.map(\.mean))
    guard let fit = GammaGamma.fit(usable), fit.model.q > 1 else {
      result.refusal = Self.noConvergence
      return
    }
    model = fit.model
    result.logLikelihood = fit.logLikelihood
    let values = [("p", fit.model.p), ("q", fit.model.q), ("γ", fit.model.gamma)]
    result.parameters = values.enumerated().map { place, parameter in
      .init(
        name: parameter.0, value: parameter.1, standardError: fit.standardErrors?[place])
    }
  }

  private static func tooThin(_ customers: Int) -> LocalizedText {
    LocalizedText(
      english: """
        Only \(customers) customers have repeat orders of positive value; a spend model needs \
        \(PurchaseFit.neededRepeatBuyers). Each customer's own order value stands in.
        """,
      chinese:
        "仅有 \(customers) 个客户的重复订单金额为正；金额模型至少需要 \(PurchaseFit.neededRepeatBuyers) 个。以客户自身的平均订单金额代替。"
    )
  }

  private static func tooNegative(_ count: Int, of all: Int) -> LocalizedText {
    LocalizedText(
      english: """
        \(count) of \(all) repeat buyers have a mean order of zero or less; a spend model needs \
        positive values. Each customer's own order value stands in.
        """,
      chinese: "\(all) 个重复购买客户中有 \(count) 个平均订单金额不为正；金额模型要求为正。以客户自身的平均订单金额代替。")
  }

  private static var noConvergence: LocalizedText {
    LocalizedText(
      english: "The estimates do not settle. Each customer's own order value stands in.",
      chinese: "参数估计不收敛。以客户自身的平均订单金额代替。")
  }
}
