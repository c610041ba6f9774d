/// Splices into the bytes of a part: everything that is not named stays as it was.
struct XMLEdit {
  private struct Splice {
    var range: Range<Int>
    var bytes: [UInt8]

    var isASCII: Bool { bytes.allSatisfy { $0 < 0x80 } }
  }

  let outline: XMLOutline
  private var splices: [Splice] = []
  /// What goes into elements that close themselves.
  private var opened: [Int: String] = [:]

  init(_ outline: XMLOutline) {
    self.outline = outline
  }

  var isEmpty: Bool { splices.isEmpty && opened.isEmpty }

  /// Puts XML after the last child of an element; one that closes itself is opened.
  mutating func append(_ xml: String, to index: Int) {
    guard !xml.isEmpty else { return }
    let element = outline.elements[index]
    if element.closesItself {
      opened[index, default: ""] += xml
    } else {
      insert(xml, at: element.contentEnd)
    }
  }

  /// Puts XML behind an element.
  mutating func insert(_ xml: String, after index: Int) {
    insert(xml, at: outline.elements[index].end)
  }

  /// Puts XML before the first child of an element that has children or is open.
  mutating func prepend(_ xml: String, to index: Int) {
    if outline.elements[index].closesItself {
      append(xml, to: index)
    } else {
      insert(xml, at: outline.elements[index].contentStart)
    }
  }

  /// Sets the value of an attribute that is there; says whether it was.
  @discardableResult
  mutating func set(_ name: String, of index: Int, to value: String) -> Bool {
    guard let attribute = outline.attributes(index).first(where: { $0.name == name }) else {
      return false
    }
    replace(attribute.valueRange, with: XMLText.escaped(value))
    return true
  }

  /// Takes an element out, tags and all.
  mutating func remove(_ index: Int) {
    replace(outline.elements[index].start..<outline.elements[index].end, with: "")
  }

  /// Puts text in place of an element's content; one that closes itself is left alone.
  mutating func setContent(of index: Int, to xml: String) {
    let element = outline.elements[index]
    guard !element.closesItself else { return }
    replace(element.contentStart..<element.contentEnd, with: xml)
  }

  /// The part with every splice made. Splices at one place stand in the order they were asked for.
  func applied() -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(outline.bytes.count + splices.reduce(0) { $0 + $1.bytes.count })
    var place = 0
    let all = splices + openings
    let needsReferences = !all.allSatisfy(\.isASCII) && PartText.needsReferences(outline.bytes)
    let ordered = all.enumerated().sorted {
      ($0.element.range.lowerBound, $0.offset) < ($1.element.range.lowerBound, $1.offset)
    }
    for (_, splice) in ordered where splice.range.lowerBound >= place {
      result += outline.bytes[place..<splice.range.lowerBound]
      result += needsReferences ? PartText.referenced(splice.bytes) : splice.bytes
      place = splice.range.upperBound
    }
    result += outline.bytes[place...]
    return result
  }

  /// `<a/>` becomes `<a>…</a>`: the slash goes, and the end tag comes behind.
  private var openings: [Splice] {
    opened.sorted { $0.key < $1.key }.flatMap { index, xml in
      let end = outline.elements[index].contentStart
      return [
        Splice(range: slash(before: end), bytes: []),
        Splice(range: end..<end, bytes: Array((xml + "</\(outline.qualifiedName(index))>").utf8)),
      ]
    }
  }

  private mutating func insert(_ xml: String, at place: Int) {
    replace(place..<place, with: xml)
  }

  private mutating func replace(_ range: Range<Int>, with xml: String) {
    splices.append(Splice(range: range, bytes: Array(xml.utf8)))
  }

  private func slash(before end: Int) -> Range<Int> { (end - 2)..<(end - 1) }
}
