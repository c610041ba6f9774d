extension Workbook {
  /// What a sheet holds beside its cells: tables, merged ranges, hidden columns, comments.
  ///
  /// Reads the sheet's part once more; cells are passed over.
  ///
  /// - Parameter index: place in ``sheets``.
  public func details(ofSheet index: Int) throws(WorkbookError) -> SheetDetails {
    guard let part = worksheetPart(index) else { return SheetDetails() }
    var details = try DetailsReader(
      package.tokenizer(ofPart: part, pipelined: package.isLarge(part))
    ).read()
    details.hasComments = try package.relationships(ofPart: part).contains {
      $0.kind == "comments"
    }
    details.tables = try tables(ofPart: part)
    return details
  }

  /// The Excel tables on a sheet, without reading the sheet.
  ///
  /// - Parameter index: place in ``sheets``.
  public func tables(ofSheet index: Int) throws(WorkbookError) -> [TableInfo] {
    guard let part = worksheetPart(index) else { return [] }
    return try tables(ofPart: part)
  }

  private func tables(ofPart part: String) throws(WorkbookError) -> [TableInfo] {
    var tables: [TableInfo] = []
    for relationship in try package.relationships(ofPart: part) where relationship.kind == "table" {
      guard let target = relationship.part, package.contains(part: target),
        let table = try TableReader(package.tokenizer(ofPart: target)).read()
      else { continue }
      tables.append(table)
    }
    return tables
  }

  private func worksheetPart(_ index: Int) -> String? {
    guard sheets.indices.contains(index), sheets[index].kind == .worksheet,
      package.contains(part: sheets[index].part)
    else { return nil }
    return sheets[index].part
  }
}
