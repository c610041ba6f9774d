import Foundation
import Testing

@testable import DropFolder

@Suite struct `The course of a job` {
  private func machine(_ state: JobState = .claiming, tries: Int = 0) -> JobMachine {
    var job = Job(
      path: BytePath(FileName(fixed: "a.xlsx")),
      stamp: Stamp(device: 1, inode: 2, size: 3, modified: 4, changed: 5),
      takenAt: Date(timeIntervalSince1970: 0))
    job.state = state
    job.tries = tries
    return JobMachine(job)
  }

  private func path(_ text: String) throws -> BytePath {
    try #require(BytePath(bytes: text.utf8))
  }

  private let product = ConversionOutcome.produced(
    .init(name: FileName(fixed: "a.profitability.xlsx"), hash: "ff"))

  @Test func `a good file is claimed, converted, delivered and filed`() throws {
    var job = machine()
    #expect(job.resume(afterRestart: false) == .claim)
    #expect(job.handle(.claimed(isKeptInInbox: false)) == .identify)
    #expect(job.handle(.identified(contentHash: "cc", key: "kk")) == .compare)
    #expect(job.handle(.compared(.none)) == .convert)
    #expect(job.job.tries == 1)
    #expect(job.handle(.converted(product)) == .nameResult)
    #expect(job.handle(.named(try path("a.xlsx"))) == .deliver(try path("a.xlsx")))
    #expect(job.handle(.placed) == .nameFiled)
    #expect(job.handle(.named(try path("archive/a.xlsx"))) == .file(try path("archive/a.xlsx")))
    #expect(job.handle(.placed) == .end(.finished))
    #expect(job.job.state == .done)
  }

  @Test func `a name that is taken meanwhile is chosen anew`() throws {
    var job = machine(.delivering)
    _ = job.handle(.named(try path("a.xlsx")))
    #expect(job.handle(.nameTaken) == .nameResult)
    #expect(job.job.result == nil)
  }

  @Test func `F-12: the same content is answered by the job that did it`() {
    var job = machine()
    _ = job.handle(.identified(contentHash: "cc", key: "kk"))
    #expect(job.handle(.compared(.done(7))) == .nameFiled)
    #expect(job.job.answeredBy == 7)
    _ = job.handle(.placed)
    #expect(job.job.state == .repeated)
  }

  @Test func `F-12: the same content under way is waited for`() {
    var job = machine()
    _ = job.handle(.identified(contentHash: "cc", key: "kk"))
    #expect(job.handle(.compared(.underWay(7))) == .end(.after(7)))
    #expect(job.job.state == .waiting)
  }

  @Test func `F-23: a crash is tried again once, then the file comes back`() {
    var job = machine()
    _ = job.handle(.identified(contentHash: "cc", key: "kk"))
    _ = job.handle(.compared(.none))
    #expect(job.handle(.converted(.crashed(ReturnReason(.couldNotBeRead)))) == .compare)
    _ = job.handle(.compared(.none))
    #expect(job.handle(.converted(.crashed(ReturnReason(.couldNotBeRead)))) == .nameReturned)
    #expect(job.job.state == .returning)
    #expect(job.job.tries == 2)
  }

  @Test func `F-24: a service that dies with the same file again and again gives it back`() {
    var job = machine(.running, tries: 1)
    for _ in 0..<10 {
      #expect(job.resume(afterRestart: true) == .identify)
      _ = job.handle(.identified(contentHash: "cc", key: "kk"))
      _ = job.handle(.compared(.none))
    }
    #expect(job.resume(afterRestart: true) == .nameReturned)
    #expect(job.job.reason?.kind == .couldNotBeRead)
  }

  @Test func `F-22: a stop is no try`() {
    var job = machine(.running, tries: 1)
    #expect(job.handle(.converted(.stopped)) == .end(.stopped))
    #expect(job.job.state == .waiting)
    #expect(job.job.tries == 0)
  }

  @Test func `F-26: a full disk leaves the state as it is`() throws {
    for state in JobState.allCases where !state.isFinal {
      var job = machine(state)
      #expect(job.handle(.blocked("full")) == .end(.later("full")))
      #expect(job.job.state == state)
    }
  }

  @Test func `F-07: a file that changed while it was read goes back and counts for nothing`() throws
  {
    var job = machine(.running, tries: 1)
    #expect(job.handle(.changedAfterClaim) == .nameInInbox)
    _ = job.handle(.named(try path("inbox/a.xlsx")))
    #expect(job.handle(.placed) == .end(.forgotten))
  }

  @Test func `F-08: a file that is gone before it is claimed is forgotten`() {
    var job = machine()
    #expect(job.handle(.gone) == .end(.forgotten))
  }

  @Test func `every unfinished state has an action to go on with`() {
    for state in JobState.allCases {
      var job = machine(state)
      let action = job.resume(afterRestart: true)
      #expect((action == .end(.finished)) == state.isFinal)
    }
  }

  @Test func `places are given in turn`() {
    var queue = FairQueue<String>(places: 2)
    for _ in 0..<3 { queue.request("a") }
    queue.request("b")
    #expect(queue.grant() == "a")
    #expect(queue.grant() == "b")
    #expect(queue.grant() == nil)
    queue.giveBack()
    #expect(queue.grant() == "a")
    queue.request("b")
    queue.giveBack()
    #expect(queue.grant() == "a")
    queue.giveBack()
    #expect(queue.grant() == "b")
  }
}
