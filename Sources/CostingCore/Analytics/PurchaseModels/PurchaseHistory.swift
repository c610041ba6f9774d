/// What the buying-till-death models need to know of a customer.
///
/// Purchases of one day are one purchase, and the first is the trial that begins the clock (Fader,
/// Hardie & Lee, Marketing Science 24, 2005).
public struct PurchaseHistory: Sendable, Hashable {
  /// Repeat purchases: days with a purchase, less one.
  public var repeats: Int
  /// Time of the last repeat purchase since the first purchase (t_x); 0 without repeats.
  public var last: Double
  /// Time observed since the first purchase (T), in the same unit.
  public var observed: Double

  public init(repeats: Int, last: Double, observed: Double) {
    self.repeats = repeats
    self.last = last
    self.observed = observed
  }

  /// Whether the figures can be of a customer.
  var isPlausible: Bool {
    repeats >= 0 && last >= 0 && observed >= last && observed.isFinite
      && (repeats > 0 || last == 0)
  }
}

/// Histories grouped by equal figures, so that a likelihood is summed over distinct ones only.
struct GroupedHistories {
  /// Distinct histories with the number of customers of each.
  private(set) var groups: [Group] = []
  /// Distinct numbers of repeats, ascending, with the number of customers of each.
  private(set) var repeats: [(count: Int, customers: Double)] = []
  /// Distinct times, of t_x and T alike.
  private(set) var times: [Double] = []
  /// Distinct pairs of repeats and a time, either t_x or T.
  private(set) var moments: [Moment] = []
  private(set) var customers = 0
  private(set) var repeatBuyers = 0
  private(set) var meanObserved = 0.0

  struct Group {
    /// Place in ``GroupedHistories/repeats``.
    var repeats: Int32
    /// Places in ``GroupedHistories/moments``.
    var last: Int32
    var observed: Int32
    var customers: Double
  }

  /// A number of repeats and a time.
  struct Moment: Hashable {
    var repeats: Double
    /// Place in ``GroupedHistories/times``.
    var time: Int32
  }

  /// Where what was met has been put.
  private struct Places {
    var byTime: [Double: Int32] = [:]
    var byMoment: [Moment: Int32] = [:]
  }

  init(_ histories: some Sequence<PurchaseHistory>) {
    var counts: [PurchaseHistory: Int] = [:]
    for history in histories where history.isPlausible { counts[history, default: 0] += 1 }
    let distinct = counts.sorted { left, right in
      (left.key.repeats, left.key.last, left.key.observed)
        < (right.key.repeats, right.key.last, right.key.observed)
    }
    var places = Places()
    groups.reserveCapacity(distinct.count)
    for (history, count) in distinct { add(history, count, &places) }
    if customers > 0 { meanObserved /= Double(customers) }
  }

  private mutating func add(_ history: PurchaseHistory, _ count: Int, _ places: inout Places) {
    let weight = Double(count)
    customers += count
    if history.repeats > 0 { repeatBuyers += count }
    meanObserved += history.observed * weight
    if repeats.last?.count != history.repeats { repeats.append((history.repeats, 0)) }
    repeats[repeats.count - 1].customers += weight
    groups.append(
      Group(
        repeats: Int32(truncatingIfNeeded: repeats.count - 1),
        last: place(of: history.repeats, at: history.last, &places),
        observed: place(of: history.repeats, at: history.observed, &places),
        customers: weight))
  }

  private mutating func place(of repeats: Int, at time: Double, _ places: inout Places) -> Int32 {
    let moment = Moment(
      repeats: Double(repeats), time: Self.place(of: time, in: &times, &places.byTime))
    return Self.place(of: moment, in: &moments, &places.byMoment)
  }

  private static func place<Value: Hashable>(
    of value: Value, in values: inout [Value], _ places: inout [Value: Int32]
  ) -> Int32 {
    if let place = places[value] { return place }
    let place = Int32(truncatingIfNeeded: values.count)
    places[value] = place
    values.append(value)
    return place
  }
}
