import CLinux
import Glibc
import Synchronization

/// Tells work on other threads that the service stops; also readable as a descriptor, so that a
/// wait for a process ends with it.
public final class StopSignal: Sendable {
  private let raised = Atomic<Bool>(false)
  private let wake: Descriptor

  public init() {
    wake = Descriptor(linux_new_wake())
  }

  public var isRaised: Bool { raised.load(ordering: .acquiring) }

  public func raise() {
    raised.store(true, ordering: .releasing)
    var one: UInt64 = 1
    _ = write(wake.raw, &one, 8)
  }

  /// Becomes readable when the signal is raised, and stays so.
  var descriptor: Int32 { wake.raw }
}
