import CZip
import FinanceModel
import Glibc

/// Makes a workbook of one sheet from a text file, in a folder of our own.
struct DelimitedPackage {
  private let source: String
  private let limits: ReadingLimits
  private let folder: TemporaryFolder

  /// The extensions of files that are read as text.
  static let extensions: Set<String> = ["csv", "tsv", "tab", "txt"]

  init(source: String, limits: ReadingLimits) throws(WorkbookError) {
    self.source = source
    self.limits = limits
    folder = try TemporaryFolder()
  }

  /// Reads the text and opens the workbook made from it.
  func workbook() throws(WorkbookError) -> Workbook {
    let encoding = try TextEncoding.detect(path: source)
    let separator = try writeSheet(encoding)
    let path = "\(folder.path)/workbook.xlsx"
    try writeArchive(to: path)
    let package = try Package(
      archive: ZipArchive(path: path, limits: limits), limits: limits, folder: folder,
      notes: [note(encoding, separator)])
    return try Workbook(package: package, path: source)
  }

  private func note(_ encoding: TextEncoding, _ separator: UInt8) -> LocalizedText {
    let shown = separator == 0x09 ? "tab" : String(decoding: [separator], as: UTF8.self)
    return LocalizedText(
      english: "Read as a text file in \(encoding.rawValue), fields separated by “\(shown)”.",
      chinese: "按文本文件读取：编码 \(encoding.rawValue)，分隔符“\(shown == "tab" ? "制表符" : shown)”。")
  }

  /// Writes the worksheet part beside the archive to be; the separator that was found.
  private func writeSheet(_ encoding: TextEncoding) throws(WorkbookError) -> UInt8 {
    var decoder = try TextDecoder(path: source, encoding: encoding)
    var piece: [UInt8] = []
    var hasMore = try decoder.read(into: &piece)
    let separator = Separator.detect(
      head: Array(piece.prefix(16_384)), fileExtension: PartName.fileExtension(of: source))
    if Separator.declared(in: piece) != nil { piece.removeFirst(min(piece.count, 5)) }
    if piece.first == 0x0D { piece.removeFirst() }
    if piece.first == 0x0A { piece.removeFirst() }
    var scanner = DelimitedScanner(separator: separator)
    var sheet = WorksheetText(decimalComma: separator == UInt8(ascii: ";"))
    let output = try FileWriter(path: "\(folder.path)/sheet.xml")
    while hasMore {
      try scanner.scan(piece) { (fields) throws(WorkbookError) in try add(fields, to: &sheet) }
      try checkOpenField(scanner)
      try output.write(sheet.bytes)
      sheet.clear()
      piece.removeAll(keepingCapacity: true)
      hasMore = try decoder.read(into: &piece)
    }
    try scanner.finish { (fields) throws(WorkbookError) in try add(fields, to: &sheet) }
    sheet.close()
    try output.write(sheet.bytes)
    return separator
  }

  private func add(_ fields: [[UInt8]], to sheet: inout WorksheetText) throws(WorkbookError) {
    guard sheet.rowCount < CellAddress.lastRow else {
      throw WorkbookError(.limit(.cells, allowed: UInt64(CellAddress.lastRow)), file: source)
    }
    guard fields.count <= CellAddress.lastColumn else {
      throw WorkbookError(.limit(.columns, allowed: UInt64(CellAddress.lastColumn)), file: source)
    }
    sheet.add(fields)
  }

  private func checkOpenField(_ scanner: DelimitedScanner) throws(WorkbookError) {
    guard scanner.openBytes <= limits.textBytes else {
      throw WorkbookError(.limit(.textBytes, allowed: UInt64(limits.textBytes)), file: source)
    }
  }

  /// The sheet's name: that of the file, as far as Excel lets it.
  private var sheetName: String {
    let file = source.split(separator: "/").last.map(String.init) ?? "Sheet1"
    let stem = file.lastIndex(of: ".").map { String(file[..<$0]) } ?? file
    var name = ""
    for character in stem where !"[]:*?/\\'".contains(character) {
      guard (name + String(character)).utf16.count <= SheetName.lengthLimit else { break }
      name.append(character)
    }
    return name.trimmingSpaces().isEmpty ? "Sheet1" : name
  }

  /// Packs the parts (`zip_open`, `zip_file_add`, `zip_close`).
  private func writeArchive(to path: String) throws(WorkbookError) {
    var code: Int32 = 0
    guard let zip = zip_open(path, ZIP_CREATE | ZIP_EXCL, &code) else {
      throw WorkbookError(.unreadable(reason: "zip \(code)"), file: path)
    }
    var isGood = true
    for (name, text) in MinimalParts.parts(sheetName: sheetName) {
      isGood = isGood && add(Array(text.utf8), as: name, to: zip)
    }
    let sheet = zip_source_file(zip, "\(folder.path)/sheet.xml", 0, -1)
    isGood = isGood && zip_file_add(zip, "xl/worksheets/sheet1.xml", sheet, 0) >= 0
    for index in 0..<max(0, zip_get_num_entries(zip, 0)) {
      _ = zip_set_file_compression(zip, UInt64(index), ZIP_CM_DEFLATE, 1)
    }
    guard isGood, zip_close(zip) == 0 else {
      let reason = String(cString: zip_strerror(zip))
      zip_discard(zip)
      throw WorkbookError(.unreadable(reason: reason), file: path)
    }
    unlink("\(folder.path)/sheet.xml")
  }

  /// Adds bytes that libzip frees when it is done with them.
  private func add(_ bytes: [UInt8], as name: String, to zip: OpaquePointer) -> Bool {
    guard let copy = malloc(max(1, bytes.count)) else { return false }
    UnsafeMutableRawBufferPointer(start: copy, count: bytes.count).copyBytes(from: bytes)
    guard let source = zip_source_buffer(zip, copy, UInt64(bytes.count), 1) else {
      free(copy)
      return false
    }
    if zip_file_add(zip, name, source, 0) >= 0 { return true }
    zip_source_free(source)
    return false
  }
}
