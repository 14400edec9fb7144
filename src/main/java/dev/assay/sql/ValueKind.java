package dev.assay.sql;

import java.util.Locale;

/** What the values of a column can be asked, whatever the engine calls its type. */
public enum ValueKind {
  INTEGER,
  DECIMAL,
  DOUBLE,
  TEXT,
  BOOLEAN,
  DATE,
  TIMESTAMP,
  TIMESTAMPTZ,
  TIME,
  UUID;

  /** Reads the engine's name of a type; a type that has no kind is taken as text. */
  public static ValueKind of(String engineType) {
    String upper = engineType.toUpperCase(Locale.ROOT);
    if (upper.startsWith("DECIMAL") || upper.startsWith("NUMERIC")) {
      return DECIMAL;
    }
    return switch (upper) {
      case "TINYINT", "SMALLINT", "INTEGER", "BIGINT", "HUGEINT" -> INTEGER;
      case "UTINYINT", "USMALLINT", "UINTEGER", "UBIGINT", "UHUGEINT" -> INTEGER;
      case "FLOAT", "DOUBLE" -> DOUBLE;
      case "BOOLEAN" -> BOOLEAN;
      case "DATE" -> DATE;
      case "TIMESTAMP", "TIMESTAMP_S", "TIMESTAMP_MS", "TIMESTAMP_NS" -> TIMESTAMP;
      case "TIMESTAMP WITH TIME ZONE", "TIMESTAMPTZ" -> TIMESTAMPTZ;
      case "TIME" -> TIME;
      case "UUID" -> UUID;
      default -> TEXT;
    };
  }

  public boolean isNumeric() {
    return this == INTEGER || this == DECIMAL || this == DOUBLE;
  }

  /** Whether values can be truncated to a {@link dev.assay.model.Grain}. */
  public boolean isTemporal() {
    return this == DATE || this == TIMESTAMP || this == TIMESTAMPTZ;
  }
}
