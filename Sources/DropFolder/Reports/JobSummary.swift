public import FinanceModel
import Foundation

/// One job as programs read it: `marginbook jobs --json`, and the standard input of hooks.
public struct JobSummary: Codable, Sendable {
  public var schema = "marginbook-job/1"
  public var id: Int64
  public var folder: String
  /// In the inbox, as it can be shown.
  public var name: String
  public var state: String
  public var takenAt: String
  public var endedAt: String?
  public var seconds: Double?
  public var size: Int64
  public var contentHash: String?
  /// Absolute paths, as they can be shown.
  public var result: String?
  public var original: String?
  public var report: String?
  public var answeredBy: Int64?
  public var reason: Reason?
  public var findings: [ReportedFinding]

  public struct Reason: Codable, Sendable {
    public var code: String
    public var message: String
    public var details: String
  }

  public init(_ job: Job, folder: String, language: Language = .english) {
    id = job.id
    self.folder = folder
    name = "\(job.path)"
    state = job.state.rawValue
    takenAt = job.takenAt.formatted(.iso8601)
    endedAt = job.endedAt?.formatted(.iso8601)
    seconds = job.seconds
    size = job.stamp.size
    contentHash = job.contentHash
    result = job.result.map { "\(folder)/outbox/\($0)" }
    original = job.filed.map { "\(folder)/\($0)" }
    answeredBy = job.answeredBy
    reason = job.reason.map {
      Reason(code: $0.kind.rawValue, message: $0.what(in: language), details: $0.details)
    }
    findings = job.findings
    if job.state == .returned, let filed = job.filed {
      report = "\(folder)/\(filed.named(ReturnReport.name(for: filed.name)))"
    }
  }

  /// One line of JSON, or several with indents; names sorted.
  public static func json(_ value: some Encodable, pretty: Bool) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    if pretty { encoder.outputFormatting.insert(.prettyPrinted) }
    return (try? encoder.encode(value)).map { String(decoding: $0, as: UTF8.self) } ?? "{}"
  }
}
