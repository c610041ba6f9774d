import FinanceModel
import Foundation
import WorkbookReading

/// One run over many inputs.
struct FuzzRun {
  let options: Options
  let seeds: Seeds
  private var disagreements = 0

  init(options: Options, seeds: Seeds) {
    self.options = options
    self.seeds = seeds
  }

  /// Tries inputs until the time or the count is used up; how many times the two ways disagreed.
  mutating func go() throws -> Int {
    let clock = ContinuousClock()
    let start = clock.now
    let last = options.count == .max ? Int.max : options.from + options.count
    var number = options.from
    var accepted = 0
    while number < last {
      if options.trace { FileHandle.standardError.write(Data("\(number)\n".utf8)) }
      if try attempt(number) { accepted += 1 }
      number += 1
      guard number % 1000 == 0 else { continue }
      let elapsed = clock.now - start
      if number % 500_000 == 0 {
        print("\(number - options.from) inputs, \(accepted) read, \(elapsed)")
        fflush(nil)
      }
      if elapsed > .seconds(options.seconds) { break }
    }
    print(
      "\(number - options.from) inputs, \(accepted) read, \(disagreements) disagreements, "
        + "\(clock.now - start)")
    return disagreements
  }

  /// Tries one input; whether it was read to its end.
  private mutating func attempt(_ number: Int) throws -> Bool {
    var mutator = Mutator(seed: options.seed, number: number)
    let input = seeds.inputs[mutator.pick(below: seeds.inputs.count)]
    let other = seeds.inputs[mutator.pick(below: seeds.inputs.count)]
    let bytes = mutator.mutated(input.bytes, other: other.bytes)
    guard let kind = input.kind else { return try readArchive(bytes) }
    let outcome = ScannerProbe.run(kind, on: bytes)
    guard kind == .worksheet || kind == .sharedStrings else { return outcome.failure == nil }
    if kind == .worksheet { _ = try? ScannerProbe.rows(of: bytes, passesOver: true) }
    let slow = ScannerProbe.run(kind, on: bytes, usesPlainForms: false)
    if slow != outcome {
      disagreements += 1
      print("input \(number): plain \(outcome), tokens \(slow)")
      try Data(bytes).write(to: URL(filePath: "/tmp/reader-fuzz-\(options.seed)-\(number).xml"))
    }
    return outcome.failure == nil
  }

  /// Writes the archive to memory's file system, opens it and reads all of it.
  private func readArchive(_ bytes: [UInt8]) throws -> Bool {
    let path = "/dev/shm/reader-fuzz-\(getpid()).xlsx"
    try Data(bytes).write(to: URL(filePath: path))
    defer { unlink(path) }
    do {
      let book = try Workbook.open(path: path, converter: nil)
      for sheet in book.sheets {
        var sink = Counter()
        try book.read(sheet: sheet.index, into: &sink)
        _ = try book.details(ofSheet: sheet.index)
        _ = try book.formulas(ofSheet: sheet.index)
      }
      return true
    } catch {
      return false
    }
  }

  private struct Counter: RowSink {
    var cells = 0

    mutating func receive(row: Int, cells: Span<Cell>, text: Span<UInt8>) -> Bool {
      self.cells += cells.count
      return true
    }
  }
}
