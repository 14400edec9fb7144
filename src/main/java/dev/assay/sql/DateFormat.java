package dev.assay.sql;

import dev.assay.model.Fact;
import java.util.ArrayList;
import java.util.List;

/**
 * The formats that recipes may use for dates and times: those of {@code strptime}, some more
 * directives, and words for numbers that count from a day.
 */
public final class DateFormat {
  /** Seconds since 1970 in UTC, with or without a fraction. */
  public static final String EPOCH_SECONDS = "epoch_seconds";

  /** Milliseconds since 1970 in UTC. */
  public static final String EPOCH_MILLISECONDS = "epoch_milliseconds";

  /** Days of a spreadsheet, of which 1 is the first of January 1900; the fraction is the time. */
  public static final String EXCEL_SERIAL = "excel_serial";

  private static final List<String> NUMBERS =
      List.of(EPOCH_SECONDS, EPOCH_MILLISECONDS, EXCEL_SERIAL);

  private DateFormat() {}

  /**
   * A piece of a format.
   *
   * @param directive its letter, or 0 for literal text
   * @param text the literal text
   * @param tight whether a digit may stand right beside it, so that it must have all its digits
   */
  record Part(char directive, String text, boolean tight) {}

  /** The pieces of a format; unknown directives are an error. */
  static List<Part> parts(String format) {
    List<Part> parts = new ArrayList<>();
    for (int i = 0; i < format.length(); i++) {
      char c = format.charAt(i);
      if (c != '%' || i + 1 == format.length()) {
        parts.add(new Part((char) 0, String.valueOf(c), false));
        continue;
      }
      i++;
      // '%-d' is the same as '%d' here: one digit will do.
      if (format.charAt(i) == '-' && i + 1 < format.length()) {
        i++;
      }
      char directive = format.charAt(i);
      if (directive == '%') {
        parts.add(new Part((char) 0, "%", false));
        continue;
      }
      if ("YymdHIMSfjbBaApzZqGVu".indexOf(directive) < 0) {
        throw new IllegalArgumentException("%" + directive);
      }
      parts.add(new Part(directive, "", false));
    }
    for (int i = 0; i < parts.size(); i++) {
      boolean tight =
          (i > 0 && digits(parts.get(i - 1))) || (i + 1 < parts.size() && digits(parts.get(i + 1)));
      Part part = parts.get(i);
      parts.set(i, new Part(part.directive(), part.text(), tight));
    }
    return parts;
  }

  private static boolean digits(Part part) {
    return part.directive() == 0
        ? !part.text().isEmpty() && Character.isDigit(part.text().charAt(0))
        : "YymdHIMSfjqGVu".indexOf(part.directive()) >= 0;
  }

  /**
   * A regular expression (RE2) that exactly the texts of this format match, with plain English
   * names; unknown directives are an error.
   */
  static String shape(String format) {
    StringBuilder shape = new StringBuilder();
    for (Part part : parts(format)) {
      shape.append(shape(part));
    }
    return shape.toString();
  }

  static String shape(Part part) {
    return switch (part.directive()) {
      case 'Y', 'G' -> "[1-9][0-9]{3}";
      case 'y', 'V' -> "[0-9]{2}";
      case 'm' -> part.tight() ? "(?:0[1-9]|1[0-2])" : "(?:0?[1-9]|1[0-2])";
      case 'd' -> part.tight() ? "(?:0[1-9]|[12][0-9]|3[01])" : "(?:0?[1-9]|[12][0-9]|3[01])";
      case 'H' -> part.tight() ? "(?:[01][0-9]|2[0-3])" : "(?:[01]?[0-9]|2[0-3])";
      case 'I' -> part.tight() ? "(?:0[1-9]|1[0-2])" : "(?:0?[1-9]|1[0-2])";
      case 'M', 'S' -> "[0-5][0-9]";
      case 'f' -> "[0-9]{1,6}";
      case 'j' -> "[0-9]{3}";
      case 'b', 'a' -> "[A-Za-z]{3}";
      case 'B' -> "[A-Za-z]{3,9}";
      case 'A' -> "[A-Za-z]{6,9}";
      case 'p' -> "[AaPp](?:[Mm]|[.] ?[Mm][.])";
      case 'z' -> ZONE;
      case 'Z' -> "[A-Za-z]{1,5}";
      case 'q' -> "[1-4]";
      case 'u' -> "[1-7]";
      default -> CleaningSql.escaped(part.text());
    };
  }

  /** No place on Earth is further from UTC than fourteen hours; more wraps into another day. */
  static final String ZONE = "(?:[Zz]|[+-](?:0[0-9]|1[0-4])(?::?[0-5][0-9])?)";

  /** Why a format cannot be used, and what can be; empty when it can. */
  public static List<Fact> problem(String format) {
    if (isNumber(format)) {
      return List.of();
    }
    try {
      List<Character> directives = parts(format).stream().map(Part::directive).toList();
      boolean dated = directives.stream().anyMatch(letter -> "YymdbBjqGVu".indexOf(letter) >= 0);
      if (directives.stream().noneMatch(letter -> letter != 0)) {
        return cannot(Sentences.FORMAT_READS_NOTHING.with(format));
      }
      if (dated && directives.stream().noneMatch(letter -> "YyG".indexOf(letter) >= 0)) {
        return cannot(Sentences.FORMAT_WITHOUT_YEAR.with(format));
      }
      if (!directives.contains('G') && (directives.contains('V') || directives.contains('u'))) {
        return cannot(Sentences.FORMAT_WEEK.with(format));
      }
      if (directives.contains('I') != directives.contains('p')) {
        return cannot(Sentences.FORMAT_HALF_DAY.with(format));
      }
      if (directives.contains('j') && directives.stream().anyMatch(l -> "zZpq".indexOf(l) >= 0)) {
        return cannot(Sentences.FORMAT_DAY_OF_YEAR.with(format));
      }
      return List.of();
    } catch (IllegalArgumentException e) {
      return cannot(Sentences.FORMAT_DIRECTIVE_UNKNOWN.with(format, e.getMessage()));
    }
  }

  private static List<Fact> cannot(Fact why) {
    return List.of(why, Sentences.FORMAT_DIRECTIVES.with(String.join(", ", NUMBERS)));
  }

  /** Whether a format reads numbers that count from a day. */
  public static boolean isNumber(String format) {
    return NUMBERS.contains(format);
  }

  /** Whether a format reads a time of day and no date. */
  public static boolean isTimeOfDay(String format) {
    return !isNumber(format)
        && parts(format).stream().noneMatch(part -> "YymdbBjqGVu".indexOf(part.directive()) >= 0);
  }

  /** Whether a format holds a time of day. */
  public static boolean hasTime(String format) {
    return isNumber(format) || has(format, "HIMSfp");
  }

  /** Whether a format holds an offset from UTC or the name of a zone. */
  public static boolean hasZone(String format) {
    return has(format, "zZ");
  }

  /** Whether a format has one of some directives, with or without the minus for one digit. */
  static boolean has(String format, String directives) {
    return !isNumber(format)
        && parts(format).stream()
            .anyMatch(part -> part.directive() != 0 && directives.indexOf(part.directive()) >= 0);
  }

  /** As {@code strptime} knows it: the minus for one digit goes, since one digit does anyway. */
  static String plain(String format) {
    StringBuilder plain = new StringBuilder();
    for (Part part : parts(format)) {
      plain.append(
          part.directive() == 0
              ? part.text().equals("%") ? "%%" : part.text()
              : "%" + part.directive());
    }
    return plain.toString();
  }
}
