import Foundation

/// How the service on one folder is doing, for the status file and the pages.
struct FolderState: Sendable {
  var waiting: [(path: BytePath, reason: WaitingReason?)] = []
  /// What keeps work from going on, as sentences.
  var problems: [String] = []
  var isWatching = false
  var active = 0

  static let name = FileName(fixed: "status.json")

  /// `status.json` in the service's own folder.
  struct Status: Codable {
    var schema = "marginbook-status/1"
    var state: String
    var process: Int32
    var since: String
    var written: String
    var events: Bool
    var active: Int
    var jobs: [String: Int]
    var waiting: [Waiting]
    var problems: [String]

    struct Waiting: Codable {
      var name: String
      var reason: String?
    }
  }
}
