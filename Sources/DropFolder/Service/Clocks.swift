public import Foundation
import Glibc

/// The two clocks of the service, as parameters so that tests can turn them.
public struct Clocks: Sendable {
  /// Steady time since an arbitrary moment: for waiting and measuring. Never set back.
  public var steady: @Sendable () -> Duration
  /// The calendar's time: for what people read.
  public var calendar: @Sendable () -> Date

  public init(
    steady: @escaping @Sendable () -> Duration, calendar: @escaping @Sendable () -> Date
  ) {
    self.steady = steady
    self.calendar = calendar
  }

  /// The machine's own (CLOCK_MONOTONIC and CLOCK_REALTIME).
  public static let system = Clocks(
    steady: {
      var time = timespec()
      clock_gettime(CLOCK_MONOTONIC, &time)
      return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
    }, calendar: { Date() })
}

extension Duration {
  /// As a number of seconds.
  var inSeconds: Double {
    Double(components.seconds) + Double(components.attoseconds) / 1e18
  }

  init(seconds: Double) { self = .nanoseconds(Int64(clamping: Int(seconds * 1_000) * 1_000_000)) }
}

/// A date as the machine's place writes it: `2026-11-21`, `2026-11-21 18:05:09`.
enum LocalDate {
  static func day(_ date: Date) -> String { text(date, "%Y-%m-%d") }
  static func time(_ date: Date) -> String { text(date, "%Y-%m-%d %H:%M:%S") }
  /// For names of files.
  static func mark(_ date: Date) -> String { text(date, "%Y-%m-%dT%H-%M-%S") }

  private static func text(_ date: Date, _ format: String) -> String {
    var seconds = time_t(date.timeIntervalSince1970)
    var parts = tm()
    localtime_r(&seconds, &parts)
    var buffer = [CChar](repeating: 0, count: 64)
    let count = strftime(&buffer, buffer.count, format, &parts)
    return String(decoding: buffer.prefix(count).map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}
