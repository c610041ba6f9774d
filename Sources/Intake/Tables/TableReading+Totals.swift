import FinanceModel

/// Sums of columns, and what the table itself says of them.
extension TableReading {
  /// What the figures of rows add up to by column of the table, as they are written; nil where a
  /// column holds none or figures that do not add up, such as prices.
  func totals(of rows: [TableRow]) -> [ExactDecimal?] {
    table.columns.indices.map { place in
      let column = table.columns[place]
      guard column.header.profile.figureShare >= 0.5, !isKeyColumn(column.role),
        column.role.map({ !Self.notAdditive.contains($0) }) ?? true
      else { return nil }
      return rows.reduce(0) { $0 + plain($1.values[place]) }
    }
  }

  private func isKeyColumn(_ role: ColumnRole?) -> Bool {
    guard let role else { return false }
    return ScreenedRows.keyRoles.contains(role) || role == .period || role == .transactionDate
  }

  /// Compares totals rows with the rows above, column by column.
  func checkTotals(log: inout FindingLog) {
    var sums = [ExactDecimal](repeating: 0, count: table.columns.count)
    var before = sums
    var index = 0
    for total in totals {
      while index < rows.count, rows[index].row < total.row {
        for place in rows[index].values.indices {
          sums[place] += plain(rows[index].values[place])
        }
        index += 1
      }
      for place in total.values.indices {
        guard case .number(let stated?, _)? = total.values[place],
          table.columns[place].role.map({ !Self.notAdditive.contains($0) }) ?? true
        else { continue }
        let since = sums[place] - before[place]
        if (stated - sums[place]).magnitude > tolerance, (stated - since).magnitude > tolerance {
          noteDifference(total, place, stated: stated, computed: sums[place], &log)
        }
      }
      before = sums
    }
    noteTotals(&log)
  }

  private static let notAdditive: Set<ColumnRole> = [
    .unitPrice, .unitCost, .listPrice, .budgetUnitPrice, .actualUnitPrice, .variance, .taxRate,
    .satisfactionScore, .npsScore, .creditTerms, .unitTime, .allocationPercent, .margin,
    .exchangeRate, .overdueDays, .responseHours, .marketShare,
  ]

  private var tolerance: ExactDecimal { ExactDecimal(mantissa: 5, exponent: -3) ?? 0 }

  private func plain(_ value: CellValue?) -> ExactDecimal {
    switch value {
    case .number(let exact, _)?: exact ?? 0
    case .text(let text)?: AmountText.value(text) ?? 0
    default: 0
    }
  }

  private func noteDifference(
    _ row: TableRow, _ place: Int, stated: ExactDecimal, computed: ExactDecimal,
    _ log: inout FindingLog
  ) {
    log.add(
      IntakeFindings.totalsDiffer, at: cell(row, place), typed: stated.description,
      [
        "header": table.columns[place].header.text, "stated": FigureText.grouped(stated),
        "computed": FigureText.grouped(computed),
        "difference": FigureText.grouped(stated - computed),
      ])
  }

  private func noteTotals(_ log: inout FindingLog) {
    if let first = totals.first {
      let typed = first.values.lazy.compactMap { value -> String? in
        if case .text(let text)? = value { text } else { nil }
      }.first
      log.add(
        IntakeFindings.totalsRows, at: cell(first, 0), typed: typed ?? "", [:], count: totals.count)
    }
    if let first = notes.first {
      let typed = first.values.lazy.compactMap { $0?.shown }.first
      log.add(IntakeFindings.notes, at: cell(first, 0), typed: typed ?? "", count: notes.count)
    }
  }
}
