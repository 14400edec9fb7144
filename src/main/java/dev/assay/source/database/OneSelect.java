package dev.assay.source.database;

import dev.assay.model.UserError;
import dev.assay.source.Sentences;
import java.util.Locale;
import java.util.Set;

/**
 * Sees to it that a query is one statement that reads.
 *
 * <p>The read-only transaction is what keeps the database safe; this keeps a query from ending that
 * transaction. It never changes the text but for a semicolon at its end.
 */
public final class OneSelect {
  private static final Set<String> BEGINNINGS = Set.of("SELECT", "WITH", "VALUES", "TABLE", "FROM");

  private final String sql;
  private final Set<String> forbidden;
  private String first;

  private OneSelect(String sql, Set<String> forbidden) {
    this.sql = sql;
    this.forbidden = forbidden;
  }

  /** The query without the semicolon that may end it. */
  public static String of(String sql, Set<String> forbidden) {
    String text = sql == null ? "" : sql.strip();
    while (text.endsWith(";")) {
      text = text.substring(0, text.length() - 1).stripTrailing();
    }
    new OneSelect(text, forbidden).check();
    return text;
  }

  private void check() {
    if (sql.isEmpty()) {
      throw UserError.invalid(Sentences.QUERY_EMPTY.with());
    }
    // MySQL runs what such a comment holds.
    if (sql.contains("/*!") || sql.contains("/*M!") || sql.indexOf('\0') >= 0) {
      throw UserError.invalid("A query cannot hold comments that are run, such as /*! … */.");
    }
    // Systems differ in what a backslash, a dollar or a comment does to the quote after it: a
    // semicolon is only taken for text where they cannot differ.
    boolean doubtful = sql.contains("\\") || sql.contains("$") || commented();
    if (doubtful) {
      // For the same reason, words are looked for in what seems to be quoted, too.
      for (String word : sql.toUpperCase(Locale.ROOT).split("\\W+")) {
        refuse(word);
      }
    }
    int depth = 0;
    int i = 0;
    while (i < sql.length()) {
      char c = sql.charAt(i);
      if (c == '\'' || c == '"' || c == '`') {
        int end = sql.indexOf(c, i + 1);
        int stop = end < 0 ? sql.length() : end + 1;
        if (doubtful && sql.substring(i, stop).contains(";")) {
          throw several();
        }
        i = stop;
        continue;
      }
      if (sql.startsWith("--", i)) {
        i = after("\n", i);
        continue;
      }
      if (sql.startsWith("/*", i)) {
        i = after("*/", i);
        continue;
      }
      if (c == ';') {
        throw several();
      }
      if (c == '(') {
        depth++;
      }
      if (c == ')' && --depth < 0) {
        throw UserError.invalid("The query closes a bracket that it never opened.");
      }
      i = Character.isLetter(c) || c == '_' ? word(i) : i + 1;
    }
    if (first == null) {
      throw notASelect();
    }
  }

  private boolean commented() {
    return sql.contains("--") || sql.contains("/*") || sql.contains("#");
  }

  private int after(String end, int from) {
    int found = sql.indexOf(end, from + 2);
    int stop = found < 0 ? sql.length() : found + end.length();
    if (sql.substring(from, stop).contains(";")) {
      throw several();
    }
    return stop;
  }

  private int word(int from) {
    int end = from;
    while (end < sql.length()
        && (Character.isLetterOrDigit(sql.charAt(end)) || sql.charAt(end) == '_')) {
      end++;
    }
    String word = sql.substring(from, end).toUpperCase(Locale.ROOT);
    if (first == null) {
      first = word;
      if (!BEGINNINGS.contains(word)) {
        throw notASelect();
      }
    }
    refuse(word);
    return end;
  }

  private void refuse(String word) {
    if (forbidden.contains(word)) {
      throw UserError.invalid(Sentences.QUERY_WRITES.with(word));
    }
  }

  private static UserError several() {
    return UserError.invalid(Sentences.QUERY_SEVERAL.with());
  }

  private static UserError notASelect() {
    return UserError.invalid(Sentences.QUERY_NO_SELECT.with());
  }
}
