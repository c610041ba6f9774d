import CostingCore
import FinanceModel
import PluginKit
import SheetPlan

/// The service departments: what each uses of the others, what each costs in all, where that goes.
///
/// Live as far as it gives the engine's figures: what a department gives is its total × use / use by
/// all that it serves; the totals of the reciprocal method solve (I − A′)·total = own cost by MINVERSE
/// and MMULT, with a check that what was received is what was given.
struct ServiceDepartmentSection {
  let book: ProfitBook

  /// Beyond it the inverse stands as values.
  private static let largestInverse = 20
  /// Columns of the tables: own cost, received or use by all, total, then one a department.
  private static let ownColumn = 4
  private static let receivedColumn = 5
  private static let totalColumn = 6
  private static let firstColumn = 7

  private var results: [ServiceDepartmentResult] { book.results.serviceDepartments }
  private var styles: Styles { book.styles }
  private var isReciprocal: Bool {
    book.inputs.settings.serviceDepartmentMethod == .reciprocal
  }

  func write(_ sheet: inout SheetBuilder, row: Int) {
    guard !results.isEmpty else { return }
    let method = Terms.name(book.inputs.settings.serviceDepartmentMethod)[book.context.language]
    sheet.heading(
      book.text("Service departments (\(method))", "辅助部门分配(\(method))"), row: row,
      columns: 1...(Self.totalColumn + results.count))
    let flow = self.flow(row)
    let rows = rows(flow, row)
    guard flow.isLive else {
      sheet.table(given(flow, useRow: nil, inverseRow: nil, row: rows.given), row: rows.given)
      return
    }
    let uses = sheet.table(use(flow), row: row + 1)
    if let inverse = rows.inverse {
      self.inverse(flow, useRow: uses.firstRow, row: inverse, &sheet)
    }
    sheet.table(
      given(flow, useRow: uses.firstRow, inverseRow: rows.inverse, row: rows.given),
      row: rows.given)
  }

  /// The cell that says what a department received, of a section whose heading stands at `row`.
  func receivedCell(_ department: Int, row: Int) -> String {
    let given = rows(flow(row), row).given
    return "$\(letters(Self.receivedColumn))$\(given + 1 + department)"
  }

  private func flow(_ row: Int) -> DepartmentFlow {
    DepartmentFlow(results, book.inputs.serviceDepartments.departments, book)
      .placed(firstRow: row + 2)
  }

  /// The header rows of the inverse, where there is one, and of what is given; the uses stand below
  /// the heading.
  private func rows(_ flow: DepartmentFlow, _ row: Int) -> (inverse: Int?, given: Int) {
    guard flow.isLive else { return (nil, row + 1) }
    let next = row + results.count + 3
    guard isReciprocal, (1...Self.largestInverse).contains(flow.service.count) else {
      return (nil, next)
    }
    return (next, next + flow.service.count + 2)
  }

  private func letters(_ column: Int) -> String { CellAddress.letters(ofColumn: column) }

  // MARK: Use

  private func names() -> [DataColumn] {
    let language = book.context.language
    return [
      DataColumn(
        "#", .numbers(results.indices.map { Double($0 + 1) }),
        styles.number("0").with { $0.horizontal = .center }),
      DataColumn(
        book.text("Kind", "类型"), .texts(results.map { Terms.name($0.kind)[language] }),
        styles.text),
      DataColumn(
        book.text("Department", "部门"), .texts(results.map(\.name)), styles.text,
        total: .label(book.text("Total", "合计"))),
    ]
  }

  /// What each department uses of the one in the row; bases count those that it gives to.
  private func use(_ flow: DepartmentFlow) -> DataTable {
    let bases = results.indices.map { flow.base($0) }
    var columns =
      names() + [
        DataColumn(
          book.text("Own cost", "自身成本"), .cells(results.indices.map { ownCost($0) }),
          styles.money),
        DataColumn(
          book.text("Use by those it serves", "受益部门用量合计"),
          .cells(
            results.indices.map { row in
              flow.baseText(row, firstColumn: Self.firstColumn)
                .map { .formula(Formula($0, value: bases[row])) } ?? .empty
            }), styles.quantity),
        DataColumn(
          " ", .numbers([Double](repeating: .nan, count: results.count)), styles.text),
      ]
    for column in results.indices {
      columns.append(
        DataColumn(
          book.text("used by \(results[column].name)", "\(results[column].name)用量"),
          .numbers(results.indices.map { flow.use[$0][column] }), styles.quantity))
    }
    return DataTable(columns: columns, rowCount: results.count)
  }

