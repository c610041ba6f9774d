import FinanceModel

extension ServiceFlow {
  /// Each service department gives to the operating ones and to the service departments that have
  /// not given yet.
  mutating func stepDown(firstNamed names: [String]) {
    order = stepDownOrder(firstNamed: names)
    var closed = Set<Int>()
    for service in order {
      closed.insert(service)
      let amount = departments[service].amount + received(by: service)
      pass(amount, from: service) { !closed.contains($0) }
    }
  }

  /// The named ones first, then by share of service given to other service departments; ties to the
  /// larger cost, then to the earlier row.
  private func stepDownOrder(firstNamed names: [String]) -> [Int] {
    let places = Dictionary(
      services.map { (NameKey(departments[$0].name), $0) }, uniquingKeysWith: { first, _ in first })
    var order: [Int] = []
    for name in names {
      if let place = places[NameKey(name)], !order.contains(place) { order.append(place) }
    }
    let rest = services.filter { !order.contains($0) }
    return order + rest.sorted(by: givesBefore)
  }

  private func givesBefore(_ first: Int, _ second: Int) -> Bool {
    let (one, other) = (shareToServices(first), shareToServices(second))
    if one != other { return one > other }
    let (amount, otherAmount) = (departments[first].amount, departments[second].amount)
    return amount == otherAmount ? first < second : amount > otherAmount
  }

  private func shareToServices(_ place: Int) -> ExactDecimal {
    let given = use[place].enumerated().filter { isService($0.offset) }.map(\.element).sum
    return given.divided(by: use[place].sum) ?? 0
  }
}
