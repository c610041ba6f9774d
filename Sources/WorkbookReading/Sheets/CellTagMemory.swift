/// The start tags of cells as rows above wrote them, column by column.
///
/// A writer gives the cells of a column the same tag in every row but for the row's number. So a tag
/// is recognised by comparing words, where reading its attributes byte by byte takes longer than all
/// else of a large sheet. Tags come in here once they were read byte by byte and understood.
struct CellTagMemory {
  /// By column, from 1; place 0 is never asked for.
  private var tags = [RememberedTag](repeating: RememberedTag(), count: columns + 1)
  /// Columns that are remembered.
  private static let columns = 100
  /// Bytes that must stand in the window from a tag's start on.
  static let reach = 64

  /// What stands between a row's number and the value, and what it means.
  struct RememberedTag {
    /// `" s="12" t="s"><v>`, the first byte lowest. All ones, which UTF-8 never has, where nothing
    /// is remembered.
    fileprivate var bytes = SIMD4<UInt64>(repeating: .max)
    /// Ones where ``bytes`` counts.
    fileprivate var mask = SIMD4<UInt64>(repeating: .max)
    fileprivate var count = 0
    var form = CellForm.number
    var format: Int32 = 0
  }

  /// A row's number as tags write it.
  struct RowDigits {
    fileprivate var bytes: UInt64 = 0
    fileprivate var mask: UInt64 = 0
    fileprivate var count = 0

    /// - Parameter row: from 1, at most seven digits.
    init(row: Int) {
      var rest = row
      repeat {
        bytes = bytes << 8 | UInt64(UInt8(ascii: "0")) + UInt64(rest % 10)
        mask = mask << 8 | 0xFF
        count += 1
        rest /= 10
      } while rest > 0
    }
  }

  /// `<c r="` and its mask.
  private static let opening: UInt64 = 0x22_3D72_2063_3C
  private static let openingMask: UInt64 = 0xFFFF_FFFF_FFFF

  /// The column and tag at a place, which moves behind the tag; nil where it is not one of a row
  /// above, and the place stays.
  @inline(__always)
  func take(
    _ bytes: Span<UInt8>, _ place: inout Int, row: RowDigits
  ) -> (column: Int, form: CellForm, format: Int32)? {
    guard place &+ Self.reach <= bytes.count else { return nil }
    let raw = bytes.bytes
    let start = Self.word(raw, place)
    guard let (column, letters) = Self.column(start) else { return nil }
    var next = place &+ 6 &+ letters
    guard (Self.word(raw, next) ^ row.bytes) & row.mask == 0 else { return nil }
    next &+= row.count
    let differing = (Self.words(raw, next) ^ tags[column].bytes) & tags[column].mask
    guard differing[0] | differing[1] | differing[2] | differing[3] == 0 else { return nil }
    place = next &+ tags[column].count
    return (column, tags[column].form, tags[column].format)
  }

  /// Remembers a tag that was read.
  ///
  /// - Parameters:
  ///   - range: from `<` to behind the tag that opens the value.
  ///   - form: what the tag says of the value.
  mutating func note(
    _ bytes: Span<UInt8>, _ range: Range<Int>, row: RowDigits, form: CellForm, format: Int32
  ) {
    guard range.lowerBound &+ Self.reach <= bytes.count else { return }
    let raw = bytes.bytes
    guard let (column, letters) = Self.column(Self.word(raw, range.lowerBound)) else { return }
    let number = range.lowerBound + 6 + letters
    let start = number + row.count
    let count = range.upperBound - start
    guard (Self.word(raw, number) ^ row.bytes) & row.mask == 0, count > 0, count <= 32 else {
      return
    }
    var tag = RememberedTag()
    for word in 0..<4 {
      let counted = min(max(0, count - 8 * word), 8)
      tag.mask[word] = counted == 8 ? .max : 1 << UInt64(8 * counted) - 1
    }
    tag.bytes = Self.words(raw, start) & tag.mask
    tag.count = count
    tag.form = form
    tag.format = format
    tags[column] = tag
  }

  /// The column that a tag's first eight bytes name, where it is one that is remembered, and the
  /// number of its letters.
  @inline(__always)
  private static func column(_ start: UInt64) -> (Int, letters: Int)? {
    guard start & openingMask == opening else { return nil }
    let first = UInt8(truncatingIfNeeded: start >> 48) &- UInt8(ascii: "A")
    guard first < 26 else { return nil }
    let second = UInt8(truncatingIfNeeded: start >> 56) &- UInt8(ascii: "A")
    guard second < 26 else { return (Int(first) &+ 1, 1) }
    let column = (Int(first) &+ 1) &* 26 &+ Int(second) &+ 1
    return column <= columns ? (column, 2) : nil
  }

  /// 32 bytes, the first of them lowest.
  @inline(__always)
  private static func words(_ bytes: RawSpan, _ place: Int) -> SIMD4<UInt64> {
    SIMD4(
      word(bytes, place), word(bytes, place &+ 8), word(bytes, place &+ 16),
      word(bytes, place &+ 24))
  }

  /// Eight bytes, the first of them lowest.
  @inline(__always)
  private static func word(_ bytes: RawSpan, _ place: Int) -> UInt64 {
    UInt64(
      littleEndian: bytes.unsafeLoadUnaligned(
        fromUncheckedByteOffset: place, as: UInt64.self))
  }
}

/// How a cell's element holds its value.
enum CellForm {
  /// A number in `v`.
  case number
  /// The index of a shared string in `v`.
  case shared
  /// A formula's text in `v`.
  case formulaString
  /// Text in `is`.
  case inline
}