  /// The team's own cell where the department's cost stands in one.
  private func ownCost(_ index: Int) -> CellContent {
    let value = book.shown(results[index].amount)
    let departments = book.inputs.serviceDepartments.departments
    guard departments.indices.contains(index), departments[index].amount == results[index].amount,
      case .cell(let cell) = departments[index].provenance
    else { return .number(value) }
    let scaling = book.scaling(fromFactor: departments[index].unitFactor)
    return .formula(Formula(cell.reference + scaling, value: value))
  }

  // MARK: Inverse

  /// I − A′ over the service departments, and beside it their own costs.
  private func inverse(
    _ flow: DepartmentFlow, useRow: Int, row: Int, _ sheet: inout SheetBuilder
  ) {
    let title = book.text("I − A′ over the service departments", "辅助部门矩阵 I − A′")
    sheet.label(title, row: row, column: 3, style: styles.headerLeft)
    sheet.noteHeader(title, row: row, column: 3)
    sheet.label(
      book.text("Own cost", "自身成本"), row: row, column: Self.ownColumn, style: styles.header)
    for (offset, service) in flow.service.enumerated() {
      sheet.label(
        results[service].name, row: row, column: Self.firstColumn + offset, style: styles.header)
      sheet.noteHeader(results[service].name, row: row, column: Self.firstColumn + offset)
    }
    for (line, receiver) in flow.service.enumerated() {
      let at = row + 1 + line
      sheet.label(results[receiver].name, row: at, column: 3, style: styles.label)
      sheet.formula(
        "\(letters(Self.ownColumn))\(useRow + receiver)",
        value: book.shown(results[receiver].amount), row: at, column: Self.ownColumn,
        style: styles.lined(styles.money))
      for (offset, giver) in flow.service.enumerated() {
        let share = flow.share(giver, receiver)
        let cell = "\(letters(Self.firstColumn + receiver))\(useRow + giver)"
        let base = "\(letters(Self.receivedColumn))\(useRow + giver)"
        let column = Self.firstColumn + offset
        if line == offset {
          sheet.number(1, row: at, column: column, style: styles.lined(styles.rate))
        } else if share == 0 {
          sheet.number(0, row: at, column: column, style: styles.lined(styles.rate))
        } else {
          sheet.formula(
            "-\(cell)/\(base)", value: -share, row: at, column: column,
            style: styles.lined(styles.rate))
        }
      }
    }
  }

  // MARK: Giving

  private func given(
    _ flow: DepartmentFlow, useRow: Int?, inverseRow: Int?, row: Int
  ) -> DataTable {
    let first = row + 1
    let totals = results.map { book.shown($0.total) }
    let received = results.map { book.shown($0.received) }
    var columns =
      names() + [
        DataColumn(
          book.text("Own cost", "自身成本"),
          .cells(
            results.indices.map { index in
              let value = book.shown(results[index].amount)
              return useRow.map {
                .formula(Formula("\(letters(Self.ownColumn))\($0 + index)", value: value))
              } ?? .number(value)
            }), styles.money),
        DataColumn(
          book.text("Received", "转入"),
          .cells(
            results.indices.map { index in
              useRow == nil
                ? .number(received[index])
                : .formula(
                  Formula(
                    receivedText(index, flow, first, inverseRow), value: received[index]))
            }), styles.money),
        DataColumn(
          book.text("Own + received", "合计"),
          .cells(
            results.indices.map { index in
              .formula(
                Formula(totalText(index, flow, first, inverseRow), value: totals[index]))
            }), styles.money.with { $0.isBold = true }),
      ]
    for column in results.indices {
      let amounts = results.map {
        $0.allocatedTo.indices.contains(column) ? book.shown($0.allocatedTo[column]) : 0
      }
      columns.append(
        DataColumn(
          "→ \(results[column].name)",
          .cells(
            results.indices.map { giver in
              guard let useRow, flow.gives(giver, column) else { return .number(amounts[giver]) }
              let use = "\(letters(Self.firstColumn + column))\(useRow + giver)"
              let base = "\(letters(Self.receivedColumn))\(useRow + giver)"
              let total = "\(letters(Self.totalColumn))\(first + giver)"
              return .formula(Formula("\(total)*\(use)/\(base)", value: amounts[giver]))
            }), styles.money, total: .sum(amounts.reduce(0, +))))
    }
    columns.append(check(first))
    return DataTable(columns: columns, rowCount: results.count, totals: .below)
  }

  /// What was received less what the others gave: zero.
  private func check(_ first: Int) -> DataColumn {
    DataColumn(
      book.text("Check (zero)", "校验(应为零)"),
      .cells(
        results.indices.map { index in
          let column = letters(Self.firstColumn + index)
          let received = "\(letters(Self.receivedColumn))\(first + index)"
          let given = "SUM(\(column)\(first):\(column)\(first + results.count - 1))"
          return .formula(Formula("ROUND(\(received)-\(given),\(book.checkDigits))", value: 0))
        }), styles.money)
  }

