import CLinux
import Foundation
import Glibc

/// The one service on a watched folder: holds `.marginbook/lock` (flock(2)) for its whole life.
///
/// The lock goes away with the process, however it ends. Shares do not always carry it from one
/// machine to another, so the file also tells who holds it, and a counter in it goes up while that
/// service lives.
final class FolderLock: Sendable {
  private static let name = FileName(fixed: "lock")
  private let file: Descriptor
  private let host: String
  private let since: String

  /// - Throws: ``StartFailure`` with the holder where another service is at work.
  init(_ layout: FolderLayout, clocks: Clocks) throws {
    let folder = try layout.own()
    let raw = Self.name.withCString {
      openat(folder.descriptor.raw, $0, O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, mode_t(0o600))
    }
    guard raw >= 0 else { throw folder.failure(.lock, Self.name) }
    file = Descriptor(raw)
    host = Self.hostName()
    since = LocalDate.time(clocks.calendar())
    let code = linux_lock(raw)
    guard code == 0 || code == ENOLCK || code == ENOTSUP || code == EINVAL else {
      throw Self.alreadyRunning(layout, Self.holder(file))
    }
    try refuseLivingHolderElsewhere(layout)
    beat(0)
  }

  /// Says that this service lives. Called every few seconds.
  func beat(_ count: Int) {
    let text = "\(getpid())\n\(host)\n\(since)\n\(count)\n"
    _ = text.withCString { pwrite(file.raw, $0, strlen($0), 0) }
    ftruncate(file.raw, off_t(text.utf8.count))
  }

  /// Seconds between two beats.
  static let interval = 10.0

  func release() { ftruncate(file.raw, 0) }

  private func refuseLivingHolderElsewhere(_ layout: FolderLayout) throws {
    let before = Self.holder(file)
    guard before.count >= 2, before[1] != host else { return }
    usleep(UInt32((Self.interval * 2 + 2) * 1_000_000))
    let after = Self.holder(file)
    if after != before { throw Self.alreadyRunning(layout, after) }
  }

  private static func hostName() -> String {
    var buffer = [CChar](repeating: 0, count: 256)
    gethostname(&buffer, buffer.count - 1)
    return String(decoding: buffer.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  private static func holder(_ file: Descriptor) -> [String] {
    let open = OpenFile(descriptor: file, subject: "lock", watcher: .silent)
    let bytes = (try? open.bytes(at: 0, count: 1_024)) ?? []
    return String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
  }

  private static func alreadyRunning(_ layout: FolderLayout, _ holder: [String]) -> StartFailure {
    let who =
      holder.count >= 3
      ? " as process \(holder[0]) on \(holder[1]) since \(holder[2])" : ""
    return StartFailure(
      .alreadyRunning, "The service is already running on \(layout.path)\(who).")
  }
}
