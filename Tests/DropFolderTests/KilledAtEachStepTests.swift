import Foundation
import Glibc
import Synchronization
import Testing

@testable import DropFolder

/// F-20 without a process: the service "dies" before its first, second, third … call that changes
/// the disk or the ledger, until it lives to the end. After each death a new one goes on, and the
/// end must be that of an undisturbed run.
@Suite struct `Killed before each call` {
  /// Runs once with a death at a call; false when it was never reached.
  private func dies(
    at number: Int, _ files: [(String, String)], links: Bool = false,
    expect: (TestPlace) throws -> Void
  ) throws -> Bool {
    let place = try TestPlace()
    for (name, text) in files {
      try place.drop(name, text)
      if links { link(place.inbox + "/" + name, place.path + "/other-" + name) }
    }
    let counter = CallCounter()
    let bench = try RunnerBench(place, watcher: counter.dying(at: number))
    try bench.takeAll()
    let died = counter.count.load(ordering: .relaxed) >= number
    try RunnerBench(place).restart()
    try expect(place)
    try expectConsistent(place)
    return died
  }

  private func untilItLives(
    _ files: [(String, String)], links: Bool = false, expect: (TestPlace) throws -> Void
  ) throws -> Int {
    var number = 1
    while try dies(at: number, files, links: links, expect: expect) {
      number += 1
      if number > 500 { break }
    }
    return number - 1
  }

  @Test func `F-20: a good file ends with one result, wherever the service died`() throws {
    let deaths = try untilItLives([("a.xlsx", "good")]) { place in
      #expect(place.files("outbox") == ["a.xlsx"])
      #expect(place.archived == ["a.xlsx"])
      #expect(place.files("inbox") == [])
      #expect(place.files("returned") == [])
    }
    #expect((15...500).contains(deaths))
  }

  @Test func `F-20, F-04: a file with a second name is copied, wherever the service died`() throws {
    let deaths = try untilItLives([("a.xlsx", "good")], links: true) { place in
      #expect(place.files("outbox") == ["a.xlsx"])
      #expect(place.archived == ["a.xlsx"])
      #expect(place.files("inbox") == [])
      #expect(place.text("other-a.xlsx").contains("good"))
    }
    #expect((20...500).contains(deaths))
  }

  @Test func `F-20: a bad file comes back once with its report, wherever the service died`() throws
  {
    let deaths = try untilItLives([("a.xlsx", "REFUSE")]) { place in
      #expect(place.files("outbox") == [])
      #expect(place.files("returned") == ["a.xlsx", "a.xlsx.html"])
      #expect(place.files("inbox") == [])
      #expect(place.text("returned/a.xlsx.html").contains("Sales!B2"))
    }
    #expect((10...500).contains(deaths))
  }

  @Test func `F-20, F-12: two files of one content have one result, wherever the service died`()
    throws
  {
    let deaths = try untilItLives([("a.xlsx", "same"), ("b.xlsx", "same")]) { place in
      #expect(place.files("outbox").count == 1)
      #expect(place.archived == ["a.xlsx", "b.xlsx"])
      #expect(place.files("inbox") == [])
    }
    #expect((20...500).contains(deaths))
  }

  @Test(arguments: [ENOSPC, EDQUOT, EIO, EROFS])
  func `F-26, F-29: a call that fails once delays the file and changes nothing else`(code: Int32)
    throws
  {
    var number = 1
    while number < 200 {
      let place = try TestPlace()
      try place.drop("a.xlsx", "good")
      try place.drop("b.xlsx", "REFUSE")
      let counter = CallCounter()
      let bench = try RunnerBench(place, watcher: counter.failing(at: number, code: code))
      try bench.takeAll()
      for _ in 0..<3 {
        for job in try bench.runner.ledger.unfinished() {
          _ = bench.runner.work(on: job, afterRestart: false)
        }
        try bench.takeAll()
      }
      #expect(place.files("outbox") == ["a.xlsx"], "call \(number)")
      #expect(place.files("returned") == ["b.xlsx", "b.xlsx.html"], "call \(number)")
      #expect(place.archived == ["a.xlsx"], "call \(number)")
      try expectConsistent(place, isScratchEmpty: false)
      if counter.count.load(ordering: .relaxed) < number { break }
      number += 1
    }
    #expect(number > 25)
  }
}
