import CLinux

/// Where a sink looks up the shared string of a column's cells: memory that is asked for as soon as such
/// a cell is read.
///
/// A table of many strings lies outside the nearer caches, and a row that is handed over would wait for
/// one entry of it about as long as for all else that is done with the row.
public struct SharedStringLookUp: Sendable {
  /// The sheet's column, from 1; −1 for no look-up.
  let column: Int32
  /// The first entry's address. Nothing is read through it, so the table may have moved since.
  private let address: UInt

  /// No look-up.
  public static let none = SharedStringLookUp(column: -1, table: [])

  /// - Parameters:
  ///   - column: the sheet's column, from 1.
  ///   - table: what is looked up, by index of the shared string.
  public init(column: Int, table: [Int32]) {
    self.column = Int32(truncatingIfNeeded: column)
    address = table.withUnsafeBufferPointer { UInt(bitPattern: $0.baseAddress) }
  }

  /// Asks for the memory of a shared string's entry.
  @inline(__always)
  func fetch(_ shared: Int32) {
    let offset = Int(shared) &* MemoryLayout<Int32>.stride
    linux_prefetch(UnsafeRawPointer(bitPattern: address &+ UInt(bitPattern: offset)))
  }
}
