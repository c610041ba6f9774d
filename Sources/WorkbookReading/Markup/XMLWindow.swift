/// The part of a stream that is in memory: `bytes[position..<end]` is still to be read.
///
/// `bytes[end]` is always zero, so that a scan may look one byte ahead.
struct XMLWindow: ~Copyable {
  var bytes: [UInt8]
  var position = 0
  var end = 0
  /// Bytes that have left the window.
  private var passed: UInt64 = 0
  private let source: any ByteSource
  /// The source, where it has its bytes in blocks that can be had whole.
  private let blocks: PipelinedBytes?
  private var transcoder: Transcoder?
  private var isAtEnd = false
  private var check = UTF8Check()
  private let deadline: ContinuousClock.Instant
  private let allowedSeconds: UInt64
  private var isSettled = false
  /// Whether the rest of the part is in the window.
  var isComplete: Bool { isAtEnd }

  private static let size = 256 << 10
  private static let slack = PipelinedBytes.slack

  init(source: any ByteSource, seconds: Double) {
    self.source = source
    blocks = source as? PipelinedBytes
    allowedSeconds = UInt64(min(max(0, seconds.isNaN ? 0 : seconds), 1e9))
    deadline = ContinuousClock.now.advanced(by: .seconds(allowedSeconds))
    bytes = []
  }

  /// Where in the part the next byte is, from 0.
  var offset: UInt64 { passed &+ UInt64(position) }

  /// Reads the first bytes and settles the encoding.
  mutating func open(context: PartContext) throws(WorkbookError) {
    bytes = [UInt8](repeating: 0, count: 4096 + Self.slack)
    while end < 4, try refill(context: context, limit: .max) {}
    transcoder = Transcoder(firstBytes: bytes[0..<min(4, end)])
    if var transcoder {
      let first = Array(bytes[0..<end])
      end = 0
      transcoder.convert(first[...], into: &bytes, end: &end)
      self.transcoder = transcoder
    }
    if starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
    try settleDeclaredEncoding(context: context)
    try checkFirstBytes(context)
  }

  /// Checks what came in before the encoding was settled.
  private mutating func checkFirstBytes(_ context: PartContext) throws(WorkbookError) {
    isSettled = true
    guard transcoder == nil else { return }
    guard isUTF8(0..<end) else {
      throw context.error(.brokenXML(what: .illegalCharacter, offset: offset))
    }
  }

  /// Looks at the XML declaration's encoding, where there is one.
  private mutating func settleDeclaredEncoding(context: PartContext) throws(WorkbookError) {
    guard starts(with: "<?xml") else { return }
    while find("?>", from: position) == nil, end - position < 1024 {
      if try !refill(context: context, limit: .max) { break }
    }
    guard let close = find("?>", from: position) else { return }
    let declaration = String(decoding: bytes[position..<close], as: UTF8.self).lowercased()
    guard let name = EncodingName.declared(in: declaration) else { return }
    switch EncodingName.kind(of: name) {
    case .unicode: return
    case .latin where transcoder == nil:
      var latin = Transcoder(kind: .latin)
      let rest = Array(bytes[close..<end])
      end = close
      latin.convert(rest[...], into: &bytes, end: &end)
      transcoder = latin
    case .latin: return
    case .unknown: throw context.error(.unsupportedEncoding(name))
    }
  }

  /// Brings more bytes in behind those still to be read, which move to the front.
  ///
  /// - Returns: false at the end of the stream.
  mutating func refill(
    context: PartContext, limit: Int, fault: ReadingFault.Limit = .attributeBytes
  ) throws(WorkbookError) -> Bool {
    if isAtEnd { return false }
    if Task.isCancelled { throw context.error(.cancelled) }
    if ContinuousClock.now > deadline {
      throw context.error(.limit(.seconds, allowed: allowedSeconds))
    }
    if isSettled, transcoder == nil, let blocks, try exchange(with: blocks, context) { return true }
    moveToFront()
    if bytes.count - Self.slack - end < 2048 { try grow(context: context, limit: limit, fault) }
    let count = transcoder == nil ? try fill(context) : try fillTranscoded()
    bytes[end] = 0
    isAtEnd = count == 0
    return count > 0
  }

