public import FinanceModel

/// Why a workbook cannot be written or added to.
public struct WritingError: Error, Sendable {
  public var code: Code
  /// The file it is about.
  public var file: String
  /// What is wrong, why it matters, what to do.
  public var message: LocalizedText

  public init(_ code: Code, file: String, message: LocalizedText) {
    self.code = code
    self.file = file
    self.message = message
  }

  /// A kind of failure; open, so that more can come.
  public struct Code: Sendable, Hashable, RawRepresentable {
    public var rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }

    /// No space, no right, no folder.
    public static let cannotWrite = Code(rawValue: "cannot-write")
    /// The original is no package that sheets can be added to.
    public static let cannotGraft = Code(rawValue: "cannot-graft")
    /// Adding sheets would break the package's signature.
    public static let signed = Code(rawValue: "signed")
    /// A fault of ours.
    public static let brokenPlan = Code(rawValue: "broken-plan")
  }
}
