import FinanceModel
import SheetPlan

/// What Excel asks of a workbook and a single plan cannot see: names that are legal and each there
/// once. A plan that fails is a fault of whoever made it, a plugin say; nothing is written.
enum PlanCheck {
  /// - Throws: ``WritingError/Code/brokenPlan``, naming the sheet and what is wrong with it.
  static func check(_ plans: [SheetPlan], file: String) throws(WritingError) {
    var keys: Set<String> = []
    var names: Set<String> = []
    for plan in plans {
      guard keys.insert(plan.key).inserted else {
        throw .broken(file, "two sheets have the key \(plan.key)")
      }
      for name in plan.names.map(\.name) + plan.tables.map(\.name) {
        guard isLegal(name) else {
          throw .broken(file, "sheet \(plan.key): \(name) is no legal name")
        }
        guard names.insert(name.lowercased()).inserted else {
          throw .broken(file, "sheet \(plan.key): the name \(name) stands twice")
        }
      }
      if let rule = plan.validations.first(where: { !$0.isWritable }) {
        throw .broken(file, "sheet \(plan.key): what may be typed into \(rule.range) is too long")
      }
      try checkTables(plan, file: file)
    }
  }

  private static func checkTables(_ plan: SheetPlan, file: String) throws(WritingError) {
    for (place, table) in plan.tables.enumerated() {
      guard TableCells.isWritable(table), table.range.isLegal else {
        throw .broken(
          file, "sheet \(plan.key): table \(table.name) lacks a row or a distinct header")
      }
      let others =
        plan.merges + plan.tables[..<place].map(\.range) + (plan.filter.map { [$0] } ?? [])
      guard !others.contains(where: table.range.overlaps) else {
        throw .broken(
          file, "sheet \(plan.key): table \(table.name) overlaps a merge, filter or table")
      }
    }
  }

  /// Letters, digits, `_` and `.`, a letter or `_` first, at most 255, and nothing that could be a
  /// cell (`DSO90`) or is kept for Excel (`_xl…`).
  static func isLegal(_ name: String) -> Bool {
    guard let first = name.first, isLetter(first) || first == "_", name.utf16.count <= 255,
      name.allSatisfy({ isLetter($0) || $0.isNumber || $0 == "_" || $0 == "." })
    else { return false }
    return CellAddress(a1: name) == nil && !name.lowercased().hasPrefix("_xl")
      && !["r", "c"].contains(name.lowercased())
  }

  private static func isLetter(_ character: Character) -> Bool {
    guard let byte = character.asciiValue else { return character.isLetter }
    return (0x61...0x7A).contains(byte | 0x20)
  }
}

extension CellRange {
  fileprivate func overlaps(_ other: CellRange) -> Bool {
    first.row <= other.last.row && other.first.row <= last.row
      && first.column <= other.last.column && other.first.column <= last.column
  }
}
