import FinanceModel

/// What adding sheets to a workbook may find worth saying.
enum WriteFindings {
  static let structureProtected = FindingCode(
    "WRITE-001", .note,
    what: LocalizedText(
      english: "The workbook's structure is protected.",
      chinese: "工作簿的结构受保护。"),
    why: LocalizedText(
      english: "The new sheets were added in the file; the protection still holds, so they cannot "
        + "be moved or deleted before it is taken off.",
      chinese: "新工作表已直接写入文件，保护依然有效；取消保护之前无法移动或删除它们。"),
    whatToDo: LocalizedText(
      english:
        "If nothing may be added to this workbook, ask for the sheets in a file of their own.",
      chinese: "如果不允许向此工作簿添加内容，请选择将结果写入单独的文件。"))

  static let sharedWorkbook = FindingCode(
    "WRITE-002", .warning,
    what: LocalizedText(
      english: "The workbook is shared and keeps a history of changes.",
      chinese: "该工作簿为共享工作簿，并保存修订记录。"),
    why: LocalizedText(
      english: "The history does not know of the added sheets.",
      chinese: "修订记录中不包含新增的工作表。"),
    whatToDo: LocalizedText(
      english: "Stop sharing before you work with the new sheets, and share again after it.",
      chinese: "使用新工作表之前请先取消共享，之后再重新共享。"))

  static let stylesFull = FindingCode(
    "WRITE-003", .warning,
    what: LocalizedText(
      english: "The workbook has as many cell formats as Excel allows.",
      chinese: "工作簿的单元格格式数量已达 Excel 上限。"),
    why: LocalizedText(
      english: "Some cells of the new sheets have the workbook's default format.",
      chinese: "新工作表的部分单元格只能使用默认格式。"),
    whatToDo: LocalizedText(
      english: "Remove unused cell styles from the workbook and drop it again.",
      chinese: "请删除工作簿中未使用的单元格样式后重新提交。"))

  static let signatureDropped = FindingCode(
    "WRITE-004", .warning,
    what: LocalizedText(
      english: "The workbook's digital signature was taken off.",
      chinese: "工作簿的数字签名已被移除。"),
    why: LocalizedText(
      english: "A signature covers the whole workbook and cannot stay valid once sheets are added.",
      chinese: "签名覆盖整个工作簿，添加工作表后不再有效。"),
    whatToDo: LocalizedText(
      english: "Keep the original, and sign the result anew if it needs a signature.",
      chinese: "请保留原文件；如有需要，请对结果重新签名。"))

  static let precisionAsDisplayed = FindingCode(
    "WRITE-005", .warning,
    what: LocalizedText(
      english: "The workbook calculates with the precision that its cells display.",
      chinese: "工作簿设置为“以显示精度为准”计算。"),
    why: LocalizedText(
      english: "When Excel calculates it again, figures of the new sheets are rounded to what they "
        + "show and may differ from ours in the last digits.",
      chinese: "Excel 重新计算时，新工作表的数值会按显示位数舍入，末位可能与本次结果不同。"),
    whatToDo: LocalizedText(
      english: "Switch “Set precision as displayed” off in Excel's advanced options.",
      chinese: "请在 Excel 高级选项中关闭“将精度设为所显示的精度”。"))

  static let nameTaken = FindingCode(
    "WRITE-006", .warning,
    what: LocalizedText(
      english: "The workbook has a name {name} of its own.",
      chinese: "工作簿中已存在名称 {name}。"),
    why: LocalizedText(
      english: "The new sheets would use that name for a cell of theirs; yours was kept.",
      chinese: "新工作表需要使用该名称，但已保留您的定义。"),
    whatToDo: LocalizedText(
      english: "Rename yours in the name manager and drop the workbook again.",
      chinese: "请在名称管理器中重命名该名称后重新提交。"))

  static let sheetEmptied = FindingCode(
    "WRITE-007", .note,
    what: LocalizedText(
      english: "The sheet {sheet} of an earlier run is no longer made from this workbook.",
      chinese: "此前生成的工作表 {sheet} 已不再由该工作簿产生。"),
    why: LocalizedText(
      english:
        "It was left in place with a line that says so, since your formulas may refer to it.",
      chinese: "由于您的公式可能引用该表，已保留该表并写入一行说明。"),
    whatToDo: LocalizedText(
      english: "Delete the sheet if nothing refers to it.",
      chinese: "如无引用，可删除该工作表。"))

  static let linksLeftOut = FindingCode(
    "WRITE-008", .note,
    what: LocalizedText(
      english: "{count} cells of the sheet {sheet} stand without their link.",
      chinese: "工作表 {sheet} 有 {count} 个单元格未加超链接。"),
    why: LocalizedText(
      english: "Excel opens no sheet with more than 65,530 links; the first ones were kept.",
      chinese: "Excel 每张工作表最多打开 65,530 个超链接，已保留最前面的部分。"),
    whatToDo: LocalizedText(
      english: "Go to the rows below by their number; no figure is missing.",
      chinese: "其余各行请按行号查找；数据没有缺失。"))
}

extension WritingError {
  static func signed(_ path: String) -> WritingError {
    WritingError(
      .signed, file: path,
      message: LocalizedText(
        english: "\(path) is digitally signed, and adding sheets would break the signature. "
          + "Ask for the sheets in a file of their own (--separate), or allow the signature to be "
          + "taken off (--drop-signature).",
        chinese: "\(path) 带有数字签名，添加工作表会使签名失效。"
          + "请选择将结果写入单独的文件（--separate），或允许移除签名（--drop-signature）。"))
  }

  static func cannotGraft(_ path: String, _ english: String, _ chinese: String) -> WritingError {
    WritingError(
      .cannotGraft, file: path,
      message: LocalizedText(
        english: "Sheets cannot be added to \(path): \(english).",
        chinese: "无法向 \(path) 添加工作表：\(chinese)。"))
  }
}
