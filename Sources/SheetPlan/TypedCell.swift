/// What a person typed into a cell of ours, as a later run finds it.
///
/// Names that start with `Mb_In_` are inputs. Of one that stands for a single cell the value is kept
/// under the name; of one that stands for a column, such as a column of notes, each row's value is
/// kept under ``key(_:row:)``, so that it finds its customer again when the order has changed.
public enum TypedCell: Sendable, Hashable {
  case number(Double)
  case text(String)

  /// The key of a row's value: `Mb_In_Notes[C-1004]`.
  ///
  /// - Parameters:
  ///   - name: the column's name.
  ///   - row: the text of the row's first cell that holds anything, the customer's id say.
  public static func key(_ name: String, row: String) -> String { "\(name)[\(row)]" }
}
