import FinanceModel
import WorkbookReading

/// The styles part of a workbook: where it is or is to be, and what is in it.
struct StylesPart {
  /// Without leading slash.
  let name: String
  /// Whether the part is there.
  let exists: Bool
  /// Whether a relationship leads to it.
  let isRelated: Bool
  let bytes: [UInt8]

  /// Of workbooks without the part some have a relationship or an override that leads nowhere: then
  /// it is put there.
  init(_ base: GraftBase) throws(WritingError) {
    let related = base.part(ofKind: "styles")
    isRelated = related != nil
    name = related ?? Self.dangling(in: base) ?? base.folder + "styles.xml"
    exists = base.package.contains(part: name)
    if exists {
      do {
        bytes = try PartText.utf8(base.package.bytes(ofPart: name))
      } catch {
        throw .cannotGraft(base.path, "its styles cannot be read", "无法读取其样式")
      }
    } else {
      let whole = EmptyPackage.styles(.english)
      bytes = base.workbook.isStrict ? StrictNames.mapped(whole) : whole
    }
  }

  private static func dangling(in base: GraftBase) -> String? {
    base.contentTypes.children(0, named: "Override").first {
      base.contentTypes.attribute($0, "ContentType") == ContentType.styles
    }
    .flatMap { base.contentTypes.attribute($0, "PartName") }.map(PartName.normalised)
  }
}
