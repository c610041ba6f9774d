import Glibc

/// A text file as UTF-8, decoded piece by piece (`iconv`).
struct TextDecoder: ~Copyable {
  private let file: FileReader
  private let converter: iconv_t
  private var input: [UInt8] = []
  private var output = [UInt8](repeating: 0, count: 256 << 10)
  private var isFirst = true
  /// Characters that were none in the encoding and became U+FFFD.
  private(set) var replacements = 0

  private static let pieceSize = 64 << 10

  init(path: String, encoding: TextEncoding) throws(WorkbookError) {
    guard let opened = iconv_open("UTF-8", encoding.rawValue), Int(bitPattern: opened) != -1 else {
      throw WorkbookError(.unsupportedEncoding(encoding.rawValue), file: path)
    }
    do throws(WorkbookError) {
      file = try FileReader(path: path)
    } catch {
      iconv_close(opened)
      throw error
    }
    converter = opened
  }

  deinit { iconv_close(converter) }

  /// Appends the next piece; false at the end.
  mutating func read(into bytes: inout [UInt8]) throws(WorkbookError) -> Bool {
    var piece = [UInt8](repeating: 0, count: Self.pieceSize)
    let count = try file.read(into: &piece)
    input.append(contentsOf: piece.prefix(count))
    if count == 0, input.isEmpty { return false }
    let start = bytes.count
    convert(isLast: count == 0, into: &bytes)
    if isFirst, bytes.count - start >= 3 {
      isFirst = false
      if bytes[start...].starts(with: [0xEF, 0xBB, 0xBF]) {
        bytes.removeSubrange(start..<start + 3)
      }
    }
    return true
  }

  /// Converts what has come in; a character that is cut waits for its rest.
  private mutating func convert(isLast: Bool, into bytes: inout [UInt8]) {
    var done = 0
    while done < input.count {
      let step = convertRun(from: done, into: &bytes)
      done += step.count
      if step.status != EILSEQ, !(step.status == EINVAL && isLast) {
        if step.status == EINVAL { break }
        continue
      }
      bytes.append(contentsOf: [0xEF, 0xBF, 0xBD])
      replacements += 1
      done += 1
    }
    input.removeFirst(min(done, input.count))
  }

  /// Converts one run; how many bytes it took, and `errno` where it stopped at something.
  private mutating func convertRun(
    from start: Int, into bytes: inout [UInt8]
  ) -> (count: Int, status: Int32) {
    var inputLeft = input.count - start
    let room = output.count
    var outputLeft = room
    var status: Int32 = 0
    let converter = converter
    input.withUnsafeMutableBytes { source in
      output.withUnsafeMutableBytes { target in
        var from = source.baseAddress?.advanced(by: start).assumingMemoryBound(to: CChar.self)
        var to = target.baseAddress?.assumingMemoryBound(to: CChar.self)
        if iconv(converter, &from, &inputLeft, &to, &outputLeft) == -1 {
          status = errno
        }
      }
    }
    bytes.append(contentsOf: output[0..<room - outputLeft])
    return (input.count - start - inputLeft, status == E2BIG ? 0 : status)
  }
}
