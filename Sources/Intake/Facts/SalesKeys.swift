import WorkbookReading

/// The documents and products that sales lines name, by dense index from 0.
struct SalesKeys {
  var documents: CellInterner
  var products: CellInterner
  /// Parallel to the indices of ``products``.
  private(set) var productNames: [String] = []

  init(strings: SharedStrings) {
    documents = CellInterner(strings: strings, marksTotals: false, keepsTexts: false)
    products = CellInterner(strings: strings, marksTotals: false)
  }

  /// Makes room for the documents that so many lines may have.
  mutating func expect(lines: Int) { documents.expect(count: lines) }

  /// Whether a product was just met and has no name yet.
  func lacksName(_ product: Int32) -> Bool { product >= 0 && Int(product) >= productNames.count }

  /// Gives the product that lacks one its name.
  mutating func addProductName(_ name: String) { productNames.append(TextFolding.trimmed(name)) }

  var productCount: Int { max(productNames.count, products.count) }
}
