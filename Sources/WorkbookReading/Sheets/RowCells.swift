/// The cells of one row, in room that is used again for the next one.
struct RowCells {
  /// Room for cells, of which the first ``count`` are the row's.
  private(set) var room: [Cell] = []
  private(set) var count = 0

  /// Cells that there is at least room for when they are put in one by one.
  private static let least = 64

  var isEmpty: Bool { count == 0 }

  var last: Cell? { isEmpty ? nil : room[count - 1] }

  /// The row's cells.
  var all: ArraySlice<Cell> { room[..<count] }

  mutating func removeAll() { count = 0 }

  mutating func append(_ cell: Cell) {
    makeRoom()
    room[count] = cell
    count += 1
  }

  mutating func replaceAll(by cells: [Cell]) { (room, count) = (cells, cells.count) }

  /// Has the body put cells into the room behind the row's own, of which there is some; it says how many
  /// the row has with them.
  mutating func fill<Result>(_ body: (inout MutableSpan<Cell>, inout Int) -> Result) -> Result {
    makeRoom()
    var filled = count
    defer { count = filled }
    var cells = room.mutableSpan
    return body(&cells, &filled)
  }

  private mutating func makeRoom() {
    guard count == room.count else { return }
    let more = max(Self.least, room.count)
    room.append(contentsOf: repeatElement(Cell(column: 0, kind: .number), count: more))
  }
}
