import FinanceModel

extension AnalysisFacts {
  /// Customers whose price leaves less than usual: loss-makers with a gross margin five points under
  /// the portfolio's. At stake: the loss.
  func repricings(_ portfolio: Portfolio) -> [ActionCandidate] {
    places.compactMap { place in
      let margin = results.customers[place].netMargin
      guard margin.isNegative, let share = grossMarginShare(of: place),
        share < portfolio.grossMarginShare - 0.05
      else { return nil }
      let loss = margin.magnitude
      return candidate(.reprice, place, loss) {
        let (own, usual) = (Figures.percent(share), Figures.percent(portfolio.grossMarginShare))
        let text = Figures.money(loss)
        return LocalizedText(
          english: "Loses \(text); gross margin \(own) against \(usual) of all customers.",
          chinese: "亏损 \(text)；毛利率 \(own)，全部客户为 \(usual)。")
      }
    }
  }

  /// Small orders that cost more to serve than they bring: cost-to-serve above contribution, orders
  /// under half the median. At stake: the excess.
  func minimumOrders(_ portfolio: Portfolio) -> [ActionCandidate] {
    guard let usual = portfolio.orderValue, usual > 0 else { return [] }
    return buyers.compactMap { place in
      let (service, contribution) = (
        results.customers[place].costToServe, results.customers[place].cm2
      )
      let value = orderValue(of: place)
      guard service > contribution, value < usual / 2, value > 0 else { return nil }
      return candidate(.minimumOrder, place, service - max(contribution, 0)) {
        let (own, median) = (Figures.money(value), Figures.money(usual))
        let (cost, gain) = (Figures.money(service), Figures.money(contribution))
        return LocalizedText(
          english: "Orders of \(own) (median \(median)); serving costs \(cost), brings \(gain).",
          chinese: "平均订单 \(own)(中位数 \(median))；服务成本 \(cost)，边际贡献 \(gain)。")
      }
    }
  }

  /// Customers that take half as much again of service as usual, orders of usual size or above. At
  /// stake: the excess.
  func cheaperChannels(_ portfolio: Portfolio) -> [ActionCandidate] {
    guard portfolio.serviceShare > 0 else { return [] }
    return buyers.compactMap { place in
      let (service, revenue) = (
        results.customers[place].costToServe, results.customers[place].revenue
      )
      guard revenue.isPositive, let share = service.ratio(to: revenue),
        share > 1.5 * portfolio.serviceShare,
        orderValue(of: place) >= (portfolio.orderValue ?? 0) / 2
      else { return nil }
      let usual = Amount(revenue.doubleValue * portfolio.serviceShare) ?? 0
      return candidate(.cheaperChannel, place, service - usual) {
        let (own, mean) = (Figures.percent(share), Figures.percent(portfolio.serviceShare))
        let text = Figures.money(service)
        return LocalizedText(
          english: "Serving costs \(text), \(own) of revenue against \(mean) of all customers.",
          chinese: "服务成本 \(text)，占收入 \(own)，全部客户为 \(mean)。")
      }
    }
  }

  /// Customers whose largest excess is in a service pool that goes by a driver. At stake: the excess.
  func trainings() -> [ActionCandidate] {
    results.diagnoses.compactMap { diagnosis in
      guard places.contains(diagnosis.customer), let worst = diagnosis.excesses.first,
        results.pools.indices.contains(worst.pool)
      else { return nil }
      let pool = results.pools[worst.pool]
      guard pool.costClass == .service, let driver = pool.driver else { return nil }
      return candidate(.train, diagnosis.customer, worst.excess) {
        let text = Figures.money(worst.excess)
        return LocalizedText(
          english: "\(pool.name): \(text) above average for its revenue, by \(driver).",
          chinese: "\(pool.name)：按收入比平均多 \(text)，动因为\(driver)。")
      }
    }
  }

  /// Customers that return twice the usual share, and five percent at least. At stake: the excess.
  func returnReductions(_ portfolio: Portfolio) -> [ActionCandidate] {
    places.compactMap { place in
      let (returned, kept) = (results.customers[place].returns, results.customers[place].revenue)
      let share = Portfolio.returnShare(returned, kept)
      guard share >= 0.05, share > 2 * portfolio.returnShare else { return nil }
      let usual = Amount((returned + kept).doubleValue * portfolio.returnShare) ?? 0
      return candidate(.reduceReturns, place, returned - usual) {
        let (own, mean) = (Figures.percent(share), Figures.percent(portfolio.returnShare))
        let text = Figures.money(returned)
        return LocalizedText(
          english: "Returned \(text), \(own) of sales against \(mean) of all customers.",
          chinese: "退货 \(text)，占销售 \(own)，全部客户为 \(mean)。")
      }
    }
  }

  /// Overdue balances.
  func collections(_ receivables: ReceivablesResult?) -> [ActionCandidate] {
    guard let receivables else { return [] }
    return receivables.customers.compactMap { line in
      guard let overdue = line.overdue, overdue.isPositive else { return nil }
      return ActionCandidate(
        kind: .collect, customer: placeByID[line.id], id: line.id, moneyAtStake: overdue
      ) {
        let (text, closing) = (Figures.money(overdue), Figures.money(line.closing))
        let days = line.dso.map { Figures.decimal($0, places: 0) }
        return LocalizedText(
          english: "\(text) of \(closing) is overdue"
            + (days.map { "; pays after \($0) days" } ?? "") + ".",
          chinese: "应收 \(closing) 中逾期 \(text)" + (days.map { "；周转天数 \($0) 天" } ?? "") + "。")
      }
    }
  }
}
