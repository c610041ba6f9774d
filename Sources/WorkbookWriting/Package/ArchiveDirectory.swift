import Glibc

/// The central directory of an archive, with what a raw copy of its entries needs: the particulars
/// as they stand and the place of the compressed bytes.
///
/// The reader's ``Package`` has opened the archive and checked it against its limits before; what is
/// read here is the directory alone.
final class ArchiveDirectory {
  /// Open for reading as long as this lives.
  let descriptor: Int32
  /// In the directory's order, as libzip counts.
  private(set) var entries: [ArchiveWriter.Entry] = []
  /// What the archive's offsets are counted from: bytes that stand before the first entry.
  private var base = 0
  private let path: String

  init(path: String) throws(WritingError) {
    self.path = path
    descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .cannotRead(path) }
    try readEntries()
  }

  deinit {
    if descriptor >= 0 { close(descriptor) }
  }

  /// Where an entry's compressed bytes begin.
  func dataPlace(of entry: ArchiveWriter.Entry) throws(WritingError) -> Int {
    let place = base + Int(clamping: entry.offset)
    let header = try bytes(at: place, count: 30)
    guard header.number32(0) == 0x0403_4b50 else { throw .cannotRead(path) }
    return place + 30 + Int(header.number16(26)) + Int(header.number16(28))
  }

  private func readEntries() throws(WritingError) {
    let size = Int(lseek(descriptor, 0, SEEK_END))
    guard size >= 22 else { throw .cannotRead(path) }
    let tailStart = max(0, size - 22 - 0xFFFF)
    let tail = try bytes(at: tailStart, count: size - tailStart)
    guard let ending = tail.lastPlace(ofSignature: 0x0605_4b50) else { throw .cannotRead(path) }
    var directorySize = Int(tail.number32(ending + 12))
    var start = Int(tail.number32(ending + 16))
    var end = tailStart + ending
    if ending >= 20, tail.number32(ending - 20) == 0x0706_4b50 {
      let large = try largeEnding(locator: tail, at: ending - 20, before: tailStart + ending - 20)
      directorySize = large.size
      start = large.start
      end = large.place
    }
    guard directorySize >= 0, directorySize <= end, start >= 0 else { throw .cannotRead(path) }
    base = max(0, end - directorySize - start)
    try parse(bytes(at: end - directorySize, count: directorySize))
  }

  /// The zip64 end record, which stands directly before its locator.
  private func largeEnding(
    locator: [UInt8], at place: Int, before end: Int
  ) throws(WritingError) -> (size: Int, start: Int, place: Int) {
    let declared = Int(clamping: locator.number64(place + 8))
    for candidate in [declared, end - 56] where candidate >= 0 && candidate + 56 <= end {
      let record = try bytes(at: candidate, count: 56)
      if record.number32(0) == 0x0606_4b50 {
        return (
          Int(clamping: record.number64(40)), Int(clamping: record.number64(48)), candidate
        )
      }
    }
    throw .cannotRead(path)
  }

  private func parse(_ directory: [UInt8]) throws(WritingError) {
    var place = 0
    while place + 46 <= directory.count, directory.number32(place) == 0x0201_4b50 {
      let nameEnd = place + 46 + Int(directory.number16(place + 28))
      let extraEnd = nameEnd + Int(directory.number16(place + 30))
      let commentEnd = extraEnd + Int(directory.number16(place + 32))
      guard commentEnd <= directory.count else { throw .cannotRead(path) }
      var entry = entry(directory, at: place)
      entry.name = Array(directory[(place + 46)..<nameEnd])
      entry.comment = Array(directory[extraEnd..<commentEnd])
      setExtra(Array(directory[nameEnd..<extraEnd]), of: &entry)
      entries.append(entry)
      place = commentEnd
    }
  }

  private func entry(_ bytes: [UInt8], at place: Int) -> ArchiveWriter.Entry {
    var entry = ArchiveWriter.Entry(name: [])
    entry.versionMadeBy = bytes.number16(place + 4)
    entry.versionNeeded = bytes.number16(place + 6)
    entry.flags = bytes.number16(place + 8)
    entry.method = bytes.number16(place + 10)
    entry.time = bytes.number16(place + 12)
    entry.date = bytes.number16(place + 14)
    entry.checksum = bytes.number32(place + 16)
    entry.compressedSize = UInt64(bytes.number32(place + 20))
    entry.size = UInt64(bytes.number32(place + 24))
    entry.internalAttributes = bytes.number16(place + 36)
    entry.externalAttributes = bytes.number32(place + 38)
    entry.offset = UInt64(bytes.number32(place + 42))
    return entry
  }

  /// Keeps the extra fields but zip64's, whose numbers are taken over where the entry asks for them.
  private func setExtra(_ extra: [UInt8], of entry: inout ArchiveWriter.Entry) {
    var place = 0
    while place + 4 <= extra.count {
      let end = place + 4 + Int(extra.number16(place + 2))
      guard end <= extra.count else { break }
      if extra.number16(place) == 1 {
        setLarge(Array(extra[(place + 4)..<end]), of: &entry)
      } else {
        entry.extra += extra[place..<end]
      }
      place = end
    }
  }

  private func setLarge(_ field: [UInt8], of entry: inout ArchiveWriter.Entry) {
    var place = 0
    for number in [\ArchiveWriter.Entry.size, \.compressedSize, \.offset]
    where entry[keyPath: number] == 0xFFFF_FFFF && place + 8 <= field.count {
      entry[keyPath: number] = field.number64(place)
      place += 8
    }
  }

  private func bytes(at place: Int, count: Int) throws(WritingError) -> [UInt8] {
    guard count > 0 else { return [] }
    var bytes = [UInt8](repeating: 0, count: count)
    var done = 0
    while done < count {
      let read = bytes.withUnsafeMutableBytes { buffer in
        pread(
          descriptor, buffer.baseAddress.map { $0 + done }, count - done, off_t(place + done))
      }
      if read < 0 && errno == EINTR { continue }
      guard read > 0 else { throw .cannotRead(path) }
      done += read
    }
    return bytes
  }
}

extension [UInt8] {
  /// Little-endian; 0 beyond the end.
  fileprivate func number16(_ place: Int) -> UInt16 {
    place >= 0 && place + 2 <= count ? UInt16(self[place]) | UInt16(self[place + 1]) << 8 : 0
  }

  fileprivate func number32(_ place: Int) -> UInt32 {
    UInt32(number16(place)) | UInt32(number16(place + 2)) << 16
  }

  fileprivate func number64(_ place: Int) -> UInt64 {
    UInt64(number32(place)) | UInt64(number32(place + 4)) << 32
  }

  fileprivate func lastPlace(ofSignature signature: UInt32) -> Int? {
    guard count >= 22 else { return nil }
    return (0...(count - 22)).reversed().first { number32($0) == signature }
  }
}
