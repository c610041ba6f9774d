import FinanceModel
public import SheetPlan

/// Plans made to stand in a workbook of their own, apart from the team's.
public enum DetachedPlans {
  /// The plans with every formula that leaves them replaced by its value, and links and chart
  /// ranges that lead outside left out. Formulas among the plans stay live.
  public static func detached(_ plans: [SheetPlan]) -> [SheetPlan] {
    let inside = Inside(plans)
    return plans.map { plan in
      var plan = plan
      for place in plan.cells.indices {
        plan.cells[place].content = inside.content(plan.cells[place].content)
        if case .cell(let target) = plan.cells[place].link, !inside.hasSheet(target.sheet) {
          plan.cells[place].link = nil
        }
      }
      for block in plan.blocks.indices {
        for column in plan.blocks[block].columns.indices {
          let content = plan.blocks[block].columns[column].content
          plan.blocks[block].columns[column].content = inside.content(content)
        }
      }
      plan.conditionalFormats.removeAll { !inside.isInside($0.rule) }
      for chart in plan.charts.indices { inside.keepInside(&plan.charts[chart]) }
      plan.charts.removeAll { $0.series.isEmpty }
      return plan
    }
  }

  /// What a set of plans holds.
  private struct Inside {
    private let sheets: Set<String>
    private let tables: Set<String>

    init(_ plans: [SheetPlan]) {
      sheets = Set(plans.map { $0.name.lowercased() })
      tables = Set(plans.flatMap { $0.tables.map { $0.name.lowercased() } })
    }

    func hasSheet(_ name: String) -> Bool { sheets.contains(name.lowercased()) }

    func content(_ content: CellContent) -> CellContent {
      guard case .formula(let formula) = content, !isInside(formula.text) else { return content }
      return formula.value.asContent
    }

    func content(_ content: CellBlock.Content) -> CellBlock.Content {
      switch content {
      case .formula(let formula, let values) where !isInside(formula): .numbers(values)
      case .textFormula(let formula, let values) where !isInside(formula): .texts(values)
      case .cells(let cells): .cells(cells.map { self.content($0) })
      default: content
      }
    }

    func isInside(_ rule: ConditionalFormatPlan.Rule) -> Bool {
      if case .formula(let text, _) = rule { isInside(text) } else { true }
    }

    func keepInside(_ chart: inout ChartPlan) {
      chart.series.removeAll { !hasSheet($0.values.sheet) }
      for place in chart.series.indices {
        if let categories = chart.series[place].categories, !hasSheet(categories.sheet) {
          chart.series[place].categories = nil
        }
      }
    }

    private func isInside(_ formula: RowFormula) -> Bool {
      isInside(formula.pieces.joined(separator: "1"))
    }

    /// Whether all sheets and tables that a formula names are ours.
    private func isInside(_ formula: String) -> Bool {
      var places = FormulaPlaces(formula)
      while let place = places.next() {
        switch place {
        case .sheet(let name): if !hasSheet(name) { return false }
        case .table(let name): if !tables.contains(name.lowercased()) { return false }
        }
      }
      return true
    }
  }
}

/// The sheets and tables that a formula names, one after another: what stands before `!` and before
/// `[`, texts passed over.
private struct FormulaPlaces {
  enum Place {
    case sheet(String)
    case table(String)
  }

  private var rest: Substring
  private var name = ""
  private var depth = 0

  init(_ formula: String) {
    rest = formula[...]
  }

  mutating func next() -> Place? {
    while let character = rest.popFirst() {
      switch character {
      case "\"": skipText()
      case "'" where depth == 0: name = quotedName()
      case "[":
        depth += 1
        defer { name = "" }
        if depth == 1, !name.isEmpty { return .table(name) }
      case "]": depth = max(0, depth - 1)
      case "!" where depth == 0:
        defer { name = "" }
        return .sheet(name)
      case _ where depth > 0: break
      case _ where character.isLetter || character.isNumber || character == "_" || character == ".":
        name.append(character)
      default: name = ""
      }
    }
    return nil
  }

  private mutating func skipText() {
    while let character = rest.popFirst(), character != "\"" { continue }
    name = ""
  }

  /// A doubled apostrophe stands for one.
  private mutating func quotedName() -> String {
    var text = ""
    while let character = rest.popFirst() {
      if character != "'" {
        text.append(character)
      } else if rest.first == "'" {
        text.append("'")
        rest.removeFirst()
      } else {
        break
      }
    }
    return text
  }
}
