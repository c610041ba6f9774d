/// A part that is added to a package.
struct NewPart: Sendable {
  /// Relative to the workbook part's folder: `charts/chart3.xml`.
  let name: String
  /// nil where a default of the package covers it: relationships, VML.
  let contentType: String?
  private let content: Content

  /// A part's bytes, or what makes them where that may be left to another thread.
  private enum Content: Sendable {
    case bytes([UInt8])
    case later(@Sendable () throws(ScratchFault) -> [UInt8])
  }

  init(name: String, bytes: [UInt8], contentType: String?) {
    (self.name, self.contentType, content) = (name, contentType, .bytes(bytes))
  }

  init(
    name: String, contentType: String?,
    _ bytes: @escaping @Sendable () throws(ScratchFault) -> [UInt8]
  ) {
    (self.name, self.contentType, content) = (name, contentType, .later(bytes))
  }

  /// The part's bytes; made anew each time where they are left for later.
  func bytes() throws(ScratchFault) -> [UInt8] {
    switch content {
    case .bytes(let bytes): bytes
    case .later(let make): try make()
    }
  }
}

/// A relationship of a new sheet or drawing.
struct NewRelationship: Sendable {
  var id: String
  /// The last word of the type, `drawing`.
  var kind: String
  var target: String
  var isExternal = false
}
