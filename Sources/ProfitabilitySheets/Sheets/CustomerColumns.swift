import CostingCore
import FinanceModel
import PluginKit
import SheetPlan

/// The columns that lists of customers begin with: number in order of rank, id, name.
struct CustomerColumns {
  let book: ProfitBook

  init(_ book: ProfitBook) { self.book = book }

  /// Number, id and name of every customer; the name's column carries the totals' label.
  func all(totalLabel: String) -> [DataColumn] { [number, id, name(totalLabel)] }

  private var number: DataColumn {
    DataColumn(
      book.text("No.", "序号"), .numbers((0..<book.order.count).map { Double($0 + 1) }),
      book.ordinalStyle.with { $0.fontColor = Palette.slate })
  }

  private var id: DataColumn {
    DataColumn(
      book.text("ID", "编号"), .cells(book.ids),
      book.styles.text.with { $0.horizontal = .left }
    ).with { $0.minimumWidth = 9 }
  }

  private func name(_ totalLabel: String) -> DataColumn {
    DataColumn(
      book.objectWord, .texts(book.names), book.styles.text,
      total: .label(totalLabel)
    ).with {
      $0.minimumWidth = 20
      $0.maximumWidth = 36
    }
  }
}
