import FinanceModel

extension ReadingFault {
  /// One or two sentences for a person: what is wrong and what to do.
  func sentence(part: String?) -> LocalizedText {
    archiveSentence ?? formatSentence ?? contentSentence(part: part)
  }

  /// Sentences about the file as such.
  private var archiveSentence: LocalizedText? {
    switch self {
    case .missingFile:
      LocalizedText(
        english: "There is no such file. Check the name and the folder.",
        chinese: "没有这个文件。请检查文件名和文件夹。")
    case .folder:
      LocalizedText(
        english: "This is a folder, not a workbook. Name the workbook itself.",
        chinese: "这是文件夹，不是工作簿。请指定工作簿文件。")
    case .unreadable(let reason):
      LocalizedText(
        english: "The file cannot be read: \(reason).",
        chinese: "无法读取该文件：\(reason)。")
    case .empty:
      LocalizedText(
        english: "This file is empty, so it is not a workbook. Send it again.",
        chinese: "文件是空的，不是工作簿。请重新发送。")
    case .notAWorkbook:
      LocalizedText(
        english: "This file is not an Excel workbook. Save it as .xlsx and send it again.",
        chinese: "该文件不是 Excel 工作簿。请另存为 .xlsx 后重新发送。")
    case .cutOff:
      LocalizedText(
        english:
          "This file is cut off: the end of the archive is missing, probably because the copy was "
          + "not complete. Send it again.",
        chinese: "文件不完整：压缩包的结尾缺失，可能是复制没有完成。请重新发送。")
    case .plainArchive:
      LocalizedText(
        english: "This is a ZIP archive but not an Excel workbook. Send the workbook itself.",
        chinese: "这是 ZIP 压缩包，不是 Excel 工作簿。请发送工作簿本身。")
    case .encryptedEntry, .encrypted:
      LocalizedText(
        english:
          "This workbook is protected with a password. Save it without a password and send it "
          + "again.",
        chinese: "工作簿设有打开密码(已加密)。请取消密码后重新发送。")
    case .duplicateEntry:
      LocalizedText(
        english:
          "The archive holds this part twice, so it is not clear which values are true. Open the "
          + "file in Excel and save it again.",
        chinese: "压缩包中同一部件出现两次，无法确定哪个是真实数据。请用 Excel 打开并重新保存。")
    case .overlappingEntries:
      LocalizedText(
        english: "Entries of this archive overlap. The file is damaged or hostile.",
        chinese: "压缩包的条目互相重叠。文件已损坏或有恶意。")
    case .badArchive(let reason):
      LocalizedText(
        english: "The ZIP archive is damaged (\(reason)). Send the file again.",
        chinese: "ZIP 压缩包已损坏(\(reason))。请重新发送。")
    case .unsupportedMethod(let method):
      LocalizedText(
        english:
          "A part is compressed in a way that Excel does not use (method \(method)). Open the file "
          + "in Excel and save it again.",
        chinese: "部件使用了 Excel 不支持的压缩方法(\(method))。请用 Excel 打开并重新保存。")
    case .wrongChecksum:
      LocalizedText(
        english:
          "A part of this workbook is damaged: its checksum (CRC) is wrong. Values could be false, "
          + "so nothing was used. Send the file again.",
        chinese: "工作簿的一个部件已损坏：校验和 (CRC) 不符。数值可能有误，因此未作处理。请重新发送。")
    case .wrongSize:
      LocalizedText(
        english:
          "A part of this workbook is damaged: its size differs from what the archive states. Send "
          + "the file again.",
        chinese: "工作簿的一个部件已损坏：大小与压缩包记载不符。请重新发送。")
    case .brokenDeflate:
      LocalizedText(
        english:
          "A part of this workbook is damaged: its compressed data are corrupt. Send the file again.",
        chinese: "工作簿的一个部件已损坏：压缩数据有误。请重新发送。")
    default: nil
    }
  }

