import FinanceModel
import SheetPlan

/// A small checker of formula texts: which sheets, names and functions they mention.
struct FormulaReferences {
  private(set) var sheets: Set<String> = []
  private(set) var names: Set<String> = []
  private(set) var functions: Set<String> = []
  private(set) var hasWholeColumn = false
  private(set) var bracketsMatch = true

  init(_ text: String) {
    var depth = 0
    var rest = text[...]
    var word = ""
    while let character = rest.first {
      switch character {
      case "\"":
        rest = Self.afterQuoted(rest, "\"").1
        word = ""
        continue
      case "'":
        let (name, after) = Self.afterQuoted(rest, "'")
        rest = after
        if rest.first == "!" {
          sheets.insert(name)
          rest = rest.dropFirst()
        }
        word = ""
        continue
      case "(":
        depth += 1
        if !word.isEmpty { functions.insert(word) }
        word = ""
      case ")":
        depth -= 1
        if depth < 0 { bracketsMatch = false }
        end(&word)
      case "!":
        sheets.insert(word)
        word = ""
      default:
        if character.isLetter || character.isNumber || "_.$:".contains(character) {
          word.append(character)
        } else {
          end(&word)
        }
      }
      rest = rest.dropFirst()
    }
    end(&word)
    if depth != 0 { bracketsMatch = false }
  }

  private mutating func end(_ word: inout String) {
    if word.hasPrefix("Mb_") { names.insert(word) }
    let corners = word.split(separator: ":")
    if corners.count == 2, corners.allSatisfy({ CellAddress(a1: $0) == nil }) {
      hasWholeColumn = true
    }
    word = ""
  }

  /// What stands between quotes, doubled ones undone, and what follows.
  private static func afterQuoted(
    _ text: Substring, _ quote: Character
  ) -> (String, Substring) {
    var name = ""
    var rest = text.dropFirst()
    while let character = rest.first {
      rest = rest.dropFirst()
      if character == quote {
        guard rest.first == quote else { break }
        rest = rest.dropFirst()
      }
      name.append(character)
    }
    return (name, rest)
  }
}
