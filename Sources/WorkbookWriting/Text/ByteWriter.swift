/// Bytes that are being written: one growing allocation, appended to without the checks that
/// an array makes at each call, since a long table makes some ten million of them.
struct ByteWriter: ~Copyable {
  private var base: UnsafeMutablePointer<UInt8>
  private var capacity: Int
  private(set) var count = 0
  private(set) var seams = RowSeams()

  init(capacity: Int = 4096) {
    self.capacity = max(capacity, 64)
    base = .allocate(capacity: self.capacity)
  }

  deinit { base.deallocate() }

  /// Makes room for that many more bytes.
  @inline(__always)
  mutating func reserve(_ more: Int) {
    if capacity - count < more { grow(by: more) }
  }

  @inline(never)
  private mutating func grow(by more: Int) {
    let larger = max(capacity * 2, count + more)
    let moved = UnsafeMutablePointer<UInt8>.allocate(capacity: larger)
    moved.update(from: base, count: count)
    base.deallocate()
    base = moved
    capacity = larger
  }

  mutating func put(_ byte: UInt8) {
    reserve(1)
    base[count] = byte
    count += 1
  }

  /// Puts the first `count` of 64 bytes, for which there is room; the room behind them is written over by
  /// what comes next.
  @inline(__always)
  mutating func store(_ bytes: SIMD64<UInt8>, count: Int) {
    UnsafeMutableRawPointer(base + self.count).storeBytes(of: bytes, as: SIMD64<UInt8>.self)
    self.count += count
  }

  /// Puts a number's decimal digits, with leading zeros where they are fewer than `places`.
  mutating func put(digits value: UInt, places: Int = 1) {
    let length = max(Self.digitCount(value), places)
    reserve(length)
    var rest = value
    var place = count + length
    while rest >= 10_000 {
      let (above, four) = rest.quotientAndRemainder(dividingBy: 10_000)
      place -= 4
      put(pair: four / 100, at: place)
      put(pair: four % 100, at: place + 2)
      rest = above
    }
    if rest >= 100 {
      place -= 2
      put(pair: rest % 100, at: place)
      rest /= 100
    }
    if rest >= 10 {
      place -= 2
      put(pair: rest, at: place)
    } else {
      place -= 1
      base[place] = UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: rest)
    }
    while place > count {
      place -= 1
      base[place] = UInt8(ascii: "0")
    }
    count += length
  }

  private func put(pair: UInt, at place: Int) {
    let digits = Self.pairs.utf8Start + Int(pair) * 2
    (base[place], base[place + 1]) = (digits[0], digits[1])
  }

  /// How many decimal digits a number has; one for zero.
  private static func digitCount(_ value: UInt) -> Int {
    // 1233 / 4096 is a little more than log₁₀ 2.
    let least = ((UInt.bitWidth - (value | 1).leadingZeroBitCount) * 1233) >> 12
    return value >= ShortestDecimal.powers[least] ? least + 1 : max(least, 1)
  }

  /// The numbers from 00 to 99.
  private static let pairs: StaticString = """
    0001020304050607080910111213141516171819\
    2021222324252627282930313233343536373839\
    4041424344454647484950515253545556575859\
    6061626364656667686970717273747576777879\
    8081828384858687888990919293949596979899
    """

  /// Takes back the zeros that were put last.
  mutating func dropZeros() {
    while count > 0, base[count - 1] == UInt8(ascii: "0") { count -= 1 }
  }

  mutating func put(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let start = bytes.baseAddress else { return }
    reserve(bytes.count)
    (base + count).update(from: start, count: bytes.count)
    count += bytes.count
  }

  mutating func put(_ bytes: [UInt8]) {
    bytes.withUnsafeBufferPointer { put($0) }
  }

  mutating func put(_ text: StaticString) {
    put(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  mutating func put(_ bytes: Span<UInt8>) {
    bytes.withUnsafeBufferPointer { put($0) }
  }

  mutating func put(text: borrowing String) { put(text.utf8Span.span) }

  /// Notes that a row of a table begins, and its first seam: here.
  mutating func beginRow() {
    seams.beginRow()
    putSeam()
  }

  /// Notes that here begins what a row of a table may have in common with the one above.
  @inline(__always)
  mutating func putSeam() { seams.note(count) }

  /// Forgets what was written and keeps the room.
  mutating func removeAll() {
    count = 0
    seams.removeAll()
  }

  /// Lends the bytes written so far.
  func withBytes<R, E: Error>(_ body: (UnsafeBufferPointer<UInt8>) throws(E) -> R) throws(E) -> R {
    try body(UnsafeBufferPointer(start: base, count: count))
  }

  /// A copy of the bytes written so far.
  var bytes: [UInt8] { Array(UnsafeBufferPointer(start: base, count: count)) }
}
