import Foundation
import Glibc

/// What a conversion leaves in its folder, and what that means.
struct ConversionFolder {
  static let messages = FileName(fixed: ".messages")
  static let results = FileName(fixed: ".results.json")
  /// Kinds of workbooks that a conversion can make.
  private static let extensions: Set = ["xlsx", "xlsm", "xltx", "xltm", "xlsb", "xlam"]
  /// Free space below which a failure is taken for a full disk, in bytes.
  private static let scarce: Int64 = 8 << 20

  let folder: Folder
  let order: ConversionOrder

  func outcome(_ end: ChildProcess.End, seconds: Double) -> ConversionOutcome {
    switch end {
    case .exited(0): product(seconds)
    case .exited(65): .refused(ReturnReason(.unusable, details: said))
    case .exited(73), .exited(74): isFull ? .unavailable("no space: \(said)") : crash(said)
    case .exited(let status): crash(said.isEmpty ? "exit status \(status)" : said)
    case .killed(SIGXCPU), .ranTooLong:
      .refused(ReturnReason(.tookTooLong, details: "\(order.limits.seconds)"))
    case .killed(SIGXFSZ): .refused(ReturnReason(.tooLarge, details: "\(order.limits.fileSize)"))
    case .killed(let signal): crash("signal \(signal)\n" + said)
    case .stopped: .stopped
    }
  }

  private func crash(_ details: String) -> ConversionOutcome {
    let words = ["memory", "bad_alloc", "signal 9\n"]
    let isMemory = words.contains { details.lowercased().contains($0) }
    return .crashed(
      ReturnReason(isMemory ? .neededTooMuchMemory : .couldNotBeRead, details: details))
  }

  /// The workbook that was made, whole and on the disk.
  private func product(_ seconds: Double) -> ConversionOutcome {
    do throws(SystemError) {
      let names = try folder.names().filter { Self.extensions.contains($0.lowercasedExtension) }
      guard let name = names.first, names.count == 1,
        let stamp = try folder.stamp(of: name), stamp.kind == .file, stamp.size > 0
      else { return .crashed(ReturnReason(.noResult, details: said)) }
      let file = try folder.file(name)
      guard try WorkbookCompleteness(of: file, size: stamp.size) == .whole else {
        return .crashed(ReturnReason(.noResult, details: said))
      }
      try file.synchronise()
      try folder.synchronise()
      return .produced(
        ConversionOutcome.Product(
          name: name, hash: try file.contentHash(), findings: findings, seconds: seconds))
    } catch {
      return .unavailable(error.description)
    }
  }

  /// The last 16 KiB of what it wrote to standard error, without the places of the job's own folder,
  /// which mean nothing to a reader.
  private var said: String {
    guard let file = try? folder.file(Self.messages), let stamp = try? file.stamp(),
      let bytes = try? file.bytes(at: max(0, stamp.size - 16_384), count: 16_384)
    else { return "" }
    let text = String(decoding: bytes, as: UTF8.self)
    let place = order.input.lastIndex(of: "/").map { order.input[...$0] } ?? ""
    return (place.isEmpty ? text : text.replacing(place, with: ""))
      .trimmingCharacters(in: .whitespacesAndNewlines)
  }

  private var isFull: Bool { (folder.freeBytes ?? .max) < Self.scarce }

  /// The findings in the results file; none where it holds none.
  private var findings: [ReportedFinding] {
    struct Results: Decodable { var findings: [ReportedFinding]? }
    guard let file = try? folder.file(Self.results), let stamp = try? file.stamp(),
      stamp.size < 64 << 20, let bytes = try? file.bytes(at: 0, count: Int(stamp.size)),
      let results = try? JSONDecoder().decode(Results.self, from: Data(bytes))
    else { return [] }
    return Array((results.findings ?? []).prefix(200))
  }
}
