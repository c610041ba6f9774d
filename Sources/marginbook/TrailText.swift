import CostingCore
import FinanceModel
import Marginbook

/// A trail as a tree of lines, or as JSON.
enum TrailText {
  /// One line a node, indented by its level; what was shared out stands below what was received.
  static func tree(of node: TrailNode, in language: Language) -> String {
    var lines: [String] = []
    append(node, prefix: "", childPrefix: "", language, &lines)
    return lines.joined(separator: "\n")
  }

  static func json(of node: TrailNode, in language: Language) -> String {
    var writer = JSONWriter()
    write(node, language, &writer)
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  private static func append(
    _ node: TrailNode, prefix: String, childPrefix: String, _ language: Language,
    _ lines: inout [String]
  ) {
    lines.append(prefix + line(of: node, language))
    let below = node.children + node.origins
    for (place, child) in below.enumerated() {
      let isLast = place == below.count - 1
      let isOrigin = place >= node.children.count
      append(
        child, prefix: childPrefix + (isLast ? "└─ " : "├─ ") + (isOrigin ? "← " : ""),
        childPrefix: childPrefix + (isLast ? "   " : "│  "), language, &lines)
    }
  }

  private static func line(of node: TrailNode, _ language: Language) -> String {
    var line = "\(node.name[language])  \(Summary.money(node.amount))"
    if let basis = node.basis {
      line += language == .chinese ? "  = \(basis.driver) " : "  = \(basis.driver) "
      line += "\(basis.quantity)"
      if let minutes = basis.unitMinutes {
        line += " × \(minutes)" + (language == .chinese ? "分钟" : " min")
      }
      if let rate = basis.rate { line += " × \(rounded(rate))" }
      line += language == .chinese ? "(共 \(basis.total))" : " (of \(basis.total))"
    }
    let sources = node.sources.map { text(of: $0, language) }
    return sources.isEmpty ? line : line + "  [" + sources.joined(separator: ", ") + "]"
  }

  private static func text(of source: Provenance, _ language: Language) -> String {
    switch source {
    case .cell(let cell): cell.description
    case .range(let range): range.description
    case .setting(let name): name
    case .derived(let how): how[language]
    }
  }

  private static func rounded(_ rate: Double) -> String {
    Amount(rate)?.rounded(toMultipleOf: Amount("0.000001") ?? .one).description ?? "\(rate)"
  }

  private static func write(
    _ node: TrailNode, _ language: Language, _ writer: inout JSONWriter
  ) {
    writer.object { writer in
      writer.member("name", node.name[language])
      writer.member("amount", node.amount)
      if let basis = node.basis {
        writer.object("basis") {
          $0.member("driver", basis.driver)
          $0.member("quantity", basis.quantity)
          $0.member("total", basis.total)
          $0.member("rate", basis.rate)
          $0.member("unitMinutes", basis.unitMinutes)
        }
      }
      writer.array("sources", node.sources) { $0.value(text(of: $1, language)) }
      writer.array("children", node.children) { write($1, language, &$0) }
      writer.array("origins", node.origins) { write($1, language, &$0) }
    }
  }
}
