import FinanceModel

/// What a sales line comes to, in currency units; deductions are positive.
struct LineAmounts: Hashable {
  var quantity: Quantity = 0
  /// At list price, where one is given; else ``gross``.
  var list: Amount = 0
  var gross: Amount = 0
  var discount: Amount = 0
  var rebate: Amount = 0
  /// The returns column, and a negative line as a positive amount.
  var returns: Amount = 0
  var net: Amount = 0
  var productCost: Amount = 0
  var commission: Amount = 0
  var freight: Amount = 0
  var otherCost: Amount = 0

  var directCost: Amount { productCost + commission + freight + otherCost }

  /// Whether there is none of what most lines have none of: deductions and cost beside the product's.
  var isPlain: Bool {
    discount.units | rebate.units | returns.units | commission.units | freight.units
      | otherCost.units == 0
  }
}
