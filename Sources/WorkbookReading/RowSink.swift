/// Takes the rows of a sheet as they are read.
///
/// Rows come in ascending order, each once, whatever order the file has them in. Rows without a
/// value are left out. A sink may be a type that cannot be copied, so that none is on the way.
public protocol RowSink: ~Copyable {
  /// Takes one row.
  ///
  /// - Parameters:
  ///   - row: from 1.
  ///   - cells: ascending by column, each with a value; empty only where ``wantsCellsOfNextRow`` said
  ///     that they are not wanted.
  ///   - text: the UTF-8 that ``Cell/TextPlace`` points into, for text that is not shared.
  /// - Returns: whether more rows are wanted.
  mutating func receive(row: Int, cells: Span<Cell>, text: Span<UInt8>) -> Bool

  /// Whether the cells of a row that directly follows the last one are looked at; where not, such a
  /// row may come without them. True unless a sink says otherwise. Asked after each row.
  var wantsCellsOfNextRow: Bool { get }

  /// Where shared strings of the next rows will be looked up; nowhere unless a sink says otherwise. Asked
  /// every few rows: where the table has moved since, time is lost and nothing else.
  var nextLookUp: SharedStringLookUp { get }

  /// Forgets the rows received so far: a sheet turned out to have its rows out of order, and is
  /// handed over from the start. Asked once before the first row of a small sheet, too, unless its
  /// order is known.
  ///
  /// - Returns: whether that is possible; false unless a sink says otherwise, and then a large sheet
  ///   is refused, and a small one handed over only when all of it was read.
  mutating func startOver() -> Bool

  /// Whether the workbook is read from the start once more where rows turn out not to ascend
  /// (``Workbook/mayReadAgain(after:)``). A small sheet is not held then until all of it was read; and a
  /// sink that can start over, too, only looks at a sheet that others read to its end. False unless a
  /// sink says otherwise.
  var isReadAgain: Bool { get }
}

extension RowSink where Self: ~Copyable {
  public var wantsCellsOfNextRow: Bool { true }

  public var nextLookUp: SharedStringLookUp { .none }

  public var isReadAgain: Bool { false }

  public mutating func startOver() -> Bool { false }
}
