import CISAL

/// The uncompressed bytes of an entry, front to back, checked on the way: size, CRC and the limits.
///
/// One thread at a time; it moves to the inflating thread as a whole.
final class PartBytes: @unchecked Sendable {
  private let file: String
  private let entry: ArchiveEntry
  private let compressed: CompressedEntry
  /// ISA-L's inflate state; nil for a stored entry.
  private let inflater: UnsafeMutablePointer<inflate_state>?
  private let input: UnsafeMutableRawBufferPointer
  private var produced: UInt64 = 0
  private var crc: UInt32 = 0
  private var isFinished = false

  /// Bytes of compressed data fetched at a time.
  private static let inputSize = 64 << 10

  init(archive: ZipArchive, entry: ArchiveEntry) throws(WorkbookError) {
    file = archive.path
    self.entry = entry
    compressed = try archive.openCompressed(entry)
    input = .allocate(byteCount: Self.inputSize, alignment: 64)
    if entry.method == 8 {
      let state = UnsafeMutablePointer<inflate_state>.allocate(capacity: 1)
      isal_inflate_init(state)
      inflater = state
    } else {
      inflater = nil
    }
  }

  deinit {
    input.deallocate()
    inflater?.deallocate()
  }

  /// Fills the target as far as it goes; 0 at the end, once all is verified.
  func read(into target: UnsafeMutableRawBufferPointer) throws(WorkbookError) -> Int {
    guard !isFinished, let start = target.baseAddress, target.count > 0 else { return 0 }
    let count = try fill(target)
    crc = crc32_gzip_refl(crc, start.assumingMemoryBound(to: UInt8.self), UInt64(count))
    produced += UInt64(count)
    guard produced <= entry.size else { throw fault(.wrongSize) }
    if isFinished { try verify() }
    return count
  }

  private func fill(_ target: UnsafeMutableRawBufferPointer) throws(WorkbookError) -> Int {
    guard let inflater else { return try copy(into: target) }
    return try inflate(inflater, into: target)
  }

  private func copy(into target: UnsafeMutableRawBufferPointer) throws(WorkbookError) -> Int {
    let count = compressed.read(into: target)
    guard count >= 0 else { throw fault(count == -2 ? .wrongChecksum : .brokenDeflate) }
    isFinished = count == 0
    return count
  }

  /// Inflates until the target is full or the stream ends.
  private func inflate(
    _ state: UnsafeMutablePointer<inflate_state>, into target: UnsafeMutableRawBufferPointer
  ) throws(WorkbookError) -> Int {
    let room = min(target.count, 1 << 30)
    state.pointee.next_out = target.baseAddress?.assumingMemoryBound(to: UInt8.self)
    state.pointee.avail_out = UInt32(room)
    while state.pointee.avail_out > 0, state.pointee.block_state != ISAL_BLOCK_FINISH {
      let before = (state.pointee.avail_out, state.pointee.avail_in)
      if state.pointee.avail_in == 0 { try feed(state) }
      let fed = state.pointee.avail_in
      guard isal_inflate(state) >= 0 else { throw fault(.brokenDeflate) }
      let isStuck = state.pointee.avail_out == before.0 && state.pointee.avail_in == fed
      if isStuck, state.pointee.block_state != ISAL_BLOCK_FINISH { throw fault(.brokenDeflate) }
    }
    isFinished = state.pointee.block_state == ISAL_BLOCK_FINISH && state.pointee.avail_out > 0
    return room - Int(state.pointee.avail_out)
  }

  private func feed(_ state: UnsafeMutablePointer<inflate_state>) throws(WorkbookError) {
    let count = compressed.read(into: input)
    guard count >= 0 else { throw fault(.brokenDeflate) }
    state.pointee.next_in = input.baseAddress?.assumingMemoryBound(to: UInt8.self)
    state.pointee.avail_in = UInt32(count)
  }

  private func verify() throws(WorkbookError) {
    guard produced == entry.size else { throw fault(.wrongSize) }
    guard crc == entry.crc else { throw fault(.wrongChecksum) }
  }

  private func fault(_ fault: ReadingFault) -> WorkbookError {
    WorkbookError(fault, file: file, part: entry.name)
  }
}
