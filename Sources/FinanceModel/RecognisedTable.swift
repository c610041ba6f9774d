/// A table that intake found in a workbook, and how it was understood.
public struct RecognisedTable: Sendable, Hashable {
  public var role: Role
  public var sheet: String
  /// Header and data, without totals rows below it.
  public var range: CellRange
  /// The last header row, from 1.
  public var headerRow: Int
  /// Rows that were used.
  public var rowsUsed: Int
  /// Rows that were left out, by reason.
  public var rowsLeftOut: [LeftOut]
  public var columns: [Column]
  /// 0 … 1.
  public var confidence: Double
  /// What its money figures are multiplied by to give units of the currency.
  public var unitFactor: Int
  /// Whether the sheet is hidden.
  public var isHidden: Bool

  public init(role: Role, sheet: String, range: CellRange, headerRow: Int) {
    self.role = role
    self.sheet = sheet
    self.range = range
    self.headerRow = headerRow
    rowsUsed = 0
    rowsLeftOut = []
    columns = []
    confidence = 0
    unitFactor = 1
    isHidden = false
  }

  /// What a table is about.
  public enum Role: String, Sendable, Hashable, CaseIterable {
    case sales, customers, costPools, drivers, activities, serviceDepartments, budget
    case receivables, marketing, feedback, interactions, settings
    /// Requests of customers, and how long they waited for a reply.
    case serviceRequests
    /// What the whole market sold, or the share of it, by period.
    case market
    /// Lines that other tables refer to: orders of order lines, products of product ids.
    case orders, products
    /// Ledger rows of cost, by account.
    case ledger
    /// Exchange rates.
    case rates
    /// Recognised as a table, of no use to costing.
    case other
  }

  /// Rows left out for one reason.
  public struct LeftOut: Sendable, Hashable {
    public var reason: LocalizedText
    public var rows: Int
    /// The first of them.
    public var first: SheetCell?
    /// What their money columns add up to, where that matters.
    public var amount: ExactDecimal?
    /// What each column of figures adds up to over them, as written; columns without figures left
    /// out.
    public var totals: [ColumnTotal] = []

    public init(
      reason: LocalizedText, rows: Int, first: SheetCell? = nil, amount: ExactDecimal? = nil
    ) {
      self.reason = reason
      self.rows = rows
      self.first = first
      self.amount = amount
    }
  }

  /// What some rows of a column add up to.
  public struct ColumnTotal: Sendable, Hashable {
    /// The sheet's column, from 1.
    public var column: Int
    public var total: ExactDecimal

    public init(column: Int, total: ExactDecimal) {
      self.column = column
      self.total = total
    }
  }

  /// A column and the role it was given.
  public struct Column: Sendable, Hashable {
    /// The sheet's column, from 1.
    public var column: Int
    /// The header as the workbook has it, its rows joined by a blank.
    public var header: String
    /// A role of the vocabulary, such as `customer_id`; nil where none fits.
    public var role: String?
    /// What the role is called, for people; nil where there is none.
    public var meaning: LocalizedText?
    /// 0 … 1.
    public var confidence: Double
    /// Whether it plays its role, rather than only meaning it: a second region, a profit.
    public var isUsed: Bool
    /// What its figures add up to over the rows used, as written, so that this and the
    /// ``LeftOut/totals`` are the sum of the column; nil where it holds none that add up.
    public var total: ExactDecimal?

    public init(
      column: Int, header: String, role: String?, meaning: LocalizedText? = nil, confidence: Double
    ) {
      self.column = column
      self.header = header
      self.role = role
      self.meaning = meaning
      self.confidence = confidence
      isUsed = role != nil
    }
  }
}
