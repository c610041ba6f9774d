import Glibc

/// Who may read and write what the service puts where people see it: it follows their inbox.
struct Access: Sendable, Hashable {
  var owner: uid_t
  var group: gid_t
  /// Of folders; files get its reading and writing rights.
  var folderMode: mode_t

  var fileMode: mode_t { folderMode & 0o666 }

  /// For the service's own files: nobody else's business.
  static let ownOnly = Access(owner: uid_t.max, group: gid_t.max, folderMode: 0o700)
}
