import CLinux

/// A value for every customer, by register index, which grows with the customers met; lines without a
/// customer have one of their own.
struct ByCustomer<Value> {
  private var values: [Value] = []
  private var unassigned: Value
  /// What a customer has that was not met yet.
  private let initial: Value

  init(_ initial: Value) {
    self.initial = initial
    unassigned = initial
  }

  subscript(customer: Int32) -> Value {
    get {
      if customer == SalesLedger.unassignedPlace { return unassigned }
      return Int(customer) < values.count ? values[Int(customer)] : initial
    }
    set {
      if customer == SalesLedger.unassignedPlace {
        unassigned = newValue
        return
      }
      let missing = Int(customer) + 1 - values.count
      if missing > 0 {
        values += repeatElement(initial, count: max(missing, values.count / 2))
      }
      values[Int(customer)] = newValue
    }
  }
}

extension ByCustomer {
  /// Asks for the memory of a customer's value.
  @inline(__always)
  func fetch(_ customer: Int32) {
    guard Int(customer) < values.count else { return }
    values.withUnsafeBufferPointer { values in
      linux_prefetch(values.baseAddress.map { $0 + Int(customer) })
    }
  }
}

extension ByCustomer: Sendable where Value: Sendable {}
