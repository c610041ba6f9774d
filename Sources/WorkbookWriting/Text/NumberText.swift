extension ByteWriter {
  /// Writes an integer in decimal.
  mutating func put(integer value: Int) {
    if value < 0 { put(UInt8(ascii: "-")) }
    put(digits: value.magnitude)
  }

  /// Writes the shortest decimal that reads back as the same double.
  ///
  /// Spreadsheet libraries print 16 significant digits, which turns 0.1 + 0.2 into 0.3; the value
  /// that the engine computed must come back as it was. Values with up to four decimals, most of
  /// all money, and small ones with up to twelve, such as shares of a pool, take a short cut through
  /// integers: a quotient of two exact doubles is the double nearest to its decimal, and of at most
  /// fifteen digits there is no shorter one. The caller passes finite numbers only.
  mutating func put(number value: Double) {
    if let whole = Int(exactly: value), whole.magnitude < 1 << 53 {
      put(integer: whole)
    } else if !put(short: value, scale: 100, places: 2)
      && !put(short: value, scale: 10_000, places: 4)
      && !put(short: value, scale: 1_000_000_000_000, places: 12)
    {
      put(long: value)
    }
  }

  /// Writes the shortest decimal of a number that has more digits than that.
  private mutating func put(long value: Double) {
    guard let shortest = ShortestDecimal(value.magnitude) else {
      return put(text: value.description)
    }
    if value < 0 { put(UInt8(ascii: "-")) }
    let (whole, rest) = shortest.parts
    put(digits: whole)
    put(UInt8(ascii: "."))
    put(digits: rest, places: shortest.places)
  }

  /// Writes a value that is a multiple of 1/scale; says whether it is one.
  private mutating func put(short value: Double, scale: Int, places: Int) -> Bool {
    let scaled = (value * Double(scale)).rounded()
    guard scaled.magnitude < 1e15, scaled / Double(scale) == value else { return false }
    let units = Int(scaled)
    if units < 0 { put(UInt8(ascii: "-")) }
    let (whole, rest) = units.magnitude.quotientAndRemainder(dividingBy: UInt(scale))
    put(digits: whole)
    put(UInt8(ascii: "."))
    put(digits: rest, places: places)
    dropZeros()
    return true
  }
}