  /// Sentences about files of another kind.
  private var formatSentence: LocalizedText? {
    switch self {
    case .missingContentTypes:
      LocalizedText(
        english:
          "This is not a complete Excel workbook: [Content_Types].xml is missing. Open it in Excel "
          + "and save it again.",
        chinese: "这不是完整的 Excel 工作簿：缺少 [Content_Types].xml。请用 Excel 打开并重新保存。")
    case .wordDocument:
      LocalizedText(
        english: "This is a Word document, not a workbook. Send the Excel workbook.",
        chinese: "这是 Word 文档，不是工作簿。请发送 Excel 工作簿。")
    case .presentation:
      LocalizedText(
        english: "This is a PowerPoint presentation, not a workbook. Send the Excel workbook.",
        chinese: "这是 PowerPoint 演示文稿，不是工作簿。请发送 Excel 工作簿。")
    case .binaryWorkbook:
      LocalizedText(
        english: "This is a binary Excel workbook (.xlsb). Save it as .xlsx and send it again.",
        chinese: "这是二进制 Excel 工作簿 (.xlsb)。请另存为 .xlsx 后重新发送。")
    case .openDocument:
      LocalizedText(
        english: "This is an OpenDocument spreadsheet (.ods). Save it as .xlsx and send it again.",
        chinese: "这是 OpenDocument 电子表格 (.ods)。请另存为 .xlsx 后重新发送。")
    case .oldBinaryWorkbook:
      LocalizedText(
        english: "This is a workbook of Excel 97–2003 (.xls). Save it as .xlsx and send it again.",
        chinese: "这是 Excel 97–2003 工作簿 (.xls)。请另存为 .xlsx 后重新发送。")
    case .oldXMLWorkbook:
      LocalizedText(
        english: "This is an XML Spreadsheet 2003. Save it as .xlsx and send it again.",
        chinese: "这是 XML 电子表格 2003。请另存为 .xlsx 后重新发送。")
    case .webPage:
      LocalizedText(
        english:
          "This is a web page (HTML), not a workbook, whatever its name says. Open it in Excel and "
          + "save it as .xlsx.",
        chinese: "这是网页 (HTML)，不是工作簿。请用 Excel 打开并另存为 .xlsx。")
    case .textFile:
      LocalizedText(
        english:
          "This is a text file (CSV), not a workbook. Name it .csv or .tsv, or open it in Excel and "
          + "save it as .xlsx.",
        chinese: "这是文本文件 (CSV)，不是工作簿。请将扩展名改为 .csv 或 .tsv,或用 Excel 另存为 .xlsx。")
    case .converterFailed(let reason):
      LocalizedText(
        english: "LibreOffice could not convert this file (\(reason)). Save it as .xlsx.",
        chinese: "LibreOffice 无法转换该文件(\(reason))。请另存为 .xlsx。")
    case .converterMissing(let format):
      LocalizedText(
        english:
          "\(format) needs LibreOffice, which is not installed here. Save the file as .xlsx.",
        chinese: "\(format) 需要 LibreOffice,此处没有安装。请另存为 .xlsx。")
    default: nil
    }
  }

  /// Sentences about what a part holds.
  private func contentSentence(part: String?) -> LocalizedText {
    switch self {
    case .missingPart(let name):
      LocalizedText(
        english: "The part \(name) is missing from this workbook. The file is damaged.",
        chinese: "工作簿缺少部件 \(name)。文件已损坏。")
    case .missingSheet(let name, let target):
      LocalizedText(
        english:
          "The sheet “\(name)” is not in this file: its part \(target) is missing. Open the file in "
          + "Excel and save it again.",
        chinese: "工作表“\(name)”不在文件中：缺少部件 \(target)。请用 Excel 打开并重新保存。")
    case .brokenXML(let what, let offset):
      LocalizedText(
        english:
          "The XML of this part is damaged: \(what.english) near byte \(offset). Open the file in "
          + "Excel and save it again.",
        chinese: "该部件的 XML 已损坏：在第 \(offset) 字节附近\(what.chinese)。请用 Excel 打开并重新保存。")
    case .documentType:
      LocalizedText(
        english: "This part contains a DOCTYPE, which workbooks never have. It was not read.",
        chinese: "该部件包含 DOCTYPE,正常工作簿不会有。因此没有读取。")
    case .unsupportedEncoding(let name):
      LocalizedText(
        english:
          "This part is written in the encoding “\(name)”; workbooks use UTF-8 or UTF-16. Open the "
          + "file in Excel and save it again.",
        chinese: "该部件使用编码“\(name)”;工作簿应使用 UTF-8 或 UTF-16。请用 Excel 打开并重新保存。")
    case .limit(let limit, let allowed):
      LocalizedText(
        english: "\(limit.english(allowed)) is the limit. The file was refused.",
        chinese: "\(limit.chinese(allowed))。文件被拒绝。")
    default: cellSentence
    }
  }

