import Foundation
import Testing

@testable import DropFolder

/// What must hold at the end of every test: each content in exactly one place, every job that is
/// done has its result with the recorded hash, nothing half-written anywhere.
func expectConsistent(
  _ place: TestPlace, isScratchEmpty: Bool = true, sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let jobs = try place.openLedger().jobs(JobFilter(limit: 100_000))
  for job in jobs where job.state == .done && job.resultHash != nil {
    let result = try #require(job.result, sourceLocation: sourceLocation)
    let folder = try place.layout.outbox().folder(at: result.parents)
    let hash = try folder.file(result.name).contentHash()
    #expect(hash == job.resultHash, "\(job.path)", sourceLocation: sourceLocation)
  }
  for job in jobs where job.state.isFinal && job.state != .withdrawn {
    let filed = try #require(job.filed, sourceLocation: sourceLocation)
    let folder = try place.layout.root().folder(at: filed.parents)
    let hash = try folder.file(filed.name).contentHash()
    #expect(hash == job.contentHash, "\(job.path)", sourceLocation: sourceLocation)
  }
  for name in ["inbox", "outbox", "returned", "archive"] {
    let names =
      FileManager.default.enumerator(atPath: place.path + "/" + name)?
      .compactMap { $0 as? String } ?? []
    let left = names.filter { $0.contains(".marginbook-") }
    #expect(left == [], sourceLocation: sourceLocation)
  }
  if isScratchEmpty {
    #expect(try place.layout.scratch().names() == [], sourceLocation: sourceLocation)
  }
}
