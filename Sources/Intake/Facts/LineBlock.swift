import CostingCore
import FinanceModel

/// Sales lines on their way to the ledger.
///
/// What most lines have none of lies apart and is not touched then: a line goes from one processor to the
/// other in two cache lines instead of four.
struct LineBlock {
  private let places: UnsafeMutablePointer<Place>
  private let others: UnsafeMutablePointer<Others>

  /// - Parameter capacity: the most lines that it has room for.
  init(capacity: Int) {
    places = .allocate(capacity: capacity)
    others = .allocate(capacity: capacity)
  }

  /// Gives the memory back.
  func deallocate() {
    places.deallocate()
    others.deallocate()
  }

  /// The line at a place from 0; one that was not put there must not be asked for.
  subscript(place: Int) -> SalesLedger.Line {
    @inline(__always) get {
      var line = places[place].line
      if places[place].hasOthers { others[place].put(into: &line.amounts) }
      return line
    }
    @inline(__always) nonmutating set {
      places[place] = Place(newValue)
      if places[place].hasOthers { others[place] = Others(newValue.amounts) }
    }
  }

  /// Whom the line at a place is of and what was sold, with nothing said of its amounts.
  @inline(__always)
  func keys(at place: Int) -> SalesLedger.LineKeys { places[place].keys }

  /// A line without what most have none of.
  private struct Place {
    var keys: SalesLedger.LineKeys
    var isCostOnly: Bool
    var hasOthers: Bool
    var day: Day?
    var quantity: Quantity
    var list: Amount
    var gross: Amount
    var net: Amount
    var productCost: Amount

    @inline(__always)
    init(_ line: SalesLedger.Line) {
      keys = line.keys
      isCostOnly = line.isCostOnly
      hasOthers = !line.amounts.isPlain
      day = line.day
      quantity = line.amounts.quantity
      list = line.amounts.list
      gross = line.amounts.gross
      net = line.amounts.net
      productCost = line.amounts.productCost
    }

    var line: SalesLedger.Line {
      @inline(__always) get {
        var line = SalesLedger.Line(customer: keys.customer)
        line.keys = keys
        line.isCostOnly = isCostOnly
        line.day = day
        line.amounts.quantity = quantity
        line.amounts.list = list
        line.amounts.gross = gross
        line.amounts.net = net
        line.amounts.productCost = productCost
        return line
      }
    }
  }

  /// What ``LineAmounts/isPlain`` lines have none of.
  private struct Others {
    var discount: Amount
    var rebate: Amount
    var returns: Amount
    var commission: Amount
    var freight: Amount
    var otherCost: Amount

    init(_ amounts: LineAmounts) {
      discount = amounts.discount
      rebate = amounts.rebate
      returns = amounts.returns
      commission = amounts.commission
      freight = amounts.freight
      otherCost = amounts.otherCost
    }

    func put(into amounts: inout LineAmounts) {
      amounts.discount = discount
      amounts.rebate = rebate
      amounts.returns = returns
      amounts.commission = commission
      amounts.freight = freight
      amounts.otherCost = otherCost
    }
  }
}
