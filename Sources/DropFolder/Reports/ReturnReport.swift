import FinanceModel

/// The page beside a file that came back: what is wrong, where, and what to do, in the language of
/// the workbook as far as it can be told.
struct ReturnReport {
  let job: Job
  /// Where the file is put, below the watched folder.
  let filed: BytePath
  let language: Language

  init(_ job: Job, filed: BytePath, settings: EffectiveSettings) {
    self.job = job
    self.filed = filed
    language = Self.language(job, settings)
  }

  /// `NAME.html`, shortened where that would be too long.
  static func name(for file: FileName) -> FileName {
    NumberedName.name(stem: file.bytes, suffix: ".html".utf8, number: 1)
  }

  /// Whether the beginning of a page says that it is the report on a job.
  static func belongs(_ head: [UInt8], to job: Job) -> Bool {
    String(decoding: head, as: UTF8.self).contains("<!-- marginbook \(marker(job)) -->")
  }

  private static func marker(_ job: Job) -> String { "report on job \(job.id)" }

  var html: String {
    let isChinese = language == .chinese
    let reason = job.reason ?? ReturnReason(.couldNotBeRead)
    let title = isChinese ? "退回：\(job.path)" : "Returned: \(job.path)"
    let said =
      reason.kind.showsDetails && !reason.details.isEmpty
      ? "<div class=\"said\">\(htmlText(reason.details))</div>" : ""
    let body = """
      <h1>\(htmlText(title))</h1>
      <p class="what">\(htmlText(reason.what(in: language)))</p>
      \(said)
      <h2>\(isChinese ? "怎么办" : "What to do")</h2>
      <p>\(htmlText(reason.whatToDo(in: language)))</p>
      <h2>\(isChinese ? "您的文件" : "Your file")</h2>
      <p>\(isChinese ? "文件未作任何改动，保存在" : "It is unchanged and lies in")
      <a href="\(linkAddress(BytePath(filed.name)))">\(htmlText("\(filed)"))</a>\
      \(isChinese ? "。发件箱中没有写入任何内容。" : ". Nothing was written into the outbox.")</p>
      <p class="muted">\(LocalDate.time(job.takenAt)) · \(isChinese ? "任务" : "job") \(job.id)</p>
      """
    return HTMLPage.page(
      title: title, language: language.rawValue, marker: Self.marker(job), body: body)
  }

  /// The language set for the folder, else the one in which the conversion spoke, else that of the
  /// file's name.
  private static func language(_ job: Job, _ settings: EffectiveSettings) -> Language {
    if let set = Language(rawValue: settings.language) { return set }
    let spoken = job.reason?.details ?? ""
    let hasHan = (spoken + "\(job.path)").unicodeScalars.contains {
      (0x4E00...0x9FFF).contains($0.value)
    }
    return hasHan ? .chinese : .english
  }
}

extension ReturnReason.Kind {
  /// Whether the details are sentences for a person rather than a figure.
  fileprivate var showsDetails: Bool {
    switch self {
    case .unusable, .couldNotBeRead, .neededTooMuchMemory, .noResult, .settings: true
    case .tookTooLong, .tooLarge, .incomplete, .onlyZeros: false
    }
  }
}
