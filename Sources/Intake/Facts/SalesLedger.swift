import CLinux
import CostingCore
import FinanceModel

/// What all sales lines of a workbook add up to, customer by customer.
///
/// Holds memory by customers, documents and customer × product pairs, never by lines.
struct SalesLedger {
  /// Parallel to the register's customers.
  var facts: [SalesFacts] = []
  /// Sales before the period, parallel to the register's customers.
  var prior: [SalesFacts] = []
  var unassigned = SalesFacts()
  var priorUnassigned = SalesFacts()
  var months = MonthBook()
  /// Months before the period, and the one it begins in as far as it lies before.
  var priorMonths = MonthBook()
  var products: ProductBook
  var firstDay: Day?
  var lastDay: Day?

  private var documents = DocumentBook()
  private(set) var orderDays = OrderDays()

  /// The most customer × product pairs that are kept.
  static let productPairLimit = 2_000_000
  /// At least as many lines a customer are common; of fewer, there is room to be made.
  private static let linesOfCustomer = 8
  /// The unassigned line's place in months and ``products`` until customers are counted.
  static let unassignedPlace: Int32 = 0x00FF_FFFF

  init(pairLimit: Int = SalesLedger.productPairLimit) {
    products = ProductBook(limit: pairLimit)
  }

  /// Makes room for what so many lines may bring.
  mutating func expect(lines: Int) {
    if facts.isEmpty { facts.reserveCapacity(lines / Self.linesOfCustomer) }
    documents.expect(lines: lines)
    months.expect(lines: lines)
    products.expect(lines: lines)
    orderDays.expect(lines: lines)
  }

  /// Whom a line is of and what was sold.
  struct LineKeys {
    /// The register's index; ``unassignedPlace`` for none.
    var customer: Int32
    /// Index of the document; negative for none.
    var document: Int32 = -1
    /// Index of the product; negative for none.
    var product: Int32 = -1
    /// Whether it lies before the period.
    var isPrior = false
  }

  /// A sales line with its amounts in currency units.
  struct Line {
    var keys: LineKeys
    var day: Day?
    /// Whether it is cost that a customer has without a sales line, such as an order's freight.
    var isCostOnly = false
    var amounts = LineAmounts()

    init(customer: Int32) { keys = LineKeys(customer: customer) }

    var customer: Int32 {
      get { keys.customer }
      set { keys.customer = newValue }
    }
    var document: Int32 {
      get { keys.document }
      set { keys.document = newValue }
    }
    var product: Int32 {
      get { keys.product }
      set { keys.product = newValue }
    }
    var isPrior: Bool {
      get { keys.isPrior }
      set { keys.isPrior = newValue }
    }
  }

  /// Adds lines in their order.
  ///
  /// Of many customers each line meets others than the line before. So the memory that adding a line
  /// will change is asked for when the group of lines two before its own is added, and what is found
  /// by way of that memory one group before: in groups, so that the processor looks up many addresses
  /// at once.
  mutating func take(_ lines: LineBlock, count: Int) {
    let (step, factsSize) = (Self.groupLength, Self.plainFactsSize)
    for start in stride(from: -2 * step, to: count, by: step) {
      for place in Self.group(from: start + 2 * step, of: count) {
        fetchPlaces(for: lines.keys(at: place), factsSize)
      }
      for place in Self.group(from: start + step, of: count) {
        fetchRows(for: lines.keys(at: place))
      }
      for place in Self.group(from: start, of: count) { take(lines[place]) }
    }
  }

  /// Lines whose memory is asked for together.
  private static let groupLength = 8

  @inline(__always)
  private static func group(from start: Int, of count: Int) -> Range<Int> {
    (start..<start + groupLength).clamped(to: 0..<count)
  }

  /// - Parameter factsSize: how many bytes of a customer's facts are asked for.
  @inline(__always)
  private func fetchPlaces(for line: LineKeys, _ factsSize: Int) {
    let place = Int(line.customer)
    guard !line.isPrior, place < facts.count else { return }
    facts.withUnsafeBytes { bytes in
      let start = place * MemoryLayout<SalesFacts>.stride
      for offset in stride(from: 0, to: factsSize, by: 64) {
        linux_prefetch(bytes.baseAddress.map { $0 + start + offset })
      }
    }
    months.fetchPlace(for: line.customer)
    orderDays.fetch(for: line.customer)
    if line.product >= 0 { products.fetchPlace(of: line) }
    if line.document >= 0 { documents.fetch(line.document, of: line.customer) }
  }

  @inline(__always)
  private func fetchRows(for line: LineKeys) {
    guard !line.isPrior else { return }
    months.fetchRow(for: line.customer)
    if line.product >= 0 { products.fetchRow(of: line) }
  }

  /// How much of a customer's facts a plain line changes.
  private static let plainFactsSize =
    MemoryLayout<SalesFacts>.offset(of: \.discount) ?? MemoryLayout<SalesFacts>.size

  /// Adds a line, and its day to those that tell the period.
  mutating func take(_ line: Line) {
    if line.isCostOnly { return addCost(line) }
    if !line.isPrior, let day = line.day { note(day) }
    add(line)
  }

