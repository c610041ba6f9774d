/// The elements that are open, with their names as written and the prefixes bound in them.
struct OpenElements {
  private struct Element {
    var nameStart: Int
    var name: XMLName
    var namespace: XMLNamespace
    var bindingCount: Int
  }

  private struct Binding {
    var prefix: XMLName
    var namespace: XMLNamespace
  }

  private var elements: [Element] = []
  private var names: [UInt8] = []
  private var bindings: [Binding] = []

  var depth: Int { elements.count }

  /// Opens an element by its name as written, `x:row`; bindings made since belong to it.
  mutating func push(
    _ written: some Collection<UInt8>, name: XMLName, namespace: XMLNamespace, bindingCount: Int
  ) {
    elements.append(
      Element(
        nameStart: names.count, name: name, namespace: namespace, bindingCount: bindingCount))
    // One by one, here and below: a name has a few bytes, and an element is opened for every row.
    for byte in written { names.append(byte) }
  }

  /// Closes the innermost element.
  mutating func pop() -> (name: XMLName, namespace: XMLNamespace)? {
    guard let element = elements.popLast() else { return nil }
    while names.count > element.nameStart { names.removeLast() }
    while bindings.count > element.bindingCount { bindings.removeLast() }
    return (element.name, element.namespace)
  }

  /// The innermost element's name as written.
  var innermost: ArraySlice<UInt8> { names[(elements.last?.nameStart ?? 0)...] }

  var bindingCount: Int { bindings.count }

  mutating func bind(_ prefix: XMLName, to namespace: XMLNamespace) {
    bindings.append(Binding(prefix: prefix, namespace: namespace))
  }

  /// What a prefix stands for; the empty one for elements without prefix.
  func namespace(of prefix: XMLName) -> XMLNamespace {
    for binding in bindings.reversed() where binding.prefix == prefix { return binding.namespace }
    return prefix.count == 0 ? .none : .other
  }
}
