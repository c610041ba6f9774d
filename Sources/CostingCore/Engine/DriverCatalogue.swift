import FinanceModel

/// Finds drivers by name: of a table of drivers, else built in, else of the interactions.
struct DriverCatalogue {
  private let customers: [Customer]
  private let sales: [SalesFacts]
  private let count: Int
  private let known: [Driver]
  private var places: [NameKey: Int] = [:]
  private var foundBefore: [NameKey: Int?] = [:]
  /// Every driver found so far, in the order of first use.
  private(set) var used: [Driver] = []

  init(_ inputs: CostingInputs) {
    customers = inputs.customers
    sales = inputs.sales
    count = inputs.customerCount
    known = inputs.drivers + inputs.interactions
    for (place, driver) in known.enumerated() where places[NameKey(driver.name)] == nil {
      places[NameKey(driver.name)] = place
    }
  }

  /// The place in ``used`` of the driver of that name; nil where nothing has it.
  mutating func find(_ name: String) -> Int? {
    let key = NameKey(name)
    if let before = foundBefore[key] { return before }
    var place: Int?
    if let driver = driver(named: name, key: key) {
      place = used.count
      used.append(driver)
    }
    foundBefore[key] = .some(place)
    return place
  }

  /// A known name that differs from `name` in little.
  func nearest(to name: String) -> String? {
    NearestName.of(name, among: known.map(\.name) + BuiltInDriver.allCases.flatMap(\.names))
  }

  private func driver(named name: String, key: NameKey) -> Driver? {
    guard !key.isEmpty else { return nil }
    if let place = places[key], known[place].origin != .interactions { return fitted(known[place]) }
    if let builtIn = BuiltInDriver(named: key), !sales.isEmpty {
      return builtIn.driver(named: name, of: sales, count: count)
    }
    return places[key].map { fitted(known[$0]) }
  }

  /// The driver with one quantity for each customer, whatever it was given with.
  private func fitted(_ driver: Driver) -> Driver {
    guard driver.quantities.count != count else { return driver }
    var fitted = driver
    fitted.quantities = Array(driver.quantities.prefix(count))
    fitted.quantities += Array(repeating: 0, count: count - fitted.quantities.count)
    return fitted
  }
}

/// Drivers that the sales lines hold by themselves.
enum BuiltInDriver: CaseIterable {
  case orders, orderLines, quantity, netRevenue

  init?(named key: NameKey) {
    guard let found = Self.allCases.first(where: { $0.names.contains { NameKey($0) == key } })
    else { return nil }
    self = found
  }

  /// What a pool may call it; the first one is its own name in English, the second in Chinese.
  var names: [String] {
    switch self {
    case .orders:
      ["Orders", "订单数", "Order count", "Number of orders", "订单", "订单数量", "单据数", "订单笔数"]
    case .orderLines:
      [
        "Order lines", "订单行数", "Lines", "Number of lines", "Order line count", "订单行", "行数", "明细行数",
      ]
    case .quantity: ["Quantity", "数量", "Units", "Units sold", "销售数量", "销量"]
    case .netRevenue:
      [
        "Net revenue", "净收入", "Revenue", "Net sales", "Sales", "收入", "销售收入", "净销售额", "销售额", "营业收入",
      ]
    }
  }

  func driver(named name: String, of sales: [SalesFacts], count: Int) -> Driver {
    let quantities = (0..<count).map { $0 < sales.count ? quantity(of: sales[$0]) : 0 }
    var driver = Driver(name: name, quantities: quantities, origin: .sales)
    driver.provenance = .derived(
      LocalizedText(
        english: "\(names[0]) of the sales lines", chinese: "销售明细的\(names[1])"))
    return driver
  }

  private func quantity(of facts: SalesFacts) -> Quantity {
    switch self {
    case .orders: Quantity(facts.orders)
    case .orderLines: Quantity(facts.lines)
    case .quantity: facts.quantity
    case .netRevenue: facts.netRevenue
    }
  }
}
