import CostingCore
import FinanceModel
import SheetFixtures
import SheetPlan
import Testing

@testable import ProfitabilitySheets

/// What a reader would stumble over.
@Suite struct ReadabilityTests {
  @Test(arguments: Language.allCases)
  func `headers above figures stand clear of those to their right`(_ language: Language) {
    for plan in SampleSheets(language).plans {
      let headers = plan.cells.filter {
        $0.style.fill == Palette.ink && $0.style.horizontal == .right && $0.content != .empty
      }
      #expect(headers.allSatisfy { $0.style.indent > 0 }, "\(plan.name)")
    }
  }

  @Test func `a column is as wide as the longest word of its header with its indent`() throws {
    for plan in SampleSheets().plans {
      let widths = Dictionary(uniqueKeysWithValues: plan.columns.map { ($0.column, $0.width) })
      for table in plan.tables {
        for (offset, column) in table.columns.enumerated() {
          let words = column.header.split(separator: " ").map { TextWidth.of($0) }
          let width = try #require(widths[table.range.first.column + offset])
          #expect(width >= (words.max() ?? 0) + 2, "\(plan.name): \(column.header)")
        }
      }
    }
  }

  @Test func `a text that is wider than its column may be is drawn smaller, not cut`() throws {
    let sheets = SampleSheets()
    let list = try #require(sheets[.customers])
    let table = try #require(list.blocks.first { $0.rowCount == sheets.results.customers.count })
    let names = try #require(table.columns.first { $0.column == 3 })
    #expect(names.style.shrinksToFit)
    #expect(table.columns.allSatisfy { $0.style.shrinksToFit == $0.content.isTexts })
    let overview = try #require(sheets[.overview])
    let links = overview.cells.filter { $0.link != nil && $0.style.shrinksToFit }
    #expect(links.count == 12)
  }

  @Test func `long names of accounts stand beside lying bars, as the table has them`() throws {
    let name = "Minor furniture and office equipment, not capitalized"
    let charts = { (name: String) throws -> [ChartPlan] in
      let sheets = SampleSheets { inputs in inputs.budget[0].name = name }
      return try #require(sheets[.budget]).charts.filter { $0.categoryAxis.title == "Line" }
    }
    let long = try #require(try charts(name).last)
    #expect(long.kind == .bar && long.categoryAxis.isReversed)
    let short = try #require(try charts("Rent").last)
    #expect(short.kind == .column && !short.categoryAxis.isReversed)
  }

  @Test func `a budget without actuals has no chart of variances`() throws {
    let sheets = SampleSheets { inputs in
      inputs.budget = ["Rent", "Energy"].map { name in
        var line = BudgetLine(name: name)
        line.budget = 1200
        return line
      }
    }
    let plan = try #require(sheets[.budget])
    #expect(plan.charts.map(\.title) == ["Budget and actual"])
  }

  @Test(arguments: Language.allCases)
  func `no header is higher than its row`(_ language: Language) {
    for plan in SampleSheets(language).plans {
      let widths = Dictionary(uniqueKeysWithValues: plan.columns.map { ($0.column, $0.width) })
      for cell in plan.cells where cell.style.fill == Palette.ink && cell.style.wraps {
        guard case .text(let text) = cell.content, let width = widths[cell.at.column] else {
          continue
        }
        let lines = TextWidth.lines(text, in: width - Double(cell.style.indent) * 1.3)
        let height = plan.rows[cell.at.row]?.height ?? 15
        #expect(Double(lines) * 15 <= height, "\(plan.name): \(text)")
      }
    }
  }

  @Test func `Chinese sentences have Chinese punctuation`() {
    let narrow: Set<Character> = [",", ";", ":", "?", "!"]
    let isHan = { (character: Character) in
      character.unicodeScalars.allSatisfy { (0x4E00...0x9FFF).contains($0.value) }
    }
    for plan in SampleSheets(.chinese).plans {
      let texts = plan.texts + plan.charts.flatMap { [$0.title, $0.altText] }
      for text in texts {
        let characters = Array(text)
        let mixed = characters.indices.dropFirst().dropLast().contains {
          narrow.contains(characters[$0]) && isHan(characters[$0 - 1]) && isHan(characters[$0 + 1])
        }
        #expect(!mixed, "\(plan.name): \(text)")
      }
    }
  }

