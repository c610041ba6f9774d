import ArgumentParser
import DropFolder
import FinanceModel
import Foundation
import Glibc

/// `marginbook jobs DIR`: what the service did with each file, and another try for one of them.
struct JobsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "jobs",
    abstract: "Lists what became of the files dropped into a watched folder.",
    subcommands: [ListJobs.self, ShowJob.self, RetryJobs.self],
    defaultSubcommand: ListJobs.self)
}

/// Where the ledger of a watched folder is.
struct LedgerPlace: ParsableArguments {
  @Option(help: "The folder given to `watch --ledger`, where there was one.")
  var ledger: String?

  func open(_ folder: String) throws -> JobDesk {
    do {
      return try JobDesk(folder: folder, ledgerFolder: ledger)
    } catch {
      throw ValidationError("“\(folder)” is no watched folder: \(error)")
    }
  }
}

struct ListJobs: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Lists jobs, the latest first.")

  @Argument(help: "The watched folder.", completion: .directory)
  var folder: String = "."

  @OptionGroup var place: LedgerPlace

  @Option(help: "Only these states, separated by commas: done, returned, repeated, running …")
  var state: String?

  @Option(help: "Only files with this in their name.")
  var name: String?

  @Option(help: "Only jobs of the last hours.")
  var hours: Double?

  @Option(help: "At most so many.")
  var limit: Int = 100

  @Flag(help: "As JSON.")
  var json = false

  func validate() throws {
    for word in words where JobState(rawValue: word) == nil {
      let known = JobState.allCases.map(\.rawValue).joined(separator: ", ")
      throw ValidationError("“\(word)” is no state. States are: \(known).")
    }
  }

  private var words: [String] {
    (state ?? "").split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
  }

  func run() throws {
    let filter = JobFilter(
      states: Set(words.compactMap(JobState.init)), name: name,
      since: hours.map { Date(timeIntervalSinceNow: -$0 * 3_600) }, limit: max(limit, 0))
    let desk = try place.open(folder)
    let jobs = try desk.jobs(filter)
    if json { return print(JobSummary.json(["jobs": jobs], pretty: true)) }
    for job in jobs { print(JobLine.line(job)) }
    let waiting = desk.waiting
    for place in waiting.waiting {
      print("waiting  \(place.name)  \(place.reason ?? "settling")")
    }
    for problem in waiting.problems { print("problem  \(problem)") }
    if jobs.isEmpty, waiting.waiting.isEmpty { print("No jobs.") }
  }
}

struct ShowJob: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Shows one job with its findings.")

  @Argument(help: "The job's number.")
  var id: Int64

  @Argument(help: "The watched folder.", completion: .directory)
  var folder: String = "."

  @OptionGroup var place: LedgerPlace

  @Flag(help: "As JSON.")
  var json = false

  func run() throws {
    guard let job = try place.open(folder).job(id) else {
      throw ValidationError("There is no job \(id) in “\(folder)”.")
    }
    if json { return print(JobSummary.json(job, pretty: true)) }
    print(JobLine.line(job))
    for (title, value) in [
      ("result", job.result), ("original", job.original), ("report", job.report),
      ("content", job.contentHash), ("details", job.reason?.details),
    ] { if let value { print("  \(title): \(value)") } }
    for finding in job.findings {
      let place = [finding.sheet, finding.cell].compactMap(\.self).joined(separator: "!")
      print("  \(finding.severity ?? "") \(place) \(finding.message) \(finding.code ?? "")")
    }
  }
}

struct RetryJobs: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "retry",
    abstract: "Puts files back into the inbox for another try.",
    usage: "marginbook jobs retry [DIR] ID ...")

  @Argument(help: "The watched folder (the current one where left out), then numbers of jobs.")
  var words: [String]

  @OptionGroup var place: LedgerPlace

  func run() throws {
    let ids = words.compactMap { Int64($0) }
    let folders = words.filter { Int64($0) == nil }
    guard folders.count < 2, !ids.isEmpty else {
      throw ValidationError("Name a watched folder and the numbers of jobs.")
    }
    let desk = try place.open(folders.first ?? ".")
    for id in ids {
      do {
        print("job \(id): \(try desk.retry(id)) is in the inbox again")
      } catch {
        FileHandle.standardError.write(Data("marginbook: job \(id): \(error)\n".utf8))
        throw ExitCode(EX_IOERR)
      }
    }
  }
}

/// A job on one line of a terminal.
private enum JobLine {
  static func line(_ job: JobSummary) -> String {
    let outcome = job.reason?.message ?? job.result ?? job.answeredBy.map { "see job \($0)" } ?? ""
    let took = job.seconds.map { String(format: " %.1f s", $0) } ?? ""
    let findings = job.findings.isEmpty ? "" : "  (\(job.findings.count) findings)"
    return "\(job.id)  \(job.takenAt)  \(job.state)\(took)  \(job.name)  →  \(outcome)\(findings)"
  }
}
