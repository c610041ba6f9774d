import CostingCore
import FinanceModel

/// Sales by customer and product.
///
/// Lines are put down as they come, and those of a pair joined later: of many customers and products
/// most lines bring a pair of their own, and to look each of them up takes longer than all else that is
/// done with a line. Where it turns out that they do not, pairs are looked up.
struct ProductBook {
  /// Pairs that were joined or are looked up, then lines as they came.
  private var rows: [ProductSales] = []
  /// Whether customer × product pairs were too many to keep.
  private(set) var hasDropped = false

  /// From the first product to behind the last one.
  private var products = 0..<0
  /// How many rows there may be before lines are joined.
  private var most: Int
  /// Places of ``rows`` by half a hash of customer and product, once they are looked up: pairs are
  /// compared anyway, and a table of half the size is more often at hand.
  private var placeByHash: IntegerMap<Int32>?
  private let limit: Int

  /// Lines that tell how often pairs come again.
  private static let sample = 1 << 16
  /// Lines that are put down, where pairs seldom come again, before they are joined.
  private static let stretch = 1 << 20

  /// - Parameter limit: the most customer × product pairs that are kept.
  init(limit: Int = SalesLedger.productPairLimit) {
    self.limit = limit
    most = min(limit, Self.sample)
  }

  /// Makes room for the pairs that so many lines may have; what is not used costs nothing.
  mutating func expect(lines: Int) {
    if rows.isEmpty { rows.reserveCapacity(min(lines, mostPutDown)) }
  }

  /// Adds a line that has a product.
  mutating func add(_ line: SalesLedger.Line) {
    products.extend(to: Int(line.product))
    if placeByHash == nil, rows.count >= most { join() }
    if placeByHash == nil {
      rows.append(Self.row(line))
    } else {
      lookUp(line)
    }
  }

  private static func row(_ line: SalesLedger.Line) -> ProductSales {
    ProductSales(
      customer: line.customer, product: line.product, netRevenue: line.amounts.net,
      quantity: line.amounts.quantity)
  }

  private static func add(_ sales: ProductSales, to row: inout ProductSales) {
    row.netRevenue += sales.netRevenue
    row.quantity += sales.quantity
  }

  /// Ascending by customer, then product; the unassigned line comes last, as it is.
  ///
  /// - Parameter count: how many customers there are.
  func rows(customers count: Int) -> [ProductSales] {
    let last = Int32(clamping: count)
    return rows.joined(
      by: { SalesLedger.slot(of: $0.customer, unassigned: last) }, count: count + 1,
      then: { Int($0.product) }, in: products, { Self.add($1, to: &$0) })
  }

  /// Forgets what is only needed to add lines.
  mutating func close() {
    if rows.count > limit { join() }
    placeByHash = nil
  }
}

// MARK: Many lines

extension ProductBook {
  /// Joins the lines of each pair where that makes a quarter fewer of them, or where they are all that
  /// there may be; pairs are looked up from then on.
  private mutating func join() {
    let customers = rows.lazy.map(\.customer).filter { $0 != SalesLedger.unassignedPlace }.max()
    let joined = rows(customers: Int(customers ?? -1) + 1)
    guard joined.count >= limit || joined.count * 4 < rows.count * 3 else {
      most = min(max(2 * rows.count, Self.stretch), mostPutDown)
      return
    }
    rows = joined
    if rows.count > limit {
      rows.removeLast(rows.count - limit)
      hasDropped = true
    }
    var places = IntegerMap<Int32>(capacity: rows.count)
    for place in rows.indices { _ = Self.look(for: rows[place], in: &places, rows, orPut: place) }
    placeByHash = places
  }

  /// Lines that are more than ``limit`` pairs or a quarter more than their pairs.
  private var mostPutDown: Int { limit * 4 / 3 + 1 }

  private mutating func lookUp(_ line: SalesLedger.Line) {
    let row = Self.row(line)
    guard var places = placeByHash.take() else { return }
    if rows.count >= limit {
      if let place = Self.look(for: row, in: places, rows) {
        Self.add(row, to: &rows[place])
      } else {
        hasDropped = true
      }
    } else if let place = Self.look(for: row, in: &places, rows, orPut: rows.count) {
      Self.add(row, to: &rows[place])
    } else {
      rows.append(row)
    }
    placeByHash = consume places
  }

  /// The place of the row of the same pair; nil where there is none, and then it will be at `new`.
  private static func look(
    for row: ProductSales, in places: inout IntegerMap<Int32>, _ rows: [ProductSales],
    orPut new: Int
  ) -> Int? {
    var key = hash(row.customer, row.product)
    while true {
      let (found, isNew) = places.index(of: key, orInsert: Int32(clamping: new))
      if isNew { return nil }
      if isPair(row, rows[Int(found)]) { return Int(found) }
      key &+= 1
    }
  }

  private static func look(
    for row: ProductSales, in places: IntegerMap<Int32>, _ rows: [ProductSales]
  ) -> Int? {
    var key = hash(row.customer, row.product)
    while let found = places.index(of: key) {
      if isPair(row, rows[Int(found)]) { return Int(found) }
      key &+= 1
    }
    return nil
  }

  private static func isPair(_ left: ProductSales, _ right: ProductSales) -> Bool {
    left.customer == right.customer && left.product == right.product
  }

  private static func hash(_ customer: Int32, _ product: Int32) -> Int32 {
    let key = UInt64(UInt32(bitPattern: customer)) << 32 | UInt64(UInt32(bitPattern: product))
    return Int32(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 32)
  }

  /// Asks for the memory that the look-up of a line's pair begins with.
  @inline(__always)
  func fetchPlace(of line: SalesLedger.LineKeys) {
    placeByHash?.fetch(Self.hash(line.customer, line.product))
  }

  /// Asks for the memory of a line's row, once that of its place is at hand.
  @inline(__always)
  func fetchRow(of line: SalesLedger.LineKeys) {
    let place = placeByHash?.index(of: Self.hash(line.customer, line.product))
    if let place { rows.fetch(Int(place)) }
  }
}
