/// Places where the text that a table's rows have in common begins again, behind a row's number and
/// behind a value: a compressor that knows them need not search for what repeats.
///
/// They are hints: what stands behind a place has to be compared.
struct RowSeams: ~Copyable {
  /// Of all rows, ascending.
  private var places: UnsafeMutablePointer<UInt32>
  private var capacity = 0
  /// Places of all rows.
  private(set) var count = 0
  /// For each row, how many places come before it.
  private var rowStarts: [Int] = []

  init() { places = .allocate(capacity: 0) }

  deinit { places.deallocate() }

  /// What is noted from now on belongs to another row.
  mutating func beginRow() { rowStarts.append(count) }

  /// - Parameter place: not before the ones noted already.
  @inline(__always)
  mutating func note(_ place: Int) {
    if count == capacity { grow() }
    places[count] = UInt32(truncatingIfNeeded: place)
    count += 1
  }

  @inline(never)
  private mutating func grow() {
    capacity = max(capacity * 2, 1024)
    let moved = UnsafeMutablePointer<UInt32>.allocate(capacity: capacity)
    moved.update(from: places, count: count)
    places.deallocate()
    places = moved
  }

  /// Forgets all and keeps the room.
  mutating func removeAll() {
    count = 0
    rowStarts.removeAll(keepingCapacity: true)
  }

  /// Calls with every place of every row but the first, and with the one at its position in the row
  /// above.
  @inline(__always)
  func forEachPair(_ body: (_ place: Int, _ above: Int) -> Void) {
    var (above, start) = (0, rowStarts.first ?? 0)
    for row in rowStarts.indices.dropFirst() {
      (above, start) = (start, rowStarts[row])
      let end = row + 1 < rowStarts.count ? rowStarts[row + 1] : count
      for index in 0..<min(end - start, start - above) {
        body(Int(places[start + index]), Int(places[above + index]))
      }
    }
  }
}
