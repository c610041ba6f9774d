#include <stdlib.h>
#include <string.h>
#include <xlsxwriter.h>
#include <xlsxwriter/comment.h>
#include <xlsxwriter/drawing.h>
#include <xlsxwriter/table.h>
#include <xlsxwriter/theme.h>
#include <xlsxwriter/vml.h>

/// Appends a cached point to a chart's range: a number, or a text where `text` is not NULL.
/// A number that is not finite leaves the point out. The text is copied. Returns 0 when out of memory.
static inline int mb_cache_point(lxw_series_range *range, double number, const char *text) {
  lxw_series_data_point *point = calloc(1, sizeof *point);
  if (!point) return 0;
  point->number = number;
  point->no_data = !text && !(number - number == 0);
  if (text) {
    point->is_string = 1;
    point->string = strdup(text);
  }
  STAILQ_INSERT_TAIL(range->data_cache, point, list_pointers);
  range->ignore_cache = 1;
  range->has_string_cache = text ? 1 : 0;
  range->num_data_points++;
  return 1;
}

static inline lxw_object_properties *mb_first_chart(lxw_worksheet *sheet) {
  return STAILQ_FIRST(sheet->chart_data);
}

static inline lxw_object_properties *mb_next_object(lxw_object_properties *object) {
  return STAILQ_NEXT(object, list_pointers);
}

static inline lxw_table_obj *mb_first_table(lxw_worksheet *sheet) {
  return STAILQ_FIRST(sheet->table_objs);
}

static inline lxw_table_obj *mb_next_table(lxw_table_obj *table) {
  return STAILQ_NEXT(table, list_pointers);
}
