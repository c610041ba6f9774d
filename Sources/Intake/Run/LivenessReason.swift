import FinanceModel

/// Why a column of figures is written as values rather than as formulas over the team's cells.
enum LivenessReason {
  static let joined = LocalizedText(
    english: "the lines carry no customer; they were joined to it through their orders",
    chinese: "明细中没有客户，是通过订单关联得到的")
  static let elsewhere = LocalizedText(
    english: "part of it stands in another table", chinese: "其中一部分在另一张表中")
  static let padding = LocalizedText(
    english: "some customer ids have blanks around them, which SUMIFS does not overlook",
    chinese: "部分客户编码前后带空格，SUMIFS 无法匹配")
  static let numericText = LocalizedText(
    english:
      "some customer ids are text that looks like a number, which SUMIFS compares as numbers",
    chinese: "部分客户编码是看似数字的文本，SUMIFS 会按数字比较")
  static let collision = LocalizedText(
    english:
      "some customer ids differ only in letter case or leading zeros, which SUMIFS overlooks",
    chinese: "部分客户编码仅大小写或前导零不同，SUMIFS 无法区分")
  static let wildcard = LocalizedText(
    english:
      "some customer ids hold *, ?, ~ or a comparison sign, which SUMIFS takes for wildcards",
    chinese: "部分客户编码含 *、?、~ 或比较符号，SUMIFS 会当作通配符")
  static let tooLarge = LocalizedText(
    english: "lines times customers are too many for a spreadsheet to recalculate quickly",
    chinese: "行数乘以客户数过多，表格重算会很慢")
  static let textFigures = LocalizedText(
    english: "some figures are stored as text, which SUMIFS skips",
    chinese: "部分数字以文本存储，SUMIFS 会跳过")
  static let currencies = LocalizedText(
    english: "lines in other currencies were left out or converted",
    chinese: "其他币种的行已剔除或折算")
  static let period = LocalizedText(
    english: "lines outside the period were left out, and some dates are text or missing",
    chinese: "期间以外的行已剔除，且部分日期为文本或缺失")
  static let rowByRow = LocalizedText(
    english: "it was worked out line by line", chinese: "按行逐一计算得出")
  static let itemByItem = LocalizedText(
    english: "what is open at the period's end was worked out item by item",
    chinese: "期末未收余额按逐笔应收计算得出")
  static let severalTables = LocalizedText(
    english: "it is drawn from several tables", chinese: "数据取自多张表")
  static let otherNames = LocalizedText(
    english: "rows name what they are about otherwise than by the key that sheets show",
    chinese: "各行所用名称与本表所示编号不一致")
  static let totalsAmong = LocalizedText(
    english: "totals, notes or repeated headers stand among the rows",
    chinese: "数据行之间夹有合计、说明或重复表头")
  static let timeDifferences = LocalizedText(
    english: "hours were worked out from the moments of request and reply",
    chinese: "时长由受理与响应时刻相减得出")
  static let convertedHours = LocalizedText(
    english: "the column is in another unit than hours", chinese: "该列单位不是小时")
  static let unknownCustomers = LocalizedText(
    english: "rows about customers that stand nowhere else were left out",
    chinese: "其他表中没有的客户的行已剔除")
  static let mixedUnits = LocalizedText(
    english: "its columns are in different units", chinese: "各列单位不同")
  static let countedDocuments = LocalizedText(
    english: "distinct documents are counted, which SUMIFS cannot", chinese: "按不重复的单据计数，SUMIFS 无法做到"
  )
  static let countedLines = LocalizedText(
    english: "lines are counted, without totals and notes, which SUMIFS cannot",
    chinese: "按明细行计数（不含合计与备注行），SUMIFS 无法做到")
  static let repeatedKeys = LocalizedText(
    english: "the column holds figures that are no numbers", chinese: "该列含有非数字内容")
}
