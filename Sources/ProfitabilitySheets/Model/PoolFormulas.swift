import CostingCore
import FinanceModel
import PluginKit

/// A figure of a sheet: the engine's value, and the formula that gives it where one provably does.
struct LiveFigure: Sendable {
  var formula: String?
  var value: Double

  init(_ formula: String?, _ value: Double) {
    self.formula = formula
    self.value = value
  }

  /// The formula where what it computes is the engine's figure, else the figure alone.
  static func checked(_ formula: String, computes: Double, engine: Double) -> LiveFigure {
    LiveFigure(agrees(computes, engine) ? formula : nil, engine)
  }

  /// Whether two figures are the same to a spreadsheet: within 2 × 10⁻¹⁰.
  static func agrees(_ left: Double, _ right: Double) -> Bool {
    left == right
      || (left - right).magnitude <= 2e-10 * max(1, max(left.magnitude, right.magnitude))
  }
}

/// The column of a pool or an activity on the allocation sheet: its parameters and the formula of
/// its customers' cells.
struct AllocationColumn: Sendable {
  var quantity: LiveFigure?
  var rate: LiveFigure?
  var minutes: LiveFigure?
  var amount = LiveFigure(nil, 0)
  var received = LiveFigure(nil, 0)
  var unallocated = LiveFigure(nil, 0)
  var unused = LiveFigure(nil, 0)
  /// One a customer in the order of the sheet; empty where nothing was allocated.
  var customers: [Double] = []
  /// `{r}` is the customer's row; nil where the cells are values.
  var customerFormula: String?
  /// Why the customers' cells are values.
  var reason: LocalizedText?
}

/// Works out which figures of the allocation sheet can be formulas.
struct AllocationFormulas {
  let book: ProfitBook
  let facts: FactsLayout
  let layout: AllocationLayout

  init(_ book: ProfitBook) {
    self.book = book
    facts = FactsLayout(book)
    layout = AllocationLayout(book)
  }

  /// The columns of the pools, in the order of the sheet.
  func pools() -> [AllocationColumn] {
    book.context.shared("pools") { layout.poolOrder.map { pool($0) } }
  }

  /// The columns of the activities, in the order of the sheet.
  func activities() -> [AllocationColumn] { layout.activityOrder.map { activity($0) } }

  // MARK: Addresses

  /// A parameter's cell within the sheet, `G$11`.
  func local(_ parameter: AllocationLayout.Parameter, _ column: Int) -> String {
    guard let row = layout.row(parameter) else { return "0" }
    return "\(CellAddress.letters(ofColumn: column))$\(row)"
  }

  /// What a pool has to give, `G$11+G$12`, in brackets where it is a sum.
  private func totalText(_ column: Int) -> String {
    layout.row(.received) == nil
      ? local(.amount, column)
      : "(\(local(.amount, column))+\(local(.received, column)))"
  }

  // MARK: Pools

  private func pool(_ place: Int) -> AllocationColumn {
    let result = book.results.pools[place]
    let column = layout.column(ofPool: place) ?? 0
    var made = AllocationColumn()
    made.amount = amount(result)
    made.received = received(place)
    made.customers = book.order.column(result.byCustomer, book.shown)
    made.unallocated = LiveFigure(nil, book.shown(result.unallocated))
    made.unused = LiveFigure(nil, book.shown(result.unusedCapacity))
    if result.byCustomer.isEmpty { made.customers = [] }
    let activities = book.results.activities.indices.filter {
      book.results.activities[$0].pool == result.name
    }
    if !activities.isEmpty {
      sumOfActivities(activities, &made)
    } else if result.method != .unallocated, !made.customers.isEmpty {
      rateTimesDriver(result, column, &made)
    }
    rest(result, column, &made)
    return made
  }

  /// The pool's own cell in the team's workbook where it has one.
  private func amount(_ result: PoolResult) -> LiveFigure {
    let value = book.shown(result.amount)
    guard case .cell(let cell) = result.provenance else { return LiveFigure(nil, value) }
    let factor = book.unitFactor(at: cell)
    return LiveFigure(cell.reference + book.scaling(fromFactor: factor), value)
  }

  /// What came to a pool of what its department received: in proportion to the pools' amounts.
  private func received(_ place: Int) -> LiveFigure {
    let value = book.shown(book.results.pools[place].received)
    let pools = book.inputs.costPools
    let departments = book.results.serviceDepartments
    guard value != 0, pools.indices.contains(place),
      let key = pools[place].department?.foldedName,
      let department = departments.firstIndex(where: { $0.name.foldedName == key })
    else { return LiveFigure(nil, value) }
    let peers = pools.indices.filter { pools[$0].department?.foldedName == key }
    let cells = peers.compactMap { layout.column(ofPool: $0).map { local(.amount, $0) } }
    let whole = peers.reduce(0.0) { $0 + book.shown(book.results.pools[$1].amount) }
    guard whole > 0, cells.count == peers.count, let column = layout.column(ofPool: place) else {
      return LiveFigure(nil, value)
    }
    let cell = ServiceDepartmentSection(book: book)
      .receivedCell(department, row: layout.departmentsRow)
    return .checked(
      "\(cell)*\(local(.amount, column))/(\(cells.joined(separator: "+")))",
      computes: book.shown(departments[department].received)
        * book.shown(book.results.pools[place].amount) / whole, engine: value)
  }

