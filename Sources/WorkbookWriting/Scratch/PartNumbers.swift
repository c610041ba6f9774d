/// The numbers that the parts of new sheets take, chosen so that none is in use.
struct PartNumbers {
  /// Of `worksheets/sheetN.xml`.
  var sheet = 1
  var drawing = 1
  var chart = 1
  /// Of `tables/tableN.xml` and of the table itself.
  var table = 1
  var comments = 1
  var vmlDrawing = 1
  /// The block of 1,024 shape ids that notes of a sheet take.
  var shapeBlock = 1
}
