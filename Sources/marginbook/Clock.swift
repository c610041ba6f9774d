import Glibc

/// The machine's clock, read only at the edge.
enum Clock {
  /// ISO 8601 to the second, with the local offset: `2026-01-31T09:30:00+08:00`.
  static func now() -> String {
    var seconds = time(nil)
    var local = tm()
    localtime_r(&seconds, &local)
    var text = [CChar](repeating: 0, count: 32)
    let count = strftime(&text, text.count, "%Y-%m-%dT%H:%M:%S%z", &local)
    let plain = String(decoding: text[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
    guard plain.count > 2 else { return plain }
    return plain.dropLast(2) + ":" + plain.suffix(2)
  }
}
