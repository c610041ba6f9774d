import FinanceModel

extension LiveSum {
  /// The formula text of the sum for the key in `keyCell`, such as
  /// `SUMIFS(Sales!$K$2:$K$99,Sales!$C$2:$C$99,$B{r})`; nil where it would be too long for a cell or
  /// a sheet's name holds a row mark of ours.
  ///
  /// - Parameter scaling: what the whole is multiplied by, `*10000`; empty for one.
  func formula(keyCell: String, scaling: String) -> String? {
    finished(terms.map { $0.sign + $0.sum(keyCell: keyCell) }, scaling: scaling)
  }

  /// The formula text of the sum over all keys: what the workbook itself adds up to.
  func totalFormula(scaling: String) -> String? {
    finished(terms.map { $0.sign + $0.total }, scaling: scaling)
  }

  private func finished(_ parts: [String], scaling: String) -> String? {
    guard let first = parts.first else { return nil }
    let joined =
      (first.hasPrefix("+") ? String(first.dropFirst()) : first)
      + parts.dropFirst().joined()
    let isSimple = parts.count == 1 || scaling.isEmpty
    let text = isSimple ? joined + scaling : "(\(joined))\(scaling)"
    let named = terms.flatMap { [$0.values.sheet, $0.keys.sheet] }
    guard text.utf16.count < 8_000, !named.contains(where: { $0.contains("{r") }) else {
      return nil
    }
    return text
  }

  /// The sheets that the sum draws on, each once.
  var sheets: [String] {
    var seen: Set<String> = []
    return terms.map(\.values.sheet).filter { seen.insert($0).inserted }
  }
}

extension LiveSum.Term {
  fileprivate var sign: String { isSubtracted ? "-" : "+" }

  fileprivate func sum(keyCell: String) -> String {
    if let factor {
      let keep = conditions.map { "*(\($0.comparison))" }.joined()
      // As texts, for SUMPRODUCT tells the number 1001 from the text "1001" where SUMIFS does not.
      return "SUMPRODUCT((\(keys.reference)&\"\"=\(keyCell)&\"\")\(keep)"
        + "*\(values.reference)*\(factor.reference))"
    }
    let further = conditions.map { ",\($0.range.reference),\($0.criterion.quotedForFormula)" }
    return "SUMIFS(\(values.reference),\(keys.reference),\(keyCell)\(further.joined()))"
  }

  fileprivate var total: String {
    if let factor {
      let keep = conditions.map { "(\($0.comparison))*" }.joined()
      return "SUMPRODUCT(\(keep)\(values.reference)*\(factor.reference))"
    }
    guard !conditions.isEmpty else { return "SUM(\(values.reference))" }
    let all = conditions.map { ",\($0.range.reference),\($0.criterion.quotedForFormula)" }
    return "SUMIFS(\(values.reference)\(all.joined()))"
  }
}

extension LiveSum.Condition {
  /// The criterion as a comparison of the range: `Sales!$A$2:$A$99>=45658`.
  fileprivate var comparison: String {
    for sign in ["<>", ">=", "<=", "=", ">", "<"] where criterion.hasPrefix(sign) {
      return range.reference + sign + String(criterion.dropFirst(sign.count)).asOperand
    }
    return range.reference + "=" + criterion.asOperand
  }
}

extension String {
  /// As a text within a formula: `"say ""so"""`.
  var quotedForFormula: String {
    "\"" + split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
  }

  /// A number as it is, anything else as a text.
  fileprivate var asOperand: String {
    ExactDecimal(self) != nil ? self : quotedForFormula
  }
}
