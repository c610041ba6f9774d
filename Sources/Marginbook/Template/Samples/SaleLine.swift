import FinanceModel

/// An invoice line of a sample. Money in hundredths, deductions positive.
struct SaleLine: Sendable {
  var date: Day
  var document = ""
  /// Nil for a sale over the counter.
  var customer: SampleCustomer?
  var product: SampleProduct
  /// Negative for a return.
  var quantity: Int
  var unitPrice: Int
  var discount = 0
  var rebate = 0
  /// Credit notes on the line.
  var returns = 0
  var productCost = 0
  var commission = 0
  var freight = 0

  var gross: Int { quantity * unitPrice }
  var net: Int { gross - discount - rebate - returns }
}

/// What a sample sells.
struct SampleProduct: Sendable {
  var id: String
  var name: LocalizedText
  /// List price in the latest year, hundredths.
  var listPrice: Int
  /// Cost of one, in thousandths of the list price.
  var costPerMille: Int

  init(_ id: String, _ english: String, _ chinese: String, price: Int, costPerMille: Int) {
    self.id = id
    name = LocalizedText(english: english, chinese: chinese)
    listPrice = price * 100
    self.costPerMille = costPerMille
  }
}

/// A customer of a sample.
struct SampleCustomer: Sendable {
  var id: String
  var name: LocalizedText
  /// What the customer is like to deal with; decides what is drawn for it.
  var manner: Manner
  /// Revenue aimed at in a year, in thousands.
  var yearlyRevenue: Int
  var segment: LocalizedText
  var channel: LocalizedText
  var region: LocalizedText
  var salesperson: LocalizedText
  var since: Day
  var lost: Loss?
  var referredBy: String?
  var creditTerms: Int

  /// When and why a customer left.
  struct Loss: Sendable {
    var day: Day
    var reason: LocalizedText
  }

  /// How a customer buys and what service it takes.
  enum Manner: Sendable, Hashable {
    /// Large orders at list price, few questions.
    case champion
    case solid
    /// Little revenue, little service.
    case quiet
    /// Large revenue at deep discounts, with rush orders, visits and hours of support.
    case demanding
    /// Many small orders.
    case piecemeal
  }
}
