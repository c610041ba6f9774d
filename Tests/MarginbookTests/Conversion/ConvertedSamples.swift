import FinanceModel
import Foundation
import Marginbook
import TestSupport

/// The filled samples, converted once for all tests.
struct ConvertedSamples: Sendable {
  /// Copies of the samples: what a person would have.
  let inputs: ScratchFolder
  let outputs: ScratchFolder
  /// In the order of ``filled``.
  let converted: [ConvertedWorkbook]

  static let folder = ProjectFolders.root.appending(path: "workbooks")
  static let filled = CanonicalWorkbook.all.filter { $0.filling != .blank }

  static let shared = Result { try ConvertedSamples() }

  private init() throws {
    let inputs = try ScratchFolder()
    let outputs = try ScratchFolder()
    converted = try Self.filled.map { workbook in
      let input = inputs.url.appending(path: workbook.fileName)
      try FileManager.default.copyItem(
        at: Self.folder.appending(path: workbook.fileName), to: input)
      return try ConvertedWorkbook(input, into: outputs.url)
    }
    self.inputs = inputs
    self.outputs = outputs
  }

  /// The results of a sample, one a language.
  func converted(_ filling: CanonicalWorkbook.Filling) -> [ConvertedWorkbook] {
    zip(Self.filled, converted).filter { $0.0.filling == filling }.map(\.1)
  }
}
