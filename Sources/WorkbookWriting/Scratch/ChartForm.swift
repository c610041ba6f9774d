import CXLSXWriter
import Glibc
import SheetPlan

/// Titles, axes and legend of a chart.
///
/// Titles are set in the structs: the library's setters take text that starts with `=` for a
/// formula.
struct ChartForm {
  let plan: ChartPlan
  /// Places, from 0, of series that the legend leaves out.
  let hiddenSeries: [Int16]

  private static let ink = Color(0x40_4040)
  private static let faint = Color(0xD9_D9D9)

  /// Bar charts lie on their side: the library's `y_axis` is their category axis.
  private var isBar: Bool { plan.kind == .bar || plan.kind == .stackedBar }

  func apply(to chart: UnsafeMutablePointer<lxw_chart>, isSecondary: Bool) {
    setTitle(chart)
    setLegend(chart)
    let category = isBar ? chart.pointee.y_axis : chart.pointee.x_axis
    let value = isBar ? chart.pointee.x_axis : chart.pointee.y_axis
    Self.set(plan.categoryAxis, on: category, isCategory: plan.kind != .scatter)
    if plan.kind != .scatter {
      thinLabels(on: category)
      // Categories that run the other way would take the value axis with them to the far side of the
      // chart, away from its title.
      if plan.categoryAxis.isReversed { chart_axis_set_crossing_max(category) }
    }
    let valuePlan = isSecondary ? plan.secondaryValueAxis ?? plan.valueAxis : plan.valueAxis
    Self.set(valuePlan, on: value)
    setGaps(chart)
  }

  /// Leaves labels of a long category axis out, so that the others can be read.
  private func thinLabels(on axis: UnsafeMutablePointer<lxw_chart_axis>?) {
    let count = plan.series.map(\.points.count).max() ?? 0
    guard let axis, count > Self.mostLabels else { return }
    axis.pointee.interval_unit = UInt16(clamping: (count + Self.mostLabels - 1) / Self.mostLabels)
  }

  private static let mostLabels = 24

  private func setTitle(_ chart: UnsafeMutablePointer<lxw_chart>) {
    guard !plan.title.isEmpty else { return chart_title_off(chart) }
    chart.pointee.title.name = strdup(XMLText.printable(plan.title))
    Self.withFont(size: 12, isBold: true) { chart_title_set_name_font(chart, $0) }
  }

  private func setLegend(_ chart: UnsafeMutablePointer<lxw_chart>) {
    let position =
      switch plan.legend {
      case .none: LXW_CHART_LEGEND_NONE
      case .bottom: LXW_CHART_LEGEND_BOTTOM
      case .right: LXW_CHART_LEGEND_RIGHT
      case .top: LXW_CHART_LEGEND_TOP
      }
    chart_legend_set_position(chart, UInt8(position.rawValue))
    Self.withFont(size: 9) { chart_legend_set_font(chart, $0) }
    guard !hiddenSeries.isEmpty else { return }
    var list = hiddenSeries + [-1]
    chart_legend_delete_series(chart, &list)
  }

  private func setGaps(_ chart: UnsafeMutablePointer<lxw_chart>) {
    switch plan.kind {
    case .column, .bar, .stackedColumn, .stackedBar: chart_set_series_gap(chart, 60)
    case .doughnut: chart_set_hole_size(chart, 55)
    default: break
    }
  }

  static func set(
    _ plan: ChartPlan.Axis, on axis: UnsafeMutablePointer<lxw_chart_axis>?, isCategory: Bool = false
  ) {
    guard let axis else { return }
    if !plan.title.isEmpty {
      axis.pointee.title.name = strdup(XMLText.printable(plan.title))
      withFont(size: 9) { chart_axis_set_name_font(axis, $0) }
    }
    withFont(size: 9) { chart_axis_set_num_font(axis, $0) }
    if !plan.numberFormat.isEmpty { chart_axis_set_num_format(axis, plan.numberFormat) }
    setLimits(plan, on: axis)
    if plan.isReversed { chart_axis_set_reverse(axis) }
    if plan.labelsAreLow {
      chart_axis_set_label_position(axis, UInt8(LXW_CHART_AXIS_LABEL_POSITION_LOW.rawValue))
    }
    if plan.isHidden { chart_axis_off(axis) }
    // Left out, the schema's default is a cross at every step, small ones included (ECMA-376
    // part 1, 21.2.2.103 and 21.2.2.121), and LibreOffice follows the schema.
    axis.pointee.major_tick_mark = UInt8(LXW_CHART_AXIS_TICK_MARK_OUTSIDE.rawValue)
    axis.pointee.minor_tick_mark = UInt8(LXW_CHART_AXIS_TICK_MARK_NONE.rawValue)
    let hasLines = plan.hasGridLines && !isCategory
    chart_axis_major_gridlines_set_visible(axis, hasLines ? 1 : 0)
    var line = line(faint, width: 0.75)
    if hasLines { chart_axis_major_gridlines_set_line(axis, &line) }
  }

  /// Set in the struct, since the library's setters complain about axes that a pie does not show.
  private static func setLimits(
    _ plan: ChartPlan.Axis, on axis: UnsafeMutablePointer<lxw_chart_axis>
  ) {
    if let minimum = plan.minimum, minimum.isFinite {
      axis.pointee.has_min = 1
      axis.pointee.min = minimum
    }
    if let maximum = plan.maximum, maximum.isFinite {
      axis.pointee.has_max = 1
      axis.pointee.max = maximum
    }
  }

  static func line(_ color: Color, width: Float) -> lxw_chart_line {
    var line = lxw_chart_line()
    line.color = color.scratch
    line.width = width
    return line
  }

  private static func withFont(
    size: Double, isBold: Bool = false, _ body: (UnsafeMutablePointer<lxw_chart_font>) -> Void
  ) {
    var font = lxw_chart_font()
    font.size = size
    // The library writes bold titles unless it is told otherwise: 2 stands for an explicit no.
    font.bold = isBold ? 1 : UInt8(LXW_EXPLICIT_FALSE.rawValue)
    font.color = ink.scratch
    body(&font)
  }
}
