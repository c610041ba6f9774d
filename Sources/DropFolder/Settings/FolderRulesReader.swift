import FinanceModel
import Yams

/// Reads the `folder:` part of a settings file; every mistake is collected.
struct FolderRulesReader {
  private(set) var rules = FolderRules()
  private(set) var mistakes: [SettingsMistake] = []

  /// - Parameter isInInbox: settings inside the inbox are written by anybody who may drop files, so
  ///   they may not run commands or change the service's limits.
  init(_ node: Node?, isInInbox: Bool) {
    guard let node, node != Node("") else { return }
    guard let mapping = node.mapping else {
      mistakes.append(
        SettingsMistake(
          line: node.mark?.line, english: "“folder” must hold names with values below it.",
          chinese: "“folder” 下面应当是“名称: 值”的列表。"))
      return
    }
    for (key, value) in mapping { read(key.string ?? "", value, isInInbox: isInInbox) }
  }

  private static let names = [
    "quiet", "rescan", "poll", "patience", "patience-when-closed", "largest", "time", "memory",
    "same-content", "hooks", "metrics",
  ]

  private mutating func read(_ key: String, _ value: Node, isInInbox: Bool) {
    if isInInbox, key != "same-content", Self.names.contains(key) {
      return reject(
        value, "“\(key)” can only be set in the marginbook.yaml beside the inbox.",
        "“\(key)” 只能在收件箱旁边的 marginbook.yaml 中设置。")
    }
    switch key {
    case "quiet": seconds(value, key, 0.05...3_600) { $0.quiet = $1 }
    case "rescan": seconds(value, key, 0.2...86_400) { $0.rescan = $1 }
    case "poll": seconds(value, key, 0.2...86_400) { $0.poll = $1 }
    case "patience": seconds(value, key, 0...86_400) { $0.patience = $1 }
    case "patience-when-closed": seconds(value, key, 0...86_400) { $0.patienceWhenClosed = $1 }
    case "time": seconds(value, key, 1...86_400) { $0.conversion.seconds = Int($1) }
    case "largest": size(value, key) { $0.largest = $1 }
    case "memory": size(value, key) { $0.conversion.memory = $1 }
    case "same-content": sameContent(value)
    case "metrics": rules.metrics = value.string
    case "hooks": hooks(value)
    default: unknown(key, value)
    }
  }

  private mutating func seconds(
    _ node: Node, _ key: String, _ allowed: ClosedRange<Double>,
    _ set: (inout FolderRules, Double) -> Void
  ) {
    guard let number = node.float, allowed.contains(number) else {
      return reject(
        node,
        "“\(key)” must be a number of seconds from \(allowed.lowerBound) to \(allowed.upperBound).",
        "“\(key)” 应当是 \(allowed.lowerBound) 到 \(allowed.upperBound) 之间的秒数。")
    }
    set(&rules, number)
  }

  private mutating func size(
    _ node: Node, _ key: String, _ set: (inout FolderRules, Int64) -> Void
  ) {
    guard let bytes = node.string.flatMap(ByteCount.init)?.bytes, bytes > 0 else {
      return reject(
        node, "“\(key)” must be a size such as 512 MB or 4 GB.",
        "“\(key)” 应当是大小，例如 512 MB 或 4 GB。")
    }
    set(&rules, bytes)
  }

  private mutating func sameContent(_ node: Node) {
    guard let choice = node.string.flatMap(FolderRules.SameContent.init) else {
      return reject(
        node, "“same-content” must be “answer” or “again”.",
        "“same-content” 应当是 answer 或 again。")
    }
    rules.sameContent = choice
  }

  private mutating func hooks(_ node: Node) {
    for (key, value) in node.mapping ?? [:] {
      let command = value.string.map { [$0] } ?? value.sequence?.compactMap(\.string) ?? []
      switch key.string {
      case "done": rules.hookDone = command
      case "failed": rules.hookFailed = command
      default: unknown(key.string ?? "", value, among: ["done", "failed"])
      }
    }
  }

  private mutating func unknown(_ key: String, _ node: Node, among names: [String] = names) {
    let near = names.min { Self.distance($0, key) < Self.distance($1, key) } ?? ""
    let isNear = Self.distance(near, key) <= 2
    reject(
      node, "“\(key)” is not a setting." + (isNear ? " Did you mean “\(near)”?" : ""),
      "没有名为“\(key)”的设置。" + (isNear ? "是否想写“\(near)”？" : ""))
  }

  private mutating func reject(_ node: Node, _ english: String, _ chinese: String) {
    mistakes.append(SettingsMistake(line: node.mark?.line, english: english, chinese: chinese))
  }

  /// How many letters have to be added, removed or changed (Levenshtein 1966).
  private static func distance(_ left: String, _ right: String) -> Int {
    var row = Array(0...right.count)
    for (index, letter) in left.enumerated() {
      var next = [index + 1]
      for (column, other) in right.enumerated() {
        next.append(
          min(row[column] + (letter == other ? 0 : 1), row[column + 1] + 1, next[column] + 1))
      }
      row = next
    }
    return row[right.count]
  }
}

/// A size as people write it: `1048576`, `512 MB`, `4GB`. Units are powers of 1,024.
struct ByteCount {
  var bytes: Int64

  init?(_ text: String) {
    let letters = text.uppercased().filter { $0.isASCII && $0.isLetter }
    let digits = text.filter { ("0"..."9").contains($0) || $0 == "." }
    let powers = [
      "": 0, "B": 0, "K": 1, "KB": 1, "M": 2, "MB": 2, "G": 3, "GB": 3, "T": 4, "TB": 4,
    ]
    guard let power = powers[letters], let number = Double(digits), number >= 0,
      number < 1e6 || power == 0
    else { return nil }
    let factor = (0..<power).reduce(1.0) { product, _ in product * 1_024 }
    guard let bytes = Int64(exactly: (number * factor).rounded()) else { return nil }
    self.bytes = bytes
  }
}
