import FinanceModel
public import SheetPlan

/// Writes plans as a workbook of their own: templates, samples, and results that shall stand apart
/// from the team's workbook.
///
/// The way is the same as into somebody's workbook; only the package around the sheets is ours.
public enum WorkbookRenderer {
  /// Writes a workbook whose sheets are the plans in their order. The first is shown when it opens.
  ///
  /// The file appears whole or not at all. Equal plans give equal bytes.
  ///
  /// - Parameters:
  ///   - plans: at least one; a name that is taken or not legal is changed as Excel would ask for.
  ///   - path: where the workbook is to be; a file that is there is replaced.
  public static func write(
    _ plans: [SheetPlan], to path: String, properties: DocumentProperties
  ) throws(WritingError) {
    guard !plans.isEmpty else { throw .broken(path, "no sheets") }
    try PlanCheck.check(plans, file: path)
    do {
      try Self.write(plans, to: OutputFile(path: path), properties: properties)
    } catch let error as WritingError {
      throw error
    } catch {
      throw .broken(path, "\(error)")
    }
  }

  private static func write(
    _ plans: [SheetPlan], to file: OutputFile, properties: DocumentProperties
  ) throws {
    var styles = try StyleBook(styles: EmptyPackage.styles(properties.language))
    for plan in plans { styles.register(plan) }
    let names = SheetNames.chosen(for: plans.map(\.name), taken: [])
    var archive = ArchiveWriter(file: file)
    var renderer = try SheetRenderer(
      styles: styles, dateSystem: .from1900, isStrict: false,
      sheetNames: Dictionary(
        zip(plans.map(\.key), names), uniquingKeysWith: { first, _ in first }))
    var sheets: [PreparedSheet] = []
    for (index, plan) in plans.enumerated() {
      sheets.append(try renderer.prepare(plan, isSelected: index == 0))
    }
    renderer.begin(sheets)
    try renderer.write(sheets, folder: "xl/", into: &archive)
    let package = EmptyPackage(
      plans: plans, names: names, sheets: sheets, properties: properties)
    for part in try package.parts(styles: styles.merged()) {
      try archive.add(part.name, bytes: part.bytes())
    }
    try archive.finish()
    try file.commit()
  }
}
