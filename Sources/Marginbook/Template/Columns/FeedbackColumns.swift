/// The columns of the customers' feedback.
enum FeedbackColumns {
  static let customerID = CanonicalColumn(
    "Customer ID", "客户编码", .text,
    note("The id used on the sales lines.", "与销售明细一致的客户编码。"), isRequired: true)
  static let date = CanonicalColumn(
    "Survey Date", "调查日期", .date, note("Day of the answer.", "答复日期。"))
  static let satisfaction = CanonicalColumn(
    "Satisfaction Score", "满意度评分", .whole(1...5),
    note("1 (poor) to 5 (excellent).", "1（差）至5（优）。"))
  static let recommendation = CanonicalColumn(
    "NPS", "净推荐值", .whole(0...10),
    note("Likelihood to recommend, 0 to 10.", "推荐意愿，0至10分。"))
  static let complaints = CanonicalColumn(
    "Complaints", "投诉次数", .whole(0...9_999),
    note("Complaints in the period.", "本期投诉次数。"))
  static let comments = CanonicalColumn(
    "Comments", "意见", .text, note("In the customer's words.", "客户意见。"))

  static let responseHours = CanonicalColumn(
    "First Response (hours)", "首次响应时长(小时)", .quantity,
    note("Hours from a request to the first reply.", "从受理到首次响应的小时数。"))

  static let all = [
    customerID, date, satisfaction, recommendation, complaints, responseHours, comments,
  ]
}