  @Test(arguments: [
    (Language.english, "neither given nor told by customers marked as lost"),
    (.chinese, "未提供，也无法由标记流失的客户推算"),
  ])
  func `a retention rate that is not known says so`(_ language: Language, _ words: String) {
    let withOut = SampleSheets(language) { inputs in
      inputs.settings.retentionRate = nil
      for place in inputs.customers.indices {
        inputs.customers[place].status = nil
        inputs.customers[place].lostOn = nil
      }
    }
    #expect(withOut[.lifetime]?.texts.contains(words) == true)
    let with = SampleSheets(language) { $0.settings.retentionRate = 0.8 }
    #expect(with[.lifetime]?.texts.contains(words) == false)
  }

  @Test func `the months of the break-even curve leave the list of customers its place`() throws {
    let sheets = SampleSheets(customers: 40) { $0.settings.retentionRate = 0.8 }
    let plan = try #require(sheets[.lifetime])
    let list = try #require(plan.tables.first { $0.name == "Mb_Lifetime" }).range
    let chart = try #require(plan.charts.first)
    let months = try #require(chart.series.first).values.range
    let printed = try #require(plan.print.area)
    #expect(list.first.row < chart.at.row + 24)
    #expect(months.first.column > max(list.last.column, printed.last.column))
    #expect(plan.print.repeatedRows == list.first.row...list.first.row)
  }

  @Test func `where sales cannot be negative neither is what the chart shows of them`() throws {
    let sheets = SampleSheets()
    let book = ProfitBook(sheets.context)
    let place = DataTable.Place(
      headerRow: 10, firstRow: 11, rowCount: 4, firstColumn: 1, columnCount: 8)
    let minimum = { (revenues: [Amount]) throws -> Double? in
      var result = try #require(sheets.results.analytics.forecast)
      result.history = revenues.enumerated().map { index, revenue in
        ForecastResult.Point(
          month: Month(year: 2025, month: index + 1), revenue: revenue, isOutlier: false)
      }
      result.fitted = revenues.map { _ in nil }
      var next = ForecastResult.Prediction(month: Month(year: 2025, month: 4), value: 100)
      (next.lower80, next.upper80, next.lower95, next.upper95) = (10, 190, -40, 240)
      result.forecast = [next]
      let table = ForecastTable(book: book, result: result)
      var sheet = SheetBuilder(book, sheet: .forecast)
      table.chart(place, &sheet)
      return sheet.finished().charts.first?.valueAxis.minimum
    }
    #expect(try minimum([90, 120, 100]) == 0)
    #expect(try minimum([90, -20, 100]) == nil)
  }

  @Test func `a forecast too short for a band has no columns of bands`() throws {
    let sheets = SampleSheets()
    var result = try #require(sheets.results.analytics.forecast)
    for place in result.forecast.indices {
      result.forecast[place] = ForecastResult.Prediction(
        month: result.forecast[place].month, value: 100)
    }
    let table = ForecastTable(book: ProfitBook(sheets.context), result: result)
    var sheet = SheetBuilder(ProfitBook(sheets.context), sheet: .forecast)
    let place = table.write(&sheet, row: 6)
    table.chart(place, &sheet)
    let plan = sheet.finished()
    #expect(!plan.texts.contains { $0.contains("%") })
    let series = try #require(plan.charts.first?.series)
    for one in series {
      let header = plan.content(row: place.headerRow, column: one.values.range.first.column)
      #expect(header == .text(one.name))
      let first = one.values.range.first
      #expect(plan.number(row: first.row, column: first.column) == one.points.first)
    }
  }

  @Test func `receivables without opening balances have no column of them`() throws {
    let sheets = SampleSheets { inputs in
      for place in inputs.receivables.balances.indices {
        inputs.receivables.balances[place].opening = nil
      }
    }
    let plan = try #require(sheets[.receivables])
    let table = try #require(plan.tables.first { $0.name == "Mb_Receivables" })
    #expect(!table.columns.contains { $0.header == "Opening" })
    #expect(table.columns.contains { $0.header == "Closing" })
  }

  @Test func `nobody is placed by cost-to-serve where there is none`() throws {
    let title = "Value against cost-to-serve"
    let without = SampleSheets { $0.costPools = [] }
    #expect(without[.actions]?.texts.contains(title) == false)
    #expect(SampleSheets()[.actions]?.texts.contains(title) == true)
  }

  @Test(arguments: [(20, 1, true), (50, 1, true), (80, 1, false), (20, 40, true), (100, 40, false)])
  func `what is a page or little more prints on one, unless too small to read`(
    _ rows: Int, _ columns: Int, _ isSqueezed: Bool
  ) {
    var sheet = SheetBuilder(ProfitBook(SampleSheets().context), sheet: .lean)
    for row in 1...rows { sheet.number(1, row: row, column: columns, style: CellStyle()) }
    #expect(sheet.finished().print.isOnePage == isSqueezed)
  }
}
