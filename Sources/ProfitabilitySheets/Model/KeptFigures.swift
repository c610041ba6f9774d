public import CostingCore
import FinanceModel
import PluginKit
public import SheetPlan

/// The key figures that a run leaves on the sheet of trends for the next one.
///
/// They are values: formulas would follow the team's cells, and tell of the next run by the time
/// that it comes. Two named columns hold them, this run's and those of the run before it, which the
/// next run finds as it finds what a person typed (``TypedCell``).
public enum KeptFigures {
  static let latestName = "Mb_In_Figures_now"
  static let beforeName = "Mb_In_Figures_before"

  /// The runs that cells of ours tell of.
  public static func runs(in cells: [String: TypedCell]) -> KeptRuns {
    KeptRuns(latest: run(latestName, cells), before: run(beforeName, cells))
  }

  private static func run(_ name: String, _ cells: [String: TypedCell]) -> RunFigures? {
    func number(_ label: LocalizedText) -> Double? {
      for language in Language.allCases {
        if case .number(let value)? = cells[TypedCell.key(name, row: label[language])] {
          return value
        }
      }
      return nil
    }
    var values: [RunFigures.Figure: Double] = [:]
    for figure in RunFigures.Figure.allCases { values[figure] = number(figure.name) }
    guard values[.netRevenue] != nil else { return nil }
    let days = [number(startLabel), number(endLabel)].map { $0.flatMap(day) }
    let period = days[0].flatMap { start in days[1].flatMap { Period(start: start, end: $0) } }
    return RunFigures(period: period, values: values)
  }

  /// Days are kept as numbers such as 20260131, which no date system changes.
  static func number(of day: Day) -> Double {
    let (year, month, day) = day.components
    return Double(year * 10_000 + month * 100 + day)
  }

  private static func day(_ number: Double) -> Day? {
    guard let whole = Int(exactly: number) else { return nil }
    return Day(year: whole / 10_000, month: whole / 100 % 100, day: whole % 100)
  }

  static let startLabel = LocalizedText(english: "Period start", chinese: "期间开始")
  static let endLabel = LocalizedText(english: "Period end", chinese: "期间结束")
}

/// The section of the sheet of trends that holds them.
struct KeptFiguresSection {
  let book: ProfitBook

  func write(_ sheet: inout SheetBuilder, row: Int) -> Int {
    guard let latest = book.results.analytics.runFigures else { return row - 2 }
    let before = book.results.analytics.runBefore
    let language = book.context.language
    sheet.heading(
      book.text("Kept for the next comparison", "留作下次对比"), row: row, columns: 1...9)
    let kept = RunFigures.Figure.allCases.filter { figure in
      latest.values[figure] != nil || before?.values[figure] != nil
    }
    let labels = [KeptFigures.startLabel, KeptFigures.endLabel] + kept.map(\.name)
    let place = sheet.table(
      DataTable(
        columns: [
          DataColumn(
            book.text("Figure", "指标"), .texts(labels.map { $0[language] }), book.styles.text),
          column(book.text("This run", "本次"), latest, kept),
          column(book.text("Run before", "上次"), before, kept),
        ], rowCount: labels.count), row: row + 1, column: 2)
    let names = [(KeptFigures.latestName, 3), (KeptFigures.beforeName, 4)]
    sheet.edit { plan in
      for (name, column) in names {
        let range = CellRange(
          CellAddress(row: place.firstRow, column: column),
          CellAddress(row: place.lastRow, column: column))
        plan.names.append(NamePlan(name: name, range: range))
      }
      plan.cells += dayCells(latest, before, row: place.firstRow)
    }
    sheet.label(
      book.text(
        "Values in single units of the currency. Drop this workbook again with new data, and the"
          + " next run is compared with them.",
        "以单位货币计的数值。更新数据后再次放入本工作簿，下次运行将与其对比。"),
      row: place.lastRow + 1, column: 2, style: book.styles.note)
    return place.lastRow + 1
  }

  /// The days once more, in a form that shows 20260131 as a date; a cell wins over its table's.
  private func dayCells(
    _ latest: RunFigures, _ before: RunFigures?, row: Int
  ) -> [PlannedCell] {
    [(latest.period, 3), (before?.period, 4)].flatMap { period, column in
      [period?.start, period?.end].enumerated().compactMap { place, day in
        day.map {
          PlannedCell(
            at: CellAddress(row: row + place, column: column),
            content: .number(KeptFigures.number(of: $0)), style: book.styles.number("0000-00-00"))
        }
      }
    }
  }

  private func column(
    _ header: String, _ run: RunFigures?, _ kept: [RunFigures.Figure]
  ) -> DataColumn {
    let days = [run?.period?.start, run?.period?.end].map { $0.map(KeptFigures.number) ?? .nan }
    let figures = kept.map { run?.values[$0] ?? .nan }
    return DataColumn(header, .numbers(days + figures), book.styles.quantity)
  }
}
