import CostingCore
import FinanceModel

/// The decimal that a figure of a test shows; 0 for what is none, which no test expects.
func exact(_ value: Double) -> ExactDecimal { ExactDecimal(value) ?? 0 }

/// The decimals that figures of a test show.
func exact(_ values: [Double]) -> [ExactDecimal] { values.map(exact) }

/// Whether two figures are as near as their source prints them.
func near(_ value: Double?, _ expected: Double, within tolerance: Double) -> Bool {
  value.map { ($0 - expected).magnitude <= tolerance } ?? false
}

/// Whether an exact figure is as near as its source prints it.
func near(_ value: ExactDecimal?, _ expected: Double, within tolerance: Double) -> Bool {
  near(value?.doubleValue, expected, within: tolerance)
}

/// Inputs with customers of these ids, in this order, and nothing else.
func inputs(customers ids: [String]) -> CostingInputs {
  var inputs = CostingInputs()
  inputs.customers = ids.map { Customer(id: CustomerID($0), name: $0) }
  inputs.sales = ids.map { _ in SalesFacts() }
  return inputs
}
