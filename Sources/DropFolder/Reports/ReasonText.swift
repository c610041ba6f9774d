public import FinanceModel

/// What a person is told about a file that came back: what, why it matters, what to do.
extension ReturnReason {
  /// One sentence in a language; the details are shown apart.
  public func what(in language: Language) -> String { texts.what[language] }

  func whatToDo(in language: Language) -> String { texts.whatToDo[language] }

  private var texts: (what: LocalizedText, whatToDo: LocalizedText) {
    switch kind {
    case .unusable: Self.unusable
    case .couldNotBeRead: Self.couldNotBeRead
    case .tookTooLong: (Self.tookTooLong(details), Self.splitIt)
    case .neededTooMuchMemory: (Self.neededTooMuchMemory, Self.splitIt)
    case .tooLarge: (Self.tooLarge(details), Self.splitIt)
    case .incomplete: Self.incomplete
    case .onlyZeros: Self.onlyZeros
    case .noResult: Self.noResult
    case .settings: Self.settings
    }
  }

  private static func text(_ english: String, _ chinese: String) -> LocalizedText {
    LocalizedText(english: english, chinese: chinese)
  }

  private static let unusable = (
    text("This workbook could not be used.", "无法使用这个工作簿。"),
    text(
      "Correct what is said above and drop the file into the inbox again.",
      "请按上面的说明修改，然后把文件重新放入收件箱。")
  )

  private static let couldNotBeRead = (
    text("The file could not be read safely.", "无法安全地读取这个文件。"),
    text(
      "Open the file in Excel, WPS or LibreOffice, save it as a new .xlsx workbook and drop that. "
        + "If it comes back again, please pass the file on to whoever runs this service.",
      "请用 Excel、WPS 或 LibreOffice 打开并另存为新的 .xlsx 工作簿，再放入收件箱。如果仍被退回，请联系服务管理员。")
  )

  private static func tookTooLong(_ seconds: String) -> LocalizedText {
    text(
      "The conversion was stopped because it took longer than \(seconds) seconds.",
      "转换时间超过 \(seconds) 秒，已停止。")
  }

  private static let neededTooMuchMemory = text(
    "The conversion was stopped because it needed more memory than it may use.",
    "转换所需内存超过上限，已停止。")

  private static func tooLarge(_ bytes: String) -> LocalizedText {
    let size = (Int64(bytes) ?? 0) / (1 << 20)
    return text("The file is larger than \(size) MB.", "文件大于 \(size) MB。")
  }

  private static let splitIt = text(
    "Remove sheets that are not needed, or split the workbook, and drop it again; the limits are in "
      + "marginbook.yaml beside the inbox.",
    "请删除不需要的工作表或拆分工作簿后重新放入；上限可在收件箱旁边的 marginbook.yaml 中调整。")

  private static let incomplete = (
    text(
      "The copy was not complete: the end of the file is missing.", "文件没有复制完整：缺少文件结尾。"),
    text("Copy the file into the inbox again.", "请把文件重新复制到收件箱。")
  )

  private static let onlyZeros = (
    text(
      "The file holds only zeros, as a file does that was not fully synchronised.",
      "文件内容全部为零，可能尚未同步完成。"),
    text(
      "Wait until your synchronising program has finished, then drop the file again.",
      "请等待同步程序完成后重新放入文件。")
  )

  private static let noResult = (
    text("The conversion ended without a workbook.", "转换结束，但没有生成工作簿。"),
    text(
      "Please pass the file on to whoever runs this service.", "请把文件转交给服务管理员。")
  )

  private static let settings = (
    text("The settings for this folder cannot be used.", "此文件夹的设置无法使用。"),
    text("Correct marginbook.yaml and drop the file again.", "请修改 marginbook.yaml 后重新放入文件。")
  )
}
