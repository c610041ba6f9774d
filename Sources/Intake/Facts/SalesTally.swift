import FinanceModel

/// What was seen while a table of sales was read: counts, first cells, sums; findings and liveness
/// are made of it afterwards.
struct SalesTally {
  /// How often something happened, with the first time.
  struct Event {
    var count = 0
    var row = 0
    var column = 0
    var typed = ""
    /// Net revenue of the lines concerned.
    var amount: ExactDecimal = 0
    /// The rows' figures added up by slot, in currency units; empty where none were.
    var sums: [ExactDecimal] = []

    mutating func note(row: Int, column: Int, typed: @autoclosure () -> String = "") {
      if count == 0 {
        self.row = row
        self.column = column
        self.typed = typed()
      }
      count += 1
    }
  }

  /// A totals row that says something else than the lines above it.
  struct Mismatch {
    var row: Int
    var column: Int
    var stated: ExactDecimal
    var computed: ExactDecimal
  }

  var rowsUsed = 0
  var rowsPrior = 0
  var lastRow = 0
  var totals = Event()
  var notes = Event()
  var repeatedHeaders = Event()
  var carriedForward = Event()
  var withoutFigures = Event()
  /// Rows right below an Excel table.
  var belowTable = Event()
  /// The header of another table below a gap, at which reading stopped.
  var nextTable = Event()
  var beforePeriod = Event()
  var afterPeriod = Event()
  var blankKeys = Event()
  var blankKeysWithName = Event()
  var undated = Event()
  var badDates = Event()
  var textDates = 0
  var ambiguousDates = Event()
  var contradictsDateOrder = false
  var returnLines = Event()
  var zeroPrices = Event()
  /// Lines with net revenue below zero.
  var negativeNet = 0
  /// Lines whose net amount is not their quantity times their price, where nothing tells why.
  var unexplainedPrices = Event()
  var orphanDocuments = Event()
  /// Lines charged with their product's cost, and lines whose product has none.
  var withUnitCost = 0
  var withoutUnitCost = Event()
  var withoutTax = Event()
  var withNet = 0
  var withGross = 0
  var withoutNet = 0
  /// Lines whose net revenue was worked out from a gross column, and from quantity and price.
  var fromGross = 0
  var fromPrice = 0
  var otherCurrencies: [String: Event] = [:]
  var mismatches: [Mismatch] = []
  var totalsChecked = 0

  /// By slot.
  var textFigures = [Event](repeating: Event(), count: SalesSlot.allCases.count)
  /// Texts that stand for nothing: `-`, `N/A`.
  var placeholders = [Int](repeating: 0, count: SalesSlot.allCases.count)
  var unreadable = [Event](repeating: Event(), count: SalesSlot.allCases.count)
  var errors = [Event](repeating: Event(), count: SalesSlot.allCases.count)
  var positives = BySlot(0)
  var negatives = BySlot(0)
  var beyondOne = BySlot(0)
  /// For comparison with totals rows, in currency units.
  var sums = BySlot(ExactDecimal.zero)
  var sinceSubtotal = BySlot(ExactDecimal.zero)
}
