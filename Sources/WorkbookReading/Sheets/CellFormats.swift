import FinanceModel

/// The workbook's cell formats, as far as they tell numbers, dates, times and durations apart.
struct CellFormats: Sendable {
  /// What each cell format (`cellXfs`) shows.
  private(set) var classes: [FormatClass] = []
  /// Number format of each cell format.
  private(set) var numberFormats: [Int] = []
  /// Format codes by number format.
  private(set) var codes: [Int: String] = [:]
  private let lastDate: Double

  init(numberFormats: [Int], codes: [Int: String], dateSystem: DateSystem) {
    self.numberFormats = numberFormats
    self.codes = codes
    lastDate = dateSystem == .from1900 ? 2_958_466 : 2_957_004
    var known: [Int: FormatClass] = [:]
    classes = numberFormats.map { id in
      if let found = known[id] { return found }
      let found = FormatClass(code: codes[id] ?? BuiltInFormats.code(of: id))
      known[id] = found
      return found
    }
  }

  /// The format code of a cell format; `General` where there is none.
  func code(of format: Int32) -> String {
    guard let index = Int(exactly: format), numberFormats.indices.contains(index) else {
      return "General"
    }
    let id = numberFormats[index]
    return codes[id] ?? BuiltInFormats.code(of: id)
  }

  func formatClass(of format: Int32) -> FormatClass {
    let index = Int(format)
    return index >= 0 && index < classes.count ? classes[index] : .number
  }

  /// What a number shows as; beyond the calendar it stays a number.
  func kind(of value: Double, format: Int32) -> Cell.Kind {
    if format == 0, classes.first == .number { return .number }
    switch formatClass(of: format) {
    case .number: return .number
    case .date, .dateWithFraction: return value >= 0 && value < lastDate ? .date : .number
    case .time, .timeWithFraction:
      if value >= 0, value < 1 { return .timeOfDay }
      return value >= 1 && value < lastDate ? .date : .number
    case .duration: return .duration
    }
  }

  /// Whether a format shows fractions of a second.
  func showsFraction(_ format: Int32) -> Bool {
    let found = formatClass(of: format)
    return found == .dateWithFraction || found == .timeWithFraction
  }
}
