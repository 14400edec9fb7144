package dev.assay.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Written SQL as a row of words and brackets, for what must be known before the engine's parser may
 * see it: how deep it nests, and which word to name in a refusal.
 */
final class SqlText {
  private static final Set<String> READING =
      Set.of("SELECT", "FROM", "VALUES", "TABLE", "WITH", "PIVOT", "UNPIVOT");
  private static final Set<String> WRITING = Set.of("INSERT", "UPDATE", "DELETE", "MERGE");

  private final String text;
  private final List<List<String>> statements = new ArrayList<>();
  private List<String> words = new ArrayList<>();
  private int deepest;
  private boolean blank = true;

  SqlText(String text) {
    this.text = text;
    read();
  }

  /** How many brackets of any kind are open at once. */
  int deepest() {
    return deepest;
  }

  /** Whether there is nothing but blanks, comments and semicolons. */
  boolean isBlank() {
    return blank;
  }

  /** The first word that a reading statement would not have, such as {@code DROP}. */
  String offendingWord() {
    for (List<String> statement : statements) {
      String first = statement.getFirst();
      if (!READING.contains(first)) {
        return first;
      }
      if (first.equals("WITH")) {
        for (String word : statement) {
          if (WRITING.contains(word)) {
            return word;
          }
        }
      }
    }
    return statements.isEmpty() ? "" : statements.getFirst().getFirst();
  }

  private void read() {
    int depth = 0;
    int at = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      boolean comment = text.startsWith("--", at) || text.startsWith("/*", at);
      blank &= comment || c == ';' || Character.isWhitespace(c);
      if (text.startsWith("--", at)) {
        at = after("\n", at);
      } else if (text.startsWith("/*", at)) {
        at = afterComment(at);
      } else if (c == '\'' || c == '"') {
        boolean escapes = c == '\'' && at > 0 && "eE".indexOf(text.charAt(at - 1)) >= 0;
        at = afterQuoted(at, c, escapes);
      } else if (c == '$' && dollarTag(at) != null) {
        String tag = dollarTag(at);
        at = after(tag, at + tag.length());
      } else if ("([{".indexOf(c) >= 0) {
        deepest = Math.max(deepest, ++depth);
        at++;
      } else if (")]}".indexOf(c) >= 0) {
        depth--;
        at++;
      } else if (c == ';') {
        endStatement();
        depth = 0;
        at++;
      } else if (Character.isLetter(c) || c == '_') {
        int end = at;
        while (end < text.length() && isWordPart(text.charAt(end))) {
          end++;
        }
        if (depth <= 0 || words.isEmpty()) {
          words.add(text.substring(at, end).toUpperCase(Locale.ROOT));
        }
        at = end;
      } else {
        at++;
      }
    }
    endStatement();
  }

  private static boolean isWordPart(char c) {
    return Character.isLetterOrDigit(c) || c == '_';
  }

  private void endStatement() {
    if (!words.isEmpty()) {
      statements.add(words);
    }
    words = new ArrayList<>();
  }

  private int after(String end, int from) {
    int found = text.indexOf(end, from);
    return found < 0 ? text.length() : found + end.length();
  }

  private int afterComment(int from) {
    int open = 0;
    for (int at = from; at < text.length() - 1; at++) {
      if (text.startsWith("/*", at)) {
        open++;
        at++;
      } else if (text.startsWith("*/", at)) {
        at++;
        if (--open == 0) {
          return at + 1;
        }
      }
    }
    return text.length();
  }

  private int afterQuoted(int from, char quote, boolean escapes) {
    for (int at = from + 1; at < text.length(); at++) {
      char c = text.charAt(at);
      if (escapes && c == '\\') {
        at++;
      } else if (c == quote) {
        return at + 1;
      }
    }
    return text.length();
  }

  /** {@code $tag$} when one starts here. */
  private String dollarTag(int from) {
    int end = from + 1;
    while (end < text.length() && isWordPart(text.charAt(end))) {
      end++;
    }
    return end < text.length() && text.charAt(end) == '$' ? text.substring(from, end + 1) : null;
  }
}
