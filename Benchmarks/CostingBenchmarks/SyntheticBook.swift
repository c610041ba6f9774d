import CostingCore
import FinanceModel

/// A workbook made up from a seed: the same one on every machine.
struct SyntheticBook {
  let customers: Int
  /// One driver a pool: whole numbers, hours with two decimals, sparse counts, large amounts.
  let drivers: [[Quantity]]
  private let revenue: [Amount]

  init(customers: Int, pools: Int) {
    var generator = SeededGenerator(seed: 20_260_101)
    self.customers = customers
    drivers = (0..<pools).map { pool in
      (0..<customers).map { _ in Self.quantity(kind: pool % 4, &generator) }
    }
    revenue = (0..<customers).map { _ in Self.decimal(Int(generator.next() % 9_000_000), places: 2)
    }
  }

  func amount(ofPool pool: Int) -> Amount {
    Self.decimal(1_234_567_89 + pool * 7_654_321, places: 2)
  }

  func inputs() -> CostingInputs {
    var inputs = CostingInputs()
    inputs.customers = (0..<customers).map { Customer(id: CustomerID("C\($0)"), name: "C\($0)") }
    inputs.measures = [.netRevenue, .productCost]
    inputs.sales = revenue.map { revenue in
      var facts = SalesFacts()
      facts.lines = 1
      facts.orders = 1
      facts.netRevenue = revenue
      facts.productCost = Amount(units: revenue.units / 2)
      return facts
    }
    inputs.drivers = drivers.enumerated().map { Driver(name: "driver \($0)", quantities: $1) }
    inputs.costPools = drivers.indices.map { place in
      var pool = CostPool(name: "pool \(place)", amount: amount(ofPool: place), method: .driver)
      pool.driver = "driver \(place)"
      return pool
    }
    return inputs
  }

  private static func quantity(kind: Int, _ generator: inout SeededGenerator) -> Quantity {
    let random = Int(truncatingIfNeeded: generator.next() >> 33)
    switch kind {
    case 0: return Quantity(random % 40)
    case 1: return decimal(random % 90_000, places: 2)
    case 2: return random % 10 == 0 ? Quantity(random % 500) : 0
    default: return decimal(random % 900_000_000, places: 2)
    }
  }

  private static func decimal(_ mantissa: Int, places: Int) -> ExactDecimal {
    ExactDecimal(mantissa: Int128(mantissa), exponent: -places) ?? 0
  }
}
