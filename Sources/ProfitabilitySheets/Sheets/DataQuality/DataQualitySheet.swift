import CostingCore
import FinanceModel
import PluginKit
import SheetPlan

/// What was read, assumed and left out: every finding with the way to its cell, every table with how
/// it was understood, every sum that was computed two ways.
struct DataQualitySheet: SheetPlugin {
  let key = SheetKey.dataQuality.rawValue

  func name(in context: SheetContext) -> String { SheetKey.dataQuality.name[context.language] }

  func isWanted(in context: SheetContext) -> Bool { true }

  func plan(in context: SheetContext) -> SheetPlan {
    let book = ProfitBook(context)
    var sheet = SheetBuilder(book, sheet: .dataQuality)
    sheet.title(
      name(in: context),
      says: sheet.text(
        "What was read, what was assumed, what was left out. Click a place to go to the cell.",
        "读取了什么、做了哪些假设、略去了什么。点击“位置”可跳到对应单元格。"))
    for (column, width) in Self.widths { sheet.fix(column, at: width) }
    var row = QualityTables(book).write(&sheet, row: 6)
    row = QualityFindings(book).write(&sheet, row: row + 2)
    row = QualityOpenings(book).write(&sheet, row: row + 2)
    row = QualityControls(book).write(&sheet, row: row + 2)
    sheet.edit { plan in
      plan.frozenAt = CellAddress(row: 5, column: 1)
      plan.print.area = CellRange(
        CellAddress(row: 1, column: 1), CellAddress(row: max(row, 7), column: 7))
    }
    return sheet.finished()
  }

  private static let widths: [(Int, Double)] = [
    (1, 13), (2, 15), (3, 26), (4, 46), (5, 40), (6, 40), (7, 14),
  ]
}

/// Puts rows of texts into the columns of the data quality sheet, as high as their longest text.
struct QualityRow {
  let row: Int

  static func height(_ texts: [(String, Double)]) -> Double {
    Double(texts.map { TextWidth.lines($0.0, in: $0.1) }.max() ?? 1) * 15 + 3
  }
}

/// The tables that were found.
struct QualityTables {
  let book: ProfitBook

  init(_ book: ProfitBook) { self.book = book }

  func write(_ sheet: inout SheetBuilder, row: Int) -> Int {
    let tables = book.context.tables
    guard !tables.isEmpty else { return row - 2 }
    let styles = book.styles
    sheet.heading(book.text("Tables found", "识别到的表"), row: row, columns: 1...7)
    let headers = [
      book.text("Rows used", "采用行数"), book.text("What it is", "内容"), book.text("Where", "位置"),
      book.text("Columns understood", "识别的列"), book.text("Columns of no use", "未使用的列"),
      book.text("Rows left out", "略去的行"), book.text("Confidence", "把握"),
    ]
    for (index, header) in headers.enumerated() {
      sheet.label(
        header, row: row + 1, column: index + 1,
        style: [0, 6].contains(index) ? styles.header : styles.headerLeft.with { $0.indent = 1 })
    }
    for (index, table) in tables.enumerated() { write(table, row: row + 2 + index, &sheet) }
    return row + 1 + tables.count
  }

  private func write(_ table: RecognisedTable, row: Int, _ sheet: inout SheetBuilder) {
    let styles = book.styles
    let wrapped = styles.lined(styles.wrappedClear)
    // In these tables a column is named after what it counts; that is its role.
    let isNamedFreely = [.drivers, .interactions, .serviceDepartments].contains(table.role)
    let known = table.columns.filter(\.isUsed).map(understood)
    let others = table.columns.filter { !$0.isUsed }.map(\.header)
    let separator = book.text("; ", "；")
    let read = (isNamedFreely ? known + others : known).joined(separator: separator)
    let unknown = isNamedFreely || others.isEmpty ? "–" : others.joined(separator: separator)
    let leftOut = table.rowsLeftOut.map { one in
      let amount = one.amount.map { " (\(PercentText.grouped($0.doubleValue)))" } ?? ""
      return "\(one.rows): \(one.reason[book.context.language])\(amount)"
    }.joined(separator: "\n")
    sheet.number(
      Double(table.rowsUsed), row: row, column: 1, style: styles.lined(styles.count))
    sheet.label(Terms.name(table.role)[book.context.language], row: row, column: 2, style: wrapped)
    sheet.label(
      "\(table.sheet)!\(table.range)", row: row, column: 3,
      style: styles.lined(
        styles.link.with {
          $0.wraps = true
          $0.isVerticallyCentered = true
        }),
      link: .cell(SheetCell(sheet: table.sheet, cell: table.range.first)))
    sheet.label(read, row: row, column: 4, style: wrapped)
    sheet.label(unknown, row: row, column: 5, style: wrapped)
    sheet.label(leftOut.isEmpty ? "–" : leftOut, row: row, column: 6, style: wrapped)
    sheet.number(
      table.confidence, row: row, column: 7, style: styles.lined(styles.wholeShare))
    sheet.edit {
      $0.rows[row] = RowPlan(
        height: min(180, QualityRow.height([(read, 46), (unknown, 40), (leftOut, 40)])))
    }
  }
}

extension QualityTables {
  /// The header, and what it was taken for where that is not the same word.
  private func understood(_ column: RecognisedTable.Column) -> String {
    let meaning = column.meaning?[book.context.language] ?? column.role ?? ""
    return meaning.isEmpty || meaning.foldedName == column.header.foldedName
      ? column.header : "\(column.header) = \(meaning)"
  }
}

/// The findings, most severe first.
struct QualityFindings {
  let book: ProfitBook

  init(_ book: ProfitBook) { self.book = book }

  /// Beyond it the sheet would be a log rather than something to read.
  private static let most = 2_000

