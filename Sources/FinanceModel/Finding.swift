/// Something that a person should know about their workbook: a value that was collected, never
/// thrown.
///
/// The facts are here; the sentences are in its ``FindingCode``, so that wording can improve and be
/// tested on its own.
public struct Finding: Sendable, Hashable {
  public var code: FindingCode
  /// The cell it is about, where there is one.
  public var place: SheetCell?
  /// The cell's text as it was typed.
  public var typed: String?
  /// What stands for the `{names}` in the code's sentences.
  public var values: [String: String]
  /// How many such cells there were, where only the first is named.
  public var count: Int

  public init(
    _ code: FindingCode, at place: SheetCell? = nil, typed: String? = nil,
    values: [String: String] = [:], count: Int = 1
  ) {
    self.code = code
    self.place = place
    self.typed = typed
    self.values = values
    self.count = count
  }

  public var severity: Severity { code.severity }

  /// How much a finding matters to the figures.
  public enum Severity: String, Sendable, Hashable, Comparable, CaseIterable {
    /// Worth knowing: an assumption that most workbooks share.
    case note
    /// A figure may be other than its reader expects.
    case warning
    /// Something was left out or could not be computed.
    case error

    public static func < (left: Self, right: Self) -> Bool { left.order < right.order }

    private var order: Int {
      switch self {
      case .note: 0
      case .warning: 1
      case .error: 2
      }
    }
  }

  /// The three sentences in a language, values filled in. `{cell}` and `{typed}` and `{count}` are
  /// always known.
  public func sentences(in language: Language) -> Sentences {
    Sentences(
      what: filled(code.what[language]), why: filled(code.why[language]),
      whatToDo: filled(code.whatToDo[language]))
  }

  /// What a finding says to a person.
  public struct Sentences: Sendable, Hashable {
    public var what: String
    public var why: String
    public var whatToDo: String
  }

  private func filled(_ template: String) -> String {
    var text = ""
    var rest = template[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      text += rest[..<open]
      let name = String(rest[rest.index(after: open)..<close])
      text += value(of: name) ?? "{\(name)}"
      rest = rest[rest.index(after: close)...]
    }
    return text + rest
  }

  private func value(of name: String) -> String? {
    switch name {
    case "cell": values[name] ?? place?.description ?? ""
    case "typed": values[name] ?? typed ?? ""
    case "count": values[name] ?? String(count)
    default: values[name]
    }
  }
}

/// A kind of finding: its stable code and what it says in every language.
///
/// Codes are `AREA-nnn` (`INTAKE-031`), never reused. The sentences hold `{names}` that the finding
/// fills in.
public struct FindingCode: Sendable, Hashable {
  public var id: String
  public var severity: Finding.Severity
  public var what: LocalizedText
  public var why: LocalizedText
  public var whatToDo: LocalizedText

  public init(
    _ id: String, _ severity: Finding.Severity, what: LocalizedText, why: LocalizedText,
    whatToDo: LocalizedText
  ) {
    self.id = id
    self.severity = severity
    self.what = what
    self.why = why
    self.whatToDo = whatToDo
  }
}
