/// A row's number as text, worked out once for all cells and formulas of the row.
struct RowDigits {
  private(set) var row = Phrase("")
  private var previous = Phrase("")
  private var number = 0

  /// The row that is written next, from 1.
  mutating func set(_ number: Int) {
    previous = number == self.number + 1 && number > 1 ? row : Phrase(String(number - 1))
    row = Phrase(String(number))
    self.number = number
  }

  func putRow(into out: inout ByteWriter) { out.put(row) }

  /// The number of the row that lies `offset` from this one.
  func put(offset: Int, into out: inout ByteWriter) {
    switch offset {
    case 0: out.put(row)
    case -1: out.put(previous)
    default: out.put(integer: number + offset)
    }
  }
}
