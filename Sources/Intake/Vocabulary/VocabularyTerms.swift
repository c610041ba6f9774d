// Written by scripts/vocabulary; change the vocabulary, not this file.

/// The terms that headers, totals rows and sheet names are recognised by.
///
/// Each table is a list of groups: a head line, then lines of terms, each followed by `|`.
enum VocabularyTerms {
  /// Header terms by column role.
  static let headers = """
    customer_id
      Customer ID | Customer No. | Customer Code | Cust # | Account No. | Account ID | Client ID |
      Sold-to | Sold-to Party | Debtor No. | 客户编码 | 客户编号 | 客户代码 | 客户ID | 客户号 | 往来单位编码 | 购货单位编码 |
      会员号 |
    customer_name
      Customer | Customer Name | Client | Client Name | Account Name | Account | Bill-to Name |
      Company | Debtor | Buyer | 客户 | 客户名称 | 客户全称 | 客户简称 | 购货单位 | 往来单位 | 单位名称 | 购买方 | 客户单位 | 会员名称 |
    customer_group
      Customer Group | Segment | Customer Segment | Customer Type | Customer Class | Category |
      Tier | Key Account Flag | 客户分类 | 客户类别 | 客户类型 | 客户等级 | 客户分层 | 客户级别 | 客户群 | 行业 |
    channel
      Channel | Sales Channel | Marketing Channel | Source | Lead Source | Acquisition Channel |
      Campaign | Medium | 渠道 | 销售渠道 | 营销渠道 | 获客渠道 | 来源 | 客户来源 | 推广渠道 | 投放渠道 |
    region
      Region | Territory | Area | Country | Province | City | Sales Region | 区域 | 地区 | 大区 | 省份 |
      城市 | 销售区域 | 片区 |
    salesperson
      Salesperson | Sales Rep | Account Manager | Owner | Rep | Sales Owner | 业务员 | 销售员 | 销售人员 |
      客户经理 | 负责人 | 跟进人 |
    product_id
      Product ID | SKU | Item No. | Item Code | Material | Material No. | Part No. | 产品编码 | 物料编码 |
      存货编码 | 商品编码 | 货号 | 料号 |
    product_name
      Product | Item | Description | Material Description | Service | Product Line | 产品 | 产品名称 |
      物料名称 | 存货名称 | 商品名称 | 品名 | 规格型号 | 服务项目 |
    transaction_date
      Date | Transaction Date | Posting Date | Order Date | Invoice Date | Doc Date |
      Document Date | Booking Date | Sales Date | 日期 | 交易日期 | 订单日期 | 单据日期 | 发票日期 | 开票日期 | 记账日期 |
      过账日期 | 业务日期 | 下单时间 |
    period
      Period | Month | Fiscal Period | Accounting Period | FY | Year-Month | Quarter | Year | 期间 |
      会计期间 | 月份 | 年月 | 季度 | 年度 | 所属期 | 核算期间 |
    due_date
      Due Date | Payment Due | Maturity Date | Net Due Date | 到期日 | 应收日期 | 付款到期日 | 约定付款日 | 收款到期日 |
    payment_date
      Payment Date | Paid On | Receipt Date | Clearing Date | Collection Date | 收款日期 | 回款日期 | 到账日期 |
      核销日期 | 付款日期 |
    document_no
      Invoice No. | Order No. | Document No. | Voucher No. | SO # | PO # | Reference |
      Transaction ID | 单据编号 | 订单号 | 发票号 | 凭证号 | 销售单号 | 合同编号 | 流水号 | 凭证字号 |
    revenue_gross
      Gross Sales | Gross Revenue | Sales | Total Sales | Invoice Amount | List Revenue | Turnover |
      Billings | 销售额 | 销售收入 | 营业额 | 总收入 | 开票金额 | 订单金额 | 应收金额 |
    revenue_net
      Net Sales | Net Revenue | Revenue | Net Invoice | Sales Revenue | Net Amount | Net Turnover |
      Income | 主营业务收入 | 净销售额 | 销售净额 | 营业收入 | 不含税收入 | 不含税金额 | 净收入 | 收入 |
    revenue_indirect_referral
      Referral Revenue | Referred Sales | Revenue from Referrals | Referral Amount | 推荐收入 | 转介绍收入 |
      推荐客户收入 | 转介绍销售额 |
    revenue_repeat
      Repeat Revenue | Repeat Sales | Repurchase Revenue | Returning Customer Revenue | 复购收入 |
      复购金额 | 老客户收入 | 回购金额 |
    quantity
      Quantity | Qty | Units | Units Sold | Cases | Volume | Pieces | 数量 | 销量 | 销售数量 | 件数 | 箱数 |
      出库数量 | 发货数量 |
    unit_price
      Unit Price | Price | Selling Price | Rate | 单价 | 销售单价 | 标准价 | 牌价 | 售价 |
    discount
      Discount | Discounts | Trade Discount | Price Concession | Sales Discount | Allowance |
      Markdown | Cash Discount | 折扣 | 折让 | 销售折扣 | 商业折扣 | 现金折扣 | 优惠金额 | 价格折让 | 让利 |
    rebate
      Rebate | Rebates | Volume Rebate | Bonus | Kickback | Trade Promotion | Promo Allowance | 返利 |
      销售返利 | 年度返利 | 返点 | 返佣 | 奖励 | 促销费 | 陈列费 |
    returns
      Returns | Sales Returns | Credit Notes | Refunds | Return Amount | Returns and Allowances |
      退货 | 销售退回 | 退款 | 退货金额 | 红字发票 | 红冲金额 | 退换货 |
    tax
      Tax | VAT | Sales Tax | GST | Tax Amount | 税额 | 增值税 | 销项税额 | 税金 |
    cogs
      COGS | Cost of Goods Sold | Cost of Sales | Product Cost | Cost | Direct Cost | 销售成本 |
      主营业务成本 | 产品成本 | 营业成本 | 商品成本 | 结转成本 | 采购成本 | 进货成本 |
    direct_material
      Direct Material | Materials | Raw Material | 直接材料 | 材料费 | 原材料 | 料费 |
    direct_labor
      Direct Labor | Direct Labour | Labor Cost | Wages | 直接人工 | 人工费 | 人工成本 | 工资 | 计件工资 |
    commission
      Commission | Sales Commission | Agent Fee | Broker Fee | Incentive | 佣金 | 销售佣金 | 提成 | 销售提成 |
      业务提成 | 代理费 |
    freight
      Freight | Shipping | Shipping Cost | Delivery Cost | Transport | Carriage Out |
      Logistics Cost | Freight Out | 运费 | 运输费 | 运输费用 | 物流费 | 配送费 | 快递费 | 发货运费 | 装卸费 |
    customer_service_cost
      Customer Service Cost | Support Cost | After-sales Cost | Service Cost | Warranty Cost |
      Call Center Cost | 客户服务成本 | 客服费用 | 售后费用 | 服务成本 | 客户服务费 | 维修费 | 质保费 |
    relationship_cost
      Relationship Maintenance | Account Management Cost | Entertainment | Client Visit Cost |
      客户关系维护成本 | 客户维护费 | 业务招待费 | 拜访费用 | 招待费 |
    marketing_spend
      Marketing Spend | Marketing Expense | Advertising | Ad Spend | Promotion | S&M Expense |
      Campaign Cost | Acquisition Cost | 营销费用 | 总营销费用 | 市场推广费 | 广告费 | 推广费用 | 市场费用 | 获客成本 | 投放金额 |
    selling_expense
      Selling Expense | Sales Expense | Distribution Expense | Sales Salaries | 销售费用 | 业务费用 |
      销售人员薪酬 | 差旅费 | 展会费 |
    admin_expense
      Admin Expense | G&A | Overhead | General & Administrative | Management Cost | Office Expense |
      管理费用 | 管理成本 | 行政费用 | 期间费用 | 公共费用 | 办公费 | 管理人员工资 |
    finance_cost
      Interest | Finance Cost | Cost of Capital | Carrying Cost | WACC | Discount Rate | 财务费用 | 利息 |
      资金占用成本 | 资金成本 | 折现率 | 贴现率 |
    cost_pool
      Cost Pool | Cost Center | Cost Centre | Pool | Activity | Activity Pool | Expense Category |
      Overhead Pool | Sender | 成本池 | 成本中心 | 作业 | 作业中心 | 费用项目 | 费用科目 | 待分摊费用 | 归集对象 | 成本库 |
    pool_amount
      Amount | Total Cost | Pool Cost | Budgeted Cost | Actual Cost | Expense | Cost Amount |
      Total | 金额 | 费用金额 | 成本金额 | 发生额 | 待分摊金额 | 归集金额 | 费用总额 | 本期发生额 |
    account_code
      Account | GL Account | Account Code | Account No. | Ledger Code | Nominal Code | 科目编码 | 科目代码 |
      会计科目 | 总账科目 | 明细科目 |
    account_name
      Account Name | Account Description | Ledger Name | 科目名称 | 会计科目名称 | 费用名称 |
    debit
      Debit | Dr | Debit Amount | 借方 | 借方金额 | 借方发生额 | 借 |
    credit
      Credit | Cr | Credit Amount | 贷方 | 贷方金额 | 贷方发生额 | 贷 |
    driver
      Driver | Cost Driver | Allocation Base | Allocation Key | Allocation Basis | Basis |
      Resource Driver | Activity Driver | SKF | 成本动因 | 动因 | 分摊基数 | 分摊基准 | 分摊标准 | 分配标准 | 分配基础 |
      分摊依据 | 资源动因 | 作业动因 |
    driver_quantity
      Driver Quantity | Driver Qty | Driver Volume | Volume | Number of Orders | Orders |
      Transactions | Calls | Visits | Minutes | 动因量 | 作业量 | 动因数量 | 工作量 | 订单数 | 订单数量 | 次数 | 拜访次数 |
      客服次数 | 工时 |
    allocation_percent
      Allocation % | Percentage | Share | Split % | Weight | Rate % | 分摊比例 | 分配比例 | 占比 | 权重 | 比例 |
      分摊率 | 分配率 |
    allocation_method
      Method | Allocation Method | Rule | Allocation Rule | Assessment Type | 分摊方法 | 分配方法 | 分摊方式 |
      分摊规则 |
    allocation_target
      Receiver | Target | To | Cost Object | Destination | Allocate To | 接收方 | 分摊对象 | 受益对象 | 受益部门 |
      成本对象 | 分摊至 |
    fixed_variable
      Fixed/Variable | Behaviour | Cost Behavior | F/V | 成本性态 | 固定/变动 | 变动成本 | 固定成本 |
    direct_indirect
      Direct/Indirect | Traceability | Cost Type | 直接/间接 | 费用性质 | 成本类型 | 直接成本 | 间接成本 |
    department
      Department | Dept | Team | Function | Business Unit | Division | Org Unit | 部门 | 所属部门 | 责任中心 |
      事业部 | 班组 | 机构 | 科室 |
    headcount
      Headcount | Employees | FTE | Staff | No. of Employees | Personnel | 人数 | 员工人数 | 编制人数 | 在岗人数 |
      人员数 | 全职人数 |
    employee_hours
      Hours | Labor Hours | Work Hours | Man-hours | Timesheet Hours | Capacity Hours |
      Available Hours | 工时 | 人工工时 | 工作小时 | 出勤工时 | 可用工时 | 标准工时 | 实际工时 |
    capacity
      Practical Capacity | Capacity | Available Minutes | Theoretical Capacity | Max Capacity |
      实际产能 | 有效产能 | 可用产能 | 产能 | 可用分钟数 | 理论产能 |
    unit_time
      Unit Time | Minutes per | Standard Time | Time per Transaction | Cycle Time | 单位时间 | 单次耗时 |
      标准时间 | 单位工时 | 每单耗时 | 作业时间 |
    budget
      Budget | Plan | Target | Budgeted | Forecast | Standard | Budget Amount | 预算 | 预算数 | 预算金额 |
      计划 | 目标 | 年度预算 | 预测数 | 标准 |
    actual
      Actual | Actuals | Actual Amount | YTD Actual | Result | 实际 | 实际数 | 实际金额 | 本期实际 | 累计实际 |
      实际发生额 | 完成数 |
    variance
      Variance | Var | Difference | Var % | Over/(Under) | B/(W) | 差异 | 差额 | 差异率 | 完成率 | 增减额 |
      超支/节约 | 执行率 |
    prior_year
      Prior Year | PY | Last Year | LY | Previous Period | 上年同期 | 去年同期 | 上年 | 同期数 | 上期 |
    ar_opening
      Opening AR | Beginning Balance | Opening Balance | AR Beginning | B/F | 期初余额 | 应收期初 | 期初应收 |
      年初余额 | 上期结余 | 期初应收账款 |
    ar_closing
      Closing AR | Ending Balance | Closing Balance | Outstanding | AR Balance | C/F | Amount Due |
      Open Amount | 期末余额 | 应收余额 | 应收账款余额 | 期末应收 | 未收金额 | 欠款余额 | 未回款 | 年末余额 |
    ar_billed
      Billed | Invoiced | Additions | Charges | Debits in Period | 本期增加 | 本期应收 | 本期开票 | 本期借方 |
      本年增加 |
    ar_collected
      Collected | Receipts | Payments | Cash Received | Collections | 本期收款 | 已收款 | 回款金额 | 本期减少 |
      收回金额 | 已回款 | 本期贷方 |
    aging_current
      Current | Not Due | Not Past Due | 0-30 Days | 0 - 30 | 未到期 | 未逾期 | 正常 | 0-30天 | 30天以内 |
      信用期内 |
    aging_1_30
      1-30 Days | 1-30 Past Due | 1 - 30 | 30 Days | 1-30天 | 逾期1-30天 | 1个月以内 | 逾期30天以内 |
    aging_31_60
      31-60 Days | 31 - 60 | 60 Days | 31-60天 | 逾期31-60天 | 1-2个月 |
    aging_61_90
      61-90 Days | 61 - 90 | 90 Days | 61-90天 | 逾期61-90天 | 2-3个月 |
    aging_over_90
      Over 90 | >90 Days | 90+ | 91+ Days | Over 120 | 121+ | 90天以上 | 逾期90天以上 | 91天以上 | 3个月以上 |
      1年以上 | 1-2年 | 2-3年 | 3年以上 |
    overdue_days
      Days Past Due | Days Overdue | DPD | Age (Days) | Age | 逾期天数 | 账龄 | 账龄天数 | 超期天数 | 最长逾期天数 |
    credit_terms
      Credit Terms | Payment Terms | Terms | Net Days | Credit Days | 账期 | 信用期 | 付款条件 | 信用天数 |
      结算方式 | 收款条件 |
    credit_limit
      Credit Limit | Credit Line | 信用额度 | 授信额度 | 信用限额 |
    bad_debt_rate
      Loss Rate | % Uncollectible | Provision % | Bad Debt % | ECL Rate | 坏账计提比例 | 坏账率 | 计提比例 |
      预期信用损失率 |
    bad_debt_allowance
      Allowance | Provision | Bad Debt | Doubtful Debts | 坏账准备 | 坏账损失 | 减值准备 | 计提金额 |
    orders_count
      Orders | Number of Orders | Order Count | Transactions | Frequency | Purchases | 订单数 | 购买次数 |
      交易次数 | 下单次数 | 购买频率 | 采购次数 |
    avg_order_value
      Average Order Value | AOV | Avg Order | Average Ticket | Basket Size | 平均订单价值 | 客单价 | 平均订单金额 |
      件单价 | 笔单价 |
    purchase_frequency
      Purchase Frequency | Frequency | Orders per Year | 购买频率 | 采购频率 | 年购买次数 | 消费频次 |
    relationship_duration
      Lifespan | Customer Lifetime | Tenure | Relationship Length | Years as Customer | 客户关系持续时间 |
      合作年限 | 客户寿命 | 生命周期 | 合作时长 |
    first_order_date
      First Order Date | Customer Since | Start Date | Onboarding Date | Acquired On | 首次购买日期 |
      首单日期 | 首次交易日 | 合作起始日 | 开户日期 | 建档日期 |
    last_order_date
      Last Order Date | Last Purchase | Most Recent Order | Last Transaction Date | Last Active |
      最近购买日期 | 最后交易日 | 最近下单日期 | 末次购买 | 最后下单时间 | 最近一次消费 |
    new_customers
      New Customers | Customers Acquired | New Logos | Acquired | New Accounts | 新客户数量 | 新增客户数 |
      新客数 | 新增客户 | 获客数 | 开发客户数 |
    customers_start
      Customers at Start | Opening Customers | Beginning Customers | Active at Start | 期初客户数 |
      总客户数 | 月初客户数 | 客户总数 | 期初活跃客户 |
    customers_lost
      Lost Customers | Churned | Churned Customers | Cancelled | Attrition | 流失客户数 | 流失数 | 流失客户 |
      解约客户数 | 停止合作客户 |
    active_flag
      Active | Status | Account Status | Churned? | Is Active | 状态 | 是否流失 | 客户状态 | 是否活跃 | 合作状态 |
    churn_reason
      Churn Reason | Reason Lost | Cancellation Reason | 流失原因 | 终止原因 | 退出原因 |
    retention_rate
      Retention Rate | Retention % | Renewal Rate | 留存率 | 保留率 | 续约率 | 客户保持率 |
    satisfaction_score
      CSAT | Satisfaction | Satisfaction Score | Rating | Score | Survey Score | 满意度 | 满意度评分 |
      客户满意度 | 评分 | 得分 | 满意度得分 | 满意率 |
    nps_score
      NPS | NPS Score | Likelihood to Recommend | LTR | Recommend Score | Promoter Score | 净推荐值 |
      推荐意愿 | 推荐指数 | 推荐打分 | 推荐分 |
    loyalty_score
      Loyalty | Loyalty Index | Repurchase Intent | Points | 忠诚度 | 忠诚度指数 | 复购意愿 | 会员积分 | 复购率 |
    feedback_text
      Comments | Feedback | Verbatim | Remarks | Complaint | 反馈 | 意见 | 建议 | 客户反馈 | 投诉内容 | 备注 |
      评价内容 |
    survey_date
      Survey Date | Response Date | Interview Date | 调查日期 | 回访日期 | 填写时间 | 提交时间 | 答卷时间 |
    interactions
      Interactions | Touchpoints | Engagement | Visits | Clicks | Opens | Sessions | Logins | 互动次数 |
      互动频率 | 访问次数 | 网站访问 | 邮件点击 | 社交互动 | 浏览量 | 登录次数 |
    complaints
      Complaints | Tickets | Cases | Service Requests | Issues | 投诉次数 | 工单数 | 客诉数 | 服务请求 | 报修次数 |
    referrals
      Referrals | Referred Customers | Referral Count | Recommendations | Reviews | 推荐次数 | 转介绍数 |
      推荐客户数 | 推荐好友 | 好评数 | 口碑 |
    referred_by
      Referred By | Referrer | Source Customer | 推荐人 | 介绍人 | 推荐客户 | 来源客户 |
    preference
      Preference | Interest | Favourite Category | Needs | 偏好 | 需求 | 兴趣 | 品类偏好 | 客户需求 | 购买偏好 |
    market_size
      Market Size | Total Market | Industry Sales | TAM | 市场规模 | 市场总量 | 行业销售额 | 市场容量 |
    market_share
      Market Share | Share % | 市场占有率 | 市场份额 | 占有率 |
    currency
      Currency | Curr | CCY | Transaction Currency | 币种 | 货币 | 原币 | 本位币 | 结算币种 |
    exchange_rate
      Exchange Rate | FX Rate | Rate | Conversion Rate | 汇率 | 记账汇率 | 折算汇率 |
    unit_note
      Unit | In thousands | USD 000 | $ in millions | Amounts in | 单位 | 单位：元 | 单位:万元 | 金额单位 | 计量单位 |
    waste_item
      Waste | Non-value-added | NVA Cost | Rework | Idle | Waiting | Scrap | 浪费 | 非增值成本 | 返工 | 返修 |
      闲置 | 等待 | 报废 | 不增值作业 |
    value_added_flag
      VA/NVA | Value Added | Value-added Flag | Activity Type | 增值/非增值 | 是否增值 | 增值作业 | 必要非增值 |
    scenario
      Scenario | Version | Case | Plan Version | 情景 | 方案 | 版本 | 假设 | 场景 |
    margin
      Gross Margin | Gross Profit | Margin | GM% | Contribution | 毛利 | 毛利额 | 毛利率 | 边际贡献 | 贡献毛利 |
    net_profit
      Net Profit | Profit | Operating Profit | Operating Income | Net Margin | 净利润 | 利润 | 营业利润 |
      净利率 | 利润额 | 客户利润 |
    unit_cost
      Unit Cost | Cost per Unit | Standard Cost | Standard Unit Cost | 单位成本 | 标准成本 | 单位标准成本 | 成本单价 |
    tax_rate
      Tax Rate | VAT Rate | VAT % | 税率 | 增值税率 |
    revenue_tax_inclusive
      Amount incl. Tax | Gross incl. VAT | Total incl. VAT | 含税金额 | 价税合计 | 含税收入 | 含税销售额 |
    unit_price_tax_inclusive
      Price incl. Tax | 含税单价 |
    list_price
      List Price | Catalogue Price | 标价 | 目录价 | 牌价 |
    cost_class
      Class | Cost Class | 成本类别 | 费用类别 |
    cost_level
      Level | Cost Level | 层级 | 成本层级 |
    lost_date
      Lost On | Churn Date | End Date | 流失日期 | 终止日期 |
    department_kind
      Kind | Department Kind | 部门类型 |
    activity
      Activity | 作业 | 作业名称 |
    setting
      Setting | 设置项 |
    setting_value
      Value | 值 |
    budget_quantity
      Budget Quantity | Budget Qty | 预算数量 | 计划数量 |
    actual_quantity
      Actual Quantity | Actual Qty | 实际数量 |
    budget_unit_price
      Budget Unit Price | Budget Price | 预算单价 | 计划单价 |
    actual_unit_price
      Actual Unit Price | Actual Price | 实际单价 |
    paid_amount
      Paid Amount | Amount Paid | 已收金额 | 回款金额 |
    """
  /// Parts of sheet names by what they hint at.
  static let sheetHints = """
    sales
      Sales | Revenue | Orders | Transactions | 销售 | 销售明细 | 订单 | 收入 | 销售台账 | 出库明细 |
    cost_pools
      Cost Pools | Overheads | Expenses | 费用 | 费用归集 | 间接费用 | 成本池 | 期间费用 |
    drivers
      Drivers | Allocation | Activity | 动因 | 分摊 | 作业量 | 分摊基数 |
    budget
      Budget | Plan | 预算 | 年度预算 | 预算表 | 预算执行 |
    ledger
      GL | Ledger | Trial Balance | 明细账 | 总账 | 序时账 | 科目余额表 | 凭证 |
    ar
      AR | Aging | Receivables | 应收 | 应收账款 | 账龄 | 往来 |
    survey
      Survey | NPS | CSAT | 调查 | 满意度 | 回访 | 问卷 |
    marketing
      Marketing | Campaigns | CAC | 营销 | 推广 | 投放 | 获客 |
    customers
      Customers | Master | 客户 | 客户档案 | 客户信息 | 客户主数据 |
    hr
      Headcount | Timesheet | 人员 | 工时 | 考勤 |
    """
  /// Words that mark totals rows and notes.
  static let markers = """
    totals
      Total | Grand Total | Subtotal | Sub-total | Sum | Totals | All customers | Overall | Total: |
      TTL | 合计 | 小计 | 总计 | 合 计 | 总 计 | 累计 | 本月合计 | 本年累计 | 部门小计 | 共计 | 全部客户 |
    notes
      Prepared by | Approved by | Note | Source: | Page 1 of | as of | for the period ended | 编制单位 |
      编制人 | 制表人 | 审核人 | 复核 | 备注 | 说明 | 数据来源 | 第1页 | 截止日期 | 打印日期 |
    """
}
