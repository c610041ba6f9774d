/// Names that avoid a name already taken, and stay within what a file system allows.
enum NumberedName {
  /// The longest name that Linux's file systems allow, in bytes (NAME_MAX).
  static let longest = 255

  /// `stem + suffix` for the first, `stem (2) + suffix` and so on for the next; a stem that would be
  /// too long is cut between characters and gets a mark of its content, so that two long names
  /// stay two names.
  static func name(stem: some Sequence<UInt8>, suffix: some Sequence<UInt8>, number: Int)
    -> FileName
  {
    let suffix = Array(suffix)
    let ending = (number > 1 ? Array(" (\(number))".utf8) : []) + suffix
    let stem = shortened(Array(stem), to: max(longest - ending.count, 16))
    let bytes = (stem + ending).prefix(longest)
    return FileName(bytes) ?? FileName(fixed: "unnamed")
  }

  /// The first name of ``name(stem:suffix:number:)`` that is not taken.
  static func firstFree<Failure: Error>(
    stem: some Sequence<UInt8>, suffix: some Sequence<UInt8>,
    isTaken: (FileName) throws(Failure) -> Bool
  ) throws(Failure) -> FileName {
    let stem = Array(stem)
    let suffix = Array(suffix)
    var number = 1
    while true {
      let name = name(stem: stem, suffix: suffix, number: number)
      if try !isTaken(name) { return name }
      number += 1
    }
  }

  private static func shortened(_ stem: [UInt8], to length: Int) -> [UInt8] {
    guard stem.count > length else { return stem }
    let mark = Array("~".utf8) + Array(SHA256.hexadecimal(of: stem).utf8.prefix(8))
    return wholeCharacters(stem.prefix(length - mark.count)) + mark
  }

  /// A prefix without the beginning of a UTF-8 sequence at its end.
  private static func wholeCharacters(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var bytes = bytes
    while let last = bytes.last, last & 0xC0 == 0x80 { bytes = bytes.dropLast() }
    if let last = bytes.last, last >= 0xC0 { bytes = bytes.dropLast() }
    return Array(bytes)
  }
}
