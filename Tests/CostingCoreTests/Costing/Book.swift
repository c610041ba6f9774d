import CostingCore
import FinanceModel

/// A small workbook put together for a test: customers with revenue, pools, drivers.
struct Book {
  var inputs = CostingInputs()

  /// Customers with these revenues, one sales line each; half of it is product cost.
  init(revenue: KeyValuePairs<String, Double>) {
    inputs.measures = [.netRevenue, .productCost]
    for (id, revenue) in revenue {
      inputs.customers.append(Customer(id: CustomerID(id), name: id))
      var facts = SalesFacts()
      facts.lines = 1
      facts.orders = 1
      facts.quantity = 1
      facts.netRevenue = exact(revenue)
      facts.productCost = exact(revenue / 2)
      inputs.sales.append(facts)
    }
  }

  /// Adds a customer that only other tables know.
  mutating func addCustomer(_ id: String) {
    inputs.customers.append(Customer(id: CustomerID(id), name: id))
    inputs.sales.append(SalesFacts())
  }

  mutating func addDriver(_ name: String, _ quantities: [Double]) {
    inputs.drivers.append(Driver(name: name, quantities: exact(quantities)))
  }

  mutating func addPool(
    _ name: String, _ amount: Double, _ method: AllocationMethod, driver: String? = nil,
    capacity: Double? = nil, costClass: CostClass? = nil, level: CostLevel? = nil,
    channel: String? = nil, department: String? = nil
  ) {
    var pool = CostPool(name: name, amount: exact(amount), method: method)
    pool.driver = driver
    pool.practicalCapacity = capacity.map(exact)
    pool.costClass = costClass
    pool.level = level
    pool.channel = channel
    pool.department = department
    pool.provenance = .cell(
      SheetCell(
        sheet: "Cost pools", cell: CellAddress(row: inputs.costPools.count + 2, column: 1)))
    inputs.costPools.append(pool)
  }

  mutating func addActivity(
    _ name: String, pool: String, driver: String, minutes: Double? = nil, share: Double? = nil
  ) {
    var activity = Activity(name: name, pool: pool, driver: driver)
    activity.unitTime = minutes.map(exact)
    activity.share = share.map(exact)
    inputs.activities.append(activity)
  }

  /// The costed book.
  var results: CostingResults { CostingEngine.run(inputs) }
}

extension CostingResults {
  /// The pool of that name.
  func pool(_ name: String) -> PoolResult? { pools.first { $0.name == name } }

  /// The codes of costing's own findings, in order.
  var codes: [String] { findings.map(\.code.id).filter { $0.hasPrefix("COST-") } }

  /// Whether what went in came out, in all and pool by pool.
  var isBalanced: Bool { controls.allSatisfy(\.difference.isZero) }
}
