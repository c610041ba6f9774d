import Synchronization

/// Turns one claimed workbook into one enriched workbook. The service's only way to the engine.
///
/// A conversion may take long and is called on a thread of its own. Whatever happens in it, it
/// comes back as an outcome.
public protocol Converting: Sendable {
  func convert(_ order: ConversionOrder, stop: StopSignal) -> ConversionOutcome
}

/// What to convert, and within which limits.
public struct ConversionOrder: Sendable, Hashable {
  /// The workbook, an absolute path of the service's own making.
  public var input: String
  /// An empty folder for what is made, likewise.
  public var folder: String
  /// A settings file for the conversion; nil for none.
  public var settings: String?
  /// `auto`, `zh` or `en`.
  public var language: String
  public var limits: ConversionLimits

  public init(
    input: String, folder: String, settings: String? = nil, language: String = "auto",
    limits: ConversionLimits = ConversionLimits()
  ) {
    self.input = input
    self.folder = folder
    self.settings = settings
    self.language = language
    self.limits = limits
  }
}

/// What one conversion may use. A conversion that needs more is stopped.
public struct ConversionLimits: Sendable, Hashable {
  /// Wall-clock time.
  public var seconds: Int
  /// Address space, in bytes.
  public var memory: Int64
  /// The largest file it may write, in bytes.
  public var fileSize: Int64

  public init(seconds: Int = 600, memory: Int64 = 4 << 30, fileSize: Int64 = 2 << 30) {
    self.seconds = seconds
    self.memory = memory
    self.fileSize = fileSize
  }
}

/// How a conversion ended.
public enum ConversionOutcome: Sendable, Hashable {
  case produced(Product)
  /// The workbook cannot be used; another try would end the same way.
  case refused(ReturnReason)
  /// The conversion fell over; another try might not.
  case crashed(ReturnReason)
  /// Something outside the workbook is missing (space, rights, the program itself).
  case unavailable(String)
  /// Ended because the service stops.
  case stopped

  /// A workbook that was made.
  public struct Product: Sendable, Hashable {
    /// Its name in the order's folder.
    public var name: FileName
    /// SHA-256 of its content, in hexadecimal digits.
    public var hash: String
    public var findings: [ReportedFinding]
    /// How long the conversion took.
    public var seconds: Double

    public init(
      name: FileName, hash: String, findings: [ReportedFinding] = [], seconds: Double = 0
    ) {
      self.name = name
      self.hash = hash
      self.findings = findings
      self.seconds = seconds
    }
  }
}
