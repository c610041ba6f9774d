import Glibc

/// Times `marginbook cells --stats` side by side with `unzip -p` of the same sheet, and with readers
/// of Python where they are installed:
///
///     swift run -c release reading-benchmarks [--rounds N] [--command PATH] [ROWS or BOOK.xlsx …]
///
/// Without sizes it takes 10 (process start), 10,000, 100,000 and 1,000,000 rows of ten mixed
/// columns. The commands take turns, so that the ratios hold when the machine's speed drifts.
/// Printed are the medians of wall and processor time, the peak memory, and the ratio to `unzip`.
@main
struct ReadingBenchmarks {
  static func main() {
    var rounds = 5
    var command = Peers.besideThisProgram
    var subjects: [String] = []
    var rest = CommandLine.arguments.dropFirst()
    while let argument = rest.popFirst() {
      switch argument {
      case "--rounds": rounds = rest.popFirst().flatMap { Int($0) } ?? rounds
      case "--command": command = rest.popFirst() ?? command
      default: subjects.append(argument)
      }
    }
    if subjects.isEmpty { subjects = ["10", "10000", "100000", "1000000"] }
    for subject in subjects {
      measure(subject, rounds: rounds, command: command)
      fflush(nil)
    }
  }

  /// Measures one book: a path, or a number of rows to make one of.
  private static func measure(_ subject: String, rounds: Int, command: String) {
    guard let rows = Int(subject) else {
      compare(subject, title: subject, rounds: rounds, command: command)
      return
    }
    let path = "/tmp/reading-benchmark-\(getpid())-\(rows).xlsx"
    defer { unlink(path) }
    guard SyntheticBook(rows: rows).write(to: path) else {
      print("\(path) cannot be written")
      return
    }
    compare(path, title: "\(rows) rows × 10", rounds: rounds, command: command)
  }

  private static func compare(_ path: String, title: String, rounds: Int, command: String) {
    var peers = Peers.all(for: path, command: command)
    var runs: [String: [ProcessRun]] = [:]
    for _ in 0..<max(1, rounds) {
      for peer in peers {
        guard let run = ProcessRun.of(peer.arguments) else {
          peers.removeAll { $0.name == peer.name }
          print("\(peer.name) failed and is left out")
          continue
        }
        runs[peer.name, default: []].append(run)
      }
    }
    print("\n\(title)\n  wall ms    cpu ms  peak MiB  × unzip  command")
    let reference = ProcessRun.median(of: runs["unzip -p"] ?? [])
    for peer in peers {
      guard let run = ProcessRun.median(of: runs[peer.name] ?? []) else { continue }
      let ratio = reference.map { run.wall / $0.wall }
      print(
        [run.wall, run.processor, run.peak].map { column($0, width: 9) }.joined(separator: " ")
          + " \(column(ratio ?? 0, width: 8, places: 2))  \(peer.name)")
    }
  }

  /// A number right-aligned with its decimal places.
  private static func column(_ value: Double, width: Int, places: Int = 1) -> String {
    var scale = 1.0
    for _ in 0..<places { scale *= 10 }
    let text = "\((value * scale).rounded() / scale)"
    return String(repeating: " ", count: max(0, width - text.count)) + text
  }
}
