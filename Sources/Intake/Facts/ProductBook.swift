import CostingCore
import FinanceModel

/// Sales by customer and product, in the order of first mention.
struct ProductBook {
  private(set) var rows: [ProductSales] = []
  /// Whether customer × product pairs were too many to keep.
  private(set) var hasDropped = false

  /// Places of ``rows`` by half a hash of customer and product: pairs are compared anyway, and a table
  /// of half the size is more often at hand.
  private var placeByHash = IntegerMap<Int32>()
  private let limit: Int

  /// - Parameter limit: the most customer × product pairs that are kept.
  init(limit: Int = SalesLedger.productPairLimit) {
    self.limit = limit
  }

  /// Makes room for the pairs that so many lines may have; what is not used costs nothing.
  mutating func expect(lines: Int) {
    if rows.isEmpty { rows.reserveCapacity(min(lines, limit)) }
  }

  /// Adds a line that has a product.
  mutating func add(_ line: SalesLedger.Line) {
    if rows.count >= limit {
      guard let place = place(of: line) else {
        hasDropped = true
        return
      }
      return add(line, at: place)
    }
    let end = rows.count
    var key = Self.hash(of: line)
    while true {
      let (found, isNew) = placeByHash.index(of: key, orInsert: Int32(clamping: end))
      if isNew {
        rows.append(
          ProductSales(customer: line.customer, product: line.product, netRevenue: 0, quantity: 0))
      }
      if isNew || isPair(of: line, at: Int(found)) { return add(line, at: Int(found)) }
      key &+= 1
    }
  }

  private mutating func add(_ line: SalesLedger.Line, at place: Int) {
    rows[place].netRevenue += line.amounts.net
    rows[place].quantity += line.amounts.quantity
  }

  private func place(of line: SalesLedger.Line) -> Int? {
    var key = Self.hash(of: line)
    while let found = placeByHash.index(of: key) {
      if isPair(of: line, at: Int(found)) { return Int(found) }
      key &+= 1
    }
    return nil
  }

  private func isPair(of line: SalesLedger.Line, at place: Int) -> Bool {
    rows[place].customer == line.customer && rows[place].product == line.product
  }

  private static func hash(of line: SalesLedger.Line) -> Int32 {
    let key =
      UInt64(UInt32(bitPattern: line.customer)) << 32 | UInt64(UInt32(bitPattern: line.product))
    return Int32(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 32)
  }

  /// Asks for the memory that the look-up of a line's pair begins with.
  @inline(__always)
  func fetchPlace(of line: SalesLedger.Line) { placeByHash.fetch(Self.hash(of: line)) }

  /// Asks for the memory of a line's row, once that of its place is at hand.
  @inline(__always)
  func fetchRow(of line: SalesLedger.Line) {
    if let place = placeByHash.index(of: Self.hash(of: line)) { rows.fetch(Int(place)) }
  }

  /// Ascending by customer, then product; the unassigned line comes last, as it is.
  ///
  /// - Parameter count: how many customers there are.
  func rows(customers count: Int) -> [ProductSales] {
    let last = Int32(clamping: count)
    return rows.grouped(
      by: { SalesLedger.slot(of: $0.customer, unassigned: last) }, count: count + 1,
      then: { $0.product < $1.product })
  }

  /// Forgets what is only needed to add lines.
  mutating func close() { placeByHash = IntegerMap() }
}
