package dev.assay.store;

import dev.assay.model.GoldRecipe;
import dev.assay.model.Json;
import dev.assay.model.Landing;
import dev.assay.model.Layer;
import dev.assay.model.Recipe;
import dev.assay.model.SilverRecipe;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** How values are kept in columns: times as ISO text, documents as JSON, absent ones as NULL. */
final class Columns {
  private Columns() {}

  static String time(Instant time) {
    return time == null ? null : time.truncatedTo(ChronoUnit.MICROS).toString();
  }

  static Instant time(ResultSet row, String column) throws SQLException {
    String text = row.getString(column);
    return text == null ? null : Instant.parse(text);
  }

  static Long number(ResultSet row, String column) throws SQLException {
    long value = row.getLong(column);
    return row.wasNull() ? null : value;
  }

  static String json(Object value) {
    return value == null ? null : Json.write(value);
  }

  static <T> T json(ResultSet row, String column, Class<T> type) throws SQLException {
    String text = row.getString(column);
    return text == null ? null : Json.read(text, type);
  }

  /** Which kind of recipe it is follows from the layer. */
  static Recipe recipe(ResultSet row, String column, Layer layer) throws SQLException {
    return switch (layer) {
      case BRONZE -> json(row, column, Landing.class);
      case SILVER -> json(row, column, SilverRecipe.class);
      case GOLD -> json(row, column, GoldRecipe.class);
    };
  }
}
