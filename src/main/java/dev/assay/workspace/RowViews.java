package dev.assay.workspace;

import dev.assay.engine.Engine;
import dev.assay.engine.Engine.Limits;
import dev.assay.model.RowCriterion;
import dev.assay.model.RowView;
import dev.assay.model.Rows;
import dev.assay.model.UserError;
import dev.assay.sql.BrowseSql;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Makes sure that what somebody looks for can be looked for. */
final class RowViews {
  private static final int NAMED = 12;

  private RowViews() {}

  /** Throws a sentence where a view does not fit a table. */
  static void check(RowView view, String table, List<Rows.Column> columns, Engine engine) {
    if (view.sort() != null) {
      column(view.sort(), table, columns);
    }
    for (RowCriterion criterion : view.criteria()) {
      if (criterion.column() == null) {
        throw UserError.invalid("Give the 'column' of each part of the filter.");
      }
      Rows.Column column = column(criterion.column(), table, columns);
      switch (criterion) {
        case RowCriterion.Containing(_, String value) -> given(value, column);
        case RowCriterion.Equal(_, String value) -> {
          given(value, column);
          readable(value, column, engine);
        }
        case RowCriterion.Between(_, String from, String to) -> {
          if (from == null && to == null) {
            throw UserError.invalid("Give 'from' or 'to' of the range of '" + column.name() + "'.");
          }
          Stream.of(from, to)
              .filter(Objects::nonNull)
              .forEach(end -> readable(end, column, engine));
        }
        case RowCriterion.Missing _, RowCriterion.Present _ -> {}
      }
    }
  }

  private static void given(String value, Rows.Column column) {
    if (value == null) {
      throw UserError.invalid("Give the 'value' to look for in '" + column.name() + "'.");
    }
  }

  private static void readable(String value, Rows.Column column, Engine engine) {
    if (BrowseSql.isText(column.type())) {
      return;
    }
    Rows read =
        engine.reading(reader ->
            reader.read(BrowseSql.readAs(column.type()), new Limits(Long.MAX_VALUE, 5), value));
    if (read.rows().getFirst().getFirst() == null) {
      throw UserError.invalid(Sentences.FILTER_MISFIT.with(value, column.name(), column.type()));
    }
  }

  private static Rows.Column column(String name, String table, List<Rows.Column> columns) {
    return columns.stream()
        .filter(column -> column.name().equals(name))
        .findFirst()
        .orElseThrow(() ->
            UserError.notFound(
                "There is no column '"
                    + name
                    + "' in "
                    + table
                    + ". Its columns are: "
                    + String.join(
                        ", ", columns.stream().map(Rows.Column::name).limit(NAMED).toList())
                    + (columns.size() > NAMED ? ", …" : ".")));
  }
}
