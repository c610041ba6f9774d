import CLinux
import Glibc
import Synchronization

/// Hears from Linux (inotify(7)) what happens in the inbox and its folders.
///
/// What it reports are hints: a queue can overflow, a share sends none, a change through another
/// hard link is silent. The listing of the inbox is the truth.
final class InboxWatch: Sendable {
  enum Hint: Sendable, Hashable {
    case file(BytePath)
    /// A folder came, went or moved: list the inbox again.
    case folders
    /// Events were lost: list the inbox again.
    case overflow
  }

  let descriptor: Descriptor
  private let places = Mutex<[Int32: [FileName]]>([:])

  init() throws(SystemError) {
    let raw = linux_new_watch()
    guard raw >= 0 else { throw SystemError(.open, on: "inotify", code: -raw) }
    descriptor = Descriptor(raw)
  }

  /// Watches an open folder. Watching the same folder twice is one watch.
  func watch(_ folder: Folder, at place: [FileName]) throws(SystemError) {
    let number = "/proc/self/fd/\(folder.descriptor.raw)".withCString {
      linux_watch_folder(descriptor.raw, $0)
    }
    guard number >= 0 else { throw SystemError(.open, on: folder.subject, code: -number) }
    places.withLock { $0[number] = place }
  }

  /// All that was reported since the last call, each thing once, in order.
  func hints() -> [Hint] {
    var hints: [Hint] = []
    var seen: Set<Hint> = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let got = read(descriptor.raw, &buffer, buffer.count)
      guard got > 0 else { return hints }
      for hint in records(buffer[..<got]) where seen.insert(hint).inserted { hints.append(hint) }
    }
  }

  /// The records of `struct inotify_event`: watch, mask, cookie, length, then the padded name.
  private func records(_ bytes: ArraySlice<UInt8>) -> [Hint] {
    var hints: [Hint] = []
    var rest = bytes
    while rest.count >= 16 {
      let numbers = (0..<4).map { word(rest, $0) }
      guard let length = Int(exactly: numbers[3]), rest.count >= 16 + length else { break }
      let name = FileName(rest.dropFirst(16).prefix(length).prefix { $0 != 0 })
      hints += hint(watch: Int32(bitPattern: numbers[0]), mask: numbers[1], name: name)
      rest = rest.dropFirst(16 + length)
    }
    return hints
  }

  private func word(_ bytes: ArraySlice<UInt8>, _ index: Int) -> UInt32 {
    let start = bytes.startIndex + index * 4
    return (0..<4).reduce(0) { $0 | UInt32(bytes[start + $1]) << (8 * UInt32($1)) }
  }

  private func hint(watch: Int32, mask: UInt32, name: FileName?) -> [Hint] {
    let kind = linux_event_kind(mask)
    if kind & Int32(linux_event_overflow) != 0 { return [.overflow] }
    if kind & Int32(linux_event_folder_gone) != 0 { return [.folders] }
    guard let name, let place = places.withLock({ $0[watch] }) else { return [] }
    if kind & Int32(linux_event_subfolder) != 0 { return [.folders] }
    return [.file(BytePath(name, in: place))]
  }
}
