import FinanceModel

/// A column with the role it plays in its table.
struct AssignedColumn {
  var header: HeaderColumn
  var role: ColumnRole?
  /// 0 … 1.
  var confidence: Double
}

/// A table whose role and columns were decided.
struct ClassifiedTable {
  var candidate: TableCandidate
  var role: RecognisedTable.Role
  var columns: [AssignedColumn]
  /// 0 … 1.
  var confidence: Double
  /// How sales are laid out where they have no line a sale.
  var cross: CrossTable?

  /// The first column that plays a role.
  func column(_ role: ColumnRole) -> AssignedColumn? { columns.first { $0.role == role } }

  func has(_ role: ColumnRole) -> Bool { column(role) != nil }
}
