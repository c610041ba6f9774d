import FinanceModel

/// The figures that one sales line writes, by slot, and what follows from them (SEMANTICS, reading
/// amounts). One value serves all lines of a table, emptied in between.
struct SalesAmounts {
  /// By slot; meaningless where ``present`` has no bit.
  private var values = BySlot(ExactDecimal.zero)
  /// A bit for every slot that has a value.
  private var present: UInt64 = 0

  /// Where a line's net revenue came from.
  enum Source {
    case net, gross, price, none
  }

  /// How a table's figures are to be taken.
  struct Rules {
    /// Whether the unit price or the amount includes tax.
    var priceIncludesTax = false
    /// Whether the discount is a share of the price rather than an amount.
    var discountIsShare = false
    /// Whether a line is one piece at its price: there is neither quantity nor amount.
    var sellsByPiece = false
  }

  /// What there is to say of a line beside its amounts.
  struct Outcome {
    var source = Source.none
    var isReturn = false
    /// Whether the amount includes tax and nothing says how much.
    var lacksTax = false
    var hasZeroPrice = false
    /// Whether gross revenue stands in its own column.
    var hasGross = false
  }

  mutating func removeAll() { present = 0 }

  subscript(slot: SalesSlot) -> ExactDecimal? {
    get { present & Self.bit(slot) == 0 ? nil : values[slot] }
    set {
      if let newValue {
        values[slot] = newValue
        present |= Self.bit(slot)
      } else {
        present &= ~Self.bit(slot)
      }
    }
  }

  private static func bit(_ slot: SalesSlot) -> UInt64 { 1 << UInt64(slot.rawValue) }

  /// Turns every amount into another currency.
  mutating func convert(by rate: ExactDecimal) {
    for slot in SalesSlot.figures where slot.isMoney {
      if let value = self[slot] { self[slot] = value.multiplied(by: rate) }
    }
  }

  /// Works out what the line comes to.
  ///
  /// Mutating, though nothing changes: the values of all slots, half a kilobyte, would be handed over as a
  /// copy.
  ///
  /// - Parameter line: zero before.
  mutating func fill(_ line: inout LineAmounts, by rules: Rules) -> Outcome {
    var outcome = Outcome()
    outcome.hasGross = self[.gross] != nil
    outcome.hasZeroPrice = self[.unitPrice]?.isZero == true
    let pieces = rules.sellsByPiece ? 1 : self[.quantity]
    let base = self[.gross] ?? product(pieces, self[.unitPrice]) ?? undiscounted(rules)
    let returned = self[.returns] ?? 0
    line.quantity = self[.quantity] ?? 0
    line.discount = deduction(of: base, rules)
    line.rebate = self[.rebate] ?? 0
    chooseNet(&line, &outcome, base: base, returned: returned, rules)
    outcome.isReturn = line.net.isNegative || line.quantity.isNegative
    line.returns = returned + (line.net.isNegative ? -line.net : 0)
    line.gross = base ?? (line.net + line.discount + line.rebate + returned)
    line.list = line.gross
    if let list = product(self[.quantity], self[.listPrice]) {
      line.list = list
      if self[.discount] == nil { line.discount = list - line.net - line.rebate - returned }
    }
    takeCosts(&line, pieces: pieces)
    return outcome
  }

  private func product(_ pieces: Quantity?, _ price: Amount?) -> Amount? {
    guard let pieces, let price else { return nil }
    return pieces.multiplied(by: price)
  }

  /// What a net amount was before a discount that is a share of the price.
  private func undiscounted(_ rules: Rules) -> Amount? {
    guard rules.discountIsShare, let net = self[.net], let discount = self[.discount],
      discount < 1
    else { return nil }
    return net.divided(by: ExactDecimal.one - discount)
  }

  private func deduction(of base: Amount?, _ rules: Rules) -> Amount {
    guard let discount = self[.discount] else { return 0 }
    guard rules.discountIsShare else { return discount }
    return base?.multiplied(by: discount) ?? 0
  }

  private func chooseNet(
    _ line: inout LineAmounts, _ outcome: inout Outcome, base: Amount?, returned: Amount,
    _ rules: Rules
  ) {
    if let net = self[.net] {
      line.net = net
      outcome.source = .net
    } else if let taxInclusive = self[.taxInclusive] {
      line.net = withoutTax(taxInclusive, &outcome)
      outcome.source = .gross
    } else if let base {
      let less = base - line.discount - line.rebate - returned
      line.net = rules.priceIncludesTax && !outcome.hasGross ? withoutTax(less, &outcome) : less
      outcome.source = outcome.hasGross ? .gross : .price
    }
  }

  private func withoutTax(_ amount: Amount, _ outcome: inout Outcome) -> Amount {
    if let tax = self[.tax] { return amount - tax }
    if let taxRate = self[.taxRate] {
      let rate = taxRate > 1 ? taxRate.divided(by: 100) ?? 0 : taxRate
      return amount.divided(by: ExactDecimal.one + rate) ?? amount
    }
    outcome.lacksTax = true
    return amount
  }

  private func takeCosts(_ amounts: inout LineAmounts, pieces: Quantity?) {
    let made = (self[.material] ?? 0) + (self[.labor] ?? 0)
    amounts.productCost = self[.productCost] ?? product(pieces, self[.unitCost]) ?? made
    amounts.commission = self[.commission] ?? 0
    amounts.freight = self[.freight] ?? 0
    amounts.otherCost = (self[.serviceCost] ?? 0) + (self[.relationshipCost] ?? 0)
  }
}
