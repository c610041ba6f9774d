import Foundation

/// A name as a person may see it, on one line and without surprises.
///
/// Bytes that are not UTF-8 show as `\xFF`, control characters and marks that change the direction
/// of writing as `\u{202E}`. In a name that is not in Unicode's composed form, combining marks show
/// as `\u{308}`, so that two names that look alike can be told apart.
public func shownName(_ bytes: some Sequence<UInt8>) -> String {
  let pieces = decoded(Array(bytes))
  let plain = String(String.UnicodeScalarView(pieces.compactMap(\.scalar)))
  let composed = Array(plain.precomposedStringWithCanonicalMapping.unicodeScalars)
  let isComposed = composed == Array(plain.unicodeScalars)
  return pieces.reduce(into: "") { text, piece in
    switch piece {
    case .byte(let byte): text += "\\x" + hexadecimal(byte)
    case .scalar(let scalar):
      let mark = !isComposed && scalar.properties.canonicalCombiningClass != .notReordered
      text += mark || isUnshowable(scalar) ? escaped(scalar) : String(scalar)
    }
  }
}

/// What a name is made of: a Unicode scalar, or a byte that belongs to none.
private enum NamePiece {
  case scalar(Unicode.Scalar)
  case byte(UInt8)

  var scalar: Unicode.Scalar? {
    if case .scalar(let scalar) = self { scalar } else { nil }
  }
}

private func decoded(_ bytes: [UInt8]) -> [NamePiece] {
  var pieces: [NamePiece] = []
  var rest = bytes[...]
  while let first = rest.first {
    let length = sequenceLength(first)
    if let text = String(validating: rest.prefix(length), as: UTF8.self),
      let scalar = text.unicodeScalars.first, rest.count >= length
    {
      pieces.append(.scalar(scalar))
      rest = rest.dropFirst(length)
    } else {
      pieces.append(.byte(first))
      rest = rest.dropFirst()
    }
  }
  return pieces
}

/// How many bytes the UTF-8 sequence has that begins with a byte.
private func sequenceLength(_ byte: UInt8) -> Int {
  switch byte {
  case 0xC0..<0xE0: 2
  case 0xE0..<0xF0: 3
  case 0xF0...0xFF: 4
  default: 1
  }
}

private func isUnshowable(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.properties.generalCategory {
  case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate: true
  default: false
  }
}

private func escaped(_ scalar: Unicode.Scalar) -> String {
  switch scalar {
  case "\n": "\\n"
  case "\t": "\\t"
  case "\r": "\\r"
  default: "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}"
  }
}

/// A byte as two hexadecimal digits, in capitals.
func hexadecimal(_ byte: UInt8) -> String {
  let digits = String(byte, radix: 16, uppercase: true)
  return digits.count == 1 ? "0" + digits : digits
}
