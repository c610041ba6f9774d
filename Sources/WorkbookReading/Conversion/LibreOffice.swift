import FinanceModel
import Glibc

/// LibreOffice, where it is installed: it turns other spreadsheet formats into workbooks, and
/// calculates workbooks that were never calculated.
public struct LibreOffice: Sendable {
  /// Path of the program.
  public let program: String
  /// Seconds after which a conversion is given up.
  public var timeout = 120

  public init(program: String) {
    self.program = program
  }

  /// The `soffice` of the search path; nil where there is none.
  public static let installed: LibreOffice? = {
    let folders = getenv("PATH").map { String(cString: $0) } ?? "/usr/bin"
    for folder in folders.split(separator: ":") + ["/usr/bin", "/opt/libreoffice/program"] {
      let path = "\(folder)/soffice"
      if access(path, X_OK) == 0 { return LibreOffice(program: path) }
    }
    return nil
  }()

  /// Converts a file into a workbook in a folder of its own, everything calculated anew.
  func convert(_ path: String) throws(WorkbookError) -> Converted {
    let folder = try TemporaryFolder()
    try writeProfile(in: folder)
    let fileExtension = PartName.fileExtension(of: path)
    let input = "\(folder.path)/input.\(fileExtension.isEmpty ? "xls" : fileExtension)"
    guard symlink(absolute(path), input) == 0 else {
      throw WorkbookError(.converterFailed(reason: String(cString: strerror(errno))), file: path)
    }
    let outcome = run(input, in: folder)
    let output = "\(folder.path)/out/input.xlsx"
    guard outcome == nil, access(output, R_OK) == 0 else {
      throw WorkbookError(.converterFailed(reason: outcome ?? "no output"), file: path)
    }
    return Converted(path: output, folder: folder)
  }

  /// A workbook that LibreOffice wrote, and the folder that goes with it.
  struct Converted: Sendable {
    let path: String
    let folder: TemporaryFolder
  }

  private func absolute(_ path: String) -> String {
    guard !path.hasPrefix("/"), let folder = getcwd(nil, 0) else { return path }
    defer { free(folder) }
    return "\(String(cString: folder))/\(path)"
  }

  /// A profile of its own that always recalculates, runs no macro and updates no link.
  private func writeProfile(in folder: TemporaryFolder) throws(WorkbookError) {
    mkdir("\(folder.path)/profile", 0o700)
    mkdir("\(folder.path)/profile/user", 0o700)
    let settings = [
      ("Calc/Formula/Load", "OOXMLRecalcMode", "0"), ("Calc/Formula/Load", "ODFRecalcMode", "0"),
      ("Common/Security/Scripting", "MacroSecurityLevel", "3"),
      ("Common/Security/Scripting", "DisableMacrosExecution", "true"),
      ("Calc/Content/Update", "Link", "1"),
    ]
    var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<oor:items "
    text += "xmlns:oor=\"http://openoffice.org/2001/registry\">"
    for (place, name, value) in settings {
      text += "<item oor:path=\"/org.openoffice.Office.\(place)\"><prop oor:name=\"\(name)\" "
      text += "oor:op=\"fuse\"><value>\(value)</value></prop></item>"
    }
    let path = "\(folder.path)/profile/user/registrymodifications.xcu"
    try FileWriter(path: path).write(Array((text + "</oor:items>").utf8))
  }

  /// Runs the program; nil when it came to an end well, else why not.
  private func run(_ input: String, in folder: TemporaryFolder) -> String? {
    let arguments = [
      program, "-env:UserInstallation=file://\(folder.path)/profile", "--headless", "--norestore",
      "--nolockcheck", "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir",
      "\(folder.path)/out", input,
    ]
    return ChildProcess.run(arguments, timeout: timeout)
  }
}
