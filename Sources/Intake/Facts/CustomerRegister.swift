import CostingCore
import FinanceModel
import WorkbookReading

/// The customers met so far, by dense index from 0.
struct CustomerRegister {
  /// Ids to indices.
  var keys: CellInterner
  /// Parallel to the indices of ``keys``.
  private(set) var customers: [Customer] = []
  /// Whether each has a name of its own, rather than its id.
  private var isNamed: [Bool] = []
  /// Customers met in a list, a driver table or sales: those that get a line.
  private(set) var hasLine: [Bool] = []
  /// Indices by normalised name; −1 where several customers share one.
  private var byName: [String: Int32] = [:]
  /// Names that are not among ``byName`` yet: most workbooks never ask for one.
  private var newNames: [(index: Int32, name: String)] = []

  init(strings: SharedStrings) {
    keys = CellInterner(strings: strings, marksTotals: true)
  }

  var count: Int { customers.count }

  /// Makes a customer of every id that was met and is none yet.
  mutating func admit(_ index: Int32, at place: @autoclosure () -> SheetCell) {
    while customers.count <= Int(index) {
      let id = keys.texts[customers.count]
      var customer = Customer(id: CustomerID(id), name: id)
      customer.place = place()
      customer.hasNumericKey = keys.areNumbers[customers.count]
      customers.append(customer)
      isNamed.append(false)
      hasLine.append(false)
    }
    hasLine[Int(index)] = true
  }

  func isMissingName(_ index: Int32) -> Bool { !isNamed[Int(index)] }

  func name(of index: Int32) -> String { customers[Int(index)].name }

  mutating func name(_ index: Int32, _ name: String) {
    let trimmed = TextFolding.trimmed(name)
    guard !trimmed.isEmpty else { return }
    customers[Int(index)].name = trimmed
    isNamed[Int(index)] = true
    newNames.append((index, trimmed))
  }

  /// The one customer of that name; nil where there is none or more than one.
  mutating func index(named name: String) -> Int32? {
    for (index, name) in newNames {
      let key = TextFolding.nameKey(name)
      if let other = byName[key], other != index { byName[key] = -1 } else { byName[key] = index }
    }
    newNames = []
    return byName[TextFolding.nameKey(name)].flatMap { $0 >= 0 ? $0 : nil }
  }

  mutating func update(_ index: Int32, _ change: (inout Customer) -> Void) {
    change(&customers[Int(index)])
  }

  /// The customer of an id, without admitting it.
  func index(ofID id: String) -> Int32? {
    keys.knownIndex(ofText: id).flatMap { Int($0) < customers.count ? $0 : nil }
  }
}
