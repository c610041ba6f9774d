import FinanceModel
import SheetPlan

/// The links of a sheet's cells, as the `hyperlinks` element and its relationships.
///
/// Written by us, not by libxlsxwriter, which cuts the place inside a workbook at the first `#` of a
/// sheet's name and cannot link a cell whose row it has not written.
struct SheetLinks {
  /// Links that Excel keeps on one sheet.
  static let limit = 65_530
  /// UTF-16 units of an address.
  static let addressLimit = 2_079

  /// Cells of a plan that stand without their link: those after the first ``limit``.
  static func leftOut(of plan: SheetPlan) -> Int {
    max(0, plan.cells.count { $0.link != nil } - limit)
  }

  private(set) var xml = ""
  private(set) var relationships: [NewRelationship] = []

  init(cells: [PlannedCell], sheetNames: [String: String]) {
    var items = ""
    var count = 0
    let linked = cells.filter { $0.link != nil }
    for cell in linked.sorted(by: { $0.at < $1.at }) where count < Self.limit {
      guard let link = cell.link, let item = item(link, at: cell.at, sheetNames: sheetNames) else {
        continue
      }
      items += item
      count += 1
    }
    if count > 0 { xml = "<hyperlinks>\(items)</hyperlinks>" }
  }

  private mutating func item(
    _ link: LinkTarget, at cell: CellAddress, sheetNames: [String: String]
  ) -> String? {
    switch link {
    case .cell(let target):
      return inside(target, at: cell)
    case .sheet(let key, let address):
      return sheetNames[key].map { inside(SheetCell(sheet: $0, cell: address), at: cell) }
    case .url(let address):
      guard !address.isEmpty, address.utf16.count <= Self.addressLimit else { return nil }
      let id = "rIdLink\(relationships.count + 1)"
      relationships.append(
        NewRelationship(id: id, kind: "hyperlink", target: address, isExternal: true))
      return "<hyperlink ref=\"\(cell.a1)\" r:id=\"\(id)\"/>"
    }
  }

  private func inside(_ target: SheetCell, at cell: CellAddress) -> String {
    let place = SheetName.quoted(target.sheet) + "!" + target.cell.a1
    return "<hyperlink ref=\"\(cell.a1)\" location=\"\(XMLText.escaped(place))\"/>"
  }
}
