package dev.assay.sql;

import dev.assay.model.Cleaning;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** How DuckDB writes the steps that take a part of a text. */
final class TakeSql {
  private static final String BLANKS = "[\\s\\v\\p{Z}\\x{FEFF}]*";

  private TakeSql() {}

  static String part(Cleaning.TakePart step, String text) {
    String separator = step.separator();
    if (separator.codePointCount(0, separator.length()) > 1) {
      String split = "string_split(" + text + ", " + Quote.literal(separator) + ")";
      return "CASE WHEN len("
          + split
          + ") = "
          + step.parts()
          + " THEN "
          + trimmed(split + "[" + step.part() + "]")
          + (step.part() == 1 ? " ELSE " + text : "")
          + " END";
    }
    // One pass over the text, which stands here once: it may be an expression of many steps.
    String other = "[^" + CleaningSql.escaped(separator) + "]*";
    String wanted = BLANKS + "(" + other + "?)" + BLANKS;
    String pattern =
        IntStream.rangeClosed(1, step.parts())
            .mapToObj(i -> i == step.part() ? wanted : other)
            .collect(Collectors.joining(CleaningSql.escaped(separator), "^", "$"));
    return step.part() == 1
        ? "NULLIF(regexp_replace(" + text + ", " + Quote.literal(pattern) + ", '\\1'), '')"
        : extracted(text, pattern);
  }

  static String value(Cleaning.TakeValue step, String text) {
    String separator = CleaningSql.escaped(step.separator());
    return extracted(
        text,
        "(?i)(?:^|"
            + separator
            + ")"
            + BLANKS
            + CleaningSql.escaped(step.key().strip())
            + BLANKS
            + CleaningSql.escaped(step.assignment())
            + BLANKS
            + "([^"
            + separator
            + "]*?)"
            + BLANKS
            + "(?:"
            + separator
            + "|$)");
  }

  static String unit(Cleaning.TakeUnit step, String text) {
    // What is left of a text without its number and the signs that belong to it.
    String around =
        "regexp_replace(regexp_replace("
            + text
            + ", '[.,]?[0-9](?:[0-9.,\u2019\u00a0\u202f'' ]*[0-9])?', ''), "
            + "'^[\\s\\p{Z}()+\u2212\u2013-]+|[\\s\\p{Z}()+\u2212\u2013-]+$', '', 'g')";
    Map<String, String> names = new TreeMap<>();
    step.units()
        .forEach((written, name) -> names.put(written.strip().toLowerCase(Locale.ROOT), name));
    return names.entrySet().stream()
        .map(unit ->
            " WHEN " + Quote.literal(unit.getKey()) + " THEN " + Quote.literal(unit.getValue()))
        .collect(Collectors.joining("", "CASE lower(" + around + ")", " END"));
  }

  private static String extracted(String text, String pattern) {
    return "NULLIF(regexp_extract(" + text + ", " + Quote.literal(pattern) + ", 1), '')";
  }

  private static String trimmed(String text) {
    return "NULLIF(regexp_replace(" + text + ", " + CleaningSql.BLANK_ENDS + ", '', 'g'), '')";
  }
}
