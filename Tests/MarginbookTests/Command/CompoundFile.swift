/// A smallest compound file ([MS-CFB] 2.2, 2.6): what an .xls is, and what wraps a workbook with a
/// password.
struct CompoundFile {
  /// Names of the streams, at most three; they hold nothing.
  var streams: [String]

  /// Header, one sector of the allocation table, one of the directory.
  var bytes: [UInt8] { header + allocationTable + directory }

  private var header: [UInt8] {
    var sector = [UInt8](repeating: 0, count: 512)
    sector.replaceSubrange(0..<8, with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1])
    put(0x0003_003E, at: 24, in: &sector)
    put(0x0009_FFFE, at: 28, in: &sector)
    put(0x0000_0006, at: 32, in: &sector)
    put(1, at: 44, in: &sector)
    put(1, at: 48, in: &sector)
    put(4_096, at: 56, in: &sector)
    put(Self.endOfChain, at: 60, in: &sector)
    put(Self.endOfChain, at: 68, in: &sector)
    put(0, at: 76, in: &sector)
    for place in stride(from: 80, to: 512, by: 4) { put(Self.free, at: place, in: &sector) }
    return sector
  }

  private var allocationTable: [UInt8] {
    var sector = [UInt8](repeating: 0xFF, count: 512)
    put(0xFFFF_FFFD, at: 0, in: &sector)
    put(Self.endOfChain, at: 4, in: &sector)
    return sector
  }

  private var directory: [UInt8] {
    var sector = entry(
      "Root Entry", kind: 5, child: streams.isEmpty ? Self.free : 1, right: Self.free)
    for (index, stream) in streams.prefix(3).enumerated() {
      let isLast = index + 1 == min(3, streams.count)
      sector += entry(
        stream, kind: 2, child: Self.free, right: isLast ? Self.free : UInt32(index + 2))
    }
    return sector + [UInt8](repeating: 0, count: 512 - sector.count)
  }

  private func entry(_ name: String, kind: UInt8, child: UInt32, right: UInt32) -> [UInt8] {
    var entry = [UInt8](repeating: 0, count: 128)
    let units = Array(name.utf16)
    for (index, unit) in units.enumerated() {
      entry[index * 2] = UInt8(truncatingIfNeeded: unit)
      entry[index * 2 + 1] = UInt8(truncatingIfNeeded: unit >> 8)
    }
    entry[64] = UInt8((units.count + 1) * 2)
    entry[66] = kind
    entry[67] = 1
    put(Self.free, at: 68, in: &entry)
    put(right, at: 72, in: &entry)
    put(child, at: 76, in: &entry)
    put(Self.endOfChain, at: 116, in: &entry)
    return entry
  }

  private static let endOfChain: UInt32 = 0xFFFF_FFFE
  private static let free: UInt32 = 0xFFFF_FFFF

  private func put(_ value: UInt32, at place: Int, in bytes: inout [UInt8]) {
    for index in 0..<4 { bytes[place + index] = UInt8(truncatingIfNeeded: value >> (8 * index)) }
  }
}
