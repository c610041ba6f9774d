import CostingCore
import FinanceModel

/// What a unit of each product costs, by id and by name.
struct ProductCosts {
  /// The cost column's header and its sheet; empty where there is none.
  private(set) var header = ""
  private(set) var sheet = ""
  private var byID: [String: Amount] = [:]
  private var byName: [String: Amount] = [:]

  var isEmpty: Bool { byID.isEmpty && byName.isEmpty }

  mutating func take(_ cost: Amount, id: String?, name: String?, header: String, sheet: String) {
    if isEmpty { (self.header, self.sheet) = (header, sheet) }
    if let id, byID[id] == nil { byID[id] = cost }
    if let name {
      let key = TextFolding.nameKey(name)
      if byName[key] == nil { byName[key] = cost }
    }
  }

  /// The cost of a product that a sales line names by id or by name.
  func cost(ofProduct text: String) -> Amount? {
    byID[text] ?? byName[TextFolding.nameKey(text)]
  }
}
