import Foundation
import Synchronization

@testable import DropFolder

/// Converts in the test's own process: what the workbook's text says decides how it ends.
final class StandInConverter: Converting {
  let conversions = Atomic<Int>(0)
  /// Called while the conversion "runs".
  let meanwhile: @Sendable (ConversionOrder) -> Void

  init(meanwhile: @escaping @Sendable (ConversionOrder) -> Void = { _ in }) {
    self.meanwhile = meanwhile
  }

  func convert(_ order: ConversionOrder, stop: StopSignal) -> ConversionOutcome {
    conversions.add(1, ordering: .relaxed)
    guard let content = try? Data(contentsOf: URL(filePath: order.input)) else {
      return .crashed(ReturnReason(.couldNotBeRead, details: "no input"))
    }
    meanwhile(order)
    let text = String(decoding: content, as: UTF8.self)
    if text.contains("REFUSE") { return .refused(ReturnReason(.unusable, details: "Sales!B2")) }
    if text.contains("CRASH") { return .crashed(ReturnReason(.couldNotBeRead)) }
    if text.contains("FULL") { return .unavailable("no space") }
    let result = content + Data("enriched".utf8)
    let name = FileName(fixed: "made.profitability.xlsx")
    do {
      try result.write(to: URL(filePath: order.folder + "/\(name)"))
    } catch {
      return .unavailable("\(error)")
    }
    return .produced(.init(name: name, hash: SHA256.hexadecimal(of: Array(result))))
  }
}
