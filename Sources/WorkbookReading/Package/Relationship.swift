/// A relationship of a part or of the package (ECMA-376 part 2, 6.5).
public struct Relationship: Sendable, Hashable {
  public var id: String
  /// The type's URI as written, of either conformance class.
  public var type: String
  /// Where it leads.
  public var target: Target

  public enum Target: Sendable, Hashable {
    /// A part of the package, by its normalised name; it may be missing.
    case part(String)
    /// Something outside the package, as written. It is never fetched.
    case external(String)
  }

  /// The last segment of the type, the same in both conformance classes: `worksheet`.
  public var kind: String { type.split(separator: "/").last.map(String.init) ?? type }

  /// The part it leads to; nil where it leads outside.
  public var part: String? {
    if case .part(let name) = target { name } else { nil }
  }
}
