package dev.assay.sql;

import dev.assay.model.ColumnType;
import dev.assay.model.SilverSpec;
import java.util.List;
import java.util.StringJoiner;

/** Some rows as a build would make them: numbers and moments as DOUBLE, all else as text. */
public final class RowSampleSql {
  private final Dialect dialect;

  public RowSampleSql(Dialect dialect) {
    this.dialect = dialect;
  }

  /** About {@code wanted} rows from all over the table, the same each time. */
  public String spread(String table, List<SilverSpec.Column> columns, long rows, int wanted) {
    return typed(columns, ProfileSql.spread(table, sources(columns), rows, wanted));
  }

  /** As {@link #spread} where row ids have gaps; reads the whole table. */
  public String reservoir(String table, List<SilverSpec.Column> columns, int wanted) {
    return typed(columns, ProfileSql.reservoir(table, sources(columns), wanted));
  }

  private static List<String> sources(List<SilverSpec.Column> columns) {
    return columns.stream().map(SilverSpec.Column::source).distinct().toList();
  }

  private String typed(List<SilverSpec.Column> columns, String sample) {
    StringJoiner values = new StringJoiner(", ");
    for (SilverSpec.Column column : columns) {
      values.add(value(column.type(), dialect.cast(column)));
    }
    return "SELECT " + values + " FROM (" + sample + ")";
  }

  private static String value(ColumnType type, String value) {
    if (type.isNumeric()) {
      return "CAST(" + value + " AS DOUBLE)";
    }
    if (type.isTemporal()) {
      return "epoch(CAST(" + value + " AS TIMESTAMP))";
    }
    return "CAST(" + value + " AS VARCHAR)";
  }
}
