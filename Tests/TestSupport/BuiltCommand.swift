public import Foundation

/// The command line as it was built beside the tests, run as a person would run it.
public enum BuiltCommand {
  /// What a run left behind.
  public struct Outcome: Sendable {
    public var status: Int32
    public var output: String
    public var errors: String
  }

  /// Runs `marginbook` with the arguments, with `folder` as its working directory.
  public static func run(_ arguments: [String], in folder: URL) throws -> Outcome {
    try run(executable, arguments, in: folder)
  }

  /// Runs any program and waits for it.
  ///
  /// What it prints goes through files, so that a long answer cannot fill a pipe and stall it.
  public static func run(
    _ program: URL, _ arguments: [String], in folder: URL
  ) throws -> Outcome {
    let prints = try ScratchFolder()
    let status = try SpawnedProcess(
      program: program.path, arguments: arguments, folder: folder.path,
      output: prints.path("output"), errors: prints.path("errors")
    ).wait()
    return Outcome(
      status: status, output: try text(prints.url.appending(path: "output")),
      errors: try text(prints.url.appending(path: "errors")))
  }

  /// The program lies in the folder that the tests were built into.
  public static let executable = URL(filePath: CommandLine.arguments.first ?? "")
    .resolvingSymlinksInPath().deletingLastPathComponent().appending(path: "marginbook")

  private static func text(_ file: URL) throws -> String {
    String(decoding: try Data(contentsOf: file), as: UTF8.self)
  }
}
