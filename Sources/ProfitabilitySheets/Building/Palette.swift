import SheetPlan

/// The colours of the sheets: one dark ink, one blue, and what must stand out. Chosen so that they
/// stay apart in greys: ink 20 %, blue 45 %, sand 75 %, mist 93 % bright.
enum Palette {
  static let ink = Color(0x1F3A4D)
  static let blue = Color(0x3F7CAC)
  static let sky = Color(0x95BFDD)
  static let sand = Color(0xE0B66C)
  static let clay = Color(0xB5533C)
  static let leaf = Color(0x4D8B6A)
  static let slate = Color(0x6B7A86)
  static let fog = Color(0xB9C3CB)
  static let mist = Color(0xEEF2F5)
  static let paper = Color(0xF8FAFB)
  static let line = Color(0xCBD4DB)
  static let white = Color(0xFFFFFF)
  static let inputFill = Color(0xFFF6D9)
  static let inputText = Color(0x1F4E9E)
  static let link = Color(0x2A6496)
  static let goodFill = Color(0xE3F1E8)
  static let goodText = Color(0x27643F)
  static let badFill = Color(0xFBE6E1)
  static let badText = Color(0x9C2F1B)
  static let warnFill = Color(0xFFF1CF)
  static let warnText = Color(0x7A5200)

  /// Series colours in the order they are used.
  static let series = [blue, sand, ink, sky, leaf, clay, slate, fog]
}
