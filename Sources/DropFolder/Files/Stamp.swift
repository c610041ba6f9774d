public import GRDB
import Glibc

/// What a look at a file showed: enough to notice that it is another one, or changed.
public struct Stamp: Hashable, Sendable, Codable {
  public var device: UInt64
  public var inode: UInt64
  /// Bytes.
  public var size: Int64
  /// Last change of the content, in nanoseconds since 1970 by the file system's clock.
  public var modified: Int64
  /// Last change of the content, the name or the rights, likewise.
  public var changed: Int64
  public var kind: Kind
  /// How many names the file has.
  public var links: UInt64

  public enum Kind: String, Sendable, Hashable, Codable {
    case file
    case folder
    case symbolicLink
    /// A pipe, a socket or a device.
    case special
  }

  public init(
    device: UInt64, inode: UInt64, size: Int64, modified: Int64, changed: Int64, kind: Kind = .file,
    links: UInt64 = 1
  ) {
    self.device = device
    self.inode = inode
    self.size = size
    self.modified = modified
    self.changed = changed
    self.kind = kind
    self.links = links
  }

  init(_ facts: stat) {
    self.init(
      device: UInt64(facts.st_dev), inode: UInt64(facts.st_ino), size: Int64(facts.st_size),
      modified: nanoseconds(facts.st_mtim), changed: nanoseconds(facts.st_ctim),
      kind: Kind(mode: facts.st_mode), links: UInt64(facts.st_nlink))
  }

  /// Whether the content is the same as at another look; a rename between the two does not matter.
  public func hasSameContent(as other: Stamp) -> Bool {
    inode == other.inode && size == other.size && modified == other.modified
  }
}

extension Stamp: DatabaseValueConvertible {
  /// Six numbers and the kind, separated by colons.
  public var databaseValue: DatabaseValue {
    "\(device):\(inode):\(size):\(modified):\(changed):\(links):\(kind.rawValue)".databaseValue
  }

  public static func fromDatabaseValue(_ value: DatabaseValue) -> Stamp? {
    let parts = String.fromDatabaseValue(value)?.split(separator: ":") ?? []
    guard parts.count == 7, let device = UInt64(parts[0]), let inode = UInt64(parts[1]),
      let size = Int64(parts[2]), let modified = Int64(parts[3]), let changed = Int64(parts[4]),
      let links = UInt64(parts[5]), let kind = Kind(rawValue: String(parts[6]))
    else { return nil }
    return Stamp(
      device: device, inode: inode, size: size, modified: modified, changed: changed, kind: kind,
      links: links)
  }
}

extension Stamp.Kind {
  fileprivate init(mode: mode_t) {
    switch mode & S_IFMT {
    case S_IFREG: self = .file
    case S_IFDIR: self = .folder
    case S_IFLNK: self = .symbolicLink
    default: self = .special
    }
  }
}

/// A time as nanoseconds, by wrapping arithmetic: a nonsense date on a file must not stop anything.
private func nanoseconds(_ time: timespec) -> Int64 {
  Int64(time.tv_sec) &* 1_000_000_000 &+ Int64(time.tv_nsec)
}