  /// A service department of the reciprocal method takes its total from the inverse.
  private func isSolved(_ index: Int, _ flow: DepartmentFlow, _ inverseRow: Int?) -> Bool {
    inverseRow != nil && flow.service.contains(index)
  }

  private func receivedText(
    _ index: Int, _ flow: DepartmentFlow, _ first: Int, _ inverseRow: Int?
  ) -> String {
    if isSolved(index, flow, inverseRow) {
      return
        "\(letters(Self.totalColumn))\(first + index)-\(letters(Self.ownColumn))\(first + index)"
    }
    let column = letters(Self.firstColumn + index)
    return "SUM(\(column)\(first):\(column)\(first + results.count - 1))"
  }

  private func totalText(
    _ index: Int, _ flow: DepartmentFlow, _ first: Int, _ inverseRow: Int?
  ) -> String {
    guard let inverseRow, let line = flow.service.firstIndex(of: index) else {
      return
        "\(letters(Self.ownColumn))\(first + index)+\(letters(Self.receivedColumn))\(first + index)"
    }
    let top = inverseRow + 1
    let bottom = inverseRow + flow.service.count
    let last = letters(Self.firstColumn + flow.service.count - 1)
    let matrix = "$\(letters(Self.firstColumn))$\(top):$\(last)$\(bottom)"
    let own = "$\(letters(Self.ownColumn))$\(top):$\(letters(Self.ownColumn))$\(bottom)"
    return "INDEX(MMULT(MINVERSE(\(matrix)),\(own)),\(line + 1),1)"
  }
}

/// Who gives how much of what to whom, as the engine found it.
struct DepartmentFlow {
  /// Use by department, row gives, column receives; parallel to the results.
  let use: [[Double]]
  /// Places of departments that give something.
  let service: [Int]
  /// Whether total × use / base is the engine's figure everywhere.
  let isLive: Bool
  private let receivers: [[Bool]]

  init(
    _ results: [ServiceDepartmentResult], _ inputs: [ServiceDepartment], _ book: ProfitBook
  ) {
    let fits =
      inputs.count == results.count && zip(inputs, results).allSatisfy { $0.name == $1.name }
      && inputs.allSatisfy { $0.use.count <= results.count }
    let count = results.count
    let use = inputs.map { one in
      (0..<count).map { one.use.indices.contains($0) ? one.use[$0].doubleValue : 0 }
    }
    self.use = fits ? use : []
    let receivers = results.enumerated().map { index, one in
      (0..<count).map {
        $0 != index && one.allocatedTo.indices.contains($0) && !one.allocatedTo[$0].isZero
      }
    }
    self.receivers = receivers
    service = results.indices.filter { receivers[$0].contains(true) }
    guard fits else {
      isLive = false
      return
    }
    isLive = results.indices.allSatisfy { giver in
      let base = (0..<count).reduce(0.0) { $0 + (receivers[giver][$1] ? use[giver][$1] : 0) }
      return (0..<count).allSatisfy { receiver in
        guard receivers[giver][receiver] else { return true }
        return base > 0
          && LiveFigure.agrees(
            book.shown(results[giver].total) * use[giver][receiver] / base,
            book.shown(results[giver].allocatedTo[receiver]))
      }
    }
  }

  func gives(_ giver: Int, _ receiver: Int) -> Bool { receivers[giver][receiver] }

  /// What those that a department serves use of it.
  func base(_ giver: Int) -> Double {
    receivers[giver].indices.reduce(0) {
      $0 + (receivers[giver][$1] ? use[giver][$1] : 0)
    }
  }

  func share(_ giver: Int, _ receiver: Int) -> Double {
    gives(giver, receiver) ? use[giver][receiver] / base(giver) : 0
  }

  /// The sum of the cells that make up the base: `G{r}+H{r}`; nil where it gives to nobody.
  func baseText(_ giver: Int, firstColumn: Int) -> String? {
    let columns = receivers[giver].indices.filter { receivers[giver][$0] }
    guard !columns.isEmpty, let row = rowMark(giver) else { return nil }
    return columns.map { "\(CellAddress.letters(ofColumn: firstColumn + $0))\(row)" }
      .joined(separator: "+")
  }

  /// Filled in by ``placed(firstRow:)``.
  private var firstRow: Int?

  private func rowMark(_ giver: Int) -> Int? { firstRow.map { $0 + giver } }

  /// The flow knowing the first row of the table of uses.
  func placed(firstRow: Int) -> DepartmentFlow {
    var placed = self
    placed.firstRow = firstRow
    return placed
  }
}
