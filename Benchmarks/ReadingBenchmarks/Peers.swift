import Glibc

/// The programs that are compared.
struct Peers {
  var name: String
  var arguments: [String]

  /// The `marginbook` that was built beside this program.
  static var besideThisProgram: String {
    let own = CommandLine.arguments[0]
    guard let slash = own.lastIndex(of: "/") else { return "marginbook" }
    return "\(own[..<slash])/marginbook"
  }

  /// Ours, `unzip`, and the readers of Python that can be imported.
  static func all(for path: String, command: String) -> [Peers] {
    var peers = [
      Peers(name: "marginbook cells --stats", arguments: [command, "cells", "--stats", path]),
      Peers(
        name: "unzip -p", arguments: ["unzip", "-p", path, "xl/worksheets/sheet1.xml"]),
    ]
    let python = getenv("PYTHON").map { String(cString: $0) } ?? "python3"
    for (module, program) in programs {
      guard ProcessRun.of([python, "-c", "import \(module)"]) != nil else { continue }
      peers.append(Peers(name: module, arguments: [python, "-c", program, path]))
    }
    return peers
  }

  private static let programs = [
    (
      "fastexcel",
      "import sys,fastexcel; fastexcel.read_excel(sys.argv[1]).load_sheet(0).to_arrow()"
    ),
    ("polars", "import sys,polars; polars.read_excel(sys.argv[1], sheet_id=1)"),
    (
      "duckdb",
      "import sys,duckdb; duckdb.sql(f\"load excel; create table t as "
        + "from read_xlsx('{sys.argv[1]}')\")"
    ),
    (
      "python_calamine",
      "import sys,python_calamine as c; "
        + "c.CalamineWorkbook.from_path(sys.argv[1]).get_sheet_by_index(0).to_python()"
    ),
  ]
}
