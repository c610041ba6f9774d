import Synchronization

/// What several sheets of one workbook need, made once by the first that asks.
///
/// Sheets are planned at once; who asks while a value is being made waits for it. A value may ask for
/// others, but not for itself.
package final class SharedSheetWork: Sendable {
  private let values = Mutex<[String: Once]>([:])

  package init() {}

  /// The value under a name, which stands for one way of making it.
  package func value<Value: Sendable>(_ name: String, _ make: () -> Value) -> Value {
    let once = values.withLock { values in
      let known = values[name] ?? Once()
      values[name] = known
      return known
    }
    return once.value(make)
  }

  private final class Once: Sendable {
    private let value = Mutex<(any Sendable)?>(nil)

    func value<Value: Sendable>(_ make: () -> Value) -> Value {
      value.withLock { known in
        if let known = known as? Value { return known }
        let made = make()
        known = made
        return made
      }
    }
  }
}
