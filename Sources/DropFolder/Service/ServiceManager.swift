import CLinux
import Foundation

/// Tells systemd how the service is doing (sd_notify(3)); says nothing where there is no systemd.
enum ServiceManager {
  static func ready(_ status: String) { send("READY=1\nSTATUS=\(status)") }
  static func stopping() { send("STOPPING=1") }
  static func alive() { send("WATCHDOG=1") }

  /// How often the manager wants to hear that the service lives; nil where it does not.
  static let interval: Duration? = {
    let text = ProcessInfo.processInfo.environment["WATCHDOG_USEC"] ?? ""
    return Int64(text).flatMap { $0 > 0 ? .microseconds($0 / 2) : nil }
  }()

  private static func send(_ line: String) { _ = linux_notify_manager(line) }
}
