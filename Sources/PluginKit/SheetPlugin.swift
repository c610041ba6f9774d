public import SheetPlan

/// Makes one sheet of the result.
///
/// The built-in sheets are plugins like any other. A plugin is a pure function of its context: it
/// reads no file and no clock, and what it returns is a value that can be tested as one.
public protocol SheetPlugin: Sendable {
  /// Stable, language-free identity of the sheet, `customer-pl`.
  var key: String { get }

  /// The name that the tab asks for.
  func name(in context: SheetContext) -> String

  /// Whether the inputs that the sheet is about exist.
  func isWanted(in context: SheetContext) -> Bool

  /// The sheet. Called only where ``isWanted(in:)`` said yes; its ``SheetPlan/name`` is set by the
  /// caller.
  func plan(in context: SheetContext) -> SheetPlan
}
