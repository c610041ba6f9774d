import FinanceModel
import RealModule

extension AnalysisFacts {
  /// Customers with an order below which no groups are formed.
  private static let neededCustomers = 12
  /// Most customers that groups are formed from; the others join the nearest.
  private static let formingLimit = 5_000
  /// Most customers that the silhouette is taken of: its cost is quadratic.
  private static let silhouetteLimit = 800

  /// Customers grouped by likeness; nil where they are too few or all alike.
  func clusters(engagement: EngagementResult?) -> ClusterResult? {
    guard let end = inputs.period?.end else { return nil }
    let members = buyers
    guard members.count >= Self.neededCustomers else { return nil }
    let columns = clusterFeatures(at: end, engagement).filter { $0.scaled.varies(over: members) }
    guard !columns.isEmpty else { return nil }
    let scaled = columns.map { $0.scaled.standardised(over: members).values }
    let points = members.map { place in scaled.map { $0[place] } }
    guard let choice = chooseClustering(of: points) else { return nil }
    return clusterResult(members, columns, points, choice)
  }

  /// A figure as people read it and as distances are taken of it.
  private struct ClusterFeature {
    var shown: FeatureColumn
    var scaled: FeatureColumn
  }

  private func clusterFeatures(at end: Day, _ engagement: EngagementResult?) -> [ClusterFeature] {
    func plain(_ column: FeatureColumn) -> ClusterFeature {
      ClusterFeature(shown: column, scaled: column)
    }
    func logarithmic(_ column: FeatureColumn) -> ClusterFeature {
      var scaled = column
      scaled.values = column.values.map {
        $0 < 0 ? -Double.log(onePlus: -$0) : Double.log(onePlus: $0)
      }
      return ClusterFeature(shown: column, scaled: scaled)
    }
    let customers = results.customers
    var features = [
      plain(
        FeatureColumn(
          "Days since last order", "距上次下单天数",
          inputs.customers.indices.map { Double(recency(of: $0, at: end)) })),
      logarithmic(FeatureColumn("Orders", "订单数", inputs.sales.map { Double($0.orders) })),
      logarithmic(
        FeatureColumn("Net revenue", "净销售额", customers.map { $0.revenue.doubleValue })),
      plain(
        FeatureColumn(
          "Cost-to-serve % of revenue", "服务成本占收入比",
          customers.map { customer in
            customer.revenue.isPositive
              ? min((customer.costToServe.ratio(to: customer.revenue) ?? 0) * 100, 200) : 0
          })),
    ]
    if results.rankingBasis == .netMargin {
      features.append(
        plain(
          FeatureColumn(
            "Net margin %", "净利率",
            customers.map { min(max($0.netMarginPercent ?? 0, -100), 100) })))
    }
    if let engagement {
      features.append(
        plain(FeatureColumn("Engagement score", "互动得分", engagement.scores.map { $0 ?? 0 })))
    }
    return features
  }

  private struct Choice {
    var clustering: KMeans.Clustering
    var silhouette: Double
    var isChosen: Bool
  }

  /// The number of groups of a setting, else the one with the best silhouette of 2 to 8.
  private func chooseClustering(of points: [[Double]]) -> Choice? {
    let forming = sample(of: points, limit: Self.formingLimit)
    let judged = sample(of: forming, limit: Self.silhouetteLimit)
    let means = KMeans(seed: settings.analysis.seed, restarts: 8)
    func choice(of count: Int, isChosen: Bool) -> Choice? {
      guard let clustering = means.cluster(forming, into: count) else { return nil }
      let groups = judged.map { clustering.nearest(to: $0) }
      return Choice(
        clustering: clustering, silhouette: Silhouette.means(judged, [groups])[0],
        isChosen: isChosen)
    }
    if let count = settings.analysis.clusters, count > 0 {
      return choice(of: count, isChosen: false)
    }
    let counts = 2..<max(2, min(8, judged.count / 4)) + 1
    let trials = counts.concurrentMap { means.cluster(judged, into: $0) }.compactMap { $0 }
    let silhouettes = Silhouette.means(judged, trials.map(\.assignment))
    guard let best = silhouettes.indices.max(by: { silhouettes[$0] < silhouettes[$1] }) else {
      return nil
    }
    guard judged.count == forming.count else {
      return choice(of: trials[best].centres.count, isChosen: true)
    }
    return Choice(clustering: trials[best], silhouette: silhouettes[best], isChosen: true)
  }

  /// So many points, drawn with the seed; all of them where they are no more.
  private func sample(of points: [[Double]], limit: Int) -> [[Double]] {
    guard points.count > limit else { return points }
    var generator = SeededGenerator(seed: settings.analysis.seed)
    return Array(points.shuffled(using: &generator).prefix(limit))
  }

  private func clusterResult(
    _ members: [Int], _ features: [ClusterFeature], _ points: [[Double]], _ choice: Choice
  ) -> ClusterResult {
    let count = choice.clustering.centres.count
    let groups = points.map { choice.clustering.nearest(to: $0) }
    var sizes = [Int](repeating: 0, count: count)
    var sums = [[Double]](repeating: [Double](repeating: 0, count: features.count), count: count)
    for (place, group) in zip(members, groups) {
      sizes[group] += 1
      for axis in features.indices { sums[group][axis] += features[axis].shown.values[place] }
    }
    let order = (0..<count).filter { sizes[$0] > 0 }.sorted { (-sizes[$0], $0) < (-sizes[$1], $1) }
    var assignment = [Int?](repeating: nil, count: inputs.customers.count)
    for (place, group) in zip(members, groups) { assignment[place] = order.firstIndex(of: group) }
    return ClusterResult(
      features: features.map(\.shown.name),
      clusters: order.map { group in
        .init(
          customers: sizes[group], centre: sums[group].map { $0 / Double(max(1, sizes[group])) })
      },
      assignment: assignment, silhouette: choice.silhouette, isCountChosen: choice.isChosen)
  }
}

extension KMeans.Clustering {
  /// The group whose centre is nearest to a point.
  func nearest(to point: [Double]) -> Int {
    var best = (group: 0, distance: Double.infinity)
    for (group, centre) in centres.enumerated() {
      let distance = zip(point, centre).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
      if distance < best.distance { best = (group, distance) }
    }
    return best.group
  }
}