  private func sumOfActivities(_ activities: [Int], _ made: inout AllocationColumn) {
    let columns = activities.compactMap { layout.column(ofActivity: $0) }.sorted()
    guard let first = columns.first, let last = columns.last, !made.customers.isEmpty else {
      return
    }
    let sums = book.order.column { place in
      activities.reduce(0.0) { sum, activity in
        let byCustomer = book.results.activities[activity].byCustomer
        return sum + (byCustomer.indices.contains(place) ? book.shown(byCustomer[place]) : 0)
      }
    }
    let formula =
      "SUM(\(CellAddress.letters(ofColumn: first)){r}:\(CellAddress.letters(ofColumn: last)){r})"
    settle(formula, computes: sums, &made)
  }

  private func rateTimesDriver(
    _ result: PoolResult, _ column: Int, _ made: inout AllocationColumn
  ) {
    guard let kind = factKind(result), let range = facts.range(kind) else {
      made.rate = result.rate.map { LiveFigure(nil, book.shown($0)) }
      made.reason = LocalizedText(
        english: "its driver is not among the facts", chinese: "其动因不在动因表中")
      return
    }
    let channel = result.channel
    var weights = book.facts(kind)
    if channel != nil {
      for (position, place) in book.order.places.enumerated() where !isServed(place, by: channel) {
        weights[position] = 0
      }
    }
    let total = weights.reduce(0, +)
    made.quantity = quantity(kind, channel, total)
    let rate = self.rate(result, column, total: total)
    made.rate = rate
    let letters = CellAddress.letters(ofColumn: column)
    let product = "\(letters)$\(layout.row(.rate) ?? 0)*INDEX(\(range),$A{r})"
    let formula =
      channel.map { channel in
        "IF($\(CellAddress.letters(ofColumn: layout.channelColumn ?? 1)){r}="
          + "\(channel.quotedForFormula),\(product),0)"
      } ?? product
    settle(formula, computes: weights.map { $0 * rate.value }, &made)
  }

  private func isServed(_ place: Int, by channel: String?) -> Bool {
    guard let channel else { return true }
    return book.inputs.customers[place].channel?.lowercased() == channel.lowercased()
  }

  /// The fact that a pool is spread by.
  private func factKind(_ result: PoolResult) -> FactColumn.Kind? {
    switch result.method {
    case .even: .evenShare
    case .revenue: .measure(.netRevenue)
    case .driver, .percent, .fixed: result.driverPlace.flatMap { book.factKind(ofDriverAt: $0) }
    case .unallocated: nil
    }
  }

  private func quantity(
    _ kind: FactColumn.Kind, _ channel: String?, _ total: Double
  ) -> LiveFigure? {
    guard let channel, let range = facts.range(kind), let column = layout.channelColumn else {
      return facts.total(kind).map { LiveFigure($0, total) }
    }
    let letters = CellAddress.letters(ofColumn: column)
    let channels = "$\(letters)$\(layout.firstRow):$\(letters)$\(layout.lastRow)"
    return LiveFigure("SUMIF(\(channels),\(channel.quotedForFormula),\(range))", total)
  }

  private func rate(
    _ result: PoolResult, _ column: Int, total: Double
  ) -> LiveFigure {
    let cost = book.shown(result.amount + result.received)
    let text = totalText(column)
    let quantity = local(.quantity, column)
    switch result.method {
    case .percent:
      return total <= 1.000000001 ? LiveFigure(text, cost) : LiveFigure("\(text)/100", cost / 100)
    case .fixed:
      return LiveFigure(nil, 1 / Double(book.unitFactor))
    default:
      if let capacity = result.practicalCapacity?.doubleValue, capacity > 0 {
        return LiveFigure(
          "\(text)/MAX(\(quantity),\(local(.capacity, column)))", cost / max(total, capacity))
      }
      return total == 0 ? LiveFigure(nil, 0) : LiveFigure("\(text)/\(quantity)", cost / total)
    }
  }

  /// Takes the formula where it gives the engine's figure for every customer.
  private func settle(_ formula: String, computes: [Double], _ made: inout AllocationColumn) {
    let agree = zip(computes, made.customers).allSatisfy { LiveFigure.agrees($0, $1) }
    if agree {
      made.customerFormula = formula
    } else if let unit = book.inputs.settings.rounding {
      made.reason = LocalizedText(
        english: "rounded to multiples of \(unit) by largest remainder",
        chinese: "按最大余额法舍入到 \(unit) 的整数倍")
    } else {
      made.reason = LocalizedText(
        english: "rate × quantity is not the engine's figure for every customer",
        chinese: "并非每个客户都等于费率×用量")
    }
  }

