/// The numbers that the parts of new sheets take, chosen so that none is in use.
struct PartNumbers {
  /// Of `worksheets/sheetN.xml`.
  var sheet = 1
  var drawing = 1
  var chart = 1
  /// Of `tables/tableN.xml` and of the table itself.
  var table = 1
  var comments = 1
  var vmlDrawing = 1
  /// The block of 1,024 shape ids that notes of a sheet take.
  var shapeBlock = 1
}

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

/// A sheet made ready: the bytes around its rows, and the parts that it brings.
struct SheetFrame: Sendable {
  /// `worksheets/sheet4.xml`, relative to the workbook part's folder.
  var name: String
  /// Up to `<sheetData>`.
  var head: [UInt8]
  /// From behind `</sheetData>`.
  var tail: [UInt8]
  var relationships: [NewRelationship]
  var parts: [NewPart]
}
