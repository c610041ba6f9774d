import FinanceModel

extension Workbook {
  /// Reads a sheet's rows into a sink, ascending; a chart sheet has none.
  ///
  /// - Parameters:
  ///   - index: place in ``sheets``.
  ///   - inflatesBeside: whether another thread inflates a large sheet ahead; not worth it where the
  ///     reading itself goes beside something else.
  /// - Returns: what was met beside the values, of the rows up to where the sink had enough.
  /// - Throws: where the sheet is damaged or beyond a limit. Rows handed over before that point
  ///   count for nothing: the CRC is known only at the end.
  @discardableResult
  public func read(
    sheet index: Int, into sink: inout some RowSink & ~Copyable, inflatesBeside: Bool = true
  ) throws(WorkbookError) -> SheetSummary {
    guard sheets.indices.contains(index), sheets[index].kind != .chartSheet,
      sheets[index].kind != .dialogSheet, !sheets[index].part.isEmpty
    else { return SheetSummary() }
    let strings = try loadStrings().get()
    let part = sheets[index].part
    let isSmall = size(ofPart: part) <= RowCollector.sizeToCollect
    let order = isInOrder(part)
    if isSmall, order == false { return try collect(part, strings: strings, into: &sink) }
    var toItsEnd = false
    if isSmall, order == nil {
      let startsOver = sink.startOver()
      guard startsOver || sink.isReadAgain else {
        return try collect(part, strings: strings, into: &sink)
      }
      toItsEnd = !(startsOver && sink.isReadAgain)
    }
    let scanner = try scanner(
      part, strings: strings, pipelined: inflatesBeside && package.isLarge(part))
    if let summary = try stream(part, scanner, toItsEnd: toItsEnd, into: &sink) { return summary }
    noteOutOfOrder(part)
    guard sink.startOver() else {
      throw WorkbookError(.rowsOutOfOrder, file: path, part: part)
    }
    return try collect(part, strings: strings, into: &sink)
  }

  /// About how many rows of data a sheet has, judged by its bytes; at most a sheet's most.
  ///
  /// - Parameter index: place in ``sheets``.
  public func likelyRowCount(ofSheet index: Int) -> Int {
    guard sheets.indices.contains(index) else { return 0 }
    // A row of eight cells takes some three hundred bytes.
    return Int(clamping: min(size(ofPart: sheets[index].part) / 300, UInt64(CellAddress.lastRow)))
  }

  func size(ofPart part: String) -> UInt64 { package.entry(ofPart: part)?.size ?? 0 }

  private func scanner(
    _ part: String, strings: SharedStrings, pipelined: Bool
  ) throws(WorkbookError) -> SheetScanner {
    SheetScanner(
      try package.tokenizer(ofPart: part, pipelined: pipelined), styles: formats,
      stringCount: strings.count, dateSystem: dateSystem)
  }

  /// Hands rows over as they come; nil when one comes too late.
  ///
  /// - Parameter toItsEnd: whether the sheet is read on when the sink has enough, to see that no row
  ///   comes too late.
  private func stream(
    _ part: String, _ opened: consuming SheetScanner, toItsEnd: Bool,
    into sink: inout some RowSink & ~Copyable
  ) throws(WorkbookError) -> SheetSummary? {
    var scanner = opened
    var last = 0
    var isWanted = true
    while isWanted || toItsEnd, try scanner.nextRow() {
      guard scanner.row > last else { return nil }
      last = scanner.row
      guard isWanted else { continue }
      isWanted = sink.receive(
        row: scanner.row, cells: scanner.cells.all.span, text: scanner.text.span)
      scanner.mayPassOver = !isWanted || !sink.wantsCellsOfNextRow
      if scanner.summary.rows.isMultiple(of: 64) { scanner.lookUp = sink.nextLookUp }
    }
    if isWanted || toItsEnd { noteInOrder(part) }
    return scanner.summary
  }

  /// Reads all rows, then hands them over in order.
  private func collect(
    _ part: String, strings: SharedStrings, into sink: inout some RowSink & ~Copyable
  ) throws(WorkbookError) -> SheetSummary {
    var scanner = try scanner(part, strings: strings, pipelined: package.isLarge(part))
    var rows = RowCollector(partSize: package.entry(ofPart: part)?.size ?? 0)
    while try scanner.nextRow() {
      try rows.add(
        row: scanner.row, cells: scanner.cells.all, text: scanner.text, scanner.xml.context)
    }
    rows.deliver(to: &sink)
    return scanner.summary
  }
}
