import CXLSXWriter
import SheetPlan

/// Makes one chart part.
///
/// libxlsxwriter has no charts of two kinds and no second axis. Each kind and axis is a chart of
/// its own here, and the plots of the further ones are spliced into the first one's plot area. Its
/// charts are no other's, so that another thread may assemble them once the sheet has prepared them.
struct ChartBuilder: @unchecked Sendable {
  /// The chart that the sheet's drawing shows.
  let main: UnsafeMutablePointer<lxw_chart>
  private var overlays: [Overlay] = []
  /// Charts live as long as their book.
  private let scratch: ScratchBook

  /// A chart whose plot, and perhaps axes, go into the main one.
  private struct Overlay {
    var chart: UnsafeMutablePointer<lxw_chart>
    var bringsAxes: Bool
  }

  /// Series of one kind on one axis.
  private struct Group {
    var kind: ChartPlan.Kind
    var isSecondary: Bool
    var series: [ChartPlan.Series]
  }

  init(_ plan: ChartPlan, in scratch: ScratchBook) throws(ScratchFault) {
    let groups = Self.groups(plan)
    guard let first = groups.first else { throw .unexpectedPart("chart without series") }
    self.scratch = scratch
    main = try Self.chart(first, plan: plan, in: scratch)
    ChartForm(plan: plan, hiddenSeries: Self.hiddenSeries(groups))
      .apply(to: main, isSecondary: first.isSecondary)
    var count = first.series.count
    for group in groups.dropFirst() {
      let chart = try Self.chart(group, plan: plan, in: scratch)
      chart.pointee.series_index = UInt16(clamping: count)
      if group.isSecondary { Self.setSecondaryAxes(chart, of: plan) }
      let isFirstThere = !overlays.contains(where: \.bringsAxes)
      overlays.append(Overlay(chart: chart, bringsAxes: group.isSecondary && isFirstThere))
      count += group.series.count
    }
  }

  /// Series by kind and axis, those of the chart's own kind first.
  private static func groups(_ plan: ChartPlan) -> [Group] {
    var groups: [Group] = []
    let canMix = ![.scatter, .pie, .doughnut, .bar, .stackedBar].contains(plan.kind)
    for series in plan.series {
      let kind = series.isLine && canMix ? .line : plan.kind
      let isSecondary = series.isOnSecondaryAxis && canMix
      if let place = groups.firstIndex(where: { $0.kind == kind && $0.isSecondary == isSecondary })
      {
        groups[place].series.append(series)
      } else {
        groups.append(Group(kind: kind, isSecondary: isSecondary, series: [series]))
      }
    }
    return groups.enumerated().sorted { left, right in
      (left.element.isSecondary ? 1 : 0, left.element.kind == plan.kind ? 0 : 1, left.offset)
        < (right.element.isSecondary ? 1 : 0, right.element.kind == plan.kind ? 0 : 1, right.offset)
    }
    .map(\.element)
  }

  /// Places, from 0 in the order of the groups, of series that the legend leaves out.
  private static func hiddenSeries(_ groups: [Group]) -> [Int16] {
    groups.flatMap(\.series).enumerated().filter(\.element.isInvisible).map {
      Int16(clamping: $0.offset)
    }
  }

  private static func chart(
    _ group: Group, plan: ChartPlan, in scratch: ScratchBook
  ) throws(ScratchFault) -> UnsafeMutablePointer<lxw_chart> {
    let chart = try scratch.addChart(group.kind.scratch)
    // Any number will do that no other axis of the part has.
    chart.pointee.axis_id_1 = group.isSecondary ? 50_030_001 : 50_010_001
    chart.pointee.axis_id_2 = group.isSecondary ? 50_030_002 : 50_010_002
    for series in group.series {
      try ChartSeries(plan: series, kind: group.kind, labelFormat: plan.valueAxis.numberFormat)
        .add(to: chart)
    }
    return chart
  }

  private static func setSecondaryAxes(
    _ chart: UnsafeMutablePointer<lxw_chart>, of plan: ChartPlan
  ) {
    chart_axis_off(chart.pointee.x_axis)
    // The value axis stands where it crosses the hidden category axis: at its far end.
    chart_axis_set_crossing_max(chart.pointee.x_axis)
    ChartForm.set(plan.secondaryValueAxis ?? ChartPlan.Axis(), on: chart.pointee.y_axis)
    chart_axis_major_gridlines_set_visible(chart.pointee.y_axis, 0)
  }

  /// The chart's part.
  func assembled() throws(ScratchFault) -> [UInt8] {
    let bytes = try Self.assemble(main)
    guard !overlays.isEmpty else { return bytes }
    guard let outline = try? XMLOutline(bytes), let area = PlotArea(outline) else {
      throw .unexpectedPart("chart")
    }
    var edit = XMLEdit(outline)
    for overlay in overlays {
      guard let other = try? XMLOutline(Self.assemble(overlay.chart)), let plots = PlotArea(other)
      else { throw .unexpectedPart("chart") }
      edit.insert(plots.text(plots.plots, of: other), after: area.lastPlot)
      if overlay.bringsAxes {
        edit.insert(plots.text(plots.axes, of: other), after: area.lastAxis)
      }
    }
    return edit.applied()
  }

  private static func assemble(
    _ chart: UnsafeMutablePointer<lxw_chart>
  ) throws(ScratchFault) -> [UInt8] {
    let bytes = try ScratchBook.assembled { file in
      chart.pointee.file = file
      lxw_chart_assemble_xml_file(chart)
    }
    guard let outline = try? XMLOutline(bytes) else { throw .unexpectedPart("chart") }
    var edit = XMLEdit(outline)
    ChartLabels.complete(&edit)
    ChartDefaults.complete(&edit)
    return edit.applied()
  }
}

/// The plots and axes of an assembled chart.
private struct PlotArea {
  let plots: [Int]
  let axes: [Int]
  let lastPlot: Int
  let lastAxis: Int

  init?(_ outline: XMLOutline) {
    guard let area = outline.descendants(0, named: "plotArea").first else { return nil }
    let children = outline.children(area)
    plots = children.filter { outline.localName($0).hasSuffix("Chart") }
    axes = children.filter { outline.localName($0).hasSuffix("Ax") }
    guard let lastPlot = plots.last, let lastAxis = axes.last else { return nil }
    self.lastPlot = lastPlot
    self.lastAxis = lastAxis
  }

  func text(_ elements: [Int], of outline: XMLOutline) -> String {
    elements.map { String(decoding: outline.source($0), as: UTF8.self) }.joined()
  }
}

extension ChartPlan.Kind {
  fileprivate var scratch: lxw_chart_type {
    switch self {
    case .column: LXW_CHART_COLUMN
    case .stackedColumn: LXW_CHART_COLUMN_STACKED
    case .bar: LXW_CHART_BAR
    case .stackedBar: LXW_CHART_BAR_STACKED
    case .line: LXW_CHART_LINE
    case .area: LXW_CHART_AREA
    case .stackedArea: LXW_CHART_AREA_STACKED
    case .scatter: LXW_CHART_SCATTER
    case .pie: LXW_CHART_PIE
    case .doughnut: LXW_CHART_DOUGHNUT
    }
  }
}
