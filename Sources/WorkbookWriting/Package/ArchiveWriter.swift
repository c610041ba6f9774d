import Glibc

/// Writes a zip archive (APPNOTE.TXT 6.3) from front to back.
///
/// Entries of the original are copied still compressed, their bytes never looked at; new ones are
/// compressed before they are added, so that sizes stand in the local headers and no data
/// descriptors are written.
struct ArchiveWriter: ~Copyable {
  /// What the central directory says of an entry.
  struct Entry {
    /// As stored, backslashes and all.
    var name: [UInt8]
    var versionMadeBy: UInt16 = 20
    var versionNeeded: UInt16 = 20
    var flags: UInt16 = 0
    /// 8 is deflate.
    var method: UInt16 = 8
    /// MS-DOS time and date; 1 January 1980 keeps equal inputs equal outputs.
    var time: UInt16 = 0
    var date: UInt16 = 0x21
    var checksum: UInt32 = 0
    var compressedSize: UInt64 = 0
    var size: UInt64 = 0
    var internalAttributes: UInt16 = 0
    var externalAttributes: UInt32 = 0
    /// Without a zip64 field.
    var extra: [UInt8] = []
    var comment: [UInt8] = []
    var offset: UInt64 = 0
  }

  private let file: OutputFile
  private let deflater = Deflater()
  private var entries: [Entry] = []

  init(file: OutputFile) {
    self.file = file
  }

  /// Adds an entry of bytes in memory.
  mutating func add(_ name: String, bytes: [UInt8]) throws(WritingError) {
    try add(Entry(name: Array(name.utf8)), bytes: bytes)
  }

  /// Adds an entry with the directory's particulars of one that it takes the place of.
  mutating func add(_ like: Entry, bytes: [UInt8]) throws(WritingError) {
    try add(like, CompressedPart(bytes, by: deflater))
  }

  /// Adds an entry that is compressed already.
  mutating func add(_ name: String, _ part: CompressedPart) throws(WritingError) {
    try add(Entry(name: Array(name.utf8)), part)
  }

  private mutating func add(_ like: Entry, _ part: CompressedPart) throws(WritingError) {
    guard part.size < 0xFFFF_FFFF, part.count < 0xFFFF_FFFF else {
      throw .broken(file.path, "a new part is larger than 4 GiB")
    }
    var entry = like
    entry.method = 8
    // Bits 1–3 speak of the old compression and of a descriptor, bit 0 of encryption.
    entry.flags = like.flags & 0x0800
    if !entry.name.allSatisfy({ $0 < 0x80 }) { entry.flags |= 0x0800 }
    entry.versionNeeded = 20
    entry.extra = []
    entry.offset = UInt64(file.offset)
    entry.checksum = part.checksum
    entry.size = UInt64(part.size)
    entry.compressedSize = UInt64(part.count)
    entries.append(entry)
    try file.write(localHeader(entry))
    for block in part.blocks { try file.write(block) }
  }

  /// Copies an entry as it is compressed.
  ///
  /// - Parameters:
  ///   - source: the original's descriptor.
  ///   - place: where the entry's data begins, from 0.
  mutating func copy(_ original: Entry, from source: Int32, at place: Int) throws(WritingError) {
    var entry = original
    entry.flags &= ~0x0008
    entry.offset = UInt64(file.offset)
    entries.append(entry)
    try file.write(localHeader(entry))
    try file.copy(from: source, at: place, count: Int(clamping: entry.compressedSize))
  }

  /// Writes the central directory. The archive is complete, the file not yet committed.
  mutating func finish() throws(WritingError) {
    let start = file.offset
    var directory: [UInt8] = []
    for entry in entries { directory += centralHeader(entry) }
    try file.write(directory)
    try file.write(ending(start: UInt64(start), size: UInt64(directory.count)))
  }
}

