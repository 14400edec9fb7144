package dev.assay.source.bigquery;

import com.google.api.services.bigquery.model.TableFieldSchema;
import com.google.api.services.bigquery.model.TableSchema;
import java.util.List;
import java.util.Locale;

/**
 * A column or a field of a structure.
 *
 * @param repeated whether it is an array of its kind
 * @param fields of a structure, else empty
 * @param bound of a range's ends, else null
 * @param declared the type as SQL declares it
 */
record Column(
    String name, Kind kind, boolean repeated, List<Column> fields, Kind bound, String declared) {

  /** What BigQuery's types are. */
  enum Kind {
    INT64,
    FLOAT64,
    BOOL,
    NUMERIC,
    BIGNUMERIC,
    STRING,
    BYTES,
    DATE,
    DATETIME,
    TIME,
    TIMESTAMP,
    GEOGRAPHY,
    JSON,
    INTERVAL,
    RANGE,
    STRUCT,
    /** One that came after this was written: as its text. */
    OTHER;

    static Kind of(String type) {
      return switch (type == null ? "" : type.toUpperCase(Locale.ROOT)) {
        case "INTEGER", "INT64" -> INT64;
        case "FLOAT", "FLOAT64" -> FLOAT64;
        case "BOOLEAN", "BOOL" -> BOOL;
        case "NUMERIC" -> NUMERIC;
        case "BIGNUMERIC" -> BIGNUMERIC;
        case "STRING" -> STRING;
        case "BYTES" -> BYTES;
        case "DATE" -> DATE;
        case "DATETIME" -> DATETIME;
        case "TIME" -> TIME;
        case "TIMESTAMP" -> TIMESTAMP;
        case "GEOGRAPHY" -> GEOGRAPHY;
        case "JSON" -> JSON;
        case "INTERVAL" -> INTERVAL;
        case "RANGE" -> RANGE;
        case "RECORD", "STRUCT" -> STRUCT;
        default -> OTHER;
      };
    }
  }

  static List<Column> of(TableSchema schema) {
    return schema == null ? List.of() : all(schema.getFields());
  }

  private static List<Column> all(List<TableFieldSchema> fields) {
    return fields == null ? List.of() : fields.stream().map(Column::of).toList();
  }

  private static Column of(TableFieldSchema field) {
    Kind kind = Kind.of(field.getType());
    List<Column> fields = all(field.getFields());
    Kind bound =
        field.getRangeElementType() == null ? null : Kind.of(field.getRangeElementType().getType());
    boolean repeated = "REPEATED".equalsIgnoreCase(field.getMode());
    String declared = declared(field, kind, fields, bound);
    return new Column(
        field.getName(),
        kind,
        repeated,
        fields,
        bound,
        repeated ? "ARRAY<" + declared + ">" : declared);
  }

  private static String declared(
      TableFieldSchema field, Kind kind, List<Column> fields, Kind bound) {
    return switch (kind) {
      case STRUCT ->
          "STRUCT<"
              + String.join(", ", fields.stream().map(f -> f.name() + " " + f.declared()).toList())
              + ">";
      case RANGE -> "RANGE<" + bound + ">";
      case NUMERIC, BIGNUMERIC ->
          field.getPrecision() == null
              ? kind.name()
              : kind + "(" + field.getPrecision() + scale(field) + ")";
      case STRING, BYTES ->
          field.getMaxLength() == null ? kind.name() : kind + "(" + field.getMaxLength() + ")";
      case OTHER -> String.valueOf(field.getType());
      default -> kind.name();
    };
  }

  private static String scale(TableFieldSchema field) {
    return field.getScale() == null || field.getScale() == 0 ? "" : ", " + field.getScale();
  }

  /** One element of an array. */
  Column element() {
    return new Column(name, kind, false, fields, bound, declared);
  }
}
