import FinanceModel
import Foundation
import WorkbookReading

/// Feeds mutated parts and archives to the reader until it traps or the two ways of reading cells
/// disagree.
///
///     reader-fuzz [--seconds N] [--count N] [--from N] [--seed N] [--archives] [--trace] FOLDER...
///
/// Every input follows from the seed and its number alone, so that `--from N --count 1` repeats it;
/// `--trace` names each input before it is tried. FOLDERs hold workbooks to start from.
@main
struct ReaderFuzz {
  static func main() throws {
    let options = Options(CommandLine.arguments.dropFirst())
    let seeds = Seeds(folders: options.folders, archives: options.archives)
    guard !seeds.inputs.isEmpty else {
      print("no seeds in \(options.folders)")
      exit(64)
    }
    print("\(seeds.inputs.count) seeds")
    var run = FuzzRun(options: options, seeds: seeds)
    let disagreements = try run.go()
    exit(disagreements == 0 ? 0 : 1)
  }
}

/// What the command line asks for.
struct Options {
  var seconds = 1800.0
  var count = Int.max
  var from = 0
  var seed: UInt64 = 1
  var archives = false
  var trace = false
  var folders: [String] = []

  init(_ arguments: ArraySlice<String>) {
    var rest = arguments
    while let argument = rest.popFirst() {
      switch argument {
      case "--seconds": seconds = rest.popFirst().flatMap(Double.init) ?? seconds
      case "--count": count = rest.popFirst().flatMap(Int.init) ?? count
      case "--from": from = rest.popFirst().flatMap(Int.init) ?? from
      case "--seed": seed = rest.popFirst().flatMap(UInt64.init) ?? seed
      case "--archives": archives = true
      case "--trace": trace = true
      default: folders.append(argument)
      }
    }
  }
}
