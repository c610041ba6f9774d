import Glibc

/// Where the entries of an archive lie, which libzip does not tell (APPNOTE.TXT 4.3.12, 4.3.16).
enum CentralDirectory {
  private static let endSize = 22
  private static let recordSize = 46
  private static let localHeaderSize: UInt64 = 30
  /// Value of 32-bit fields whose truth is in the ZIP64 extra field.
  private static let elsewhere: UInt64 = 0xFFFF_FFFF

  /// Whether two entries share bytes, which no writer does and archive bombs live on.
  ///
  /// Says no where the directory cannot be followed: libzip judges that.
  static func hasOverlaps(path: String) -> Bool {
    guard let directory = directory(of: path) else { return false }
    var ranges = ranges(in: directory)
    ranges.sort { $0.lowerBound < $1.lowerBound }
    return zip(ranges, ranges.dropFirst()).contains { $0.upperBound > $1.lowerBound }
  }

  /// The bytes of each entry: local header without its extra field, name, compressed data.
  private static func ranges(in directory: [UInt8]) -> [Range<UInt64>] {
    var ranges: [Range<UInt64>] = []
    var place = 0
    while place + recordSize <= directory.count,
      directory[place..<place + 4].elementsEqual([0x50, 0x4B, 0x01, 0x02])
    {
      let nameLength = Int(number(directory, place + 28, bytes: 2))
      let extraLength = Int(number(directory, place + 30, bytes: 2))
      let noteLength = Int(number(directory, place + 32, bytes: 2))
      let size = number(directory, place + 20, bytes: 4)
      let start = number(directory, place + 42, bytes: 4)
      if size != elsewhere, start != elsewhere {
        ranges.append(start..<start + localHeaderSize + UInt64(nameLength) + size)
      }
      place += recordSize + nameLength + extraLength + noteLength
    }
    return ranges
  }

  /// The directory's bytes, found from the end of the file.
  private static func directory(of path: String) -> [UInt8]? {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return nil }
    defer { close(file) }
    let length = lseek(file, 0, SEEK_END)
    let tailSize = min(length, endSize + 65_535)
    guard length >= endSize, let tail = read(file, from: length - tailSize, count: tailSize),
      let end = endRecord(in: tail)
    else { return nil }
    let size = Int(number(tail, end + 12, bytes: 4))
    let start = Int(number(tail, end + 16, bytes: 4))
    guard start + size <= length, size <= 64 << 20 else { return nil }
    return read(file, from: start, count: size)
  }

  private static func endRecord(in tail: [UInt8]) -> Int? {
    var place = tail.count - endSize
    while place >= 0 {
      if tail[place..<place + 4].elementsEqual([0x50, 0x4B, 0x05, 0x06]) { return place }
      place -= 1
    }
    return nil
  }

  private static func read(_ file: Int32, from start: Int, count: Int) -> [UInt8]? {
    var bytes = [UInt8](repeating: 0, count: count)
    var done = 0
    while done < count {
      let step = bytes.withUnsafeMutableBytes { buffer in
        pread(file, buffer.baseAddress?.advanced(by: done), count - done, start + done)
      }
      guard step > 0 else { return nil }
      done += step
    }
    return bytes
  }

  /// A little-endian number.
  private static func number(_ bytes: [UInt8], _ start: Int, bytes count: Int) -> UInt64 {
    bytes[start..<start + count].reversed().reduce(0) { $0 << 8 | UInt64($1) }
  }
}