  /// What no customer bears, by a formula of its own so that the check line checks something.
  private func rest(_ result: PoolResult, _ column: Int, _ made: inout AllocationColumn) {
    let cost = book.shown(result.amount + result.received)
    let text = totalText(column)
    if !result.unusedCapacity.isZero, let rate = made.rate, let quantity = made.quantity,
      let capacity = result.practicalCapacity?.doubleValue, layout.row(.capacity) != nil
    {
      made.unused = .checked(
        "\(local(.rate, column))*MAX(0,\(local(.capacity, column))-\(local(.quantity, column)))",
        computes: rate.value * max(0, capacity - quantity.value), engine: made.unused.value)
    }
    switch result.method {
    case .percent:
      let total = made.quantity?.value ?? 0
      let isFraction = total <= 1.000000001
      made.unallocated = .checked(
        "\(text)*(1-\(local(.quantity, column))\(isFraction ? "" : "/100"))",
        computes: cost * (1 - (isFraction ? total : total / 100)), engine: made.unallocated.value)
    case .fixed:
      let total = (made.quantity?.value ?? 0) / Double(book.unitFactor)
      made.unallocated = .checked(
        "\(text)-\(local(.quantity, column))*\(local(.rate, column))", computes: cost - total,
        engine: made.unallocated.value)
    default:
      if made.customers.isEmpty {
        made.unallocated = .checked(text, computes: cost, engine: made.unallocated.value)
      }
    }
  }

  // MARK: Activities

  private func activity(_ place: Int) -> AllocationColumn {
    let result = book.results.activities[place]
    let column = layout.column(ofActivity: place) ?? 0
    var made = AllocationColumn()
    made.amount = LiveFigure(nil, book.shown(result.amount))
    if !result.byCustomer.isEmpty {
      made.customers = book.order.column(result.byCustomer, book.shown)
    }
    let quantity = result.driverQuantity.doubleValue
    let kind = result.driverPlace.flatMap { book.factKind(ofDriverAt: $0) }
    let total = kind.map { kind in
      book.facts(kind).reduce(0, +)
    }
    made.quantity =
      kind.flatMap { facts.total($0) }.map {
        .checked($0, computes: total ?? 0, engine: quantity)
      } ?? LiveFigure(nil, quantity)
    minutesAndAmount(result, column, &made)
    guard quantity != 0, let kind, let range = facts.range(kind), !made.customers.isEmpty else {
      return made
    }
    let rate = made.amount.value / quantity
    made.rate = LiveFigure("\(local(.amount, column))/\(local(.quantity, column))", rate)
    settle(
      "\(CellAddress.letters(ofColumn: column))$\(layout.row(.rate) ?? 0)*INDEX(\(range),$A{r})",
      computes: book.facts(kind).map { $0 * rate }, &made)
    return made
  }

  private func minutesAndAmount(
    _ result: ActivityResult, _ column: Int, _ made: inout AllocationColumn
  ) {
    guard let place = book.results.pools.firstIndex(where: { $0.name == result.pool }),
      let poolColumn = layout.column(ofPool: place)
    else { return }
    let pool = book.results.pools[place]
    let cost = book.shown(pool.amount + pool.received)
    let engine = made.amount.value
    if let minutes = result.minutes?.doubleValue {
      let unitTime = result.unitTime?.doubleValue ?? 0
      made.minutes = .checked(
        "\(local(.quantity, column))*\(local(.unitTime, column))",
        computes: result.driverQuantity.doubleValue * unitTime, engine: minutes)
      let (all, allMinutes) = minutesOfPool(result.pool)
      let capacity = pool.practicalCapacity?.doubleValue
      let base = capacity.map { max($0, allMinutes) } ?? allMinutes
      let baseText =
        capacity == nil
        ? "SUM(\(all))" : "MAX(\(local(.capacity, poolColumn)),SUM(\(all)))"
      guard base > 0 else { return }
      made.amount = .checked(
        "\(totalText(poolColumn))*\(local(.minutes, column))/\(baseText)",
        computes: cost * minutes / base, engine: engine)
    } else if let share = result.share {
      made.amount = .checked(
        "\(totalText(poolColumn))*\(local(.unitTime, column))", computes: cost * share,
        engine: engine)
    }
  }

  /// The minutes' cells of a pool's activities, and their sum.
  private func minutesOfPool(_ pool: String) -> (String, Double) {
    let places = layout.activityOrder.filter { book.results.activities[$0].pool == pool }
    let columns = places.compactMap { layout.column(ofActivity: $0) }
    let sum = places.reduce(0.0) {
      $0 + (book.results.activities[$1].minutes?.doubleValue ?? 0)
    }
    guard let first = columns.first, let last = columns.last, let row = layout.row(.minutes) else {
      return ("0", sum)
    }
    let letters = (CellAddress.letters(ofColumn: first), CellAddress.letters(ofColumn: last))
    return ("$\(letters.0)$\(row):$\(letters.1)$\(row)", sum)
  }
}

extension ProfitBook {
  /// What the money of the table that holds a cell is multiplied by to give currency units.
  func unitFactor(at cell: SheetCell) -> Int {
    context.tables.first { $0.sheet == cell.sheet && $0.range.contains(cell.cell) }?.unitFactor ?? 1
  }
}
