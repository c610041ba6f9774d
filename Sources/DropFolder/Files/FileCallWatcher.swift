/// Hears of each call that touches the disk before it is made, and may refuse it.
///
/// The tests make disks full and processes die with it; in service it does nothing.
struct FileCallWatcher: Sendable {
  private let hear: @Sendable (FileCall, String) throws(SystemError) -> Void

  init(_ hear: @escaping @Sendable (FileCall, String) throws(SystemError) -> Void) {
    self.hear = hear
  }

  static let silent = FileCallWatcher { (_, _) throws(SystemError) in }

  func before(_ call: FileCall, _ subject: String) throws(SystemError) {
    try hear(call, subject)
  }
}
