public import FinanceModel

/// Sales by month, and those to come.
public struct ForecastResult: Sendable, Hashable {
  public var method: Method
  /// Oldest first, without gaps; months without sales are zero.
  public var history: [Point]
  /// Fitted one step ahead, parallel to ``history``; nil where the method starts later.
  public var fitted: [Double?]
  public var forecast: [Prediction]
  /// α, β, γ as far as the method has them.
  public var parameters: [Parameter]
  /// Standard deviation of the one-step errors; nil where there are too few.
  public var errorDeviation: Double?
  /// Mean absolute percentage error on the months held out, 8.5 for 8.5 %; nil where history is
  /// too short to hold any out.
  public var holdoutMAPE: Double?
  /// How many months were held out.
  public var holdoutMonths: Int
  /// Why this method, in a sentence.
  public var reason: LocalizedText

  public init(method: Method, history: [Point], reason: LocalizedText) {
    self.method = method
    self.history = history
    self.reason = reason
    fitted = []
    forecast = []
    parameters = []
    holdoutMonths = 0
  }

  public enum Method: String, Sendable, Hashable {
    case mean
    /// Simple exponential smoothing.
    case simple
    /// Holt's linear trend.
    case trend
    case holtWintersAdditive, holtWintersMultiplicative
  }

  public struct Point: Sendable, Hashable {
    public var month: Month
    public var revenue: Amount
    /// Far from the other months, by median absolute deviation.
    public var isOutlier: Bool

    public init(month: Month, revenue: Amount, isOutlier: Bool) {
      self.month = month
      self.revenue = revenue
      self.isOutlier = isOutlier
    }
  }

  /// A month to come; bounds are nil where the errors are too few to give any.
  public struct Prediction: Sendable, Hashable {
    public var month: Month
    public var value: Double
    public var lower80: Double?
    public var upper80: Double?
    public var lower95: Double?
    public var upper95: Double?

    public init(month: Month, value: Double) {
      self.month = month
      self.value = value
    }
  }

  public struct Parameter: Sendable, Hashable {
    public var name: String
    public var value: Double

    public init(name: String, value: Double) {
      self.name = name
      self.value = value
    }
  }
}
