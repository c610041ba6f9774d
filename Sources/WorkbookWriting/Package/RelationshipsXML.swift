/// Relationship parts of new sheets and drawings.
enum RelationshipsXML {
  static let namespace = "http://schemas.openxmlformats.org/package/2006/relationships"
  static let types = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"

  static func part(_ relationships: [NewRelationship]) -> [UInt8] {
    let items = relationships.map { element($0) }.joined()
    return Array(
      (XMLParts.declaration + "<Relationships xmlns=\"\(namespace)\">\(items)</Relationships>").utf8
    )
  }

  /// One element, with a raw tag prefix.
  static func element(_ item: NewRelationship, prefix: String = "", types: String = types) -> String
  {
    let mode = item.isExternal ? " TargetMode=\"External\"" : ""
    return "<\(prefix)Relationship Id=\"\(item.id)\" Type=\"\(types)\(item.kind)\" "
      + "Target=\"\(XMLText.escaped(item.target))\"\(mode)/>"
  }
}

/// What all XML parts begin with.
enum XMLParts {
  static let declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
}
