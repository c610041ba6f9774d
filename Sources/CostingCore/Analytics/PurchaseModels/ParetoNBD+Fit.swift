import RealModule

extension ParetoNBD {
  /// The parameters of largest likelihood for a set of histories.
  ///
  /// - Returns: the estimates (r, α, s, β) with their standard errors; nil where the search does not
  ///   end at finite ones.
  public static func fit(_ histories: some Sequence<PurchaseHistory>) -> ModelFit<Self>? {
    fit(GroupedHistories(histories))
  }

  static func fit(_ data: GroupedHistories) -> ModelFit<Self>? {
    guard data.repeatBuyers > 0, data.meanObserved > 0 else { return nil }
    let time = data.meanObserved
    let starts = [
      [0.5, time / 4, 0.5, time / 4], [1, time, 1, time], [0.3, time / 10, 0.3, time / 3],
    ]
    let likelihood = ParetoLikelihood(data)
    guard let found = LikelihoodFit(starts: starts, likelihood.evaluate) else { return nil }
    let model = ParetoNBD(
      r: found.parameters[0], alpha: found.parameters[1], s: found.parameters[2],
      beta: found.parameters[3])
    return ModelFit(model, found)
  }
}

/// The log-likelihood of the note's equation (18), and its gradient by r, α, s, β.
struct ParetoLikelihood {
  private let data: GroupedHistories

  init(_ data: GroupedHistories) {
    self.data = data
  }

  func evaluate(_ parameters: [Double]) -> (logLikelihood: Double, gradient: [Double]) {
    guard parameters.count == 4 else { return (-.infinity, parameters) }
    let model = ParetoNBD(
      r: parameters[0], alpha: parameters[1], s: parameters[2], beta: parameters[3])
    var sum = Sum(model: model)
    for (count, customers) in data.repeats { sum.addConstants(x: Double(count), customers) }
    let points = data.moments.map { Point($0, model) }
    for group in data.groups {
      sum.add(group.customers, last: points[Int(group.last)], observed: points[Int(group.observed)])
    }
    return (sum.value, [sum.r, sum.alpha, sum.s, sum.beta])
  }

  /// What a number of repeats and a time contribute, whichever customers share them.
  private struct Point {
    var shape: Double
    var logAlpha: Double
    var logBeta: Double
    var inverseAlpha: Double
    var inverseBeta: Double
    var tail: ParetoNBD.Tail

    init(_ moment: GroupedHistories.Moment, _ model: ParetoNBD) {
      shape = model.r + moment.repeats
      logAlpha = Double.log(model.alpha + moment.time)
      logBeta = Double.log(model.beta + moment.time)
      inverseAlpha = 1 / (model.alpha + moment.time)
      inverseBeta = 1 / (model.beta + moment.time)
      tail = model.tail(moment.repeats, moment.time)
    }
  }

  private struct Sum {
    let model: ParetoNBD
    var value = 0.0
    var r = 0.0
    var alpha = 0.0
    var s = 0.0
    var beta = 0.0

    init(model: ParetoNBD) {
      self.model = model
    }

    /// ln Γ(r + x) − ln Γ(r) + r ln α + s ln β.
    mutating func addConstants(x: Double, _ n: Double) {
      typealias F = SpecialFunctions
      let logAlpha = Double.log(model.alpha)
      let logBeta = Double.log(model.beta)
      value += n * (F.logGamma(model.r + x) - F.logGamma(model.r))
      value += n * (model.r * logAlpha + model.s * logBeta)
      r += n * (F.digamma(model.r + x) - F.digamma(model.r) + logAlpha)
      alpha += n * model.r / model.alpha
      s += n * logBeta
      beta += n * model.s / model.beta
    }

    /// lead(t_x) + ln[e^−ρ + k (tail(t_x) − e^−ρ tail(T))], ρ = lead(t_x) − lead(T) ≥ 0 and
    /// k = s / (r + s + x).
    mutating func add(_ n: Double, last: Point, observed: Point) {
      let divisor = last.shape + model.s
      let k = model.s / divisor
      let rho =
        last.shape * (observed.logAlpha - last.logAlpha)
        + model.s * (observed.logBeta - last.logBeta)
      let faded = Double.exp(-rho)
      let gap = last.tail.value - faded * observed.tail.value
      let inner = faded + k * gap
      value += n * (Double.log(inner) - last.shape * last.logAlpha - model.s * last.logBeta)
      // Derivatives of the three: of the lead, of e^−ρ, and of k and the tails.
      let fade = faded * (1 - k * observed.tail.value) / inner
      let scale = k / inner
      r +=
        n
        * (-last.logAlpha - fade * (observed.logAlpha - last.logAlpha)
          - gap * model.s / (divisor * divisor) / inner
          + scale * (last.tail.r - faded * observed.tail.r))
      s +=
        n
        * (-last.logBeta - fade * (observed.logBeta - last.logBeta)
          + gap * last.shape / (divisor * divisor) / inner
          + scale * (last.tail.s - faded * observed.tail.s))
      alpha +=
        n
        * (-last.shape * last.inverseAlpha
          - fade * last.shape * (observed.inverseAlpha - last.inverseAlpha)
          + scale * (last.tail.alpha - faded * observed.tail.alpha))
      beta +=
        n
        * (-model.s * last.inverseBeta
          - fade * model.s * (observed.inverseBeta - last.inverseBeta)
          + scale * (last.tail.beta - faded * observed.tail.beta))
    }
  }
}
