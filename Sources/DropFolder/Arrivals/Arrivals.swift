/// Decides when a file that was dropped has wholly arrived and may be taken.
///
/// A pure state machine: what was seen comes in with the time of a steady clock, what to do goes
/// out. Events of the file system are hints; only a listing of the inbox says what is there. A file
/// is taken when two looks at least the quiet period apart show the same numbers and no hint came
/// between them.
struct Arrivals {
  /// What a file needs before it is taken.
  struct Rules: Sendable, Hashable {
    /// How long a file must be unchanged.
    var quiet: Duration = .seconds(2)
    /// How long a file may look unfinished before it is taken as it is.
    var patience: Duration = .seconds(600)
    /// The same for a file that no program holds open for writing any more.
    var patienceWhenClosed: Duration = .seconds(30)
    /// How long a lock file beside a workbook is respected.
    var lockLife: Duration = .seconds(86_400)
  }

  /// Something that lies in the inbox.
  struct Entry: Sendable, Hashable {
    var path: BytePath
    var stamp: Stamp
  }

  enum Event: Sendable {
    /// All that is in the inbox.
    case listed([Entry])
    /// One place in the inbox, and what is there now.
    case looked(BytePath, Stamp?)
    /// The file system said that something happened to a file.
    case hinted(BytePath)
    /// An attempt to take a file found that it should wait.
    case postponed(BytePath, WaitingReason, Stamp)
    /// A file was taken, or is remembered as done where it lies.
    case settled(BytePath, Stamp)
    /// Time has passed.
    case woke
  }

  enum Action: Sendable, Hashable {
    case look(BytePath)
    /// Take the file if it still has this stamp.
    case take(BytePath, Stamp, patienceIsOver: Bool)
    /// Say, once, why something is left where it is.
    case explain(BytePath, WaitingReason)
  }

  private(set) var rules: Rules
  private var sightings: [BytePath: Sighting] = [:]

  init(rules: Rules) { self.rules = rules }

  /// What waits in the inbox with the reason, where one is known, sorted by path.
  var waiting: [(path: BytePath, reason: WaitingReason?)] {
    sightings.filter { !$0.value.isSettled }.sorted { $0.key < $1.key }.map {
      ($0.key, $0.value.reason)
    }
  }

  /// The moment at which ``Event/woke`` is next of use; nil when only an event can change anything.
  var nextMoment: Duration? { sightings.values.compactMap(\.due).min() }

  /// Takes in what happened at a moment of the steady clock.
  mutating func handle(_ event: Event, at now: Duration) -> [Action] {
    switch event {
    case .listed(let entries): listed(entries, now)
    case .looked(let path, let stamp): looked(path, stamp, now)
    case .hinted(let path): hinted(path, now)
    case .postponed(let path, let reason, let stamp): postponed(path, reason, stamp, now)
    case .settled(let path, let stamp): settled(path, stamp)
    case .woke: woke(now)
    }
  }

  mutating func use(_ rules: Rules) { self.rules = rules }
}

extension Arrivals {
  /// What is known of one file in the inbox.
  fileprivate struct Sighting {
    var stamp: Stamp
    /// Since when nothing about it changed.
    var quietSince: Duration
    /// Since when it looks unfinished or is locked.
    var waitingSince: Duration?
    /// When to look again.
    var due: Duration?
    var reason: WaitingReason?
    /// Taken, or nothing to take: ignored until its stamp changes.
    var isSettled = false
  }

  private mutating func listed(_ entries: [Entry], _ now: Duration) -> [Action] {
    let present = Set(entries.map(\.path))
    sightings = sightings.filter { present.contains($0.key) }
    let inOrder = entries.sorted {
      ($0.stamp.modified, $0.path) < ($1.stamp.modified, $1.path)
    }
    return inOrder.flatMap { looked($0.path, $0.stamp, now) }
  }

  private mutating func looked(_ path: BytePath, _ stamp: Stamp?, _ now: Duration) -> [Action] {
    guard let stamp else {
      sightings[path] = nil
      return []
    }
    if TransitName.matches(path.name) || TransitName.isSettings(path.name) { return [] }
    guard let known = sightings[path], known.stamp == stamp else {
      return noticed(path, stamp, now)
    }
    return known.isSettled ? [] : lookedAgain(path, known, now)
  }

  /// A file that is new, or other than before.
  private mutating func noticed(_ path: BytePath, _ stamp: Stamp, _ now: Duration) -> [Action] {
    var sighting = Sighting(stamp: stamp, quietSince: now, due: now + rules.quiet)
    if let old = sightings[path], old.stamp.inode == stamp.inode, old.stamp.size == stamp.size {
      sighting.waitingSince = old.waitingSince
    }
    if let reason = WaitingReason(leavingAlone: stamp.kind) {
      sighting.isSettled = true
      sighting.due = nil
      sighting.reason = reason
    }
    sightings[path] = sighting
    return sighting.reason.map { [.explain(path, $0)] } ?? []
  }

  /// A file that has the numbers it had at the last look.
  private mutating func lookedAgain(
    _ path: BytePath, _ known: Sighting, _ now: Duration
  ) -> [Action] {
    let ready = known.quietSince + rules.quiet
    guard now >= ready else {
      sightings[path]?.due = max(known.due ?? ready, ready)
      return []
    }
    if let due = known.due, now < due { return [] }
    guard known.stamp.size > 0 else { return wait(path, .empty, now) }
    let patience = known.reason?.patience(rules) ?? rules.patience
    let isOver = known.waitingSince.map { now - $0 >= patience } ?? false
    sightings[path]?.due = now + rules.quiet
    return [.take(path, known.stamp, patienceIsOver: isOver)]
  }

  private mutating func hinted(_ path: BytePath, _ now: Duration) -> [Action] {
    guard !TransitName.matches(path.name) else { return unlocked(by: path) }
    if sightings[path]?.isSettled == false {
      sightings[path]?.quietSince = now
      sightings[path]?.due = now + rules.quiet
    }
    return [.look(path)]
  }

  /// A lock file came or went: its workbook is worth a look.
  private func unlocked(by lock: BytePath) -> [Action] {
    sightings.keys.filter { path in
      path.parents == lock.parents && TransitName.locks(for: path.name).contains(lock.name)
    }.map { .look($0) }
  }

  private mutating func postponed(
    _ path: BytePath, _ reason: WaitingReason, _ stamp: Stamp, _ now: Duration
  ) -> [Action] {
    guard let known = sightings[path] else { return [] }
    guard known.stamp == stamp else { return noticed(path, stamp, now) }
    return wait(path, reason, now)
  }

  private mutating func wait(
    _ path: BytePath, _ reason: WaitingReason, _ now: Duration
  ) -> [Action] {
    guard var sighting = sightings[path] else { return [] }
    let isNew = sighting.reason != reason
    let since = sighting.waitingSince ?? now
    sighting.waitingSince = since
    sighting.reason = reason
    sighting.due = reason.interval(waited: now - since, rules).map { now + $0 }
    sightings[path] = sighting
    return isNew ? [.explain(path, reason)] : []
  }

  private mutating func settled(_ path: BytePath, _ stamp: Stamp) -> [Action] {
    guard sightings[path]?.stamp == stamp else { return [] }
    sightings[path]?.isSettled = true
    sightings[path]?.due = nil
    return []
  }

  private mutating func woke(_ now: Duration) -> [Action] {
    let due = sightings.filter { now >= ($0.value.due ?? .seconds(Int64.max)) }
    return due.sorted {
      ($0.value.stamp.modified, $0.key) < ($1.value.stamp.modified, $1.key)
    }.map { .look($0.key) }
  }
}
