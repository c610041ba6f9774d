public import FinanceModel

extension CostingResults {
  /// What a customer bears of the pools of one class, of acquisition for example; nil for pools that
  /// state none. Zero where there is no such customer.
  public func cost(ofCustomer customer: Int, costClass: CostClass?) -> Amount {
    pools.filter { $0.costClass == costClass && customer < $0.byCustomer.count && customer >= 0 }
      .map { $0.byCustomer[customer] }.sum
  }

  /// What all customers together bear of the pools of one class.
  public func cost(ofClass costClass: CostClass?) -> Amount {
    pools.filter { $0.costClass == costClass }.map(\.allocated).sum
  }
}
