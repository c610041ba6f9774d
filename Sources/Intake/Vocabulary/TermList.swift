/// A list of terms in the form of ``VocabularyTerms``.
struct TermList {
  private(set) var groups: [(head: String, terms: [String])] = []

  /// The header terms by column role, and those seen beyond the compiled vocabulary.
  static let headers = TermList(VocabularyTerms.headers)
  static let supplementaryHeaders = TermList(SupplementaryTerms.headers)

  /// By bytes: the lists are read in every run.
  init(_ source: String) {
    var source = source
    source.withUTF8 { bytes in
      var start = 0
      for end in 0...bytes.count where end == bytes.count || bytes[end] == UInt8(ascii: "\n") {
        if start < end { add(line: bytes[start..<end]) }
        start = end + 1
      }
    }
  }

  private mutating func add(line: Slice<UnsafeBufferPointer<UInt8>>) {
    guard line.first == UInt8(ascii: " ") else {
      groups.append((String(decoding: line, as: UTF8.self), []))
      return
    }
    guard !groups.isEmpty else { return }
    var (start, end) = (line.startIndex, line.startIndex)
    for place in line.startIndex..<line.endIndex {
      let byte = line[place]
      if byte == UInt8(ascii: "|") {
        add(term: line[start..<end])
        (start, end) = (place + 1, place + 1)
      } else if byte != UInt8(ascii: " ") {
        end = place + 1
      } else if start == place {
        (start, end) = (place + 1, place + 1)
      }
    }
    add(term: line[start..<end])
  }

  private mutating func add(term: Slice<UnsafeBufferPointer<UInt8>>) {
    guard !term.isEmpty else { return }
    groups[groups.count - 1].terms.append(String(decoding: term, as: UTF8.self))
  }

  /// The terms of one group.
  func terms(of head: String) -> [String] { groups.first { $0.head == head }?.terms ?? [] }
}
