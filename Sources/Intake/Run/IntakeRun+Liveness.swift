import CostingCore
import FinanceModel

extension IntakeRun {
  func longLiveness(_ reading: TableReading, driver: String) -> Liveness? { nil }
  func wideLiveness(_ reading: TableReading, _ place: Int, isClean: Bool) -> Liveness? { nil }
  func salesLiveness() -> [SalesMeasure: Liveness] { [:] }
}
