/// A name as it is compared: letter case, blanks and full-width forms do not matter.
struct NameKey: Hashable, Sendable {
  private let text: String

  init(_ name: String) {
    var scalars = String.UnicodeScalarView()
    for scalar in name.unicodeScalars {
      switch scalar.value {
      case 0x20, 0x09, 0x0A, 0x0D, 0xA0, 0x3000: continue
      case 0xFF01...0xFF5E:
        Self.append(Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar, to: &scalars)
      default: Self.append(scalar, to: &scalars)
      }
    }
    text = String(scalars)
  }

  private static func append(_ scalar: Unicode.Scalar, to scalars: inout String.UnicodeScalarView) {
    scalars.append(contentsOf: scalar.properties.lowercaseMapping.unicodeScalars)
  }

  /// Whether nothing is left to compare.
  var isEmpty: Bool { text.isEmpty }
}
