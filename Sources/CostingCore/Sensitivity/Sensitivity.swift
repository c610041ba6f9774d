public import FinanceModel

/// Costs the same inputs another way and compares customer by customer.
public enum Sensitivity {
  /// What every customer would earn and rank under other rules.
  ///
  /// - Parameters:
  ///   - inputs: the workbook.
  ///   - name: what the other way is called.
  ///   - change: changes the inputs: another method or driver of a pool, another way for service
  ///     departments. Customers must stay as they are.
  public static func compare(
    _ inputs: CostingInputs, name: LocalizedText, changing change: (inout CostingInputs) -> Void
  ) -> SensitivityCase {
    var other = inputs
    change(&other)
    var run = CostingRun(other)
    run.cost()
    return SensitivityCase(
      name: name, netMargins: run.results.customers.map(\.netMargin),
      ranks: run.results.customers.map(\.rank))
  }

  /// A pool allocated by another method or driver.
  public static func compare(
    _ inputs: CostingInputs, pool: String, by method: AllocationMethod, driver: String? = nil
  ) -> SensitivityCase {
    let way = driver ?? method.rawValue
    let name = LocalizedText(english: "\(pool) by \(way)", chinese: "\(pool)按\(way)")
    return compare(inputs, name: name) { inputs in
      for place in inputs.costPools.indices
      where NameKey(inputs.costPools[place].name) == NameKey(pool) {
        inputs.costPools[place].method = method
        inputs.costPools[place].driver = driver
      }
      inputs.activities.removeAll { NameKey($0.pool) == NameKey(pool) }
    }
  }

  /// The comparisons that every workbook gets whose pools reach a customer: all allocated pools by
  /// revenue, and the other ways for service departments.
  static func usualCases(_ inputs: CostingInputs) -> [SensitivityCase] {
    [byRevenue(inputs)] + byOtherServiceMethods(inputs)
  }

  /// Every pool that is allocated at all by net revenue.
  private static func byRevenue(_ inputs: CostingInputs) -> SensitivityCase {
    let name = LocalizedText(english: "Every pool by revenue", chinese: "所有成本池按收入分摊")
    return compare(inputs, name: name) { inputs in
      let withActivities = Set(inputs.activities.map { NameKey($0.pool) })
      inputs.activities = []
      for place in inputs.costPools.indices {
        let pool = inputs.costPools[place]
        if pool.method != .unallocated || withActivities.contains(NameKey(pool.name)) {
          inputs.costPools[place].method = .revenue
        }
      }
    }
  }

  private static func byOtherServiceMethods(_ inputs: CostingInputs) -> [SensitivityCase] {
    guard !inputs.serviceDepartments.isEmpty else { return [] }
    return ServiceDepartmentMethod.allCases
      .filter { $0 != inputs.settings.serviceDepartmentMethod }
      .map { method in
        compare(inputs, name: name(of: method)) { $0.settings.serviceDepartmentMethod = method }
      }
  }

  private static func name(of method: ServiceDepartmentMethod) -> LocalizedText {
    switch method {
    case .direct:
      LocalizedText(english: "Service departments: direct", chinese: "辅助部门：直接分配法")
    case .stepDown:
      LocalizedText(english: "Service departments: step-down", chinese: "辅助部门：阶梯分配法")
    case .reciprocal:
      LocalizedText(english: "Service departments: reciprocal", chinese: "辅助部门：交互分配法")
    }
  }
}
