public import FinanceModel

extension WhaleCurve {
  /// The curve of margins that are ranked, best first.
  ///
  /// The peak is the highest point of the cumulative margin, zero (with rank 0) where nobody earns
  /// anything; peak less what loss-makers give back is the final margin.
  ///
  ///     WhaleCurve(ranked: [142, 97, 78, 74, 27, 6, -4, -15, -32, -73])
  ///     // peak 424 with 6 customers, 141.3 % of the final 300; 4 loss-makers give back 124
  ///
  /// Source: Kaplan & Narayanan, Measuring and Managing Customer Profitability, Journal of Cost
  /// Management, 2001.
  public init(ranked margins: [Amount]) {
    let positive = margins.filter(\.isPositive)
    let negative = margins.filter(\.isNegative)
    let peak = positive.sum
    self.init(
      peak: peak, peakRank: positive.count, lossMakers: negative.count,
      givenBack: -negative.sum)
    let final = peak - givenBack
    if final.isPositive { peakPercent = peak.doubleValue / final.doubleValue * 100 }
    gini = Concentration.gini(of: margins)
    stobachoff = Concentration.stobachoff(ranked: margins)
  }
}
