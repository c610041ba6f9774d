extension Workbook {
  /// What a sheet holds beside its cells: tables, merged ranges, hidden columns, comments.
  ///
  /// Reads the sheet's part once more; cells are passed over.
  ///
  /// - Parameter index: place in ``sheets``.
  public func details(ofSheet index: Int) throws(WorkbookError) -> SheetDetails {
    guard sheets.indices.contains(index), sheets[index].kind == .worksheet,
      package.contains(part: sheets[index].part)
    else { return SheetDetails() }
    let part = sheets[index].part
    var details = try DetailsReader(
      package.tokenizer(ofPart: part, pipelined: package.isLarge(part))
    ).read()
    for relationship in try package.relationships(ofPart: part) {
      if relationship.kind == "comments" { details.hasComments = true }
      guard relationship.kind == "table", let target = relationship.part,
        package.contains(part: target)
      else { continue }
      if let table = try TableReader(package.tokenizer(ofPart: target)).read() {
        details.tables.append(table)
      }
    }
    return details
  }
}
