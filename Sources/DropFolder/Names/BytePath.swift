public import GRDB

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// Where a file lies below one of the service's folders: names joined by `/`, as bytes.
public struct BytePath: Hashable, Sendable {
  /// From the outermost folder to the file itself; never empty.
  public let names: [FileName]

  public init(_ name: FileName, in parents: [FileName] = []) {
    names = parents + [name]
  }

  /// Nil where the bytes hold an empty name, `.`, `..` or NUL.
  public init?(bytes: some Sequence<UInt8>) {
    let parts = Array(bytes).split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    let names = parts.compactMap { FileName($0) }
    guard !names.isEmpty, names.count == parts.count else { return nil }
    self.names = names
  }

  public var bytes: [UInt8] { Array(names.map(\.bytes).joined(separator: [UInt8(ascii: "/")])) }

  /// The folders above the file, outermost first.
  public var parents: [FileName] { names.dropLast() }

  public var name: FileName { names[names.count - 1] }

  /// The same place below one more folder.
  public func inside(_ folder: FileName) -> BytePath { BytePath(name, in: [folder] + parents) }

  /// Another name in the same folder.
  public func named(_ name: FileName) -> BytePath { BytePath(name, in: parents) }

  /// The path without its outermost folder; nil where there is only one name.
  var droppingOutermost: BytePath? {
    names.count > 1 ? BytePath(name, in: Array(names[1..<(names.count - 1)])) : nil
  }
}

extension BytePath: Comparable {
  public static func < (left: Self, right: Self) -> Bool {
    left.names.lexicographicallyPrecedes(right.names)
  }
}

extension BytePath: CustomStringConvertible {
  /// The path as it can be shown: see ``shownName(_:)``.
  public var description: String { names.map(\.description).joined(separator: "/") }
}

extension BytePath: DatabaseValueConvertible {
  /// Kept as a blob, so that no byte is ever taken for text.
  public var databaseValue: DatabaseValue { Data(bytes).databaseValue }

  public static func fromDatabaseValue(_ value: DatabaseValue) -> BytePath? {
    Data.fromDatabaseValue(value).flatMap { BytePath(bytes: $0) }
  }
}

extension BytePath: Codable {
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    guard let path = try BytePath(bytes: container.decode(Data.self)) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "no path")
    }
    self = path
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(Data(bytes))
  }
}
