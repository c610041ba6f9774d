import PluginKit
import SheetPlan

/// The cell styles that all sheets share.
struct Styles: Sendable {
  let formats: NumberFormats

  let title = CellStyle().with {
    $0.isBold = true
    $0.fontSize = 16
    $0.fontColor = Palette.ink
  }
  let subtitle = CellStyle().with {
    $0.fontColor = Palette.slate
  }
  let note = CellStyle().with {
    $0.fontColor = Palette.slate
    $0.isItalic = true
  }
  /// A remark beside a figure, clear of it.
  let remark = CellStyle().with {
    $0.fontColor = Palette.slate
    $0.isItalic = true
    $0.horizontal = .left
    $0.indent = 1
  }
  let wrappedNote = CellStyle().with {
    $0.fontColor = Palette.slate
    $0.wraps = true
    $0.isVerticallyCentered = true
  }
  let heading = CellStyle().with {
    $0.isBold = true
    $0.fontSize = 12
    $0.fontColor = Palette.ink
    $0.bottom = CellStyle.Line(.medium, Palette.blue)
  }
  /// Above figures: on the right as they are, and clear of the header to the right.
  let header = Self.header(.right).with { $0.indent = 1 }
  let headerLeft = Self.header(.left)
  let headerCentered = Self.header(.center)

  private static func header(_ side: CellStyle.Horizontal) -> CellStyle {
    CellStyle().with {
      $0.isBold = true
      $0.fontColor = Palette.white
      $0.fill = Palette.ink
      $0.wraps = true
      $0.horizontal = side
      $0.isVerticallyCentered = true
    }
  }

  let link = CellStyle().with {
    $0.fontColor = Palette.link
    $0.isUnderlined = true
  }
  let text = CellStyle().with { $0.isVerticallyCentered = true }
  let wrapped = CellStyle().with {
    $0.wraps = true
    $0.isVerticallyCentered = true
  }
  /// Beside a column of figures, clear of them.
  let wrappedClear = CellStyle().with {
    $0.wraps = true
    $0.horizontal = .left
    $0.indent = 1
    $0.isVerticallyCentered = true
  }
  let centered = CellStyle().with {
    $0.horizontal = .center
    $0.isVerticallyCentered = true
  }
  let label = CellStyle().with {
    $0.bottom = CellStyle.Line(.hair, Palette.line)
    $0.isVerticallyCentered = true
  }
  let good = CellStyle().with {
    $0.fill = Palette.goodFill
    $0.fontColor = Palette.goodText
  }
  let bad = CellStyle().with {
    $0.fill = Palette.badFill
    $0.fontColor = Palette.badText
  }
  let warning = CellStyle().with {
    $0.fill = Palette.warnFill
    $0.fontColor = Palette.warnText
  }
  let helper = CellStyle().with {
    $0.fontColor = Palette.fog
    $0.fontSize = 8
  }

  /// A figure in a table.
  func number(_ format: String) -> CellStyle {
    CellStyle().with {
      $0.numberFormat = format
      $0.isVerticallyCentered = true
    }
  }

  var money: CellStyle { number(formats.money) }
  var percent: CellStyle { number(formats.percent) }
  var count: CellStyle { number(formats.count) }
  var quantity: CellStyle { number(formats.quantity) }
  var rate: CellStyle { number(formats.rate) }
  var ratio: CellStyle { number(formats.ratio) }
  var day: CellStyle { number(formats.day).with { $0.horizontal = .center } }
  var month: CellStyle { number(formats.month).with { $0.horizontal = .center } }

  /// A share that cannot be negative, in line with figures in parentheses.
  var share: CellStyle { number(formats.plainPercent) }
  var wholeShare: CellStyle { number(formats.wholePercent) }
  /// A figure of one decimal.
  var decimal: CellStyle { number(formats.decimal) }

  /// A cell of a line that sums up what is above.
  func total(_ style: CellStyle) -> CellStyle {
    style.with {
      $0.isBold = true
      $0.fill = Palette.mist
      $0.top = CellStyle.Line(.thin, Palette.ink)
    }
  }

  /// A cell of a list of label and figure.
  func lined(_ style: CellStyle) -> CellStyle {
    style.with { $0.bottom = CellStyle.Line(.hair, Palette.line) }
  }

  /// A cell that a person may type into.
  func input(_ format: String) -> CellStyle {
    number(format).with {
      $0.fill = Palette.inputFill
      $0.fontColor = Palette.inputText
      $0.isUnlocked = true
      $0.bottom = CellStyle.Line(.thin, Palette.sand)
      $0.top = CellStyle.Line(.thin, Palette.sand)
    }
  }

  /// Chart helper figures, out of the reader's way.
  func helper(_ format: String) -> CellStyle {
    helper.with { $0.numberFormat = format }
  }
}
