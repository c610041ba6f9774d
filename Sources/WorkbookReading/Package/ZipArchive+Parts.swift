extension ZipArchive {
  /// The bytes of an entry, as a stream to scan.
  ///
  /// - Parameter side: the thread that inflates them; nil for the reader's own.
  func source(
    of entry: ArchiveEntry, limits: ReadingLimits, inflatedOn side: SideThread? = nil
  ) throws(WorkbookError) -> any ByteSource {
    let bytes = try open(entry, limits: limits)
    return side.map { PipelinedBytes(bytes, on: $0) } ?? bytes
  }

  /// All bytes of an entry.
  func bytes(of entry: ArchiveEntry, limits: ReadingLimits) throws(WorkbookError) -> [UInt8] {
    let source = try open(entry, limits: limits)
    // The size is the directory's word, which may be wrong; a byte more shows the end in one go.
    let expected = Int(clamping: min(entry.size, 16 << 20)) + 1
    var bytes = [UInt8](repeating: 0, count: expected)
    var end = 0
    while true {
      if end == bytes.count { bytes.append(contentsOf: [UInt8](repeating: 0, count: end)) }
      let start = end
      var result = Result<Int, WorkbookError>.success(0)
      bytes.withUnsafeMutableBytes { buffer in
        do throws(WorkbookError) {
          let target = UnsafeMutableRawBufferPointer(rebasing: buffer[start...])
          result = .success(try source.read(into: target))
        } catch {
          result = .failure(error)
        }
      }
      let count = try result.get()
      end += count
      if count == 0 {
        bytes.removeLast(bytes.count - end)
        return bytes
      }
    }
  }

  private func open(_ entry: ArchiveEntry, limits: ReadingLimits) throws(WorkbookError) -> PartBytes
  {
    if let fault = fault(of: entry, limits: limits) {
      throw WorkbookError(fault, file: path, part: entry.name)
    }
    return try PartBytes(archive: self, entry: entry)
  }

  /// Why an entry is refused before a byte of it is read.
  private func fault(of entry: ArchiveEntry, limits: ReadingLimits) -> ReadingFault? {
    if entry.isEncrypted { return .encryptedEntry }
    guard entry.method == 0 || entry.method == 8 else { return .unsupportedMethod(entry.method) }
    if entry.size > limits.bytesPerPart {
      return .limit(.bytesPerPart, allowed: limits.bytesPerPart)
    }
    let (allowed, overflow) = max(1, entry.compressedSize).multipliedReportingOverflow(
      by: limits.inflateRatio)
    if entry.size > 1 << 20, !overflow, entry.size > allowed {
      return .limit(.inflateRatio, allowed: limits.inflateRatio)
    }
    return nil
  }
}
