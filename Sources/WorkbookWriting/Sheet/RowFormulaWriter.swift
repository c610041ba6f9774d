import FinanceModel
import SheetPlan

/// Writes the `f` elements of a column whose formula differs from row to row in row numbers only.
///
/// In a long table the formula stands once and the cells below share it, as Excel writes a formula
/// that was filled down (ECMA-376 part 1, 18.3.1.40): half the bytes to write, and to read again.
struct RowFormulaWriter {
  /// The pieces of the formula one after the other, escaped for the file.
  private let bytes: [UInt8]
  /// Where each piece ends in ``bytes``.
  private let ends: [Int]
  private let offsets: [Int]
  private let shared: Shared?

  private struct Shared {
    /// `<f t="shared" ref="E`.
    var opening: [UInt8]
    /// `:E50007" si="3">`.
    var closing: [UInt8]
    /// `<f t="shared" si="3"/>`.
    var reference: [UInt8]
  }

  init(_ formula: RowFormula, column: Int, lastRow: Int, sharedIndex: Int?) {
    var bytes: [UInt8] = []
    ends = formula.pieces.enumerated().map { place, piece in
      let bare = place == 0 && piece.hasPrefix("=") ? String(piece.dropFirst()) : piece
      bytes += XMLText.escaped(CellText.storable(bare)).utf8
      return bytes.count
    }
    self.bytes = bytes
    offsets = formula.offsets
    let letters = CellAddress.letters(ofColumn: column)
    shared = sharedIndex.map { index in
      Shared(
        opening: Array("<f t=\"shared\" ref=\"\(letters)".utf8),
        closing: Array(":\(letters)\(lastRow)\" si=\"\(index)\">".utf8),
        reference: Array("<f t=\"shared\" si=\"\(index)\"/>".utf8))
    }
  }

  /// Writes the element of a row.
  ///
  /// - Parameter isFirst: whether it is the column's first that is written, which states a shared
  ///   formula.
  func put(isFirst: Bool, digits: RowDigits, into out: inout ByteWriter) {
    if let shared {
      guard isFirst else { return out.put(shared.reference) }
      out.put(shared.opening)
      digits.putRow(into: &out)
      out.put(shared.closing)
    } else {
      out.put("<f>")
    }
    var start = 0
    for place in ends.indices {
      if place > 0, place <= offsets.count {
        digits.put(offset: offsets[place - 1], into: &out)
      }
      out.put(bytes.span.extracting(start..<ends[place]))
      start = ends[place]
    }
    out.put("</f>")
  }
}

extension RowFormula {
  /// Whether filling the formula down gives what its row marks say: every row number that changes is
  /// marked and relative, and every other one is absolute.
  ///
  /// Says no where it cannot tell: structured references, marks within texts, names with digits.
  var canBeShared: Bool {
    var quote: UInt8?
    var previous: UInt8 = 0
    var letters = 0
    for (place, piece) in pieces.enumerated() {
      if place > 0 {
        // A mark: the number of a row, behind a column's letters.
        guard quote == nil, letters > 0 else { return false }
        previous = UInt8(ascii: "0")
        letters = 0
      }
      for byte in piece.utf8 {
        defer { previous = byte }
        if let open = quote {
          if byte == open { quote = nil }
          continue
        }
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "'"):
          quote = byte
          letters = 0
        case UInt8(ascii: "["), UInt8(ascii: "{"):
          return false
        case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"):
          letters += 1
        case UInt8(ascii: "0")...UInt8(ascii: "9"):
          if letters > 0 { return false }
        case UInt8(ascii: ":"):
          if isDigit(previous), isRowRange(after: place, piece) { return false }
          letters = 0
        default:
          letters = 0
        }
      }
    }
    return true
  }

  private func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  /// Whether a piece holds a range of whole rows, `5:9`.
  private func isRowRange(after place: Int, _ piece: String) -> Bool {
    let bytes = Array(piece.utf8)
    return bytes.indices.contains { index in
      bytes[index] == UInt8(ascii: ":") && index + 1 < bytes.count && isDigit(bytes[index + 1])
    }
  }
}
