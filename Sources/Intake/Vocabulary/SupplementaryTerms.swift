/// Header terms seen in real exports beyond the compiled vocabulary, by column role, in the form of
/// ``VocabularyTerms``.
enum SupplementaryTerms {
  static let headers = """
    customer_id
      Account Number | Cust ID | Customer Key | Client No. | Client Code | 客户代号 | 客户编码ID |
      客户编号ID | 买家ID | 会员ID | 会员编号 | 用户ID |
      Buyer ID | User ID | Member ID | CustomerKey | Ship-to | Bill-to |
      מספר לקוח | קוד לקוח | מזהה לקוח | رقم العميل | كود العميل | رمز العميل |
    customer_name
      Name | Company Name | Account Name | 名称 | 客户姓名 | 购方名称 | 公司名称 |
      客户姓名 | 买家 | 买家姓名 | 甲方 | 需方 | 收货单位 | 购货方 | 用户名称 | Customers | Clients | Organization |
      לקוח | שם לקוח | שם הלקוח | العميل | اسم العميل | الزبون | اسم الزبون |
    customer_group
      Industry | Customer Tier | Status | Grade | 客户层级 |
      Segments | 客户性质 | 客户属性 |
    region
      State | Store | Market | Ship Country | 门店 | 市场 | 省市 |
      Sales Territory | City Name | Location | 国家 | 省 | 市 | 所在地区 | 销售地区 | 所属区域 | 发货地区 |
      אזור | עיר | מחוז | المنطقة | المدينة | المحافظة | الفرع |
    product_id
      Stock Code | Product Code | Product Key | 产品代码 | 商品代码 |
      Article No. | Barcode | Item ID | 商品编号 | 产品编号 | 存货代码 | 条码 |
      מק"ט | קוד מוצר | קוד פריט | كود المنتج | رمز المنتج | رمز الصنف | كود الصنف |
    product_name
      Plan | Stock Item | 套餐 | 商品 |
      Article | Item Name | Item Description | Products | 货品名称 | 货物名称 | 商品名 | 物品名称 | 项目产品 | 产品线 |
      מוצר | שם מוצר | פריט | תיאור פריט | المنتج | اسم المنتج | الخدمة | الصنف | اسم الصنف |
    transaction_date
      Purchase Date | Sale Date | Billing Date | 下单日期 | 销售日期 | 成交日期 |
      Order Time | Created Date | Close Date | Sales Order Date | Trans Date | 时间 | 交易时间 | 订单时间 |
      订购日期 | 创建日期 | 出库日期 | 发货日期 | 签订日期 | 合同日期 | 付款时间 |
      תאריך | תאריך חשבונית | תאריך הזמנה | التاريخ | تاريخ | تاريخ الفاتورة | تاريخ الطلب |
      تاريخ البيع |
    period
      Budget Year Name | Fiscal Year | Budget Year | Month Name | Month Number | 财年 | 月 |
      MonthYear | Year Month | Month Label | Month Start | 年 | 年份 | 期次 | 所属月份 | 统计月份 | 季 |
      שנה | חודש | רבעון | תקופה | السنة | الشهر | الفترة | الربع |
    payment_date
      Received Date | Date Paid | Date Received | 实收日期 |
      Pay Date | 回款时间 | 支付时间 | תאריך תשלום | تاريخ السداد | تاريخ الدفع |
    document_no
      Invoice | Invoice Number | Order | Order ID | Order Number | Sales Order | Receipt No. |
      ARID |
      单号 | 订单编号 | 发票号码 | 出库单号 | 合同号 |
      Order Nr | Order Code | Order Reference | Bill No. | Sale ID | Sales ID | Invoice ID |
      订单ID | 交易编号 | 票据号 | 单据号 | 发票编号 | 合同号码 |
      מספר חשבונית | מספר הזמנה | חשבונית | אסמכתא | رقم الفاتورة | رقم الطلب | رقم المستند |
      رقم القيد |
    revenue_gross
      Gross Amount | Sales Amount | Order Amount | Contract Amount | 含税前销售额 | 合同金额 | 原价金额 |
      Sale | Sale Amount | Total Sale | Total Revenue | 销售 | 销售总额 | 营收 | 营收额 | 销售总金额 | 总金额 |
      合同总价 | 折前金额 |
      מכירות | סך מכירות | المبيعات | إجمالي المبيعات |
    revenue_net
      Sales | Ext Price | Extended Price | Line Total | Line Amount | Sales Value | Fee Income |
      Fees |
      实收金额 | 成交金额 | 销售金额 | 净额 | 收入金额 | 服务收入 | 实付金额 |
      Sales Net | Sales Total | Market Sales | 市场销售额 | Order Total | Subtotal Amount | 实际销售额 | 折后金额 | 成交额 | 净销售 | 应税销售额 |
      主营收入 | 销售收入净额 |
      הכנסות | הכנסה | מכירות נטו | صافي المبيعات | الإيرادات | الايرادات | الإيراد |
    quantity
      Order Quantity | Order Qty | Sold Quantity | 件数量 | 订购数量 | 购买数量 |
      Ordered Quantity | Quantity Sold | Sales Quantity | Sales Volume | Units Ordered | 销售量 |
      订单数量 | 购买件数 | 成交数量 | 实发数量 |
      כמות | الكمية | العدد |
    unit_price
      Sale Price | Sales Price | Unit Sales Price | 成交单价 | 实际售价 |
      Unit Sale Price | Price Each | Price Per Unit | 销售价 | 销售价格 | 价格 | 含折单价 | 结算价 |
      מחיר | מחיר יחידה | מחיר ליחידה | السعر | سعر الوحدة | سعر البيع |
    discount
      Discount Amount | 折扣额 | 折扣金额 | 优惠 |
      Discount Pct | Discount Rate % | Disc % | 折扣率 | 优惠额 | הנחה | الخصم |
    returns
      Returned Amount | Return | 退款金额 |
    cogs
      Cost Of Sales | Product Costs | Total Cost Of Goods | Material Cost | 成本 | 总成本 | 货品成本 |
      Total Product Cost | Cost Of Product | Costs | 成本额 | 销货成本 | 商品总成本 | 生产成本 | 制造成本 | 成本合计 |
      עלות | עלות המכר | עלות המכירות | التكلفة | تكلفة المبيعات | تكلفة البضاعة المباعة |
    unit_cost
      Manufacturing Price | Cost Price | Purchase Price | 进价 | 进货价 |
      Acquisition Price | Buying Price | Item Cost | 成本价 | 采购单价 | 采购价 | 单件成本 | 单位变动成本 |
    commission
      Commissions | 佣金金额 |
    freight
      Freight Cost | Freight Charge | Shipping Fee | 运费金额 | 物流费用 |
    account_code
      Account Number | Acct | GL Code |
      GL Account ID | GL Account No. | GL Account Number | GLAccount | Ledger Account |
      Nominal Account | COA Code | Account # | 科目编号 | 科目号 | 会计科目编码 |
      קוד חשבון | מספר חשבון | קוד סעיף | קוד תקנה | رقم الحساب | رمز الحساب |
    account_name
      Account And Account Description | Account Category | Budget Item | Line Item |
      Expense Item |
      预算科目 | 预算项目 | 项目 | 费用类别 | 支出项目 | 科目 |
      GL Account Name | GL Description | Ledger Account Name | Expense Type | Expense | Expenses |
      Cost Item | Cost Element | Particulars | Budget Line | Budget Category | 会计科目名 | 费用项 |
      费用明细 | 成本项目 | 收支项目 | 预算名称 | 支出类别 | 收入项目 | 摘要科目 | 指标 | 费用类型 |
      סעיף | שם סעיף | חשבון | שם חשבון | שם תקנה | תקנה | שם תוכנית | תוכנית | שירות |
      שם השירות | שם שירות | סעיף תקציבי |
      البند | اسم البند | المصروف | نوع المصروف | الحساب | اسم الحساب | بند الميزانية | البيان |
    department
      Org Description | Cost Center Name | 部门名称 | 责任部门 |
      Dept Name | Department Name | Dept ID | Department ID | Agency | 部门/项目 | 预算单位 | 预算部门 |
      责任单位 | 归口部门 | 使用部门 | 科室名称 |
      מחלקה | אגף | משרד | القسم | الإدارة | الادارة |
    budget
      Budget Amt | Adopted | Adopted Budget | Proposed Budget | Approved | 预算额 | 年初预算 | 调整预算 |
      Planned | Planned Amount | Planned Cost | Estimated | Estimate | Estimated Cost |
      Projected | Appropriation | Allocated Budget | Total Budget | Annual Budget | Budget Total |
      预计 | 预计金额 | 预估 | 预算值 | 计划数 | 计划金额 | 年初预算数 | 本年预算 | 预算总额 | 批复预算 | 预算批复数 | 目标值 | 目标金额 | 全年预算 |
      年预算 | 月预算 | 预算费用 | 预算成本 | 预算收入 |
      תקציב | תקציב מקורי | תקציב מאושר | תקציב שנתי | תקציב מתוכנן | הצעת תקציב | תכנון |
      الموازنة | الميزانية | المخطط | الموازنة التقديرية | المعتمد |
    actual
      Actual Amt | Spent | Actual Spend | Executed | 执行数 | 决算 | 决算数 | 实际支出 |
      Actual Cost | Actual Spending | Actual Expense | Actual Amount Spent | Actual Sales |
      Actual Value | 实际金额数 | 实际值 | 实际费用 | 实际成本 | 实际收入 | 实际完成 | 实际完成数 | 实际发生 | 本年实际 | 累计执行 |
      累计执行数 | 累计支出 | 支出数 | 执行金额 | 已执行 | 已支出 | 本月实际 |
      ביצוע | בפועל | ביצוע בפועל | הוצאה בפועל | الفعلي | المنصرف | المصروف الفعلي | التنفيذ |
    credit_terms
      Credit Period | Term Days | 账期天数 |
    aging_current
      Within Terms | 账期内 |
    ar_closing
      Balance | Outstanding Amount | Outstanding Balance | 余额 | 应收款余额 | 欠款 |
      Outstanding Value | Balance Due | Amount Outstanding | Open Balance | Total Outstanding |
      期末 | 期末欠款 | 未收款 | 未收 | 欠款金额 | 未回款金额 | 应收余款 |
      יתרה | יתרת סגירה | יתרת חוב | الرصيد | الرصيد الختامي | رصيد آخر المدة | المتبقي |
    paid_amount
      Paid | Received Amount | Amount Received | 实收 | 已付金额 |
      Paid To Date | Payment Amount | 已付款 | 实收款 | 到账金额 | 收款金额 | المدفوع | المسدد |
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
      Created On | Customer Created | Join Date | Joined | Signup Date | Registration Date |
      注册时间 | 注册日期 | 入会日期 | 首次下单时间 | 建立日期 |
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
      מטבע | العملة |
    exchange_rate
      Rate To Base | FX |
    setting
      Option | Key | 参数 | 项目名称 |
    employee_hours
      Billable Hours | Hours Worked | 计费工时 |
    revenue_tax_inclusive
      Amount Including Tax | Gross Amount Incl. VAT | 含税总额 | 含税合计 |
    salesperson
      Salesperson ID | Sales Rep ID | Employee ID | Sales Person | Salesman | Salesman Name |
      Sales Consultant | Sales Executive | Seller |
      Assigned To | Account Owner | 销售 | 业务 | 销售代表 | 销售负责人 | 销售顾问 | 业务经理 |
      איש מכירות | סוכן | מוכר | مندوب المبيعات | المندوب | البائع |
    channel
      Lead Channel | Sales Method | Order Source | 平台 | 订单来源 | 店铺 | ערוץ | القناة |
    due_date
      应付日期 | 应收款日期 | 到期时间 | תאריך פירעון | תאריך לתשלום | تاريخ الاستحقاق |
    tax
      מע"מ | الضريبة | ضريبة القيمة المضافة |
    tax_rate
      Tax % | GST % | 税点 |
    margin
      Profit Margin | Margin % | Gross Margin % | GP | GP % | 毛利润 | 销售毛利 |
    net_profit
      Profits | Net Income | Total Profit | Earnings | 净利 | 盈利 | 利润总额 | 盈亏 |
    variance
      Budget Variance | Variance % | Variance Amount | Var $ | Remaining | Remaining Budget |
      差异额 | 差额率 | 预算差异 | 偏差 | 结余 | 剩余预算 | 执行进度 | 达成率 | 完成比例 |
      סטייה | הפרש | الانحراف | الفرق | الفارق |
    prior_year
      Prior Year Actual | Last Year Actual | PY Actual | 上年实际 | 上年数 | 上年决算 | 去年实际 | 去年 | 上年金额 |
      שנה קודמת | אשתקד |
    pool_amount
      סכום | הוצאה | הוצאות | المبلغ | القيمة | الإجمالي | المصروفات | المصاريف |
      Amounts | Expense Amount | 费用额 | 支出 | 支出金额 | 金额合计 | 合计金额 | 发生金额 |
    ar_opening
      期初 | 期初欠款 | 上期余额 | יתרת פתיחה | الرصيد الافتتاحي | رصيد أول المدة |
    debit
      חובה | مدين |
    credit
      זכות | دائن |
    scenario
      Version Name | Budget/Actual | Actual/Budget | Data Type | Type | 类型 | 数据类型 | 口径 | 预算/实际 |
      版本类型 | 预实 |
    feedback_text
      Comment | Notes | Remark | ملاحظات | الملاحظات | הערות | 评论 | 备注信息 | 留言 |
    response_hours
      First Response | First Response Time | First Response Hours | Response Hours | Response Time |
      Time To First Response | First Reply Time | Hours To First Response | Hours To Respond |
      首次响应时间 | 首次响应时长 | 响应时长 | 响应时间 | 首次响应小时数 | 响应小时数 | 首响时长 | 首次回复时长 | 回复时长 |
    opened_at
      Opened | Opened At | Opened On | Ticket Opened | Ticket Created | Case Opened | Request Time |
      Requested At | Submitted At |
      受理时间 | 提单时间 | 提问时间 | 咨询时间 | 报修时间 | 请求时间 | 工单创建时间 | 受理日期 |
    first_reply
      First Reply | First Reply At | First Response At | First Responded | First Responded At |
      Responded At | Replied At | First Response | First Response Time | Response Time |
      首次回复时间 | 回复时间 | 首次答复时间 | 答复时间 | 首次响应时间 | 响应时间 |
    interaction_kind
      Interaction Type | Interaction Kind | Touchpoint Type | Engagement Type | Type Of Interaction |
      Kind Of Interaction |
      互动类型 | 互动方式 | 互动种类 | 触点 | 触点类型 |
    market_size
      Market Sales | Market Total | Total Market Sales | Market Revenue | Industry Revenue |
      市场总额 | 市场销售额 | 市场总销售额 | 行业总额 | 行业规模 | 行业销售总额 |
    unit_note
      UOM | Unit Of Measure | 计量 |
    """
}
