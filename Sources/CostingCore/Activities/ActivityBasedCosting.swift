public import FinanceModel

/// Activity-based costing in any number of stages: resources to activities, activities to further
/// activities, those to cost objects.
///
/// Each stage splits the amounts of its sources among its targets. What a source's weights leave out
/// (``Flow/unassigned``) stays with the stage and is never pushed on, so that the cost objects' and
/// all stages' unassigned amounts add up to what went in.
public struct ActivityBasedCosting: Sendable, Hashable {
  public var resources: [CostItem]
  public var stages: [Stage]

  public init(resources: [CostItem], stages: [Stage]) {
    self.resources = resources
    self.stages = stages
  }

  /// A name and an amount: a resource, an activity, a cost object.
  public struct CostItem: Sendable, Hashable {
    public var name: String
    public var amount: Amount

    public init(name: String, amount: Amount) {
      self.name = name
      self.amount = amount
    }
  }

  /// How the amounts of one level reach the next.
  public struct Stage: Sendable, Hashable {
    /// The targets, in the order of the weights.
    public var targets: [String]
    /// By name of the source.
    public var flows: [String: Flow]

    public init(targets: [String], flows: [String: Flow]) {
      self.targets = targets
      self.flows = flows
    }
  }

  /// What each target takes of one source: driver quantities, survey shares, minutes.
  public struct Flow: Sendable, Hashable {
    /// Parallel to the stage's targets.
    public var weights: [Quantity]
    /// In the unit of the weights: idle time, organisation-sustaining work.
    public var unassigned: Quantity

    public init(weights: [Quantity], unassigned: Quantity = 0) {
      self.weights = weights
      self.unassigned = unassigned
    }
  }

  /// The amounts of one level after its stage.
  public struct Level: Sendable, Hashable {
    /// Parallel to the stage's targets.
    public var items: [CostItem]
    /// What each target got of each source: `assigned[source][target]`.
    public var assigned: [String: [Amount]]
    /// By source: what none of the targets bears.
    public var unassigned: [String: Amount]

    /// What stays with this stage.
    public var unassignedTotal: Amount { unassigned.values.sum }
  }

  /// Runs all stages.
  ///
  /// - Returns: one level a stage. A source without a flow, or whose weights add up to zero, keeps its
  ///   amount as unassigned.
  /// - Throws: ``ActivityCostingError`` where a flow has more or fewer weights than targets, or names
  ///   no source.
  public func run() throws(ActivityCostingError) -> [Level] {
    var sources = resources
    var levels: [Level] = []
    for (place, stage) in stages.enumerated() {
      try check(stage, place: place, sources: sources)
      let level = stage.passOn(sources)
      sources = level.items
      levels.append(level)
    }
    return levels
  }

  private func check(
    _ stage: Stage, place: Int, sources: [CostItem]
  ) throws(ActivityCostingError) {
    let names = Set(sources.map(\.name))
    for (source, flow) in stage.flows {
      guard flow.weights.count == stage.targets.count else {
        throw .weightsDoNotMatch(stage: place, source: source)
      }
      guard names.contains(source) else { throw .unknownSource(stage: place, source: source) }
    }
  }
}

extension ActivityBasedCosting.Stage {
  fileprivate func passOn(
    _ sources: [ActivityBasedCosting.CostItem]
  ) -> ActivityBasedCosting.Level {
    var level = ActivityBasedCosting.Level(
      items: targets.map { ActivityBasedCosting.CostItem(name: $0, amount: 0) }, assigned: [:],
      unassigned: [:])
    for source in sources {
      guard let flow = flows[source.name],
        let split = Allocation.byWeights(
          source.amount, weights: flow.weights + [flow.unassigned])
      else {
        level.unassigned[source.name, default: 0] += source.amount
        continue
      }
      level.take(split.movingLastToLeftOver(), of: source.name)
    }
    return level
  }
}

extension ActivityBasedCosting.Level {
  fileprivate mutating func take(_ split: AllocationSplit, of source: String) {
    for (place, share) in split.shares.enumerated() { items[place].amount += share }
    unassigned[source, default: 0] += split.leftOver
    let before = assigned[source] ?? Array(repeating: 0, count: split.shares.count)
    assigned[source] = zip(before, split.shares).map(+)
  }
}

/// Why stages do not fit together. Stages count from 0.
public enum ActivityCostingError: Error, Hashable {
  case weightsDoNotMatch(stage: Int, source: String)
  case unknownSource(stage: Int, source: String)
}