  func write(_ sheet: inout SheetBuilder, row: Int) -> Int {
    let findings = book.context.findings.sorted { $0.severity > $1.severity }
    let styles = book.styles
    sheet.heading(book.text("Findings", "发现"), row: row, columns: 1...7)
    guard !findings.isEmpty else {
      sheet.label(
        book.text("Nothing to report.", "没有需要报告的事项。"), row: row + 1, column: 1,
        style: styles.note)
      return row + 1
    }
    let headers = [
      book.text("Severity", "程度"), book.text("Code", "代码"), book.text("Where", "位置"),
      book.text("What", "是什么"), book.text("Why it matters", "为什么重要"),
      book.text("What to do", "怎么办"),
      book.text("Cells", "单元格数"),
    ]
    for (index, header) in headers.enumerated() {
      sheet.label(
        header, row: row + 1, column: index + 1,
        style: index == 0
          ? styles.headerCentered : index == 6 ? styles.header : styles.headerLeft)
    }
    let shown = findings.prefix(Self.most)
    for (index, finding) in shown.enumerated() { write(finding, row: row + 2 + index, &sheet) }
    let last = row + 1 + shown.count
    if findings.count > shown.count {
      let rest = findings.count - shown.count
      sheet.label(
        book.text("… and \(rest) more", "……另有\(rest)条"), row: last + 1, column: 1,
        style: styles.note)
      return last + 1
    }
    return last
  }

  private func write(_ finding: Finding, row: Int, _ sheet: inout SheetBuilder) {
    let styles = book.styles
    let sentences = finding.sentences(in: book.context.language)
    let wrapped = styles.lined(styles.wrapped)
    let mark: CellStyle? =
      switch finding.severity {
      case .error: styles.bad
      case .warning: styles.warning
      case .note: nil
      }
    let severity = styles.lined(styles.centered).with {
      $0.fill = mark?.fill
      $0.fontColor = mark?.fontColor
    }
    sheet.label(
      Terms.name(finding.severity)[book.context.language], row: row, column: 1, style: severity)
    sheet.label(
      finding.code.id, row: row, column: 2,
      style: wrapped.with { $0.fontColor = Palette.slate })
    sheet.label(
      finding.place?.description ?? "", row: row, column: 3,
      style: finding.place == nil
        ? wrapped
        : styles.lined(
          styles.link.with {
            $0.isVerticallyCentered = true
            $0.wraps = true
          }),
      link: finding.place.map { .cell($0) })
    sheet.label(sentences.what, row: row, column: 4, style: wrapped)
    sheet.label(sentences.why, row: row, column: 5, style: wrapped)
    sheet.label(sentences.whatToDo, row: row, column: 6, style: wrapped)
    sheet.number(
      Double(finding.count), row: row, column: 7, style: styles.lined(styles.count))
    sheet.edit {
      $0.rows[row] = RowPlan(
        height: min(
          220,
          QualityRow.height([(sentences.what, 46), (sentences.why, 40), (sentences.whatToDo, 40)])))
    }
  }
}

/// What would open up analyses that could not be done.
struct QualityOpenings {
  let book: ProfitBook

  init(_ book: ProfitBook) { self.book = book }

  func write(_ sheet: inout SheetBuilder, row: Int) -> Int {
    let missing = book.context.missing
    guard !missing.isEmpty else { return row - 2 }
    let styles = book.styles
    let language = book.context.language
    sheet.heading(
      book.text("What more would be possible", "补充后还能得到什么"), row: row, columns: 1...7)
    sheet.band(row: row + 1, columns: 1...7, style: styles.headerLeft)
    sheet.label(book.text("Add", "补充"), row: row + 1, column: 1, style: styles.headerLeft)
    sheet.label(book.text("To get", "可得到"), row: row + 1, column: 5, style: styles.headerLeft)
    for (index, one) in missing.enumerated() {
      let line = row + 2 + index
      sheet.band(row: line, columns: 1...7, style: styles.label)
      sheet.label(one.whatToAdd[language], row: line, column: 1, style: styles.label)
      sheet.label(one.whatItGives[language], row: line, column: 5, style: styles.label)
    }
    return row + 1 + missing.count
  }
}

/// Sums that the engine computed two ways.
struct QualityControls {
  let book: ProfitBook

  init(_ book: ProfitBook) { self.book = book }

  func write(_ sheet: inout SheetBuilder, row: Int) -> Int {
    let controls = book.results.controls
    guard !controls.isEmpty else { return row - 2 }
    let styles = book.styles
    let lined = styles.lined(styles.money)
    sheet.heading(
      book.text("Control totals of the run", "本次计算的控制总额"), row: row, columns: 1...7)
    sheet.band(row: row + 1, columns: 1...7, style: styles.headerLeft)
    for (column, header) in [
      (1, book.text("Total", "总额")), (4, book.text("Went in", "投入")),
      (5, book.text("Came out", "产出")), (6, book.text("Difference", "差额")),
    ] {
      sheet.label(
        header, row: row + 1, column: column, style: column == 1 ? styles.headerLeft : styles.header
      )
    }
    for (index, control) in controls.enumerated() {
      let line = row + 2 + index
      sheet.band(row: line, columns: 1...7, style: styles.label)
      sheet.label(
        control.name[book.context.language], row: line, column: 1, style: styles.label)
      sheet.number(book.shown(control.wentIn), row: line, column: 4, style: lined)
      sheet.number(book.shown(control.cameOut), row: line, column: 5, style: lined)
      sheet.formula(
        "ROUND(E\(line)-D\(line),\(book.checkDigits))", value: book.shown(control.difference),
        row: line, column: 6, style: lined)
    }
    return row + 1 + controls.count
  }
}
