/// Header terms seen in real exports beyond the compiled vocabulary, by column role, in the form of
/// ``VocabularyTerms``.
enum SupplementaryTerms {
  static let headers = """
    customer_id
      Account Number | Cust ID | Customer Key | Client No. | Client Code | 客户代号 | 客户编码ID |
    customer_name
      Name | Company Name | Account Name | 名称 | 客户姓名 | 购方名称 | 公司名称 |
    customer_group
      Industry | Customer Tier | Status | Grade | 客户层级 |
    region
      State | Store | Market | Ship Country | 门店 | 市场 | 省市 |
    product_id
      Stock Code | Product Code | Product Key | 产品代码 | 商品代码 |
    product_name
      Plan | Stock Item | 套餐 | 商品 |
    transaction_date
      Purchase Date | Sale Date | Billing Date | 下单日期 | 销售日期 | 成交日期 |
    period
      Budget Year Name | Fiscal Year | Budget Year | Month Name | Month Number | 财年 | 月 |
    payment_date
      Received Date | Date Paid | Date Received | 实收日期 |
    document_no
      Invoice | Invoice Number | Order | Order ID | Order Number | Sales Order | Receipt No. | ARID |
      单号 | 订单编号 | 发票号码 | 出库单号 | 合同号 |
    revenue_gross
      Gross Amount | Sales Amount | Order Amount | Contract Amount | 含税前销售额 | 合同金额 | 原价金额 |
    revenue_net
      Sales | Ext Price | Extended Price | Line Total | Line Amount | Sales Value | Fee Income | Fees |
      实收金额 | 成交金额 | 销售金额 | 净额 | 收入金额 | 服务收入 | 实付金额 |
    quantity
      Order Quantity | Order Qty | Sold Quantity | 件数量 | 订购数量 | 购买数量 |
    unit_price
      Sale Price | Sales Price | Unit Sales Price | 成交单价 | 实际售价 |
    discount
      Discount Amount | 折扣额 | 折扣金额 | 优惠 |
    returns
      Returned Amount | Return | 退款金额 |
    cogs
      Cost Of Sales | Product Costs | Total Cost Of Goods | Material Cost | 成本 | 总成本 | 货品成本 |
    unit_cost
      Manufacturing Price | Cost Price | Purchase Price | 进价 | 进货价 |
    commission
      Commissions | 佣金金额 |
    freight
      Freight Cost | Freight Charge | Shipping Fee | 运费金额 | 物流费用 |
    account_code
      Account Number | Acct | GL Code |
    account_name
      Account And Account Description | Account Category | Budget Item | Line Item | Expense Item |
      预算科目 | 预算项目 | 项目 | 费用类别 | 支出项目 | 科目 |
    department
      Org Description | Cost Center Name | 部门名称 | 责任部门 |
    budget
      Budget Amt | Adopted | Adopted Budget | Proposed Budget | Approved | 预算额 | 年初预算 | 调整预算 |
    actual
      Actual Amt | Spent | Actual Spend | Executed | 执行数 | 决算 | 决算数 | 实际支出 |
    credit_terms
      Credit Period | Term Days | 账期天数 |
    aging_current
      Within Terms | 账期内 |
    ar_closing
      Balance | Outstanding Amount | Outstanding Balance | 余额 | 应收款余额 | 欠款 |
    paid_amount
      Paid | Received Amount | Amount Received | 实收 | 已付金额 |
    overdue_days
      Days Late | Late Days |
    active_flag
      State Of Account | Lifecycle Status | 合作情况 |
    satisfaction_score
      Customer Satisfaction | CSAT Score | 满意评分 |
    nps_score
      Net Promoter Score | Would Recommend |
    survey_date
      Date Of Survey | Feedback Date | 反馈日期 |
    complaints
      Number Of Complaints | 投诉 | 投诉数 | 投诉量 |
    first_order_date
      Since | Client Since | Member Since | 开始合作日期 | 客户起始日期 | 成为客户日期 |
    lost_date
      Lost Date | Cancelled On | Cancel Date | 停用日期 | 解约日期 |
    referred_by
      Introduced By | 推荐客户编码 |
    cost_class
      Cost Type | 费用性质 |
    capacity
      Practical Capacity Minutes | 实际产能分钟 |
    marketing_spend
      Spend | Marketing Cost | Cost Of Campaign | Budget Spent | 投入金额 | 花费 | 营销支出 |
    currency
      Currency Code | Cur | 货币代码 |
    exchange_rate
      Rate To Base | FX |
    setting
      Option | Key | 参数 | 项目名称 |
    employee_hours
      Billable Hours | Hours Worked | 计费工时 |
    revenue_tax_inclusive
      Amount Including Tax | Gross Amount Incl. VAT | 含税总额 | 含税合计 |
    """
}
