import FinanceModel
import Foundation

/// The page `outbox/index.html`: what came in, what became of it, the latest first.
struct OutboxIndex {
  static let name = FileName(fixed: "index.html")
  /// How many of the latest jobs it shows.
  static let length = 200

  var jobs: [Job]
  var counts: [JobState: Int]
  var state: FolderState
  var date: Date
  var isChinese: Bool

  var html: String {
    let title = isChinese ? "Marginbook 发件箱" : "Marginbook outbox"
    let head = isChinese ? ["文件", "状态", "结果", "时间"] : ["File", "State", "Result", "Taken"]
    let body = """
      <h1>\(title)</h1>
      <p class="muted">\(LocalDate.time(date)) · \(htmlText(summary))</p>
      \(problems)
      <table><thead><tr>\(head.map { "<th>\($0)</th>" }.joined())</tr></thead>
      <tbody>
      \(jobs.map(row).joined(separator: "\n"))
      </tbody></table>
      """
    return HTMLPage.page(
      title: title, language: isChinese ? "zh" : "en", marker: "outbox", body: body)
  }

  private var summary: String {
    let done = counts[.done, default: 0] + counts[.repeated, default: 0]
    let returned = counts[.returned, default: 0]
    return isChinese
      ? "完成 \(done) 个，退回 \(returned) 个，等待 \(state.waiting.count) 个"
      : "\(done) done, \(returned) returned, \(state.waiting.count) waiting"
  }

  private var problems: String {
    let waiting = state.waiting.compactMap { place in
      place.reason.map { "\(place.path): \($0.sentence)" }
    }
    let lines = state.problems + waiting
    guard !lines.isEmpty else { return "" }
    return "<ul class=\"what\">" + lines.prefix(50).map { "<li>\(htmlText($0))</li>" }.joined()
      + "</ul>"
  }

  private func row(_ job: Job) -> String {
    let colour = job.state == .returned ? "returned" : job.state.isFinal ? "done" : "muted"
    return """
      <tr><td>\(htmlText("\(job.path)"))</td><td class="\(colour)">\(htmlText(stateText(job)))</td>\
      <td>\(outcome(job))</td><td>\(LocalDate.time(job.takenAt))</td></tr>
      """
  }

  private func stateText(_ job: Job) -> String {
    switch job.state {
    case .done: isChinese ? "完成" : "done"
    case .repeated: isChinese ? "内容相同" : "same content"
    case .returned: isChinese ? "退回" : "returned"
    case .withdrawn: isChinese ? "已撤回" : "withdrawn"
    default: isChinese ? "处理中" : "in work"
    }
  }

  private func outcome(_ job: Job) -> String {
    if let reason = job.reason {
      let report = job.filed.map { $0.named(ReturnReport.name(for: $0.name)) }
      let text = htmlText(reason.what(in: isChinese ? .chinese : .english))
      return report.map { "<a href=\"../\(linkAddress($0))\">\(text)</a>" } ?? text
    }
    if let result = job.result {
      return "<a href=\"\(linkAddress(result))\">\(htmlText("\(result)"))</a>"
    }
    return job.answeredBy.map { (isChinese ? "见任务 " : "see job ") + "\($0)" } ?? ""
  }
}
