import FinanceModel
import SheetPlan

/// A defined name that a sheet of ours needs.
struct PlannedName {
  var name: String
  /// Place of the sheet it is local to, from 0; nil for the whole workbook.
  var sheet: Int?
  var formula: String
  var isHidden = false

  /// The names of a plan: its own, and those by which Excel remembers print set-up and filter.
  static func names(of plan: SheetPlan, sheetName: String, sheetIndex: Int) -> [PlannedName] {
    let quoted = SheetName.quoted(sheetName)
    var names: [PlannedName] = []
    if let filter = plan.filter, filter.isLegal {
      names.append(
        PlannedName(
          name: "_xlnm._FilterDatabase", sheet: sheetIndex,
          formula: "\(quoted)!\(filter.absoluteA1)", isHidden: true))
    }
    if let area = plan.print.area, area.isLegal {
      names.append(
        PlannedName(
          name: "_xlnm.Print_Area", sheet: sheetIndex, formula: "\(quoted)!\(area.absoluteA1)"))
    }
    if let rows = plan.print.repeatedRows, rows.lowerBound >= 1,
      rows.upperBound <= CellAddress.lastRow
    {
      names.append(
        PlannedName(
          name: "_xlnm.Print_Titles", sheet: sheetIndex,
          formula: "\(quoted)!$\(rows.lowerBound):$\(rows.upperBound)"))
    }
    for name in plan.names where name.range.isLegal {
      names.append(
        PlannedName(
          name: name.name, sheet: nil, formula: "\(quoted)!\(name.range.absoluteA1)"))
    }
    return names
  }

  /// With a raw tag prefix.
  func element(prefix: String) -> String {
    let scope = sheet.map { " localSheetId=\"\($0)\"" } ?? ""
    let hidden = isHidden ? " hidden=\"1\"" : ""
    return "<\(prefix)definedName name=\"\(XMLText.escaped(name))\"\(scope)\(hidden)>"
      + "\(XMLText.escaped(formula))</\(prefix)definedName>"
  }
}