  mutating func add(_ line: Line) {
    let isNewOrder = line.document >= 0 && documents.take(line.document, of: line.customer)
    let news = takeDay(of: line)
    if line.customer == Self.unassignedPlace {
      if line.isPrior {
        Self.add(line, to: &priorUnassigned, isNewOrder, news)
      } else {
        Self.add(line, to: &unassigned, isNewOrder, news)
      }
    } else {
      let place = Int(line.customer)
      if line.isPrior {
        if place >= prior.count { Self.extend(&prior, to: place) }
        Self.add(line, to: &prior[place], isNewOrder, news)
      } else {
        if place >= facts.count { Self.extend(&facts, to: place) }
        Self.add(line, to: &facts[place], isNewOrder, news)
      }
    }
    addMonth(line, isOrder: isNewOrder || (line.document < 0 && news.isOrderDay))
    if line.product >= 0, !line.isPrior { products.add(line) }
  }

  private mutating func takeDay(of line: Line) -> OrderDays.News {
    guard let day = line.day?.number else { return OrderDays.News() }
    return orderDays.insert(day, of: line.customer, isPurchase: line.amounts.net.isPositive)
  }

  /// Adds cost that a customer has without a sales line of its own, such as an order's freight.
  mutating func addCost(_ line: Line) {
    if line.customer == Self.unassignedPlace {
      Self.addCost(line, to: line.isPrior ? \.priorUnassigned : \.unassigned, of: &self)
    } else {
      let place = Int(line.customer)
      if line.isPrior {
        if place >= prior.count { Self.extend(&prior, to: place) }
        Self.addCost(line, to: &prior[place])
      } else {
        if place >= facts.count { Self.extend(&facts, to: place) }
        Self.addCost(line, to: &facts[place])
      }
    }
    if !line.amounts.directCost.isZero { addMonth(line, isOrder: false) }
  }

  private static func addCost(
    _ line: Line, to path: WritableKeyPath<SalesLedger, SalesFacts>, of ledger: inout SalesLedger
  ) {
    addCost(line, to: &ledger[keyPath: path])
  }

  private static func addCost(_ line: Line, to facts: inout SalesFacts) {
    facts.productCost += line.amounts.productCost
    facts.commission += line.amounts.commission
    facts.freight += line.amounts.freight
    facts.otherDirectCost += line.amounts.otherCost
  }

  private static func extend(_ facts: inout [SalesFacts], to place: Int) {
    while facts.count <= place { facts.append(SalesFacts()) }
  }

  private static func add(
    _ line: Line, to facts: inout SalesFacts, _ isNewOrder: Bool, _ news: OrderDays.News
  ) {
    facts.lines += 1
    if isNewOrder { facts.orders += 1 }
    if news.isOrderDay { facts.orderDays += 1 }
    let amounts = line.amounts
    facts.quantity += amounts.quantity
    facts.listRevenue += amounts.list
    facts.grossRevenue += amounts.gross
    facts.netRevenue += amounts.net
    facts.productCost += amounts.productCost
    if !amounts.isPlain {
      facts.discount += amounts.discount
      facts.rebate += amounts.rebate
      facts.returns += amounts.returns
      facts.commission += amounts.commission
      facts.freight += amounts.freight
      facts.otherDirectCost += amounts.otherCost
    }
    guard let day = line.day else { return }
    if let first = facts.firstOrder, first <= day {
      if first == day { facts.firstDayRevenue += line.amounts.net }
    } else {
      facts.firstOrder = day
      facts.firstDayRevenue = line.amounts.net
    }
    if facts.lastOrder.map({ $0 < day }) ?? true { facts.lastOrder = day }
    facts.purchases = (facts.purchases ?? PurchaseDays()).adding(
      line.amounts.net, on: day, isNewDay: news.isPurchaseDay)
  }

  private mutating func addMonth(_ line: Line, isOrder: Bool) {
    guard let day = line.day else { return }
    if line.isPrior {
      priorMonths.add(line, day, isOrder: isOrder)
    } else {
      months.add(line, day, isOrder: isOrder)
    }
  }

  /// Gives ``facts`` and ``prior`` away: one of each is enough.
  mutating func takeFacts() -> (facts: [SalesFacts], prior: [SalesFacts]) {
    defer { (facts, prior) = ([], []) }
    return (facts, prior)
  }

  /// Forgets what is only needed to add lines; none is added after it.
  mutating func close() {
    months.close()
    priorMonths.close()
    products.close()
    documents = DocumentBook()
  }

  /// Forgets sales by day, month and product, once what is needed of them stands in the inputs. Giving back
  /// their memory, which is most of what sales take, is left to another thread.
  mutating func dropDetail() {
    let detail = (months, priorMonths, products, orderDays)
    (months, priorMonths, products, orderDays) = (
      MonthBook(), MonthBook(), ProductBook(), OrderDays()
    )
    letGo(of: detail, after: 0)
  }

  /// The place of a line's customer among the customers, the unassigned line's where it has none.
  static func slot(of customer: Int32, unassigned place: Int32) -> Int {
    Int(customer == unassignedPlace ? place : customer)
  }

  /// Gives rows that come last and are the unassigned line's its place among the customers.
  static func place<Row>(
    unassigned place: Int32, in rows: inout [Row], _ customer: WritableKeyPath<Row, Int32>
  ) {
    // Only looked at where none is: rows that are shared would be copied to be changed.
    let last = rows.lastIndex { $0[keyPath: customer] != unassignedPlace }
    for index in (last ?? -1) + 1..<rows.count { rows[index][keyPath: customer] = place }
  }

  /// Notes a day that a line counts for, to know the period where no setting gives it.
  mutating func note(_ day: Day) {
    if firstDay.map({ day < $0 }) ?? true { firstDay = day }
    if lastDay.map({ day > $0 }) ?? true { lastDay = day }
  }
}
