import CostingCore
import FinanceModel
import PluginKit
import SheetPlan

/// Formulas over the columns of a small table of the team's; nil wherever a spreadsheet would not
/// count what the engine counted.
struct SourceFormulas: Sendable {
  private let source: SourceTable?
  private let book: ProfitBook

  init(_ role: RecognisedTable.Role, _ book: ProfitBook) {
    source = book.inputs.sources[role]
    self.book = book
  }

  /// A comparison with the cells of a column: `>=9`.
  struct Condition {
    var field: SourceTable.Field
    var criterion: String

    init(_ field: SourceTable.Field, _ criterion: String) {
      self.field = field
      self.criterion = criterion
    }
  }

  private func column(_ field: SourceTable.Field) -> SourceTable.Column? {
    guard let column = source?.columns[field],
      book.context.source.sheets.contains(column.cells.sheet), !column.cells.sheet.contains("{r")
    else { return nil }
    return column
  }

  private func scaling(_ column: SourceTable.Column) -> String {
    book.scaling(fromFactor: column.scale)
  }

  /// Whether the column is there and no row leaves it blank.
  func isFilled(_ field: SourceTable.Field) -> Bool { column(field)?.isFilled ?? false }

  // MARK: By key

  /// `SUMIFS(Receivables!$C$2:$C$41,Receivables!$A$2:$A$41,$B{r})`, in the sheets' unit where it is
  /// money.
  func sum(
    _ field: SourceTable.Field, of key: SourceTable.Field, keyCell: String,
    where conditions: [Condition] = [], isMoney: Bool = false
  ) -> String? {
    guard let values = column(field), let keys = keys(key), let further = criteria(conditions)
    else { return nil }
    let parts = [values.cells.reference, keys.cells.reference, keyCell] + further
    return "SUMIFS(\(parts.joined(separator: ",")))" + (isMoney ? scaling(values) : "")
  }

  /// How many rows of the key there are that meet the conditions.
  func count(of key: SourceTable.Field, keyCell: String, where conditions: [Condition] = [])
    -> String?
  {
    guard let keys = keys(key), let further = criteria(conditions) else { return nil }
    return "COUNTIFS(\(([keys.cells.reference, keyCell] + further).joined(separator: ",")))"
  }

  private func keys(_ field: SourceTable.Field) -> SourceTable.Column? {
    source?.keyObstacle == nil ? column(field) : nil
  }

  // MARK: Whole columns

  /// The sum of a column.
  func sum(_ field: SourceTable.Field, isMoney: Bool = false) -> String? {
    whole(field).map { "SUM(\($0.cells.reference))" + (isMoney ? scaling($0) : "") }
  }

  /// How many rows meet the conditions.
  func count(where conditions: [Condition]) -> String? {
    guard source?.wholeObstacle == nil, let parts = criteria(conditions) else { return nil }
    return "COUNTIFS(\(parts.joined(separator: ",")))"
  }

  /// The sum of a column over the rows that meet the conditions.
  func sum(_ field: SourceTable.Field, where conditions: [Condition]) -> String? {
    guard let values = whole(field), let further = criteria(conditions) else { return nil }
    return "SUMIFS(\(([values.cells.reference] + further).joined(separator: ",")))"
  }

  /// How many rows there are, where each fills the column.
  func rows(by field: SourceTable.Field) -> String? {
    guard let cells = whole(field), cells.isFilled else { return nil }
    return "COUNTA(\(cells.cells.reference))"
  }

  /// The middle figure of a column.
  func median(_ field: SourceTable.Field) -> String? {
    whole(field).map { "MEDIAN(\($0.cells.reference))" }
  }

  /// Whether the table has the column, whether or not formulas can be made of it.
  func knows(_ field: SourceTable.Field) -> Bool {
    source?.columns[field] != nil || source?.obstacles[field] != nil
  }

  private func whole(_ field: SourceTable.Field) -> SourceTable.Column? {
    source?.wholeObstacle == nil ? column(field) : nil
  }

  private func criteria(_ conditions: [Condition]) -> [String]? {
    var parts: [String] = []
    for condition in conditions {
      guard let cells = column(condition.field) else { return nil }
      parts += [cells.cells.reference, condition.criterion.quotedForFormula]
    }
    return parts
  }

  // MARK: For the Method sheet

  /// Where the columns stand, and why others are values.
  func account(_ fields: [SourceTable.Field]) -> (live: [String], reasons: [String]) {
    guard let source else { return ([], []) }
    let live = fields.compactMap { column($0)?.cells.description }
    let reasons =
      [source.keyObstacle, source.wholeObstacle].compactMap { $0 }
      + fields.compactMap { source.obstacles[$0] }
    var seen: Set<String> = []
    return (live, reasons.map { $0[book.context.language] }.filter { seen.insert($0).inserted })
  }
}

extension ProfitBook {
  /// That a row's date is in a month, whatever its time of day.
  func conditions(in month: Month) -> [SourceFormulas.Condition] {
    let system = context.source.dateSystem
    let next = month.lastDay.advanced(byDays: 1)
    return [
      .init(.date, ">=\(month.firstDay.serial(in: system))"),
      .init(.date, "<\(next.serial(in: system))"),
    ]
  }

  /// The formula of a figure that stands in single cells; nil where it does not.
  func formula(_ cells: SourceCells?, isMoney: Bool = true) -> String? {
    guard let cells, cells.isWhole, !cells.cells.isEmpty, cells.cells.count <= 200,
      cells.cells.allSatisfy({ context.source.sheets.contains($0.sheet) })
    else { return nil }
    let scaling = isMoney ? scaling(fromFactor: cells.scale) : ""
    let text = cells.cells.map(\.reference).joined(separator: "+")
    let whole = cells.cells.count == 1 || scaling.isEmpty ? text : "(\(text))"
    return whole.utf16.count < 8_000 ? whole + scaling : nil
  }

  /// The figure as a formula over the team's cells, else as it is; empty where there is none.
  func content(_ formula: String?, _ value: Double) -> CellContent {
    guard value.isFinite else { return .empty }
    return formula.map { .formula(Formula($0, value: value)) } ?? .number(value)
  }
}
