import Foundation
import Synchronization
import Testing

@testable import DropFolder

@Suite struct `Work on a job` {
  @Test func `F-07: a result of a file that changed meanwhile is thrown away`() throws {
    let place = try TestPlace()
    try place.drop("a.xlsx", "version 1")
    let isFirst = Atomic(true)
    let converter = StandInConverter { order in
      guard isFirst.exchange(false, ordering: .relaxed) else { return }
      try? TestPlace.workbook("version 2").write(to: URL(filePath: order.input))
    }
    let bench = try RunnerBench(place, converter: converter)
    #expect(try bench.takeAll().map(\.end) == [.forgotten])
    #expect(place.files("outbox") == [])
    #expect(place.files("inbox") == ["a.xlsx"])
    try bench.takeAll()
    #expect(place.text("outbox/a.xlsx").contains("version 2"))
    try expectConsistent(place)
  }

  @Test func `F-07: a file exchanged between the last look and the claim is not taken`() throws {
    let place = try TestPlace()
    try place.drop("a.xlsx", "version 1")
    let bench = try RunnerBench(place)
    var stamp = try #require(try place.layout.inbox().stamp(of: FileName(fixed: "a.xlsx")))
    stamp.inode += 1
    let report = bench.runner.take(BytePath(FileName(fixed: "a.xlsx")), stamp)
    #expect(report.end == .forgotten)
    #expect(place.files("inbox") == ["a.xlsx"])
    #expect(try bench.runner.ledger.jobs().isEmpty)
  }

  @Test func `F-08: a file that is gone leaves no job`() throws {
    let place = try TestPlace()
    let bench = try RunnerBench(place)
    let stamp = Stamp(device: 1, inode: 1, size: 9, modified: 1, changed: 1)
    let report = bench.runner.take(BytePath(FileName(fixed: "a.xlsx")), stamp)
    #expect(report.end == .forgotten)
    try expectConsistent(place)
  }

  @Test func `F-12: the settings and the engine are part of what makes two jobs the same`() {
    let plain = EffectiveSettings()
    var other = EffectiveSettings()
    other.conversion = "tiers: 3\n"
    let keys = [
      plain.key(contentHash: "c", engineVersion: "1"),
      plain.key(contentHash: "d", engineVersion: "1"),
      plain.key(contentHash: "c", engineVersion: "2"),
      other.key(contentHash: "c", engineVersion: "1"),
    ]
    #expect(Set(keys).count == 4)
  }

  @Test func `F-23: a crash is tried twice, a refusal once`() throws {
    let place = try TestPlace()
    try place.drop("a.xlsx", "CRASH")
    try place.drop("b.xlsx", "REFUSE")
    let bench = try RunnerBench(place)
    try bench.takeAll()
    #expect(bench.converter.conversions.load(ordering: .relaxed) == 3)
    #expect(place.files("returned").count == 4)
    try expectConsistent(place)
  }

  @Test func `F-26: a conversion without space waits and counts as no try`() throws {
    let place = try TestPlace()
    try place.drop("a.xlsx", "FULL")
    let bench = try RunnerBench(place)
    let report = try #require(try bench.takeAll().first)
    #expect(report.end == .later("no space"))
    #expect(report.job.state == .waiting)
    #expect(report.job.tries == 0)
  }

  @Test func `F-44: files in scratch that no job knows go back to the inbox`() throws {
    let place = try TestPlace()
    let lost = URL(filePath: place.path + "/.marginbook/scratch/77/in/a.xlsx")
    try FileManager.default.createDirectory(
      at: lost.deletingLastPathComponent(), withIntermediateDirectories: true)
    try TestPlace.workbook("lost").write(to: lost)
    try Data("sub/a.xlsx".utf8).write(
      to: URL(filePath: place.path + "/.marginbook/scratch/77/path"))
    let bench = try RunnerBench(place)
    try bench.restart()
    #expect(place.files("outbox") == ["sub/a.xlsx"])
    try expectConsistent(place)
  }

  @Test func `F-38: a name without room for an ending is converted under a plain one`() throws {
    let place = try TestPlace()
    let name = String(repeating: "ü", count: 125) + ".xlsx"
    try place.drop(name, "long")
    let seen = Mutex("")
    let converter = StandInConverter { order in seen.withLock { $0 = order.input } }
    try RunnerBench(place, converter: converter).takeAll()
    #expect(seen.withLock { $0 }.hasSuffix("/plain/workbook.xlsx"))
    #expect(place.files("outbox") == [name])
    try expectConsistent(place)
  }

  @Test(arguments: [
    (0x6969, "NFS"), (0xFF53_4D42, "SMB"), (0xFE53_4D42, "SMB"), (0x6573_5546, "FUSE"),
    (0x0102_1997, "9P"),
  ])
  func `F-46, F-17: shares are recognised by the number of their file system`(
    number: Int, name: String
  ) {
    #expect(FileSystemKind(number: Int64(number)) == .network(name))
    #expect(FileSystemKind(number: 0xEF53) == .local)
  }
}
