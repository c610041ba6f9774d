import Foundation
import Glibc
import Logging
import Testing

@testable import DropFolder

/// A watched folder of a test's own, removed when the test lets go of it.
final class TestPlace: Sendable {
  let path: String

  init() throws {
    let base = FileManager.default.temporaryDirectory.appending(path: "marginbook-\(UUID())")
    try FileManager.default.createDirectory(at: base, withIntermediateDirectories: true)
    path = base.resolvingSymlinksInPath().path
    try FolderLayout(path: path).prepare()
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  var inbox: String { path + "/inbox" }
  var outbox: String { path + "/outbox" }
  var layout: FolderLayout { FolderLayout(path: path) }

  /// Bytes that look like a workbook that has wholly arrived, with a text in it.
  static func workbook(_ text: String, size: Int = 0) -> Data {
    Data("PK\u{3}\u{4}\(text)".utf8) + Data(count: size) + Data([0x50, 0x4B, 5, 6])
      + Data(count: 18)
  }

  /// Puts a workbook into the inbox under a name of any bytes.
  func drop(_ name: [UInt8], _ content: Data) throws {
    let path = Array(inbox.utf8) + Array("/".utf8) + name + [0]
    let raw = path.map { CChar(bitPattern: $0) }
    let file = try #require(fopen(raw, "w"))
    _ = content.withUnsafeBytes { fwrite($0.baseAddress, 1, $0.count, file) }
    fclose(file)
  }

  func drop(_ name: String, _ text: String) throws {
    try drop(Array(name.utf8), Self.workbook(text))
  }

  /// The paths of all files below a folder, relative to it, hidden ones left out; sorted.
  func files(_ folder: String) -> [String] {
    let root = URL(filePath: path + "/" + folder)
    let all = FileManager.default.enumerator(atPath: root.path)?.compactMap { $0 as? String } ?? []
    return all.filter { file in
      let attributes = try? FileManager.default.attributesOfItem(
        atPath: root.appending(path: file).path)
      return attributes?[.type] as? FileAttributeType != .typeDirectory
        && !file.split(separator: "/").contains { $0.hasPrefix(".") }
        && file != "index.html"
    }.sorted()
  }

  func content(_ file: String) throws -> Data {
    try Data(contentsOf: URL(filePath: path + "/" + file))
  }

  func text(_ file: String) -> String {
    (try? content(file)).map { String(decoding: $0, as: UTF8.self) } ?? ""
  }

  /// The originals in the archive, by name, without the day.
  var archived: [String] {
    files("archive").map { $0.split(separator: "/").dropFirst().joined(separator: "/") }.sorted()
  }

  func openLedger(_ watcher: FileCallWatcher = .silent) throws -> Ledger {
    try Ledger(path: path + "/.marginbook/ledger.sqlite", watcher: watcher)
  }
}

/// Whether something comes true within a time; looks every 20 ms.
func comesTrue(within seconds: Double = 20, _ condition: () throws -> Bool) async rethrows -> Bool {
  let deadline = Date(timeIntervalSinceNow: seconds)
  while Date() < deadline {
    if try condition() { return true }
    try? await Task.sleep(for: .milliseconds(20))
  }
  return try condition()
}
