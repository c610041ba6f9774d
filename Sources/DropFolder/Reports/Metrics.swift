/// The figures of the service as a Prometheus text file (exposition format 0.0.4), for the textfile
/// collector of the node exporter.
struct Metrics {
  static let name = FileName(fixed: "metrics.prom")

  var folder: String
  var counts: [JobState: Int]
  var waiting: Int
  var active: Int
  var problems: Int
  /// Conversions since the start, and the seconds they took together.
  var conversions: Int
  var conversionSeconds: Double

  var text: String {
    let label = "folder=\"\(Self.escaped(folder))\""
    let states = JobState.allCases.map {
      "marginbook_jobs{\(label),state=\"\($0.rawValue)\"} \(counts[$0, default: 0])"
    }
    return """
      # HELP marginbook_jobs Jobs in the ledger by state.
      # TYPE marginbook_jobs gauge
      \(states.joined(separator: "\n"))
      # HELP marginbook_inbox_waiting Files in the inbox that are not taken yet.
      # TYPE marginbook_inbox_waiting gauge
      marginbook_inbox_waiting{\(label)} \(waiting)
      # HELP marginbook_active Jobs in work.
      # TYPE marginbook_active gauge
      marginbook_active{\(label)} \(active)
      # HELP marginbook_problems Things that keep work from going on.
      # TYPE marginbook_problems gauge
      marginbook_problems{\(label)} \(problems)
      # HELP marginbook_conversion_seconds Time that conversions took since the start.
      # TYPE marginbook_conversion_seconds summary
      marginbook_conversion_seconds_sum{\(label)} \(conversionSeconds)
      marginbook_conversion_seconds_count{\(label)} \(conversions)

      """
  }

  private static func escaped(_ label: String) -> String {
    label.reduce(into: "") { text, character in
      switch character {
      case "\\": text += "\\\\"
      case "\"": text += "\\\""
      case "\n": text += "\\n"
      default: text.append(character)
      }
    }
  }
}
