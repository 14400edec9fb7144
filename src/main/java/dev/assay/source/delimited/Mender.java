package dev.assay.source.delimited;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Reads a line that is no row as it stands in the way in which it fits the table best. What it says
 * depends on the line and on the sample alone. See docs/decisions/003-reading-csv.md.
 */
final class Mender {
  private static final String[] OTHERS = {",", ";", "\t", "|", ":", ", ", "; ", "||", "::", " "};
  private static final double OTHER_DELIMITER = 0.3;
  private static final double OTHER_QUOTE = 0.15;
  private static final double STRANGE = 0.8;

  /**
   * A row that was recovered.
   *
   * @param cells as many as the table has columns, null where missing
   * @param how what was done, for people
   */
  record Mended(List<String> cells, String how) {}

  private record Reading(Alignment alignment, String how, double cost) {}

  private final String delimiter;
  private final char quote;
  private final Character escape;
  private final ColumnShape[] shapes;

  Mender(String delimiter, Character quote, Character escape, ColumnShape[] shapes) {
    this.delimiter = delimiter;
    this.quote = quote == null ? 0 : quote;
    this.escape = escape;
    this.shapes = shapes;
  }

  /** The row that the line was meant to be, or null where it is rather a remark. */
  Mended mend(String line) {
    if (line.isBlank()) {
      return null;
    }
    LooseLine own = new LooseLine(line, delimiter, quote, escape);
    Reading best = read(own, "", 0);
    if (escape == null && quote != 0 && line.indexOf("\\" + quote) >= 0) {
      best =
          better(
              best,
              read(
                  new LooseLine(line, delimiter, quote, '\\'),
                  "backslashes taken as escapes",
                  OTHER_QUOTE));
    }
    for (char other : new char[] {'"', '\''}) {
      if (other != quote && isQuote(line, other)) {
        LooseLine loose = new LooseLine(line, delimiter, other, escape);
        best = better(best, read(loose, "cells quoted with " + other, OTHER_QUOTE));
      }
    }
    best = better(best, unwrapped(line));
    for (String other : OTHERS) {
      if (!other.equals(delimiter) && line.contains(other)) {
        best = better(best, otherwise(line, other, own.size()));
      }
    }
    return isRemark(own, line, best) ? null : new Mended(best.alignment().cells(), said(best));
  }

  /**
   * The row without quotes that it alone has, or null where they are rather a part of its texts.
   */
  Mended requote(String line, char own) {
    Alignment plain = Alignment.of(new LooseLine(line, delimiter, quote, escape), shapes);
    Alignment bare = Alignment.of(new LooseLine(line, delimiter, own, escape), shapes);
    boolean same = bare.missing().isEmpty() && bare.joined().isEmpty() && bare.dropped() == 0;
    return same && bare.cost() + OTHER_QUOTE < plain.cost()
        ? new Mended(bare.cells(), "cells quoted with " + own)
        : null;
  }

  private Reading read(LooseLine line, String how, double bias) {
    Alignment alignment = Alignment.of(line, shapes);
    return new Reading(alignment, how, alignment.cost() + bias);
  }

  private static Reading better(Reading one, Reading other) {
    return other != null && other.cost() < one.cost() ? other : one;
  }

  private boolean isQuote(String line, char sign) {
    int first = line.indexOf(sign);
    boolean opens = first == 0 || line.contains(delimiter + sign);
    return opens && line.indexOf(sign, first + 1) > 0;
  }

  /** The line without the quotes that somebody put around all of it. */
  private Reading unwrapped(String line) {
    String text = line.strip();
    if (text.length() < 3 || text.charAt(0) != text.charAt(text.length() - 1)) {
      return null;
    }
    char sign = text.charAt(0);
    if (sign != '"' && sign != '\'' && sign != quote) {
      return null;
    }
    String inner = text.substring(1, text.length() - 1);
    String doubled = String.valueOf(sign).repeat(2);
    // Quotes inside that are not doubled belong to cells of their own.
    if (inner.replace(doubled, "").indexOf(sign) >= 0) {
      return null;
    }
    LooseLine loose =
        new LooseLine(inner.replace(doubled, String.valueOf(sign)), delimiter, quote, escape);
    Alignment alignment = Alignment.of(loose, shapes);
    return alignment.missing().isEmpty()
        ? new Reading(alignment, "the quotes around the whole line taken off", alignment.cost())
        : null;
  }

  /** The line with another delimiter, where that makes a whole row of it. */
  private Reading otherwise(String line, String other, int pieces) {
    char sign = quote == 0 ? '"' : quote;
    LooseLine loose = new LooseLine(line, other, sign, escape);
    if (loose.size() < shapes.length || (pieces >= shapes.length && loose.size() > shapes.length)) {
      return null;
    }
    Alignment alignment = Alignment.of(loose, shapes);
    double unusual = other.equals(" ") || other.equals(":") ? 2 * OTHER_DELIMITER : OTHER_DELIMITER;
    boolean whole =
        alignment.missing().isEmpty() && (loose.hasQuotes() || alignment.joined().isEmpty());
    return whole
        ? new Reading(
            alignment,
            "read with " + Words.delimiter(other) + " between its cells",
            alignment.cost() + unusual)
        : null;
  }

  /** Whether it is a line of text between rows, which no column would take. */
  private boolean isRemark(LooseLine own, String line, Reading best) {
    if (shapes.length < 3 || best.alignment().missing().size() < shapes.length / 2.0) {
      return false;
    }
    if (own.size() == 1 && (line.startsWith("#") || line.startsWith("//"))) {
      return true;
    }
    return strangeness(best.alignment().cells()) >= STRANGE;
  }

  /** How little the filled cells fit their columns, on average. */
  private double strangeness(List<String> cells) {
    double cost = 0;
    int filled = 0;
    for (int i = 0; i < cells.size(); i++) {
      if (cells.get(i) != null) {
        cost += shapes[i].cost(cells.get(i));
        filled++;
      }
    }
    return filled == 0 ? 0 : cost / filled;
  }

  private String said(Reading reading) {
    Alignment alignment = reading.alignment();
    List<String> done = new ArrayList<>();
    if (!reading.how().isEmpty()) {
      done.add(reading.how());
    }
    if (!alignment.missing().isEmpty()) {
      done.add(cells(alignment.missing()) + " taken as missing");
    }
    if (!alignment.joined().isEmpty()) {
      done.add("text joined again in " + cells(alignment.joined()));
    }
    if (alignment.dropped() > 0) {
      done.add(
          alignment.dropped() == 1
              ? "an empty cell too many dropped"
              : alignment.dropped() + " empty cells too many dropped");
    }
    if (!alignment.surplus().isEmpty()) {
      done.add(
          "no column for "
              + alignment.surplus().stream()
                  .limit(10)
                  .map(value -> "'" + value + "'")
                  .collect(Collectors.joining(", ")));
    }
    return done.isEmpty() ? "quotes put right" : String.join("; ", done);
  }

  private static String cells(List<Integer> columns) {
    String list =
        columns.stream().limit(10).map(String::valueOf).collect(Collectors.joining(", "))
            + (columns.size() > 10 ? ", …" : "");
    return (columns.size() == 1 ? "cell " : "cells ") + list;
  }
}
