import CostingCore
import FinanceModel

/// The words that cost pools are described with.
enum PoolWords {
  static let yes = note("yes", "是")
  static let no = note("no", "否")

  static func word(_ method: AllocationMethod) -> LocalizedText {
    let chinese =
      switch method {
      case .driver: "动因"
      case .even: "平均"
      case .percent: "百分比"
      case .fixed: "固定金额"
      case .revenue: "收入"
      case .unallocated: "不分摊"
      }
    return note(method.rawValue, chinese)
  }

  static func word(_ costClass: CostClass) -> LocalizedText {
    let chinese =
      switch costClass {
      case .acquisition: "获客"
      case .service: "服务"
      case .relationship: "关系维护"
      case .marketing: "营销"
      case .administration: "管理"
      case .facility: "设施"
      }
    return note(costClass.rawValue, chinese)
  }

  static func word(_ level: CostLevel) -> LocalizedText {
    let chinese =
      switch level {
      case .unit: "单位"
      case .order: "订单"
      case .customer: "客户"
      case .channel: "渠道"
      case .facility: "设施"
      }
    return note(level.rawValue, chinese)
  }
}
