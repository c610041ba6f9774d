import CXLSXWriter
import Glibc
import SheetPlan

/// A libxlsxwriter workbook that is never saved: what the library makes of each sheet is taken part
/// by part.
///
/// The library's own way out, `workbook_close`, numbers all parts from 1 and zips them; sheets that
/// go into somebody's package need numbers that are free there. Its assemblers write one part each
/// to a `FILE*` of ours instead: they are exported and in the installed headers, though not
/// documented. Since fields of its structs are set as well, the library that is loaded must be of
/// the very version that its headers were; each part that it makes is looked into before it is used.
final class ScratchBook {
  let book: UnsafeMutablePointer<lxw_workbook>
  private var sheetCount = 0

  init() throws(ScratchFault) {
    guard String(cString: lxw_version()) == LXW_VERSION else {
      throw .otherVersion(String(cString: lxw_version()))
    }
    guard let book = workbook_new("scratch.xlsx") else { throw .outOfMemory }
    self.book = book
  }

  deinit { lxw_workbook_free(book) }

  /// A new sheet. Its name does not reach any part that is taken.
  func addSheet() throws(ScratchFault) -> UnsafeMutablePointer<lxw_worksheet> {
    sheetCount += 1
    guard let sheet = workbook_add_worksheet(book, "S\(sheetCount)") else { throw .outOfMemory }
    return sheet
  }

  /// A chart; it lives as long as the book.
  func addChart(_ type: lxw_chart_type) throws(ScratchFault) -> UnsafeMutablePointer<lxw_chart> {
    guard let chart = workbook_add_chart(book, UInt8(truncatingIfNeeded: type.rawValue)) else {
      throw .outOfMemory
    }
    return chart
  }

  /// A format that stands for an entry of the target's `dxfs`.
  func differentialFormat(_ number: Int) throws(ScratchFault) -> UnsafeMutablePointer<lxw_format> {
    guard let format = workbook_add_format(book) else { throw .outOfMemory }
    format.pointee.dxf_index = Int32(clamping: number)
    return format
  }

  /// Runs an assembler into memory and returns what it wrote.
  static func assembled(
    _ assemble: (UnsafeMutablePointer<FILE>) -> Void
  ) throws(ScratchFault) -> [UInt8] {
    var start: UnsafeMutablePointer<CChar>?
    var size = 0
    guard let file = open_memstream(&start, &size) else { throw .outOfMemory }
    assemble(file)
    let failed = fclose(file) != 0
    defer { free(start) }
    guard !failed, let start else { throw .outOfMemory }
    return start.withMemoryRebound(to: UInt8.self, capacity: size) {
      Array(UnsafeBufferPointer(start: $0, count: size))
    }
  }
}

/// What can go wrong inside the scratch book; all of it is a fault of ours or of the machine.
enum ScratchFault: Error {
  case outOfMemory
  /// The library refused something that a plan asked for.
  case refused(what: String, code: Int)
  /// The library's parts are not what this version of it makes.
  case unexpectedPart(String)
  /// The library that is loaded is not the one whose headers this was built with.
  case otherVersion(String)
}

/// C strings that live as long as this does, for structs that only point to theirs. Control
/// characters, which the library would write as they are, are left out.
final class CStrings {
  private var held: [UnsafeMutablePointer<CChar>] = []

  func hold(_ text: String) -> UnsafeMutablePointer<CChar>? {
    guard let copy = strdup(XMLText.printable(text)) else { return nil }
    held.append(copy)
    return copy
  }

  deinit {
    for text in held { free(text) }
  }
}

extension Color {
  /// libxlsxwriter takes 0 for no colour and has a code of its own for black.
  var scratch: lxw_color_t { rgb == 0 ? lxw_color_t(0x100_0000) : lxw_color_t(rgb & 0xFF_FFFF) }
}
