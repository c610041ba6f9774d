import FinanceModel

/// The canonical workbook with nothing in it but its headers, comments and lists.
enum BlankTemplate {
  static let tables: [SheetTable] = [
    SheetTable(blank: .sales, columns: SalesColumns.all, rowCount: 200),
    SheetTable(blank: .customers, columns: CustomerColumns.all),
    SheetTable(blank: .costPools, columns: CostPoolColumns.all, rowCount: 20),
    SheetTable(blank: .drivers, columns: drivers),
    SheetTable(blank: .activities, columns: ActivityColumns.all, rowCount: 20),
    SheetTable(blank: .serviceDepartments, columns: serviceDepartments, rowCount: 10),
    SheetTable(blank: .budget, columns: BudgetColumns.all, rowCount: 20),
    SheetTable(blank: .receivables, columns: ReceivableColumns.all),
    SheetTable(blank: .marketing, columns: MarketingColumns.all, rowCount: 20),
    SheetTable(blank: .feedback, columns: FeedbackColumns.all),
    SheetTable(blank: .interactions, columns: interactions),
    SheetTable(blank: .market, columns: MarketColumns.all, rowCount: 20),
    .settings(SettingRow.blank),
  ]

  private static let drivers =
    [DriverColumns.customerID]
    + [
      LocalizedText(english: "Support hours", chinese: "支持工时"),
      LocalizedText(english: "Field visits", chinese: "上门拜访"),
      LocalizedText(english: "Pallets", chinese: "托盘数"),
    ].map(DriverColumns.named)

  private static let serviceDepartments =
    ServiceDepartmentColumns.all
    + [
      LocalizedText(english: "IT", chinese: "信息部"),
      LocalizedText(english: "HR", chinese: "人事部"),
      LocalizedText(english: "Customer service", chinese: "客户服务部"),
      LocalizedText(english: "Logistics", chinese: "物流部"),
    ].map(ServiceDepartmentColumns.use)

  private static let interactions =
    [InteractionColumns.customerID, InteractionColumns.date]
    + [
      LocalizedText(english: "Website visits", chinese: "网站访问"),
      LocalizedText(english: "E-mail clicks", chinese: "邮件点击"),
      LocalizedText(english: "Meetings", chinese: "会议次数"),
    ].map(InteractionColumns.named)
}
