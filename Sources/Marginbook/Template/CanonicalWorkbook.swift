public import FinanceModel
public import SheetPlan

/// The workbook that intake understands without a question: one table a sheet, header row first.
///
/// It is what `marginbook template` writes: blank, to be filled in, or filled for one of two
/// companies that show what comes of it. Both languages hold the same figures, and the same version
/// writes the same plans on every machine.
public struct CanonicalWorkbook: Sendable, Hashable {
  public var filling: Filling
  public var language: Language

  public init(_ filling: Filling, in language: Language) {
    self.filling = filling
    self.language = language
  }

  /// What the workbook is filled with.
  public enum Filling: String, Sendable, Hashable, CaseIterable {
    /// Headers, comments and lists only.
    case blank
    /// A maker of pumps and valves: product cost, cost pools, budget, receivables, surveys.
    case manufacturer
    /// A service company: staff hours instead of product cost, few sheets.
    case service
  }

  /// The sheets, a page about the workbook first.
  public var plans: [SheetPlan] {
    [AboutSheet(workbook: self).plan()] + tables.map { $0.plan(in: language) }
  }

  /// What the file is called among the project's samples.
  public var fileName: String {
    let name =
      switch filling {
      case .blank: note("blank", "空白模板")
      case .manufacturer: note("manufacturer", "制造企业")
      case .service: note("service", "服务企业")
      }
    return name[language] + ".xlsx"
  }

  /// The document's title.
  public var title: String {
    let title =
      switch filling {
      case .blank: note("Customer profitability: template", "客户盈利分析模板")
      case .manufacturer: Manufacturer.company
      case .service: ServiceCompany.company
      }
    return title[language]
  }

  /// Every sample, in the order of the project's folder.
  public static let all: [CanonicalWorkbook] = Filling.allCases.flatMap { filling in
    Language.allCases.map { CanonicalWorkbook(filling, in: $0) }
  }

  var tables: [SheetTable] {
    switch filling {
    case .blank: BlankTemplate.tables
    case .manufacturer: Manufacturer.tables
    case .service: ServiceCompany.tables
    }
  }
}