  /// Goes on in the next block, what is still to be read put before its bytes.
  ///
  /// - Returns: false where there is more of that than has room there, or no block.
  private mutating func exchange(
    with blocks: PipelinedBytes, _ context: PartContext
  ) throws(WorkbookError) -> Bool {
    let kept = position..<end
    guard kept.count <= PipelinedBytes.headroom else { return false }
    let spent = bytes
    guard let new = try blocks.exchange(&bytes) else { return false }
    let start = new.lowerBound - kept.count
    bytes.withUnsafeMutableBytes { buffer in
      spent.withUnsafeBytes {
        UnsafeMutableRawBufferPointer(rebasing: buffer[start..<new.lowerBound])
          .copyMemory(from: UnsafeRawBufferPointer(rebasing: $0[kept]))
      }
    }
    passed &+= UInt64(position) &- UInt64(start)
    (position, end) = (start, new.upperBound)
    bytes[end] = 0
    guard isUTF8(new) else {
      throw context.error(.brokenXML(what: .illegalCharacter, offset: offset))
    }
    return true
  }

  /// Checks the next bytes of the part.
  private mutating func isUTF8(_ range: Range<Int>) -> Bool {
    bytes.withUnsafeBytes { check.take(UnsafeRawBufferPointer(rebasing: $0[range])) }
  }

  private mutating func moveToFront() {
    guard position > 0 else { return }
    let kept = end - position
    let start = position
    bytes.withUnsafeMutableBytes { buffer in
      let rest = UnsafeRawBufferPointer(rebasing: buffer[start..<start + kept])
      buffer.copyMemory(from: rest)
    }
    passed &+= UInt64(position)
    position = 0
    end = kept
  }

  private mutating func grow(
    context: PartContext, limit: Int, _ fault: ReadingFault.Limit
  ) throws(WorkbookError) {
    guard end <= limit else { throw context.error(.limit(fault, allowed: UInt64(limit))) }
    let size = max(Self.size, bytes.count &* 2)
    bytes.append(contentsOf: [UInt8](repeating: 0, count: size + Self.slack - bytes.count))
  }

  private mutating func fill(_ context: PartContext) throws(WorkbookError) -> Int {
    let start = end
    let count = try read(room: bytes.count - Self.slack - start, at: start)
    end = start + count
    // Before the encoding is settled the bytes may be anything.
    guard isSettled else { return count }
    guard isUTF8(start..<end), count > 0 || check.isComplete else {
      throw context.error(.brokenXML(what: .illegalCharacter, offset: offset))
    }
    return count
  }

  /// Reads into the window; the closure's error is carried out by hand, typed.
  private mutating func read(room: Int, at start: Int) throws(WorkbookError) -> Int {
    let source = source
    var result = Result<Int, WorkbookError>.success(0)
    bytes.withUnsafeMutableBytes { buffer in
      do throws(WorkbookError) {
        result = .success(
          try source.read(
            into: UnsafeMutableRawBufferPointer(rebasing: buffer[start..<start + room])))
      } catch {
        result = .failure(error)
      }
    }
    return try result.get()
  }

  /// Reads raw bytes behind the end, then converts them; UTF-8 takes at most three times the room.
  private mutating func fillTranscoded() throws(WorkbookError) -> Int {
    guard var transcoder else { return 0 }
    let before = end
    while end == before {
      let room = (bytes.count - Self.slack - end) / 3
      let count = try read(room: room, at: end)
      if count == 0 { break }
      let raw = Array(bytes[end..<end + count])
      transcoder.convert(raw[...], into: &bytes, end: &end)
    }
    self.transcoder = transcoder
    return end - before
  }

  /// Whether the bytes to be read start like this.
  func starts(with text: StaticString) -> Bool {
    starts(with: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  func starts(with prefix: some Collection<UInt8>) -> Bool {
    guard end - position >= prefix.count else { return false }
    return bytes[position..<position + prefix.count].elementsEqual(prefix)
  }

  /// The first place of a terminator at or after `from`; nil where it is not in the window.
  func find(_ terminator: StaticString, from start: Int) -> Int? {
    let count = terminator.utf8CodeUnitCount
    let pattern = UnsafeBufferPointer(start: terminator.utf8Start, count: count)
    guard let first = pattern.first else { return nil }
    var place = start
    while place + count <= end {
      place = self.place(of: first, from: place)
      if place + count > end { return nil }
      if bytes[place..<place + count].elementsEqual(pattern) { return place }
      place += 1
    }
    return nil
  }

  /// The place of a byte at or after `from`, or `end`.
  @inline(__always)
  func place(of byte: UInt8, from start: Int) -> Int {
    let span = bytes.span
    var place = start
    while place < end, span[place] != byte { place &+= 1 }
    return place
  }

  /// Whether a range holds references or carriage returns.
  func needsDecoding(_ range: Range<Int>) -> Bool {
    let span = bytes.span
    for place in range {
      let byte = span[place]
      if byte == UInt8(ascii: "&") || byte == 0x0D { return true }
    }
    return false
  }
}