  /// Sentences about a cell.
  private var cellSentence: LocalizedText {
    switch self {
    case .badCellReference(let text):
      LocalizedText(
        english:
          "The cell reference “\(text)” is a position that a worksheet cannot have. The file is "
          + "damaged.",
        chinese: "单元格引用“\(text)”不是工作表可能的位置。文件已损坏。")
    case .badRowNumber(let text):
      LocalizedText(
        english:
          "The row number “\(text)” is one that a worksheet cannot have. The file is damaged.",
        chinese: "行号“\(text)”不是工作表可能的行号。文件已损坏。")
    case .badStringIndex(let cell, let index, let count):
      LocalizedText(
        english:
          "Cell \(cell) refers to shared string “\(index)”, but there are \(count). The file is "
          + "damaged.",
        chinese: "单元格 \(cell) 引用共享字符串“\(index)”，但只有 \(count) 个。文件已损坏。")
    case .badNumber(let cell, let text):
      LocalizedText(
        english: "Cell \(cell) should hold a number but holds “\(text)”. The file is damaged.",
        chinese: "单元格 \(cell) 应为数值，实际为“\(text)”。文件已损坏。")
    case .badDate(let cell, let text):
      LocalizedText(
        english: "Cell \(cell) should hold a date but holds “\(text)”. The file is damaged.",
        chinese: "单元格 \(cell) 应为日期，实际为“\(text)”。文件已损坏。")
    case .rowsOutOfOrder:
      LocalizedText(
        english:
          "The rows of this sheet are not in order, and it is too large to sort. Open the file in "
          + "Excel and save it again.",
        chinese: "该工作表的行没有按顺序排列，且数据过大无法排序。请用 Excel 打开并重新保存。")
    case .cancelled:
      LocalizedText(english: "Reading was cancelled.", chinese: "读取已取消。")
    default:
      LocalizedText(english: "The file is damaged.", chinese: "文件已损坏。")
    }
  }
}

extension ReadingFault.XMLFault {
  var english: String {
    switch self {
    case .stops: "it stops in the middle"
    case .mismatchedTag: "an end tag does not match its start tag"
    case .badTag: "a tag is not well-formed"
    case .badReference: "a character or entity reference is unknown"
    case .textOutsideRoot: "there is something outside the root element"
    case .noRoot: "there is no root element"
    case .illegalCharacter: "there is a character that XML does not allow"
    }
  }

  var chinese: String {
    switch self {
    case .stops: "中断"
    case .mismatchedTag: "结束标记与开始标记不匹配"
    case .badTag: "标记格式错误"
    case .badReference: "有未知的字符或实体引用"
    case .textOutsideRoot: "根元素之外还有内容"
    case .noRoot: "没有根元素"
    case .illegalCharacter: "有 XML 不允许的字符"
    }
  }
}

extension ReadingFault.Limit {
  /// "More than 20,000 entries in an archive".
  func english(_ allowed: UInt64) -> String {
    switch self {
    case .entries: "The archive has too many entries: \(allowed)"
    case .bytesPerPart: "A part is too large when unpacked: \(allowed) bytes"
    case .bytesInAll: "The workbook is too large when unpacked: \(allowed) bytes"
    case .inflateRatio: "A part is too large for its compressed size: \(allowed) to 1"
    case .xmlDepth: "Elements are nested too deep: a depth of \(allowed)"
    case .attributeBytes: "An attribute or tag is too long: \(allowed) bytes"
    case .textBytes: "A text is too long: \(allowed) bytes"
    case .sharedStrings: "There are too many shared strings: \(allowed)"
    case .sharedStringBytes: "The shared strings are too large: \(allowed) bytes"
    case .cellFormats: "There are too many cell formats: \(allowed)"
    case .cells: "There are too many cells: \(allowed)"
    case .listedItems: "A list has too many items: \(allowed)"
    case .formulaBytes: "The formulas of a sheet are too large: \(allowed) bytes"
    case .seconds: "Reading this part takes too long: \(allowed) seconds"
    case .columns: "There are too many columns or tables: \(allowed)"
    }
  }

  func chinese(_ allowed: UInt64) -> String {
    switch self {
    case .entries: "压缩包条目过多，上限为 \(allowed)"
    case .bytesPerPart: "部件解压后过大，上限为 \(allowed) 字节"
    case .bytesInAll: "工作簿解压后过大，上限为 \(allowed) 字节"
    case .inflateRatio: "部件压缩比过高，上限为 \(allowed):1"
    case .xmlDepth: "元素嵌套过深，上限为 \(allowed) 层"
    case .attributeBytes: "属性或标记过长，上限为 \(allowed) 字节"
    case .textBytes: "文本过长，上限为 \(allowed) 字节"
    case .sharedStrings: "共享字符串过多，上限为 \(allowed)"
    case .sharedStringBytes: "共享字符串过大，上限为 \(allowed) 字节"
    case .cellFormats: "单元格格式过多，上限为 \(allowed)"
    case .cells: "单元格过多，上限为 \(allowed)"
    case .listedItems: "列表项目过多，上限为 \(allowed)"
    case .formulaBytes: "工作表公式总量过大，上限为 \(allowed) 字节"
    case .seconds: "读取该部件耗时过长，上限为 \(allowed) 秒"
    case .columns: "列或表过多，上限为 \(allowed)"
    }
  }
}
