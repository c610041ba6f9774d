import FinanceModel
import WorkbookReading

extension IntakeRun {
  /// Rates to the workbook's currency, by currency code.
  mutating func readRates() throws(WorkbookError) {
    for place in resolution.places(.rates) {
      let reading = try reading(place)
      for row in reading.rows {
        guard let text = reading.text(row, .currency), let code = CurrencyCode.of(text),
          let rate = reading.quantity(row, .exchangeRate, log: &log), rate.isPositive
        else { continue }
        exchangeRates[code] = rate
      }
    }
  }
}
