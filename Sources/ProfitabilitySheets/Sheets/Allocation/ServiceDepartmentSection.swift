import CostingCore
import FinanceModel
import PluginKit
import SheetPlan

/// The service departments: own cost, what was received, where it went.
struct ServiceDepartmentSection {
  let book: ProfitBook

  func write(_ sheet: inout SheetBuilder, row: Int) {
    let departments = book.results.serviceDepartments
    guard !departments.isEmpty else { return }
    let method = Terms.name(book.inputs.settings.serviceDepartmentMethod)[book.context.language]
    sheet.heading(
      book.text("Service departments (\(method))", "辅助部门分配(\(method))"), row: row,
      columns: 1...(6 + departments.count))
    sheet.table(table(departments), row: row + 1)
  }

  private func table(_ departments: [ServiceDepartmentResult]) -> DataTable {
    let language = book.context.language
    let money = book.styles.money
    let amounts = departments.map { book.shown($0.amount) }
    let received = departments.map { book.shown($0.received) }
    let totals = departments.map { book.shown($0.total) }
    var columns = [
      DataColumn(
        "#", .numbers(departments.indices.map { Double($0 + 1) }), book.styles.number("0")),
      DataColumn(
        book.text("Kind", "类型"), .texts(departments.map { Terms.name($0.kind)[language] }),
        book.styles.text),
      DataColumn(book.text("Department", "部门"), .texts(departments.map(\.name)), book.styles.text),
      DataColumn(book.text("Own cost", "自身成本"), .numbers(amounts), money),
      DataColumn(book.text("Received", "转入"), .numbers(received), money),
      DataColumn(
        book.text("Own + received", "合计"), .formula(RowFormula("D{r}+E{r}"), values: totals), money),
    ]
    for (index, department) in departments.enumerated() {
      let given = departments.map {
        $0.allocatedTo.indices.contains(index) ? book.shown($0.allocatedTo[index]) : 0
      }
      columns.append(
        DataColumn("→ \(department.name)", .numbers(given), money, total: .sum(given.reduce(0, +))))
    }
    return DataTable(columns: columns, rowCount: departments.count, totals: .below)
  }
}
