/// Reads a string item: plain, rich or with phonetic runs (ECMA-376 part 1, 18.4.8).
enum StringItem {
  private static let text = XMLName("t")
  private static let run = XMLName("r")

  /// Appends the text of the `si` or `is` whose start tag was read last. Runs are joined, phonetic
  /// runs left out, escapes undone.
  static func append(
    from xml: inout XMLTokenizer, to bytes: inout [UInt8]
  ) throws(WorkbookError) {
    let start = bytes.count
    try appendTexts(from: &xml, to: &bytes)
    EscapedText.unescape(&bytes, from: start)
    guard bytes.count - start <= xml.limits.textBytes else {
      throw xml.context.error(.limit(.textBytes, allowed: UInt64(xml.limits.textBytes)))
    }
  }

  /// Appends the texts among the children of the current element, and of runs among them.
  private static func appendTexts(
    from xml: inout XMLTokenizer, to bytes: inout [UInt8]
  ) throws(WorkbookError) {
    var openRuns = 0
    while true {
      switch try xml.next() {
      case .start where xml.name == text && xml.isMain: try xml.appendElementText(to: &bytes)
      case .start where xml.name == run && xml.isMain: openRuns += 1
      case .start: try xml.skipElement()
      case .end where openRuns > 0: openRuns -= 1
      case .end, .endOfPart: return
      case .text: continue
      }
    }
  }
}

extension XMLTokenizer {
  /// Whether the current element is of SpreadsheetML (or of no namespace, which is let through).
  var isMain: Bool { namespace == .main || namespace == .none }
}
