import CostingCore
import FinanceModel

extension ResultsDocument {
  /// Lifetime value of all, models, forecast and clusters: each where the workbook has its inputs.
  /// Sentences are in the document's language.
  func writeOutlook(_ writer: inout JSONWriter) {
    let analytics = results.analytics
    if let lifetime = analytics.lifetime { writer.lifetime(lifetime) }
    if let model = analytics.purchaseModel { writer.purchaseModel(model, language) }
    if let model = analytics.spendModel { writer.spendModel(model, language) }
    if let forecast = analytics.forecast { writer.forecast(forecast, language) }
    if let model = analytics.churnModel { writer.churnModel(model, language) }
    if let clusters = analytics.clusters { writer.clusters(clusters, language) }
  }
}

extension JSONWriter {
  fileprivate mutating func lifetime(_ summary: LifetimeSummary) {
    object("lifetime") {
      $0.member("discountRate", summary.discountRate)
      $0.member("retentionRate", summary.retentionRate)
      $0.member("horizon", summary.horizon)
      $0.member("meanRevenueValue", summary.meanRevenueValue)
      $0.member("meanMarginValue", summary.meanMarginValue)
      $0.member("meanPerpetualValue", summary.meanPerpetualValue)
      $0.member("valuePerCustomer", summary.valuePerCustomer)
      $0.member("valueBasis", summary.valueBasis.rawValue)
      $0.member("monthlyMargin", summary.monthlyMargin)
      $0.member("cac", summary.cac)
      $0.member("valueToCost", summary.valueToCost)
      $0.member("paybackMonths", summary.paybackMonths)
      $0.member("returnOnAcquisition", summary.returnOnAcquisition)
      $0.member("breakEvenMonth", summary.breakEvenMonth)
      $0.array("profitByMonth", summary.profitByMonth) { $0.value($1) }
      $0.array("segments", summary.segments) { writer, segment in
        writer.object {
          $0.member("name", segment.name)
          $0.member("customers", segment.customers)
          $0.member("mean", segment.mean)
          $0.member("median", segment.median)
          $0.member("total", segment.total)
        }
      }
    }
  }

  fileprivate mutating func purchaseModel(_ model: PurchaseModelResult, _ language: Language) {
    object("purchaseModel") {
      $0.member("kind", model.kind?.rawValue)
      $0.member("customers", model.customers)
      $0.member("repeatBuyers", model.repeatBuyers)
      $0.member("logLikelihood", model.logLikelihood)
      $0.member("paretoLogLikelihood", model.paretoLogLikelihood)
      $0.member("expectedOrders", model.expectedOrders)
      $0.member("expectedOrdersStandardError", model.expectedOrdersError)
      $0.member("refusal", model.refusal?[language])
      $0.parameters(model.parameters)
    }
  }

  fileprivate mutating func spendModel(_ model: SpendModelResult, _ language: Language) {
    object("spendModel") {
      $0.member("customers", model.customers)
      $0.member("logLikelihood", model.logLikelihood)
      $0.member("correlation", model.correlation)
      $0.member("refusal", model.refusal?[language])
      $0.parameters(model.parameters)
    }
  }

  private mutating func parameters(_ parameters: [PurchaseModelResult.Parameter]) {
    array("parameters", parameters) { writer, parameter in
      writer.object {
        $0.member("name", parameter.name)
        $0.member("value", parameter.value)
        $0.member("standardError", parameter.standardError)
      }
    }
  }

  fileprivate mutating func forecast(_ forecast: ForecastResult, _ language: Language) {
    object("forecast") {
      $0.member("method", forecast.method.rawValue)
      $0.member("reason", forecast.reason[language])
      $0.array("parameters", forecast.parameters) { writer, parameter in
        writer.object {
          $0.member("name", parameter.name)
          $0.member("value", parameter.value)
        }
      }
      $0.member("errorDeviation", forecast.errorDeviation)
      $0.member("holdoutMonths", forecast.holdoutMonths)
      $0.member("mapePercent", forecast.holdoutMAPE)
      $0.array("history", forecast.history) { writer, point in
        writer.object {
          $0.member("month", point.month.description)
          $0.member("revenue", point.revenue)
          $0.member("outlier", point.isOutlier)
        }
      }
      $0.array("months", forecast.forecast) { writer, point in
        writer.object {
          $0.member("month", point.month.description)
          $0.member("value", point.value)
          $0.member("lower80", point.lower80)
          $0.member("upper80", point.upper80)
          $0.member("lower95", point.lower95)
          $0.member("upper95", point.upper95)
        }
      }
    }
  }

  fileprivate mutating func churnModel(_ model: ChurnModelResult, _ language: Language) {
    object("churnModel") {
      $0.member("kind", "logistic regression")
      $0.member("trainedOn", model.trainedOn)
      $0.member("heldOut", model.heldOut)
      $0.member("auc", model.auc)
      $0.array("coefficients", model.coefficients) { writer, coefficient in
        writer.object {
          $0.member("feature", coefficient.feature[language])
          $0.member("value", coefficient.value)
        }
      }
    }
  }

  fileprivate mutating func clusters(_ result: ClusterResult, _ language: Language) {
    object("clusters") {
      $0.member("silhouette", result.silhouette)
      $0.member("chosenBySilhouette", result.isCountChosen)
      $0.array("features", result.features) { $0.value($1[language]) }
      $0.array("clusters", result.clusters) { writer, cluster in
        writer.object {
          $0.member("customers", cluster.customers)
          $0.array("centre", cluster.centre) { $0.value($1) }
        }
      }
    }
  }
}
