import FinanceModel

/// Cell references as `r` attributes write them.
enum CellReference {
  /// The address of `B12`; nil for what is no cell of a worksheet. Lower case and dollar signs are
  /// let through.
  static func parse(_ bytes: ArraySlice<UInt8>) -> CellAddress? {
    var row = 0
    var column = 0
    var sawDigit = false
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        guard column > 0 else { return nil }
        sawDigit = true
        row = row * 10 + Int(byte - UInt8(ascii: "0"))
        guard row <= CellAddress.lastRow else { return nil }
      case UInt8(ascii: "$"): continue
      default:
        let letter = byte & 0xDF
        guard !sawDigit, letter >= UInt8(ascii: "A"), letter <= UInt8(ascii: "Z") else {
          return nil
        }
        column = column * 26 + Int(letter - UInt8(ascii: "A")) + 1
        guard column <= CellAddress.lastColumn else { return nil }
      }
    }
    return row > 0 && column > 0 ? CellAddress(row: row, column: column) : nil
  }
}
