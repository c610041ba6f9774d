/// Text for a page of HTML: the five characters with a meaning there are escaped.
func htmlText(_ text: String) -> String {
  text.reduce(into: "") { result, character in
    switch character {
    case "&": result += "&amp;"
    case "<": result += "&lt;"
    case ">": result += "&gt;"
    case "\"": result += "&quot;"
    case "'": result += "&#39;"
    default: result.append(character)
    }
  }
}

/// A path as the address of a link: every byte outside the unreserved ones is escaped (RFC 3986,
/// section 2.3).
func linkAddress(_ path: BytePath) -> String {
  path.names.map { name in
    name.bytes.reduce(into: "") { text, byte in
      text += isUnreserved(byte) ? String(UnicodeScalar(byte)) : "%" + hexadecimal(byte)
    }
  }.joined(separator: "/")
}

private func isUnreserved(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
    UInt8(ascii: "0")...UInt8(ascii: "9"):
    true
  default: "-._~".utf8.contains(byte)
  }
}

/// The frame that the service's pages share.
enum HTMLPage {
  static func page(title: String, language: String, marker: String = "", body: String) -> String {
    """
    <!DOCTYPE html>
    <!-- marginbook \(htmlText(marker)) -->
    <html lang="\(language)">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>\(htmlText(title))</title>
    <style>\(style)</style>
    </head>
    <body>
    \(body)
    </body>
    </html>

    """
  }

  private static let style = """
    body{font:16px/1.5 "Segoe UI","Noto Sans CJK SC","Microsoft YaHei",sans-serif;color:#1f2933;\
    max-width:60rem;margin:2rem auto;padding:0 1rem}h1{font-size:1.4rem}h2{font-size:1.1rem}\
    .what{border-left:4px solid #c0392b;padding:.4rem 1rem;background:#fdf3f2}\
    .said{white-space:pre-wrap;overflow-wrap:anywhere;background:#f5f7fa;padding:.6rem 1rem}\
    table{border-collapse:collapse;width:100%}th,td{text-align:left;padding:.35rem .6rem;\
    border-bottom:1px solid #d9e2ec;vertical-align:top;overflow-wrap:anywhere}\
    .done{color:#1e7e45}.returned{color:#c0392b}.muted{color:#627d98}
    """
}