extension ArchiveWriter {
  private func localHeader(_ entry: Entry) -> [UInt8] {
    let isLarge = entry.size >= 0xFFFF_FFFF || entry.compressedSize >= 0xFFFF_FFFF
    var extra: [UInt8] = []
    if isLarge {
      extra.put16(1)
      extra.put16(16)
      extra.put64(entry.size)
      extra.put64(entry.compressedSize)
    }
    var bytes: [UInt8] = []
    bytes.put32(0x0403_4b50)
    bytes.put16(isLarge ? max(entry.versionNeeded, 45) : entry.versionNeeded)
    putCommon(entry, isLarge: isLarge, into: &bytes)
    bytes.put16(UInt16(clamping: entry.name.count))
    bytes.put16(UInt16(clamping: extra.count))
    return bytes + entry.name + extra
  }

  private func putCommon(_ entry: Entry, isLarge: Bool, into bytes: inout [UInt8]) {
    bytes.put16(entry.flags)
    bytes.put16(entry.method)
    bytes.put16(entry.time)
    bytes.put16(entry.date)
    bytes.put32(entry.checksum)
    bytes.put32(isLarge ? 0xFFFF_FFFF : UInt32(clamping: entry.compressedSize))
    bytes.put32(isLarge ? 0xFFFF_FFFF : UInt32(clamping: entry.size))
  }

  private func centralHeader(_ entry: Entry) -> [UInt8] {
    let isLarge = entry.size >= 0xFFFF_FFFF || entry.compressedSize >= 0xFFFF_FFFF
    let isFar = entry.offset >= 0xFFFF_FFFF
    var zip64: [UInt8] = []
    if isLarge {
      zip64.put64(entry.size)
      zip64.put64(entry.compressedSize)
    }
    if isFar { zip64.put64(entry.offset) }
    var extra = entry.extra
    if !zip64.isEmpty {
      extra.put16(1)
      extra.put16(UInt16(clamping: zip64.count))
      extra += zip64
    }
    var bytes: [UInt8] = []
    bytes.put32(0x0201_4b50)
    bytes.put16(entry.versionMadeBy)
    bytes.put16(zip64.isEmpty ? entry.versionNeeded : max(entry.versionNeeded, 45))
    putCommon(entry, isLarge: isLarge, into: &bytes)
    bytes.put16(UInt16(clamping: entry.name.count))
    bytes.put16(UInt16(clamping: extra.count))
    bytes.put16(UInt16(clamping: entry.comment.count))
    bytes.put16(0)
    bytes.put16(entry.internalAttributes)
    bytes.put32(entry.externalAttributes)
    bytes.put32(isFar ? 0xFFFF_FFFF : UInt32(clamping: entry.offset))
    return bytes + entry.name + extra + entry.comment
  }

  /// The end record, with zip64's two before it where a number is too large.
  private func ending(start: UInt64, size: UInt64) -> [UInt8] {
    let count = UInt64(entries.count)
    var bytes: [UInt8] = []
    if start + size >= 0xFFFF_FFFF || count >= 0xFFFF {
      bytes.put32(0x0606_4b50)
      bytes.put64(44)
      bytes.put16(45)
      bytes.put16(45)
      bytes.put32(0)
      bytes.put32(0)
      bytes.put64(count)
      bytes.put64(count)
      bytes.put64(size)
      bytes.put64(start)
      bytes.put32(0x0706_4b50)
      bytes.put32(0)
      bytes.put64(start + size)
      bytes.put32(1)
    }
    bytes.put32(0x0605_4b50)
    bytes.put16(0)
    bytes.put16(0)
    bytes.put16(UInt16(clamping: count))
    bytes.put16(UInt16(clamping: count))
    bytes.put32(UInt32(clamping: size))
    bytes.put32(UInt32(clamping: start))
    bytes.put16(0)
    return bytes
  }
}

extension [UInt8] {
  /// Little-endian.
  fileprivate mutating func put16(_ value: UInt16) {
    append(UInt8(truncatingIfNeeded: value))
    append(UInt8(truncatingIfNeeded: value >> 8))
  }

  fileprivate mutating func put32(_ value: UInt32) {
    put16(UInt16(truncatingIfNeeded: value))
    put16(UInt16(truncatingIfNeeded: value >> 16))
  }

  fileprivate mutating func put64(_ value: UInt64) {
    put32(UInt32(truncatingIfNeeded: value))
    put32(UInt32(truncatingIfNeeded: value >> 32))
  }
}
