import FinanceModel
import SheetPlan

/// The restrictions on what may be typed, as the `dataValidations` element (ECMA-376 part 1,
/// 18.3.1.33).
///
/// Written by us, not by libxlsxwriter, which counts them in a byte and gives each range one of its
/// own. Here ranges of the same rule share one, so that a thousand input cells cost nothing.
struct SheetValidations {
  let xml: String

  init(_ plans: [ValidationPlan]) {
    var order: [ValidationPlan] = []
    var ranges: [ValidationPlan: [String]] = [:]
    for plan in plans where plan.isWritable {
      var form = plan
      form.range = CellRange(CellAddress(row: 1, column: 1), CellAddress(row: 1, column: 1))
      if ranges[form] == nil { order.append(form) }
      ranges[form, default: []].append(
        plan.range.first == plan.range.last
          ? plan.range.first.a1 : plan.range.a1)
    }
    guard !order.isEmpty else {
      xml = ""
      return
    }
    let items = order.map { $0.item(reference: ranges[$0, default: []].joined(separator: " ")) }
    xml = "<dataValidations count=\"\(items.count)\">\(items.joined())</dataValidations>"
  }
}

extension ValidationPlan {
  /// Whether a file can hold it: a list with its commas has at most 255 characters.
  var isWritable: Bool {
    guard range.isLegal else { return false }
    switch rule {
    case .list(let items):
      return !items.isEmpty && !items.contains("")
        && items.joined(separator: ",").utf16.count <= 255
    case .decimal(let range):
      return range.lowerBound.isFinite && range.upperBound.isFinite
    case .whole: return true
    }
  }

  /// The element; titles hold 32 characters, texts 255 (Excel's own limits).
  fileprivate func item(reference: String) -> String {
    var attributes = ""
    let title = String(promptTitle.prefix(32))
    let text = String(prompt.prefix(255))
    if !title.isEmpty { attributes += " promptTitle=\"\(Self.stored(title))\"" }
    if !text.isEmpty { attributes += " prompt=\"\(Self.stored(text))\"" }
    return "<dataValidation type=\"\(kind)\" allowBlank=\"1\" showInputMessage=\"1\""
      + " showErrorMessage=\"1\"\(attributes) sqref=\"\(reference)\">\(formulas)</dataValidation>"
  }

  private var kind: String {
    switch rule {
    case .list: "list"
    case .decimal: "decimal"
    case .whole: "whole"
    }
  }

  private var formulas: String {
    switch rule {
    case .list(let items):
      let list = FormulaText.doublingQuotes(items.joined(separator: ","))
      return "<formula1>\(Self.stored("\"\(list)\""))</formula1>"
    case .decimal(let range):
      return Self.bounds(Self.number(range.lowerBound), Self.number(range.upperBound))
    case .whole(let range):
      return Self.bounds(String(range.lowerBound), String(range.upperBound))
    }
  }

  private static func bounds(_ low: String, _ high: String) -> String {
    "<formula1>\(low)</formula1><formula2>\(high)</formula2>"
  }

  private static func number(_ value: Double) -> String {
    var writer = ByteWriter(capacity: 32)
    writer.put(number: value)
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  private static func stored(_ text: String) -> String {
    XMLText.escaped(CellText.storable(text))
  }
}
