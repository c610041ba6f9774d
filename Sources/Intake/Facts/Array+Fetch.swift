import CLinux

extension Array {
  /// Asks for the memory of an element: for the one or two cache lines that it lies in.
  @inline(__always)
  func fetch(_ place: Int) {
    withUnsafeBufferPointer { elements in
      guard let element = elements.baseAddress.map({ $0 + place }) else { return }
      linux_prefetch(element)
      linux_prefetch(UnsafeRawPointer(element + 1) - 1)
    }
  }
}
