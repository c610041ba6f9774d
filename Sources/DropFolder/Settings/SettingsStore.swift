import FinanceModel
import Synchronization

/// The settings of a watched folder and of the folders in its inbox, read when they change.
///
/// A file with a mistake is told about once for each version of it; until it is mended the last
/// good version stays, over restarts too.
final class SettingsStore: Sendable {
  /// News about a settings file. The path is below the watched folder.
  enum News: Sendable {
    case mistaken(BytePath, [SettingsMistake])
    case mended(BytePath)
  }

  static let name = FileName(fixed: "marginbook.yaml")

  private let layout: FolderLayout
  private let tell: @Sendable (News) -> Void
  private let known = Mutex<[BytePath: Known]>([:])

  private struct Known {
    var stamp: Stamp?
    var file: SettingsFile
    var isMistaken = false
  }

  init(_ layout: FolderLayout, tell: @escaping @Sendable (News) -> Void) {
    self.layout = layout
    self.tell = tell
  }

  /// The settings of the watched folder itself.
  func settings() -> EffectiveSettings { merged([BytePath(Self.name)]) }

  /// What applies to a file at a path in the inbox: the folder's settings, then those of each
  /// folder down to the file's own, then those in `NAME.marginbook.yaml` beside it.
  func settings(for path: BytePath) -> EffectiveSettings {
    let folders = (0...path.parents.count).map {
      [FolderLayout.inboxName] + path.parents.prefix($0)
    }
    let own = FileName(path.name.stem + Array(".\(Self.name)".utf8)).map {
      BytePath($0, in: [FolderLayout.inboxName] + path.parents)
    }
    return merged(
      [BytePath(Self.name)] + folders.map { BytePath(Self.name, in: $0) } + (own.map { [$0] } ?? [])
    )
  }

  private func merged(_ places: [BytePath]) -> EffectiveSettings {
    EffectiveSettings(merging: places.map(current))
  }

  private func current(_ place: BytePath) -> SettingsFile {
    let folder = try? layout.root().folder(at: place.parents)
    let stamp = try? folder?.stamp(of: place.name)
    let (file, news) = known.withLock { known in
      if let entry = known[place], entry.stamp == stamp { return (entry.file, News?.none) }
      let (entry, news) = reread(place, folder, stamp, known[place])
      known[place] = entry
      return (entry.file, news)
    }
    if let news { tell(news) }
    return file
  }

  private func reread(
    _ place: BytePath, _ folder: Folder?, _ stamp: Stamp?, _ old: Known?
  ) -> (Known, News?) {
    let mended: News? = old?.isMistaken == true ? .mended(place) : nil
    guard let folder, let stamp, stamp.kind == .file else {
      return (Known(stamp: stamp, file: .empty), mended)
    }
    do {
      let text = try read(folder, place)
      let file = try SettingsFile(yaml: text, isInInbox: !place.parents.isEmpty)
      keep(text, for: place)
      return (Known(stamp: stamp, file: file), mended)
    } catch {
      let mistakes = (error as? SettingsMistakes)?.mistakes ?? [unreadable(error)]
      let file = old?.file ?? kept(for: place)
      return (Known(stamp: stamp, file: file, isMistaken: true), .mistaken(place, mistakes))
    }
  }

  private func read(_ folder: Folder, _ place: BytePath) throws -> String {
    let bytes = try folder.file(place.name).bytes(at: 0, count: 1 << 20)
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw SettingsMistakes([
        SettingsMistake(english: "The file is not UTF-8 text.", chinese: "文件不是 UTF-8 文本。")
      ])
    }
    return text
  }

  private func unreadable(_ error: any Error) -> SettingsMistake {
    SettingsMistake(
      english: "The file could not be read: \(error).", chinese: "无法读取文件：\(error)。")
  }

  private func keptName(_ place: BytePath) -> FileName {
    FileName("settings-\(SHA256.hexadecimal(of: place.bytes).prefix(12)).yaml".utf8) ?? Self.name
  }

  private func keep(_ text: String, for place: BytePath) {
    try? layout.own().write(text, as: keptName(place), access: .ownOnly)
  }

  private func kept(for place: BytePath) -> SettingsFile {
    guard let folder = try? layout.own(),
      let bytes = try? folder.file(keptName(place)).bytes(at: 0, count: 1 << 20),
      let file = try? SettingsFile(
        yaml: String(decoding: bytes, as: UTF8.self), isInInbox: !place.parents.isEmpty)
    else { return .empty }
    return file
  }
}
