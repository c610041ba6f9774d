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
  /// The data's moments by eights.
  private let eights: [Eight]

  init(_ data: GroupedHistories) {
    self.data = data
    eights = stride(from: 0, to: data.moments.count, by: Eight.count).map { first in
      Eight(data.moments[first..<min(first + Eight.count, data.moments.count)], data.times)
    }
  }

  /// Eight moments, of which the last stands for those that are wanting.
  private struct Eight {
    static let count = SpecialFunctions.Lanes.scalarCount
    var repeats = SpecialFunctions.Lanes.zero
    var time = SpecialFunctions.Lanes.zero

    init(_ moments: ArraySlice<GroupedHistories.Moment>, _ times: [Double]) {
      for lane in 0..<Self.count {
        let moment = moments[min(moments.startIndex + lane, moments.endIndex - 1)]
        repeats[lane] = moment.repeats
        time[lane] = times[Int(moment.time)]
      }
    }
  }

  func evaluate(_ parameters: [Double]) -> (logLikelihood: Double, gradient: [Double]) {
    guard parameters.count == 4 else { return (-.infinity, parameters) }
    let model = ParetoNBD(
      r: parameters[0], alpha: parameters[1], s: parameters[2], beta: parameters[3])
    var sum = Sum(model: model)
    for (count, customers) in data.repeats { sum.addConstants(x: Double(count), customers) }
    let points = points(model)
    for group in data.groups {
      sum.add(group.customers, last: points[Int(group.last)], observed: points[Int(group.observed)])
    }
    return (sum.value, [sum.r, sum.alpha, sum.s, sum.beta])
  }

  /// What the moments contribute, in their order.
  private func points(_ model: ParetoNBD) -> [Point] {
    let instants = data.times.map { Instant($0, model) }
    var points: [Point] = []
    points.reserveCapacity(data.moments.count)
    for (place, eight) in eights.enumerated() {
      let tails = model.tails(eight.repeats, eight.time)
      let moments = data.moments[(place * Eight.count)...].prefix(Eight.count)
      for (lane, moment) in moments.enumerated() {
        points.append(
          Point(
            shape: model.r + moment.repeats, instant: instants[Int(moment.time)],
            tail: Tail(tails, lane)))
      }
    }
    return points
  }

  /// What a time contributes, whatever the number of repeats.
  private struct Instant {
    var logAlpha: Double
    var logBeta: Double
    var inverseAlpha: Double
    var inverseBeta: Double

    init(_ time: Double, _ model: ParetoNBD) {
      logAlpha = Double.log(model.alpha + time)
      logBeta = Double.log(model.beta + time)
      inverseAlpha = 1 / (model.alpha + time)
      inverseBeta = 1 / (model.beta + time)
    }
  }

  /// What a number of repeats and a time contribute, whichever customers share them.
  private struct Point {
    var shape: Double
    var instant: Instant
    var tail: Tail
  }

  /// One of the terms that are worked out by eights.
  private struct Tail {
    var value: Double
    var r: Double
    var alpha: Double
    var s: Double
    var beta: Double

    init(_ tails: ParetoNBD.Tails, _ lane: Int) {
      value = tails.value[lane]
      r = tails.r[lane]
      alpha = tails.alpha[lane]
      s = tails.s[lane]
      beta = tails.beta[lane]
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
      let (start, end) = (last.instant, observed.instant)
      let divisor = last.shape + model.s
      let k = model.s / divisor
      let rho =
        last.shape * (end.logAlpha - start.logAlpha) + model.s * (end.logBeta - start.logBeta)
      let faded = Double.exp(-rho)
      let gap = last.tail.value - faded * observed.tail.value
      let inner = faded + k * gap
      value += n * (Double.log(inner) - last.shape * start.logAlpha - model.s * start.logBeta)
      // Derivatives of the three: of the lead, of e^−ρ, and of k and the tails.
      let fade = faded * (1 - k * observed.tail.value) / inner
      let scale = k / inner
      r +=
        n
        * (-start.logAlpha - fade * (end.logAlpha - start.logAlpha)
          - gap * model.s / (divisor * divisor) / inner
          + scale * (last.tail.r - faded * observed.tail.r))
      s +=
        n
        * (-start.logBeta - fade * (end.logBeta - start.logBeta)
          + gap * last.shape / (divisor * divisor) / inner
          + scale * (last.tail.s - faded * observed.tail.s))
      alpha +=
        n
        * (-last.shape * start.inverseAlpha
          - fade * last.shape * (end.inverseAlpha - start.inverseAlpha)
          + scale * (last.tail.alpha - faded * observed.tail.alpha))
      beta +=
        n
        * (-model.s * start.inverseBeta
          - fade * model.s * (end.inverseBeta - start.inverseBeta)
          + scale * (last.tail.beta - faded * observed.tail.beta))
    }
  }
}
