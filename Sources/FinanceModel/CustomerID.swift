/// What identifies a customer: the id as the workbook writes it, without surrounding spaces.
///
/// `001` and `1` are different; the number 1001 and the text "1001" are the same; letter case
/// matters.
public struct CustomerID: Sendable, Hashable {
  public var text: String

  public init(_ text: String) {
    self.text = text
  }

  /// The line that holds what carries no customer id. The word is the same in every language.
  public static let unassigned = CustomerID("unassigned")
}

extension CustomerID: Comparable {
  public static func < (left: Self, right: Self) -> Bool { left.text < right.text }
}

extension CustomerID: CustomStringConvertible {
  public var description: String { text }
}
