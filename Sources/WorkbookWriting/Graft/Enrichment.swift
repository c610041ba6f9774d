public import SheetPlan
public import WorkbookReading

/// Adds sheets to a copy of somebody's workbook, and finds those that an earlier run added.
///
/// Nothing of the original changes but by insertion into the parts that list things: content types,
/// the workbook part and its relationships, styles, and the titles in `docProps/app.xml`. All other
/// entries are copied as they are compressed.
public enum Enrichment {
  /// Our sheets in a workbook, and what was typed into their input cells.
  ///
  /// - Throws: where one of our sheets cannot be read.
  public static func existingSheets(in workbook: Workbook) throws(WorkbookError) -> ExistingSheets {
    let sheets = SheetMark.sheets(in: workbook)
    guard !sheets.isEmpty else { return ExistingSheets() }
    return ExistingSheets(
      sheets: sheets,
      typedInputs: try TypedInputReader(workbook: workbook, sheets: sheets).read())
  }

  /// Writes a copy of the workbook with the plans as new sheets behind its own, or in the place of
  /// those that an earlier run put there under the same key.
  ///
  /// The copy appears whole or not at all, under a temporary name in its folder until then. Equal
  /// inputs give equal bytes, and a result that is enriched again does not grow.
  ///
  /// - Parameters:
  ///   - plans: each key once. A sheet of an earlier run whose key is not among them keeps its tab,
  ///     with a line that says why it is empty.
  ///   - path: where the copy is to be; a file that is there is replaced.
  public static func enrich(
    _ workbook: Workbook, with plans: [SheetPlan], to path: String,
    options: EnrichmentOptions = EnrichmentOptions()
  ) throws(WritingError) -> EnrichmentReport {
    try PlanCheck.check(plans, file: path)
    do {
      var graft = try Graft(workbook, plans: plans, options: options)
      return try graft.write(to: path)
    } catch let error as WritingError {
      throw error
    } catch {
      throw .broken(path, "\(error)")
    }
  }
}
