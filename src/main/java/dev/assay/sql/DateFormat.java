package dev.assay.sql;

import java.util.Optional;

/** The formats of {@code strptime} that recipes may use, and the shape that a text of each has. */
public final class DateFormat {
  private DateFormat() {}

  /**
   * A regular expression (RE2) that exactly the texts of this format match; unknown directives are
   * an error.
   */
  static String shape(String format) {
    StringBuilder shape = new StringBuilder();
    for (int i = 0; i < format.length(); i++) {
      char c = format.charAt(i);
      if (c != '%' || i + 1 == format.length()) {
        shape.append(CleaningSql.escaped(String.valueOf(c)));
        continue;
      }
      i++;
      // '%-d' is the same as '%d' here: one digit will do.
      if (format.charAt(i) == '-' && i + 1 < format.length()) {
        i++;
      }
      char directive = format.charAt(i);
      shape.append(
          digits(directive)
              .orElseThrow(() ->
                  new IllegalArgumentException("'%" + directive + "' is not a date directive.")));
    }
    return shape.toString();
  }

  private static Optional<String> digits(char directive) {
    return Optional.ofNullable(
        switch (directive) {
          case 'Y' -> "[0-9]{4}";
          case 'y' -> "[0-9]{2}";
          case 'm', 'd', 'H', 'I' -> "[0-9]{1,2}";
          case 'M', 'S' -> "[0-9]{2}";
          case 'f' -> "[0-9]{1,6}";
          case 'j' -> "[0-9]{3}";
          case 'b' -> "[A-Za-z]{3}";
          case 'B' -> "[A-Za-z]{3,9}";
          case 'a' -> "[A-Za-z]{3}";
          case 'A' -> "[A-Za-z]{6,9}";
          case 'p' -> "[AaPp][Mm]";
          case 'z' -> "(?:Z|[+-][0-9]{2}(?::?[0-9]{2})?)";
          case '%' -> "%";
          default -> null;
        });
  }

  /** Why a format cannot be used, in one sentence, or empty when it can. */
  public static Optional<String> problem(String format) {
    try {
      shape(format);
      return Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.of(
          "The format '"
              + format
              + "' cannot be used: "
              + e.getMessage()
              + " Use %Y %y %m %d %H %I %M %S %f %p %b %B %a %A %j %z.");
    }
  }

  /** Whether a format holds a time of day. */
  public static boolean hasTime(String format) {
    return format.contains("%H")
        || format.contains("%I")
        || format.contains("%M")
        || format.contains("%S");
  }
}
