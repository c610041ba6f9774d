public import Foundation

/// Where the project's own files are, found from this source file.
public enum ProjectFolders {
  /// The folder of `Package.swift`.
  public static let root: URL = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// Small workbooks of our own making.
  public static let fixtures = root.appending(path: "Tests/Fixtures")

  /// The real workbooks and golden cases beside the project; nil where they are not there.
  ///
  /// Suites that need it say so loudly when it is absent, and fail where `CI` is `true`.
  public static let shared: URL? = {
    let folder = root.deletingLastPathComponent().appending(path: "shared")
    return FileManager.default.fileExists(atPath: folder.path) ? folder : nil
  }()

  /// Whether the tests run where nothing may be skipped.
  public static let isContinuousIntegration =
    ProcessInfo.processInfo.environment["CI"] == "true"
}
