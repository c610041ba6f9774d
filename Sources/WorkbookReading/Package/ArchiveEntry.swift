import CZip

/// An entry of the archive.
public struct ArchiveEntry: Sendable, Hashable {
  /// Place in the archive's central directory, from 0, as libzip counts.
  public var index: Int
  /// The name as the archive has it, decoded as UTF-8 or code page 437.
  public var storedName: String
  /// The name as a part name without leading slash: backslashes are slashes, percent-encoding is
  /// undone, dot segments are resolved. Case is kept.
  public var name: String
  public var compressedSize: UInt64
  /// Uncompressed.
  public var size: UInt64
  public var crc: UInt32
  /// 0 stored, 8 deflated.
  public var method: Int
  public var isEncrypted: Bool
  /// When it was last changed, in seconds of the archive's own clock; only the order matters.
  public var modified: Int
  /// Whether a newer entry of the same name stands in its place.
  public var isSuperseded = false

  public var isFolder: Bool { name.isEmpty || name.hasSuffix("/") }

  init(index: Int, name: String, stat: zip_stat_t) {
    self.index = index
    storedName = name
    self.name = PartName.normalised(name)
    compressedSize = stat.comp_size
    size = stat.size
    crc = stat.crc
    method = Int(stat.comp_method)
    modified = Int(stat.mtime)
    isEncrypted = stat.encryption_method != UInt16(ZIP_EM_NONE)
  }
}
