public import FinanceModel

/// Time-driven activity-based costing of one department: what a minute costs, what each activity
/// takes, and what capacity nobody used.
///
/// Source: Kaplan & Anderson, Time-Driven Activity-Based Costing, Harvard Business Review, November
/// 2004: 560,000 over 700,000 minutes is 0.80 a minute; an order of 8 minutes costs 6.40.
public struct TimeDrivenCosting: Sendable, Hashable {
  public var cost: Amount
  /// Minutes; nil where none is known, and all cost goes to the minutes used.
  public var practicalCapacity: Quantity?
  public var activities: [Work]

  public init(cost: Amount, practicalCapacity: Quantity?, activities: [Work]) {
    self.cost = cost
    self.practicalCapacity = practicalCapacity
    self.activities = activities
  }

  /// How often something is done, and how long it takes each time.
  public struct Work: Sendable, Hashable {
    public var name: String
    public var unitMinutes: Quantity
    public var quantity: Quantity

    public init(name: String, unitMinutes: Quantity, quantity: Quantity) {
      self.name = name
      self.unitMinutes = unitMinutes
      self.quantity = quantity
    }
  }

  /// What the department's cost went into. `activities` and `unusedCost` add up to the cost.
  public struct Result: Sendable, Hashable {
    /// Parallel to the work given.
    public var activities: [Line]
    /// Cost of one minute.
    public var capacityCostRate: Double
    public var usedMinutes: Quantity
    /// Practical capacity less use; zero where use is above it.
    public var unusedMinutes: Quantity
    public var unusedCost: Amount
    /// Used minutes over practical capacity; nil without one. Above 1 where use is above it.
    public var utilisation: Double?

    /// What all activities together cost.
    public var usedCost: Amount { activities.map(\.cost).sum }
  }

  /// One activity, costed.
  public struct Line: Sendable, Hashable {
    public var name: String
    public var minutes: Quantity
    public var cost: Amount
    /// Cost of doing it once.
    public var driverRate: Double
  }

  /// Costs the minutes; nil where there are neither minutes nor capacity, or a figure is out of
  /// range. Where more minutes were used than the practical capacity has, a minute costs what the
  /// used ones cost on average.
  public func costed() -> Result? {
    var minutes: [Quantity] = []
    for work in activities {
      guard let product = work.quantity.multiplied(by: work.unitMinutes) else { return nil }
      minutes.append(product)
    }
    let used = minutes.sum
    let base = max(used, practicalCapacity ?? used)
    guard base.isPositive, let rate = cost.ratio(to: base),
      let split = Allocation.byWeights(cost, weights: minutes + [base - used])
    else { return nil }
    let lines = zip(zip(activities, minutes), split.shares).map { work, share in
      Line(
        name: work.0.name, minutes: work.1, cost: share,
        driverRate: rate * work.0.unitMinutes.doubleValue)
    }
    return Result(
      activities: lines, capacityCostRate: rate, usedMinutes: used, unusedMinutes: base - used,
      unusedCost: split.shares.last ?? 0,
      utilisation: practicalCapacity.flatMap { used.ratio(to: $0) })
  }
}

/// How long one piece of work takes: base minutes, and more for what makes it harder.
///
/// Packaging takes 0.5 minutes, 6.5 more for a special package and 0.2 more for an air shipment
/// (Kaplan & Anderson 2004).
public struct TimeEquation: Sendable, Hashable {
  public var baseMinutes: Quantity
  public var terms: [Term]

  public init(baseMinutes: Quantity, terms: [Term] = []) {
    self.baseMinutes = baseMinutes
    self.terms = terms
  }

  /// Minutes for one unit of an attribute: a yes counts as 1, a number of items as itself.
  public struct Term: Sendable, Hashable {
    public var attribute: String
    public var minutes: Quantity

    public init(attribute: String, minutes: Quantity) {
      self.attribute = attribute
      self.minutes = minutes
    }
  }

  /// base + Σ minutes × attribute; an attribute that is not given counts nothing. Nil where a product
  /// is out of range.
  public func minutes(_ attributes: [String: Quantity]) -> Quantity? {
    minutes(count: 1, attributes: attributes)
  }

  /// The same for work done `count` times whose attributes are sums over all of it.
  public func minutes(count: Quantity, attributes: [String: Quantity]) -> Quantity? {
    guard var sum = baseMinutes.multiplied(by: count) else { return nil }
    for term in terms {
      guard let part = term.minutes.multiplied(by: attributes[term.attribute] ?? 0) else {
        return nil
      }
      sum += part
    }
    return sum
  }
}
