import Foundation
import TestSupport
import Testing

/// Published data sets beside the project.
enum GoldenData {
  /// Whether suites that need them run: where they are, and where nothing may be skipped.
  static let isWanted = ProjectFolders.shared != nil || ProjectFolders.isContinuousIntegration

  static let absence: Comment = "SKIPPED: the folder `shared` is not beside the project"

  /// The rows of a table without its header.
  static func rows(of file: String, separator: Character = ",", header: Bool = true) throws
    -> [[String]]
  {
    let folder = try #require(ProjectFolders.shared, absence)
    let url = folder.appending(path: "golden/data/\(file)")
    let lines = try String(contentsOf: url, encoding: .utf8).split(whereSeparator: \.isNewline)
    return lines.dropFirst(header ? 1 : 0).map { line in
      line.split(separator: separator).map(String.init)
    }
  }

  /// One column of numbers; columns are counted from 0.
  static func numbers(of file: String, column: Int) throws -> [Double] {
    try rows(of: file).map { try #require(Double($0[column])) }
  }
}
