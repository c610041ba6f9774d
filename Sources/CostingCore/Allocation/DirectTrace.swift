public import FinanceModel

/// Traces cost rows to customers by the keys that they carry, and lists those that carry none.
public enum DirectTrace {
  /// A row of cost.
  public struct Row: Sendable, Hashable {
    public var amount: Amount
    public var customer: CustomerID?
    /// An order or invoice number.
    public var document: String?
    public var provenance: Provenance?

    public init(
      amount: Amount, customer: CustomerID? = nil, document: String? = nil,
      provenance: Provenance? = nil
    ) {
      self.amount = amount
      self.customer = customer
      self.document = document
      self.provenance = provenance
    }
  }

  /// What was traced. `byCustomer` and `untraced` add up to all rows.
  public struct Result: Sendable, Hashable {
    /// Parallel to the customers.
    public var byCustomer: [Amount]
    /// Rows that no key leads from: indirect cost, or a key to correct.
    public var untraced: [Row]
  }

  /// Traces by the customer where a row names a known one, else by the document.
  ///
  /// - Parameters:
  ///   - customers: ids in the order of the result; a repeated id counts where it stands first.
  ///   - documents: whose document each is.
  public static func trace(
    _ rows: [Row], to customers: [CustomerID], documents: [String: CustomerID] = [:]
  ) -> Result {
    let places = Dictionary(
      zip(customers, customers.indices), uniquingKeysWith: { first, _ in first })
    var result = Result(
      byCustomer: Array(repeating: 0, count: customers.count), untraced: [])
    for row in rows {
      let byDocument = row.document.flatMap { documents[$0] }.flatMap { places[$0] }
      if let place = row.customer.flatMap({ places[$0] }) ?? byDocument {
        result.byCustomer[place] += row.amount
      } else {
        result.untraced.append(row)
      }
    }
    return result
  }
}
