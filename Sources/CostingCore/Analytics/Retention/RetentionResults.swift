public import FinanceModel

/// How many customers come back.
public struct RepeatPurchaseResult: Sendable, Hashable {
  /// Customers with an order.
  public var buyers: Int
  /// Customers with two orders or more.
  public var repeatBuyers: Int
  /// Net revenue after the first order day of each customer; a memo, part of revenue already.
  public var repeatRevenue: Amount

  public init(buyers: Int, repeatBuyers: Int, repeatRevenue: Amount) {
    self.buyers = buyers
    self.repeatBuyers = repeatBuyers
    self.repeatRevenue = repeatRevenue
  }

  /// 0.4 for 40 %; nil without buyers.
  public var repeatRate: Double? {
    buyers > 0 ? Double(repeatBuyers) / Double(buyers) : nil
  }
}

/// The shifted-beta-geometric retention curve (Fader & Hardie 2007).
public struct RetentionCurve: Sendable, Hashable {
  public var alpha: Double
  public var beta: Double
  public var logLikelihood: Double
  /// Customers still there by month since the first, place 0 all of them; of later months only
  /// those of cohorts that were observed that long (``atRisk``).
  public var survivors: [Int]
  /// Customers of the cohorts observed that long, parallel to ``survivors``.
  public var atRisk: [Int]
  /// Fitted share that survives, place 0 is 1; twelve months past the observed ones.
  public var fitted: [Double]

  public init(
    alpha: Double, beta: Double, logLikelihood: Double, survivors: [Int], atRisk: [Int],
    fitted: [Double]
  ) {
    self.alpha = alpha
    self.beta = beta
    self.logLikelihood = logLikelihood
    self.survivors = survivors
    self.atRisk = atRisk
    self.fitted = fitted
  }
}

/// A logistic regression of being lost on what is known of a customer.
public struct ChurnModelResult: Sendable, Hashable {
  /// On standardised features; the intercept first.
  public var coefficients: [Coefficient]
  /// Customers it was fitted on.
  public var trainedOn: Int
  /// Customers held out to judge it.
  public var heldOut: Int
  /// Area under the ROC curve on the held-out customers; nil where they are all of one kind.
  public var auc: Double?
  /// That a customer is lost, 0.2 for 20 %; parallel to ``CostingInputs/customers``.
  public var probabilities: [Double?]

  public init(
    coefficients: [Coefficient], trainedOn: Int, heldOut: Int, auc: Double?,
    probabilities: [Double?]
  ) {
    self.coefficients = coefficients
    self.trainedOn = trainedOn
    self.heldOut = heldOut
    self.auc = auc
    self.probabilities = probabilities
  }

  public struct Coefficient: Sendable, Hashable {
    public var feature: LocalizedText
    public var value: Double

    public init(feature: LocalizedText, value: Double) {
      self.feature = feature
      self.value = value
    }
  }
}
