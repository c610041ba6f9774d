import CostingCore
import FinanceModel
import PluginKit
import SheetPlan

/// How each cost pool reaches the customers: parameters and rates above, each customer's share
/// below, service departments last. Every share is rate × driver quantity in sight.
struct AllocationSheet: SheetPlugin {
  let key = SheetKey.allocation.rawValue

  func name(in context: SheetContext) -> String { SheetKey.allocation.name[context.language] }

  func isWanted(in context: SheetContext) -> Bool { !context.results.pools.isEmpty }

  func plan(in context: SheetContext) -> SheetPlan {
    let book = ProfitBook(context)
    let formulas = AllocationFormulas(book)
    let layout = formulas.layout
    var sheet = SheetBuilder(book, sheet: .allocation)
    sheet.title(
      name(in: context),
      says: sheet.text(
        "Each pool's cost, its driver and rate; below, what each customer bears ="
          + " rate × driver quantity. Nothing is lost: the check line is zero.",
        "各成本池的金额、动因与费率；下方为每个客户承担额 = 费率 × 动因用量。校验行为零表示分文不失。"))
    let pools = formulas.pools()
    let activities = formulas.activities()
    PoolParameters(formulas: formulas, pools: pools, activities: activities).write(&sheet)
    let place = sheet.table(
      customers(formulas, pools, activities), row: layout.customersHeaderRow)
    sheet.edit { plan in
      plan.frozenAt = CellAddress(row: 7, column: 4)
      plan.print.repeatedRows = AllocationLayout.headerRow...AllocationLayout.headerRow
      plan.names.append(
        NamePlan(
          name: "Mb_Allocation",
          range: CellRange(
            CellAddress(row: place.headerRow, column: 1),
            CellAddress(row: place.lastRow, column: place.lastColumn))))
    }
    ServiceDepartmentSection(book: book).write(&sheet, row: layout.departmentsRow)
    return sheet.finished()
  }

  private func customers(
    _ formulas: AllocationFormulas, _ pools: [AllocationColumn], _ activities: [AllocationColumn]
  ) -> DataTable {
    let book = formulas.book
    let layout = formulas.layout
    var columns = CustomerColumns(book).all(totalLabel: "")
    if layout.hasChannel {
      columns.append(
        DataColumn(
          book.text("Channel", "渠道"),
          .texts(book.order.places.map { book.inputs.customers[$0].channel ?? "" }),
          book.styles.text))
    }
    columns += totals(formulas)
    columns += zip(layout.poolOrder, pools).map { place, column in
      customerColumn(book.results.pools[place].name, column, book)
    }
    columns += zip(layout.activityOrder, activities).map { place, column in
      customerColumn(book.results.activities[place].name, column, book).with {
        $0.outlineLevel = 1
      }
    }
    return DataTable(columns: columns, rowCount: book.order.count)
  }

  private func customerColumn(
    _ name: String, _ column: AllocationColumn, _ book: ProfitBook
  ) -> DataColumn {
    let blank = [Double](repeating: .nan, count: book.order.count)
    let content: CellBlock.Content =
      if column.customers.isEmpty {
        .numbers(blank)
      } else if let formula = column.customerFormula {
        .formula(RowFormula(formula), values: column.customers)
      } else {
        .numbers(column.customers)
      }
    return DataColumn(name, content, book.styles.money).with {
      $0.minimumWidth = 12
      $0.maximumWidth = 18
      $0.comment = column.customerFormula == nil ? column.reason?[book.context.language] : nil
    }
  }

  /// The columns of all, cost-to-serve and overhead.
  private func totals(_ formulas: AllocationFormulas) -> [DataColumn] {
    let book = formulas.book
    let layout = formulas.layout
    let serve = book.order.column { book.shown(book.results.customers[$0].costToServe) }
    let overhead = book.order.column { book.shown(book.results.customers[$0].overhead) }
    let letters = { (column: Int) in CellAddress.letters(ofColumn: column) }
    let first = layout.firstPoolColumn
    let split = first + layout.serveCount
    let sum = { (from: Int, through: Int) in
      from > through ? "0" : "SUM(\(letters(from)){r}:\(letters(through)){r})"
    }
    let style = book.styles.money.with { $0.fill = Palette.mist }
    return [
      DataColumn(
        book.text("Allocated cost", "分摊成本合计"),
        .formula(
          RowFormula("\(letters(layout.serveColumn)){r}+\(letters(layout.overheadColumn)){r}"),
          values: zip(serve, overhead).map(+)), style),
      DataColumn(
        book.text("Cost-to-serve", "服务成本"),
        .formula(RowFormula(sum(first, split - 1)), values: serve), style),
      DataColumn(
        book.text("Overhead", "管理费用"),
        .formula(RowFormula(sum(split, layout.lastPoolColumn)), values: overhead), style),
    ]
  }
}
