package dev.assay.source.bigquery;

import com.google.api.services.bigquery.model.QueryParameter;
import com.google.api.services.bigquery.model.QueryParameterType;
import com.google.api.services.bigquery.model.QueryParameterValue;
import com.google.api.services.bigquery.model.TableReference;
import dev.assay.model.Landing;
import dev.assay.model.Relation;
import dev.assay.model.UserError;
import dev.assay.source.RelationReader.Since;
import dev.assay.source.database.OneSelect;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The SQL text that is sent, and the columns that are taken from what comes back. */
final class Selection {
  private Selection() {}

  /** A query as it was written, where it is but one SELECT. */
  static Queries.Text query(Relation.Query query) {
    return new Queries.Text(OneSelect.of(query.sql(), Set.of()), Optional.empty());
  }

  /** All of a view's rows. */
  static Queries.Text all(TableReference table) {
    return new Queries.Text("SELECT * FROM " + quoted(table), Optional.empty());
  }

  /** The rows whose column is the value or greater. */
  static Queries.Text since(String from, List<Column> columns, Landing landing, Since since) {
    Column cursor = cursor(columns, landing, since.column());
    QueryParameter parameter =
        new QueryParameter()
            .setName("since")
            .setParameterType(new QueryParameterType().setType(cursor.kind().name()))
            .setParameterValue(new QueryParameterValue().setValue(value(cursor, since.value())));
    return new Queries.Text(
        "SELECT * FROM " + from + " WHERE " + quoted(cursor.name()) + " >= @since",
        Optional.of(parameter));
  }

  /** A query in brackets; the line break ends a comment that it may end with. */
  static String bracketed(Queries.Text query) {
    return "(" + query.sql() + "\n) AS relation";
  }

  private static Column cursor(List<Column> columns, Landing landing, String name) {
    Landing.Column wanted =
        landing.columns().stream()
            // A column's name in Bronze ignores case.
            .filter(column -> column.name().equalsIgnoreCase(name))
            .findFirst()
            .orElseThrow(
                () -> UserError.invalid("There is no column '" + name + "' to read on from."));
    Column cursor =
        columns.stream()
            .filter(column -> column.name().equals(wanted.header()))
            .findFirst()
            .orElseThrow(Selection::changed);
    boolean ordered =
        !cursor.repeated()
            && switch (cursor.kind()) {
              case INT64,
                  FLOAT64,
                  NUMERIC,
                  BIGNUMERIC,
                  STRING,
                  BYTES,
                  DATE,
                  DATETIME,
                  TIME,
                  TIMESTAMP ->
                  true;
              case BOOL, GEOGRAPHY, JSON, INTERVAL, RANGE, STRUCT, OTHER -> false;
            };
    if (!ordered) {
      throw UserError.invalid(
          "Column '" + name + "' is " + cursor.declared() + ", which has no order to read on in.");
    }
    return cursor;
  }

  private static String value(Column cursor, String text) {
    if (cursor.kind() != Column.Kind.BYTES) {
      return text;
    }
    try {
      return Base64.getEncoder().encodeToString(Values.bytes(text));
    } catch (IllegalArgumentException _) {
      throw UserError.invalid("'" + text + "' is not written in hex, as bytes are.");
    }
  }

  /**
   * The landing's columns among those that there are now; throws UserError where they have changed.
   */
  static List<Column> wanted(List<Column> columns, Landing landing) {
    List<Column> wanted = new ArrayList<>();
    for (Landing.Column column : landing.columns()) {
      wanted.add(
          columns.stream()
              .filter(candidate -> candidate.name().equals(column.header()))
              .findFirst()
              .orElseThrow(Selection::changed));
    }
    return wanted;
  }

  static String quoted(TableReference table) {
    return quoted(table.getProjectId())
        + "."
        + quoted(table.getDatasetId())
        + "."
        + quoted(table.getTableId());
  }

  private static String quoted(String name) {
    return "`" + name.replace("\\", "\\\\").replace("`", "\\`").replace("\n", "\\n") + "`";
  }

  static UserError changed() {
    return UserError.conflict(
        "The columns are no longer those that the source was added with. Sync it again.");
  }
}
