import FinanceModel
import Foundation
import TestSupport
import Testing
import WorkbookReading

@testable import Intake

@Suite struct `Tables that are read while sales are` {
  private static func run(_ workbook: Workbook) throws -> IntakeRun {
    var survey = try WorkbookSurvey(workbook)
    survey.findTables(WorkbookSettings())
    let resolution = TableResolution(survey.candidates, settings: WorkbookSettings())
    return IntakeRun(workbook, settings: WorkbookSettings(), resolution: resolution)
  }

  private static func workbook() throws -> Workbook {
    try Workbook.open(path: ProjectFolders.root.appending(path: "workbooks/manufacturer.xlsx").path)
  }

  @Test func `hold what they hold when read by themselves`() throws {
    let workbook = try Self.workbook()
    var ahead = try Self.run(workbook)
    var inTurn = ahead
    ahead.beginReadings(fewestRows: 1)
    let places = ahead.begunReadings.keys.sorted()
    #expect(ahead.resolution.places(.drivers).allSatisfy { places.contains($0) })
    #expect(places.count > 3)
    for place in places {
      let (first, second) = (try ahead.reading(place), try inTurn.reading(place))
      #expect(first.rows.map(\.row) == second.rows.map(\.row))
      #expect(first.rows.map { Array($0.values) } == second.rows.map { Array($0.values) })
      #expect(!first.rows.isEmpty)
      // Asked for once more, a table is read again.
      #expect(try ahead.reading(place).rows.count == first.rows.count)
    }
    #expect(ahead.begunReadings.isEmpty)
    #expect(!ahead.resolution.sales.contains { places.contains($0) })
  }

  @Test func `are few enough to be held, and none where they are small`() throws {
    var run = try Self.run(Self.workbook())
    run.beginReadings()
    #expect(run.begunReadings.isEmpty)
  }
}
