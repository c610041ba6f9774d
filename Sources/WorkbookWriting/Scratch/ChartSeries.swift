import CXLSXWriter
import FinanceModel
import Glibc
import SheetPlan

/// One series of a chart, with its points cached.
struct ChartSeries {
  let plan: ChartPlan.Series
  let kind: ChartPlan.Kind
  /// Of the value axis; the data labels show the same.
  let labelFormat: String

  /// Points of a series that the library can count.
  private static let pointLimit = 32_000

  func add(to chart: UnsafeMutablePointer<lxw_chart>) throws(ScratchFault) {
    // References are given as text: the library leaves names such as `Q1` without quotes.
    let categories = plan.categories?.reference ?? (kind == .scatter ? plan.values.reference : nil)
    guard let series = chart_add_series(chart, categories, plan.values.reference) else {
      throw .outOfMemory
    }
    // Not by the library's setter, which takes a name that starts with `=` for a formula.
    if !plan.name.isEmpty { series.pointee.title.name = strdup(XMLText.printable(plan.name)) }
    for point in plan.points.prefix(Self.pointLimit) {
      guard mb_cache_point(series.pointee.values, point, nil) != 0 else { throw .outOfMemory }
    }
    try cacheCategories(series)
    setForm(series)
    setLabels(series)
  }

  private func cacheCategories(
    _ series: UnsafeMutablePointer<lxw_chart_series>
  ) throws(ScratchFault) {
    for label in plan.categoryLabels.prefix(Self.pointLimit) where kind != .scatter {
      guard mb_cache_point(series.pointee.categories, 0, CellText.storable(label)) != 0 else {
        throw .outOfMemory
      }
    }
    guard kind == .scatter || plan.categoryLabels.isEmpty else { return }
    for number in plan.categoryNumbers.prefix(Self.pointLimit) {
      guard mb_cache_point(series.pointee.categories, number, nil) != 0 else { throw .outOfMemory }
    }
  }

  private func setForm(_ series: UnsafeMutablePointer<lxw_chart_series>) {
    if plan.isInvisible { return hide(series) }
    switch kind {
    case .line: setLine(series)
    case .scatter: setPoints(series)
    default: setFill(series)
    }
  }

  private func hide(_ series: UnsafeMutablePointer<lxw_chart_series>) {
    var fill = lxw_chart_fill()
    fill.none = 1
    chart_series_set_fill(series, &fill)
    var line = lxw_chart_line()
    line.none = 1
    chart_series_set_line(series, &line)
    if kind == .line || kind == .scatter { setMarker(series, isShown: false) }
  }

  private func setLine(_ series: UnsafeMutablePointer<lxw_chart_series>) {
    var line = lxw_chart_line()
    line.width = 2.25
    if let color = plan.color { line.color = color.scratch }
    if plan.isDashed { line.dash_type = UInt8(LXW_CHART_LINE_DASH_DASH.rawValue) }
    if plan.color != nil || plan.isDashed { chart_series_set_line(series, &line) }
    setMarker(series, isShown: plan.hasMarkers)
  }

  /// Points of a scatter chart; joined where the series is a line.
  private func setPoints(_ series: UnsafeMutablePointer<lxw_chart_series>) {
    var line = lxw_chart_line()
    if plan.isLine {
      line.width = 1.75
      if let color = plan.color { line.color = color.scratch }
      if plan.isDashed { line.dash_type = UInt8(LXW_CHART_LINE_DASH_DASH.rawValue) }
    } else {
      line.none = 1
    }
    chart_series_set_line(series, &line)
    setMarker(series, isShown: plan.hasMarkers || !plan.isLine)
  }

  private func setMarker(_ series: UnsafeMutablePointer<lxw_chart_series>, isShown: Bool) {
    let type = isShown ? LXW_CHART_MARKER_CIRCLE : LXW_CHART_MARKER_NONE
    chart_series_set_marker_type(series, UInt8(type.rawValue))
    guard isShown else { return }
    chart_series_set_marker_size(series, 6)
    guard let color = plan.color else { return }
    var fill = lxw_chart_fill()
    fill.color = color.scratch
    chart_series_set_marker_fill(series, &fill)
    var line = ChartForm.line(color, width: 0.75)
    chart_series_set_marker_line(series, &line)
  }

  private func setFill(_ series: UnsafeMutablePointer<lxw_chart_series>) {
    guard let color = plan.color, kind != .pie, kind != .doughnut else { return }
    var fill = lxw_chart_fill()
    fill.color = color.scratch
    chart_series_set_fill(series, &fill)
  }

  private func setLabels(_ series: UnsafeMutablePointer<lxw_chart_series>) {
    guard plan.hasDataLabels else { return }
    if kind == .pie || kind == .doughnut {
      chart_series_set_labels_options(series, 0, 0, 0)
      chart_series_set_labels_percentage(series)
    } else {
      chart_series_set_labels(series)
      if !labelFormat.isEmpty { chart_series_set_labels_num_format(series, labelFormat) }
    }
    var font = lxw_chart_font()
    font.size = 9
    chart_series_set_labels_font(series, &font)
  }
}
