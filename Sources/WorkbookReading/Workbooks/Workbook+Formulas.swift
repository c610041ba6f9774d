public import FinanceModel

extension Workbook {
  /// The formulas of a sheet by cell, without `=`; those that share one are written out.
  ///
  /// An array formula stands at its first cell only.
  ///
  /// - Parameter index: place in ``sheets``.
  public func formulas(ofSheet index: Int) throws(WorkbookError) -> [CellAddress: String] {
    guard sheets.indices.contains(index), !sheets[index].part.isEmpty,
      sheets[index].kind == .worksheet || sheets[index].kind == .macroSheet
    else { return [:] }
    let part = sheets[index].part
    return try FormulaReader(
      package.tokenizer(ofPart: part, pipelined: package.isLarge(part))
    ).read()
  }
}
