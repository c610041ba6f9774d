/// Which customers each document has lines of. A customer's orders are the documents that are new to it.
///
/// A document mostly has one customer. Further ones are kept as pairs; as long as the lines of each
/// document stand together, only the pairs of the last one are looked at.
struct DocumentBook {
  /// The first customer by document; −1 for none.
  private var owners: [Int32] = []
  /// Document and customer where a document has more than its first, ascending by document.
  private var pairs: [Int64] = []
  /// The document of the last pair, and where its pairs begin.
  private var last: (document: Int32, start: Int) = (-1, 0)
  /// All pairs, once a document came back after another, or has many customers.
  private var known: IntegerMap<Int64>?

  /// The most pairs of one document that are looked through.
  private static let pairsToSearch = 16

  /// Makes room for the documents that so many lines may have; what is not used costs nothing.
  mutating func expect(lines: Int) {
    if owners.isEmpty { owners.reserveCapacity(lines) }
  }

  /// Whether the document is new to the customer.
  mutating func take(_ document: Int32, of customer: Int32) -> Bool {
    let place = Int(document)
    while place >= owners.count { owners.append(-1) }
    let owner = owners[place]
    if owner == customer { return false }
    if owner < 0 {
      owners[place] = customer
      return true
    }
    return takePair(document, Self.pair(document, customer))
  }

  private mutating func takePair(_ document: Int32, _ pair: Int64) -> Bool {
    if known == nil, document > last.document {
      last = (document, pairs.count)
    } else if known == nil, document == last.document,
      pairs.count - last.start < Self.pairsToSearch
    {
      if pairs[last.start...].contains(pair) { return false }
    } else {
      if known == nil { (known, pairs) = (IntegerMap(pairs), []) }
      return known?.index(of: pair, orInsert: 0).isNew ?? true
    }
    pairs.append(pair)
    return true
  }

  /// Asks for the memory that the look-up of a customer begins with.
  @inline(__always)
  func fetch(_ document: Int32, of customer: Int32) { known?.fetch(Self.pair(document, customer)) }

  private static func pair(_ document: Int32, _ customer: Int32) -> Int64 {
    Int64(document) << 32 | Int64(customer)
  }
}
