import CLinux

/// What kind of file system holds a folder, as far as it matters (statfs(2)).
enum FileSystemKind: Sendable, Hashable {
  case local
  /// A share: no events, attributes that may be seconds old, locks that may not hold.
  case network(String)

  init(of folder: Folder) {
    self.init(number: linux_file_system_type(folder.descriptor.raw))
  }

  /// By the magic number of statfs(2).
  init(number: Int64) {
    let names: [Int64: String] = [
      0x6969: "NFS", 0xFF53_4D42: "SMB", 0xFE53_4D42: "SMB", 0x517B: "SMB", 0x6573_5546: "FUSE",
      0x0102_1997: "9P", 0x00C3_6400: "Ceph", 0x5346_414F: "AFS", 0x4750_4653: "GPFS",
    ]
    self = names[number].map { .network($0) } ?? .local
  }
}
