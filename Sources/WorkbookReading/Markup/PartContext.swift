/// Which part of which file is being read, for the sentences of errors.
struct PartContext: Sendable {
  var file: String
  var part: String

  func error(_ fault: ReadingFault) -> WorkbookError {
    WorkbookError(fault, file: file, part: part)
  }
}
