import FinanceModel

/// The figures of one sales line, and what follows from them (SEMANTICS, reading amounts).
struct SalesAmounts {
  private var quantity: Quantity?
  private var unitPrice: Amount?
  private var listPrice: Amount?
  private var gross: Amount?
  private var net: Amount?
  private var taxInclusive: Amount?
  private var discount: Amount?
  private var rebate: Amount?
  private var returns: Amount?
  private var tax: Amount?
  private var taxRate: Quantity?
  private var productCost: Amount?
  private var unitCost: Amount?
  private var material: Amount?
  private var labor: Amount?
  private var commission: Amount?
  private var freight: Amount?
  private var serviceCost: Amount?
  private var relationshipCost: Amount?

  /// Where a line's net revenue came from.
  enum Source {
    case net, gross, price, none
  }

  /// What a line comes to.
  struct Outcome {
    var source = Source.none
    var quantity: Quantity = 0
    var list: Amount = 0
    var gross: Amount = 0
    var discount: Amount = 0
    var rebate: Amount = 0
    var returns: Amount = 0
    var net: Amount = 0
    var productCost: Amount = 0
    var commission: Amount = 0
    var freight: Amount = 0
    var otherCost: Amount = 0
    var isReturn = false
    /// Whether the amount includes tax and nothing says how much.
    var lacksTax = false
    var hasZeroPrice = false
    /// Whether gross revenue stands in its own column.
    var hasGross = false
  }

  mutating func set(_ slot: SalesSlot, _ value: ExactDecimal) {
    switch slot {
    case .quantity: quantity = value
    case .unitPrice: unitPrice = value
    case .listPrice: listPrice = value
    case .gross: gross = value
    case .net: net = value
    case .taxInclusive: taxInclusive = value
    case .discount: discount = value
    case .rebate: rebate = value
    case .returns: returns = value
    case .tax: tax = value
    case .taxRate: taxRate = value
    case .productCost: productCost = value
    case .unitCost: unitCost = value
    case .material: material = value
    case .labor: labor = value
    case .commission: commission = value
    case .freight: freight = value
    case .serviceCost: serviceCost = value
    case .relationshipCost: relationshipCost = value
    default: break
    }
  }

  /// Turns every amount into another currency.
  mutating func convert(by rate: ExactDecimal) {
    for path in Self.amounts {
      guard let value = self[keyPath: path] else { continue }
      self[keyPath: path] = value.multiplied(by: rate)
    }
  }

  private static var amounts: [WritableKeyPath<SalesAmounts, Amount?>] {
    [
      \.unitPrice, \.listPrice, \.gross, \.net, \.taxInclusive, \.discount, \.rebate, \.returns,
      \.tax, \.productCost, \.unitCost, \.material, \.labor, \.commission, \.freight,
      \.serviceCost, \.relationshipCost,
    ]
  }

  func line(layout: SalesLayout) -> Outcome {
    var line = Outcome()
    line.quantity = quantity ?? 0
    line.hasGross = gross != nil
    line.hasZeroPrice = unitPrice?.isZero == true
    let pieces = layout.sellsByPiece ? 1 : quantity
    let priced = pieces.flatMap { pieces in unitPrice.flatMap { pieces.multiplied(by: $0) } }
    let base = gross ?? priced ?? undiscounted(layout)
    line.discount = deduction(of: base, layout)
    line.rebate = rebate ?? 0
    let returned = returns ?? 0
    chooseNet(&line, base: base, returned: returned, layout)
    line.isReturn = line.net.isNegative || (quantity?.isNegative ?? false)
    line.returns = returned + (line.net.isNegative ? -line.net : 0)
    line.gross = base ?? (line.net + line.discount + line.rebate + returned)
    line.list = line.gross
    if let listPrice, let pieces = quantity, let list = pieces.multiplied(by: listPrice) {
      line.list = list
      if discount == nil { line.discount = list - line.net - line.rebate - returned }
    }
    takeCosts(&line, pieces: pieces)
    return line
  }

  /// What a net amount was before a discount that is a share of the price.
  private func undiscounted(_ layout: SalesLayout) -> Amount? {
    guard layout.discountIsShare, let net, let discount, discount < 1 else { return nil }
    return net.divided(by: ExactDecimal.one - discount)
  }

  private func deduction(of base: Amount?, _ layout: SalesLayout) -> Amount {
    guard let discount else { return 0 }
    guard layout.discountIsShare else { return discount }
    return base?.multiplied(by: discount) ?? 0
  }

  private func chooseNet(
    _ line: inout Outcome, base: Amount?, returned: Amount, _ layout: SalesLayout
  ) {
    if let net {
      line.net = net
      line.source = .net
    } else if let taxInclusive {
      line.net = withoutTax(taxInclusive, &line)
      line.source = .gross
    } else if let base {
      let less = base - line.discount - line.rebate - returned
      line.net = layout.priceIncludesTax && gross == nil ? withoutTax(less, &line) : less
      line.source = gross != nil ? .gross : .price
    }
  }

  private func withoutTax(_ amount: Amount, _ line: inout Outcome) -> Amount {
    if let tax { return amount - tax }
    if let taxRate {
      let rate = taxRate > 1 ? taxRate.divided(by: 100) ?? 0 : taxRate
      return amount.divided(by: ExactDecimal.one + rate) ?? amount
    }
    line.lacksTax = true
    return amount
  }

  private func takeCosts(_ line: inout Outcome, pieces: Quantity?) {
    let made = (material ?? 0) + (labor ?? 0)
    let perUnit = pieces.flatMap { pieces in unitCost.flatMap { pieces.multiplied(by: $0) } }
    line.productCost = productCost ?? perUnit ?? made
    line.commission = commission ?? 0
    line.freight = freight ?? 0
    line.otherCost = (serviceCost ?? 0) + (relationshipCost ?? 0)
  }
}

extension SalesLedger.Line {
  mutating func take(_ outcome: SalesAmounts.Outcome) {
    quantity = outcome.quantity
    list = outcome.list
    gross = outcome.gross
    discount = outcome.discount
    rebate = outcome.rebate
    returns = outcome.returns
    net = outcome.net
    productCost = outcome.productCost
    commission = outcome.commission
    freight = outcome.freight
    otherCost = outcome.otherCost
  }
}
