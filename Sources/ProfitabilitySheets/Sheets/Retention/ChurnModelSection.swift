import CostingCore
import FinanceModel
import PluginKit
import SheetPlan

/// The regression of being lost on what is known of a customer: what speaks for it, how well it
/// tells, and who of those that are still there is likeliest to go.
struct ChurnModelSection {
  let book: ProfitBook

  private static let most = 20

  /// Writes the model where there is one; says the last row.
  func write(_ sheet: inout SheetBuilder, row: Int) -> Int {
    guard let model = book.results.analytics.churnModel else { return row - 2 }
    let styles = book.styles
    let end = sheet.figures(
      book.text("Who may leave next (logistic regression)", "流失预测(逻辑回归)"),
      [
        ListedFigure(
          book.text("Customers it learned from", "训练客户数"), Double(model.trainedOn), styles.count),
        ListedFigure(
          book.text("Customers held out", "留出客户数"), Double(model.heldOut), styles.count),
        ListedFigure(
          book.text("AUC on those held out", "留出样本AUC"), model.auc, styles.ratio,
          note: book.text("0.5 is chance, 1 perfect", "0.5为随机，1为完美")),
      ]
        + model.coefficients.map {
          ListedFigure(
            $0.feature[book.context.language], $0.value,
            styles.number("0.000;[Red]-0.000;0.000"))
        }, row: row)
    return likeliest(model, &sheet, row: end + 2)
  }

  /// Customers that are not lost, likeliest first.
  private func likeliest(
    _ model: ChurnModelResult, _ sheet: inout SheetBuilder, row: Int
  ) -> Int {
    let lost = Set(book.results.analytics.retention?.lostCustomers ?? [])
    let found = book.order.places.enumerated().compactMap {
      position, place -> (position: Int, place: Int, value: Double)? in
      guard model.probabilities.indices.contains(place),
        let value = model.probabilities[place], !lost.contains(place)
      else { return nil }
      return (position, place, value)
    }
    let shown = found.sorted { ($1.value, $0.position) < ($0.value, $1.position) }
      .prefix(Self.most)
    guard !shown.isEmpty else { return row - 2 }
    let styles = book.styles
    let place = sheet.table(
      DataTable(
        columns: [
          DataColumn(
            book.text("No.", "序号"), .numbers(shown.map { Double($0.position + 1) }),
            styles.number("0").with { $0.horizontal = .center }),
          DataColumn(
            book.text("ID", "编号"), .cells(shown.map { book.idContent($0.place) }),
            styles.text.with { $0.horizontal = .left }),
          DataColumn(
            book.objectWord, .texts(shown.map { book.displayName($0.place) }), styles.text),
          DataColumn(
            book.text("Probability to leave", "流失概率"), .numbers(shown.map(\.value)),
            styles.wholeShare),
        ], rowCount: shown.count), row: row)
    return place.lastRow
  }
}
