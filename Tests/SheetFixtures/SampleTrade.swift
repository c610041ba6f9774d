public import CostingCore
public import FinanceModel
public import SheetPlan

/// A small trading company, made from a seed: its own sheets as plans, and the inputs that intake
/// would make of them, live sums and all.
public struct SampleTrade: Sendable {
  public var inputs = CostingInputs()
  /// The team's own sheets.
  public var sheets: [SheetPlan] = []
  public var tables: [RecognisedTable] = []
  public let language: Language

  struct Line {
    var day: Day
    var document: String
    var customer: Int
    var product: Int
    var quantity: Int
    var gross: Int
    var discount: Int
    var cost: Int
    var commission: Int
    var freight: Int
    var net: Int { gross - discount }
  }

  var lines: [Line] = []

  /// - Parameters:
  ///   - customers: how many, the unassigned line not counted.
  ///   - unit: 1, or 10,000 to write the workbook's money in 万元.
  public init(
    language: Language = .english, customers: Int = 30, unit: Int = 1, hasCosts: Bool = true,
    hasUnassigned: Bool = true, departments: ServiceDepartmentMethod? = .reciprocal
  ) {
    self.language = language
    var random = Generator(state: 42)
    makeCustomers(customers, hasUnassigned)
    makeLines(customers, hasUnassigned, &random)
    inputs.language = language
    inputs.currency = "CNY"
    inputs.company = language == .chinese ? "海蓝商贸有限公司" : "Bluewater Trading Ltd"
    if unit > 1 { inputs.displayUnit = DisplayUnit(factor: unit, label: "万元") }
    inputs.period = Day(year: 2025, month: 1, day: 1).flatMap { start in
      Day(year: 2025, month: 12, day: 31).flatMap { Period(start: start, end: $0) }
    }
    sumSales(hasCosts)
    writeSales(unit, hasCosts)
    if hasCosts {
      makeDrivers(&random)
      makePools(unit)
      if let departments { makeDepartments(departments) }
    }
    makeAnalyses(&random)
  }

  /// The same text in both languages.
  func text(_ english: String, _ chinese: String) -> String {
    language == .chinese ? chinese : english
  }

  private mutating func makeCustomers(_ count: Int, _ hasUnassigned: Bool) {
    let english = ["Alder", "Birch", "Cedar", "Dogwood", "Elm", "Fir", "Gorse", "Hazel", "Ivy"]
    let chinese = ["华东", "南方", "北辰", "金海", "远航", "宏图", "明德", "瑞丰", "天成"]
    let ends = ["Stores", "Retail", "Foods", "Outlet", "Market"]
    let chineseEnds = ["贸易有限公司", "百货", "超市连锁", "食品", "电子商务"]
    let segments = [text("Key", "重点"), text("Regular", "一般"), text("Small", "小型")]
    let channels = [text("Direct", "直销"), text("Online", "线上"), text("Dealer", "经销")]
    for index in 0..<count {
      let name =
        language == .chinese
        ? chinese[index % 9] + chineseEnds[(index / 9 + index) % 5]
        : "\(english[index % 9]) \(ends[(index / 9 + index) % 5])"
      let id = String(1001 + index)
      var customer = Customer(id: CustomerID("C\(id)"), name: name)
      customer.segment = segments[index % 3]
      customer.channel = channels[(index * 7 / 3) % 3]
      customer.region = [text("East", "华东"), text("North", "华北"), text("South", "华南")][index % 3]
      customer.since = Day(year: 2020 + index % 6, month: 1 + index % 12, day: 5)
      if index % 11 == 7 {
        customer.status = .lost
        customer.lostOn = Day(year: 2025, month: 1 + index % 12, day: 20)
        customer.churnReason = [text("Price", "价格"), text("Quality", "质量")][index % 2]
      } else {
        customer.status = .active
      }
      if index > 4, index % 6 == 0 { customer.referredBy = CustomerID("C\(1001 + index / 6)") }
      inputs.customers.append(customer)
    }
    if hasUnassigned {
      inputs.customers.append(Customer(id: .unassigned, name: ""))
    }
  }

  private mutating func makeLines(
    _ customers: Int, _ hasUnassigned: Bool, _ random: inout Generator
  ) {
    for customer in 0..<(customers + (hasUnassigned ? 1 : 0)) {
      let isBlank = customer == customers
      // The last customer buys nothing.
      let count = isBlank ? 3 : customer == customers - 1 ? 0 : 4 + random.below(24)
      for number in 0..<count {
        let month = 1 + random.below(24)
        let day = Day(
          year: 2024 + (month - 1) / 12, month: (month - 1) % 12 + 1, day: 1 + random.below(27))
        guard let day, day.components.year == 2025 || number % 2 == 0 else { continue }
        let quantity = 1 + random.below(60)
        let gross = quantity * (18_000 + random.below(30_000))
        let isReturn = random.below(25) == 0
        let sign = isReturn ? -1 : 1
        let costShare = 52 + random.below(30) + (customer % 7 == 3 ? 12 : 0)
        lines.append(
          Line(
            day: day, document: "S\(day.components.year % 100)-\(customer)\(number)",
            customer: customer, product: random.below(6), quantity: sign * quantity,
            gross: sign * gross, discount: sign * gross * random.below(12) / 100,
            cost: sign * gross * costShare / 100, commission: sign * gross * 3 / 100,
            freight: isReturn ? 0 : 4_500 + random.below(30_000)))
      }
    }
    lines.sort { ($0.day, $0.customer) < ($1.day, $1.customer) }
  }

  /// Cents as an amount.
  func amount(_ cents: Int) -> Amount {
    Amount(mantissa: Int128(cents), exponent: -2) ?? 0
  }
}

/// A small deterministic generator.
struct Generator {
  var state: UInt64

  mutating func below(_ bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(bound))
  }
}
