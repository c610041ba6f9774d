/// Values far from the others by the median absolute deviation (Hampel, Journal of the American
/// Statistical Association 69, 1974).
public enum Outliers {
  /// Whether each value is further from the median than three scaled deviations:
  /// |x − median| > 3 · 1.4826 · MAD. Parallel to the values; none is where fewer than five are
  /// known or half of them are equal.
  public static func flags(_ values: [Double]) -> [Bool] {
    guard values.count >= 5, let median = Statistics.median(values),
      let deviation = Statistics.median(values.map { ($0 - median).magnitude }), deviation > 0
    else { return values.map { _ in false } }
    return values.map { ($0 - median).magnitude > 3 * 1.4826 * deviation }
  }
}
