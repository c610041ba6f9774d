/// The columns of the sales lines.
enum SalesColumns {
  static let date = CanonicalColumn(
    "Date", "日期", .date,
    note("Day of the invoice. Example: 2026-01-15.", "开票日期。示例：2026-01-15。"))
  static let document = CanonicalColumn(
    "Invoice No.", "单据编号", .text,
    note(
      "Number of the invoice or order; lines of one document share it. It counts the orders.",
      "发票号或订单号，同一单据的各行相同；订单数由此统计。"))
  static let customerID = CanonicalColumn(
    "Customer ID", "客户编码", .text,
    note(
      "The same id on every sheet. Lines without one are kept as the line \"unassigned\".",
      "各工作表使用同一编码。未填写的行归入“未分配”一行，不会丢失。"), isRequired: true)
  static let customer = CanonicalColumn(
    "Customer", "客户名称", .text, note("The customer's name.", "客户名称。"))
  static let productID = CanonicalColumn(
    "Product ID", "产品编码", .text, note("Article or service number.", "产品或服务编码。"))
  static let product = CanonicalColumn(
    "Product", "产品名称", .text,
    note("Product or service; gives each customer's preferences.", "产品或服务名称，用于客户偏好分析。"))
  static let channel = CanonicalColumn(
    "Channel", "渠道", .text,
    note("How the sale came about. Example: Direct, Dealer.", "销售渠道。示例：直销、经销商。"))
  static let region = CanonicalColumn(
    "Region", "区域", .text, note("Where the customer is.", "客户所在区域。"))
  static let salesperson = CanonicalColumn(
    "Salesperson", "业务员", .text, note("Who looks after the customer.", "负责该客户的业务员。"))
  static let quantity = CanonicalColumn(
    "Quantity", "数量", .quantity,
    note("Units sold. A negative quantity is a return.", "销售数量；负数表示退货。"))
  static let unitPrice = CanonicalColumn(
    "Unit Price", "单价", .price, note("Price of one unit, without tax.", "不含税单价。"))
  static let grossSales = CanonicalColumn(
    "Gross Sales", "销售额", .amount,
    note("Quantity × unit price, before any deduction.", "数量×单价，扣减前金额。"))
  static let discount = CanonicalColumn(
    "Discount", "折扣", .amount,
    note("Deducted on the invoice; a positive amount.", "发票上的折扣，填正数。"))
  static let rebate = CanonicalColumn(
    "Rebate", "返利", .amount,
    note("Granted afterwards; a positive amount.", "事后返利，填正数。"))
  static let returns = CanonicalColumn(
    "Returns", "退货金额", .amount,
    note("Credit notes on this line; a positive amount.", "本行的退货或折让，填正数。"))
  static let netSales = CanonicalColumn(
    "Net Sales", "净销售额", .amount,
    note(
      "Gross sales less discount, rebate and returns. Left blank, it is worked out.",
      "销售额减折扣、返利和退货；留空则自动计算。"))
  static let tax = CanonicalColumn(
    "Tax", "税额", .amount,
    note("Tax on the line; never part of revenue.", "本行税额，不计入收入。"))
  static let currency = CanonicalColumn(
    "Currency", "币种", .text,
    note("Only where there are several. Example: CNY.", "仅在有多种货币时填写。示例：CNY。"))
  static let productCost = CanonicalColumn(
    "COGS", "销售成本", .amount,
    note("Cost of the goods of this line.", "本行货物的销售成本。"))
  static let commission = CanonicalColumn(
    "Commission", "佣金", .amount, note("Commission on this line.", "本行的销售佣金。"))
  static let freight = CanonicalColumn(
    "Freight", "运费", .amount, note("Outbound freight of this line.", "本行的运输费用。"))

  static let all = [
    date, document, customerID, customer, productID, product, channel, region, salesperson,
    quantity, unitPrice, grossSales, discount, rebate, returns, netSales, tax, currency,
    productCost, commission, freight,
  ]
}
