import FinanceModel

/// The columns of the customer list.
enum CustomerColumns {
  static let customerID = CanonicalColumn(
    "Customer ID", "客户编码", .text,
    note("The id used on the sales lines.", "与销售明细一致的客户编码。"), isRequired: true)
  static let customer = CanonicalColumn(
    "Customer", "客户名称", .text, note("The customer's name.", "客户名称。"))
  static let segment = CanonicalColumn(
    "Segment", "客户类别", .text,
    note("Example: Enterprise, SME, Public.", "示例：大型企业、中小企业、公共机构。"))
  static let channel = CanonicalColumn(
    "Channel", "渠道", .text, note("How the customer came or buys.", "获客或销售渠道。"))
  static let region = CanonicalColumn(
    "Region", "区域", .text, note("Where the customer is.", "客户所在区域。"))
  static let salesperson = CanonicalColumn(
    "Salesperson", "业务员", .text, note("Who looks after the customer.", "负责该客户的业务员。"))
  static let since = CanonicalColumn(
    "Customer Since", "合作起始日", .date,
    note("First day of the relationship; blank counts as before the period.", "合作开始日期；留空视为期初已有客户。"))
  static let status = CanonicalColumn(
    "Status", "状态", .text,
    note("active or lost.", "正常或流失。"), choices: [StatusWords.active, StatusWords.lost])
  static let lostOn = CanonicalColumn(
    "Lost On", "流失日期", .date,
    note("The day a lost customer left.", "客户流失的日期。"))
  static let churnReason = CanonicalColumn(
    "Churn Reason", "流失原因", .text,
    note("Why it left. Example: Price.", "流失原因。示例：价格。"))
  static let referredBy = CanonicalColumn(
    "Referred By", "推荐人", .text,
    note("The id of the customer that recommended you.", "推荐该客户的老客户编码。"))
  static let creditTerms = CanonicalColumn(
    "Credit Terms", "账期", .whole(0...720),
    note("Days until payment is due. Example: 60.", "付款天数。示例：60。"))

  static let all = [
    customerID, customer, segment, channel, region, salesperson, since, status, lostOn,
    churnReason, referredBy, creditTerms,
  ]
}

/// The words of a customer's status.
enum StatusWords {
  static let active = LocalizedText(english: "active", chinese: "正常")
  static let lost = LocalizedText(english: "lost", chinese: "流失")
}
