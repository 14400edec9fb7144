package dev.assay.sql;

/** Quoting of identifiers and literals, standard SQL. */
public final class Quote {
  private Quote() {}

  public static String identifier(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  /** An identifier, quoted only where it must be, for SQL that people read. */
  static String plain(String name) {
    return name.matches("[a-z_][a-z0-9_]*") && !Keywords.reserved(name) ? name : identifier(name);
  }

  public static String literal(String text) {
    return "'" + text.replace("'", "''") + "'";
  }
}
