/// Finds what separates the fields of a text file.
enum Separator {
  private static let candidates: [UInt8] = [
    UInt8(ascii: ","), UInt8(ascii: ";"), 0x09, UInt8(ascii: "|"),
  ]

  /// The separator that Excel's `sep=` line names, else tab for `.tsv` and `.tab`, else the one that
  /// divides the first lines into most fields, the same number in each.
  static func detect(head: [UInt8], fileExtension: String) -> UInt8 {
    if let named = declared(in: head) { return named }
    if fileExtension == "tsv" || fileExtension == "tab" { return 0x09 }
    let scored = candidates.map { (separator: $0, score: score($0, head)) }
    return scored.max { $0.score < $1.score }?.separator ?? UInt8(ascii: ",")
  }

  /// The separator of a first line `sep=;`.
  static func declared(in head: [UInt8]) -> UInt8? {
    guard head.count > 5, head.starts(with: Array("sep=".utf8)),
      head[5] == 0x0A || head[5] == 0x0D
    else { return nil }
    return head[4]
  }

  /// Fields of a row where the first rows agree; less where they do not.
  private static func score(_ separator: UInt8, _ head: [UInt8]) -> Int {
    var scanner = DelimitedScanner(separator: separator)
    var counts: [Int] = []
    scanner.scan(head) { row in
      if counts.count < 20 { counts.append(row.count) }
    }
    if counts.isEmpty { scanner.finish { counts.append($0.count) } }
    guard let most = counts.max(), most > 1 else { return 0 }
    let alike = counts.count { $0 == counts[0] }
    return alike * 1000 / counts.count + min(most, 200)
  }
}
