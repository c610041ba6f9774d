import CZip
import Synchronization

/// A ZIP archive open for reading: the one owner of libzip's handle.
///
/// libzip's handle is not thread-safe, so every call is made under a lock; streams of several
/// entries may be read at once.
final class ZipArchive: Sendable {
  /// Path of the file.
  let path: String
  /// Entries in the order of the central directory.
  let entries: [ArchiveEntry]
  private let handle: Mutex<Handle>

  /// libzip's handle, closed without writing when it goes.
  private struct Handle: ~Copyable {
    nonisolated(unsafe) let zip: OpaquePointer

    deinit { zip_discard(zip) }
  }

  /// Opens an archive (`zip_open`) and lists its entries (`zip_stat_index`).
  init(path: String, limits: ReadingLimits) throws(WorkbookError) {
    self.path = path
    var code: Int32 = 0
    guard let zip = zip_open(path, ZIP_RDONLY, &code) else {
      throw WorkbookError(ZipArchive.fault(ofCode: code), file: path)
    }
    let owner = Handle(zip: zip)
    entries = try ZipArchive.list(zip, path: path, limits: limits)
    handle = Mutex(owner)
  }

  private static func list(
    _ zip: OpaquePointer, path: String, limits: ReadingLimits
  ) throws(WorkbookError) -> [ArchiveEntry] {
    let count = zip_get_num_entries(zip, 0)
    guard count <= limits.entries else {
      throw WorkbookError(.limit(.entries, allowed: UInt64(limits.entries)), file: path)
    }
    var entries: [ArchiveEntry] = []
    entries.reserveCapacity(Int(count))
    for index in 0..<max(0, count) {
      var stat = zip_stat_t()
      guard zip_stat_index(zip, UInt64(index), zip_flags_t(ZIP_FL_ENC_GUESS), &stat) == 0,
        let name = stat.name
      else {
        throw WorkbookError(.badArchive(reason: text(of: zip_get_error(zip))), file: path)
      }
      entries.append(ArchiveEntry(index: Int(index), name: String(cString: name), stat: stat))
    }
    return entries
  }

  /// Opens the compressed bytes of an entry (`zip_fopen_index` with `ZIP_FL_COMPRESSED`).
  func openCompressed(_ entry: ArchiveEntry) throws(WorkbookError) -> CompressedEntry {
    let index = UInt64(entry.index)
    let result: OpenResult = handle.withLock { handle in
      guard let file = zip_fopen_index(handle.zip, index, zip_flags_t(ZIP_FL_COMPRESSED)) else {
        return .failed(ZipArchive.text(of: zip_get_error(handle.zip)))
      }
      return .opened(FilePointer(file: file))
    }
    switch result {
    case .opened(let pointer): return CompressedEntry(archive: self, file: pointer)
    case .failed(let reason):
      throw WorkbookError(.badArchive(reason: reason), file: path, part: entry.name)
    }
  }

  private enum OpenResult: Sendable {
    case opened(FilePointer)
    case failed(String)
  }

  /// Reads from an open entry (`zip_fread`); −1 is an error, −2 a wrong checksum, which libzip
  /// finds itself in stored entries.
  fileprivate func read(_ pointer: FilePointer, into target: UnsafeMutableRawBufferPointer) -> Int {
    nonisolated(unsafe) let target = target
    return handle.withLock { _ in
      let count = Int(zip_fread(pointer.file, target.baseAddress, UInt64(target.count)))
      guard count < 0 else { return count }
      return zip_error_code_zip(zip_file_get_error(pointer.file)) == ZIP_ER_CRC ? -2 : -1
    }
  }

  fileprivate func close(_ pointer: FilePointer) {
    handle.withLock { _ in _ = zip_fclose(pointer.file) }
  }

  /// What an error code of `zip_open` means to us.
  private static func fault(ofCode code: Int32) -> ReadingFault {
    switch code {
    case ZIP_ER_NOENT: return .missingFile
    case ZIP_ER_NOZIP, ZIP_ER_EOF: return .cutOff
    default:
      var error = zip_error_t()
      zip_error_init_with_code(&error, code)
      defer { zip_error_fini(&error) }
      return .badArchive(reason: String(cString: zip_error_strerror(&error)))
    }
  }

  private static func text(of error: UnsafeMutablePointer<zip_error_t>?) -> String {
    error.map { String(cString: zip_error_strerror($0)) } ?? "?"
  }
}

/// libzip's handle of an open entry; used under the archive's lock only.
private struct FilePointer: @unchecked Sendable {
  let file: OpaquePointer
}

/// The compressed bytes of an entry, read front to back.
final class CompressedEntry: Sendable {
  private let archive: ZipArchive
  private let file: FilePointer

  fileprivate init(archive: ZipArchive, file: FilePointer) {
    self.archive = archive
    self.file = file
  }

  deinit { archive.close(file) }

  /// Fills at most the whole target; 0 at the end, −1 on a read error, −2 where the checksum is
  /// wrong.
  func read(into target: UnsafeMutableRawBufferPointer) -> Int { archive.read(file, into: target) }
}
