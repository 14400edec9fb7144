package dev.assay.sql;

import dev.assay.model.Cleaning;
import dev.assay.model.ColumnType;
import dev.assay.model.SilverSpec;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * How DuckDB writes cleaning steps and strict casts.
 *
 * <p>DuckDB's own casts read too much ('12.6' as the integer 13, '1e3', '0x10', '1_000', '1.005' as
 * 1.01): every cast here passes its text through {@code regexp_extract} with the one shape that the
 * type reads without loss, since a text of another shape then is empty and its TRY_CAST NULL.
 */
final class CleaningSql {
  /** White space of any script at both ends; twice as fast as trim with a list of characters. */
  static final String BLANK_ENDS = "'^[\\s\\v\\p{Z}\\x{FEFF}]+|[\\s\\v\\p{Z}\\x{FEFF}]+$'";

  /** Not 24:00, which a cast would take for the next day. */
  private static final String ISO_TIME =
      "([01]?[0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9]([.][0-9]{1,6}0*)?)?";

  private static final String ISO_DATE = "[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}";

  private static final String ISO_OFFSET = DateFormat.ZONE;

  private CleaningSql() {}

  /** The text after a column's text steps, over {@code raw}. */
  static String cleaned(List<Cleaning> steps, String raw) {
    String text = raw;
    for (Cleaning step : steps) {
      text = textStep(step, text);
    }
    return text;
  }

  private static String textStep(Cleaning step, String text) {
    return switch (step) {
      case Cleaning.Trim _ ->
          "NULLIF(regexp_replace(" + text + ", " + BLANK_ENDS + ", '', 'g'), '')";
      case Cleaning.CollapseSpaces _ -> "regexp_replace(" + text + ", '\\s+', ' ', 'g')";
      case Cleaning.Lower _ -> "lower(" + text + ")";
      case Cleaning.Upper _ -> "upper(" + text + ")";
      case Cleaning.Replace(String from, String to) ->
          "replace(" + text + ", " + Quote.literal(from) + ", " + Quote.literal(to) + ")";
      case Cleaning.RemovePattern(String pattern) ->
          "regexp_replace(" + text + ", " + Quote.literal(pattern) + ", '', 'g')";
      case Cleaning.NullTokens(List<String> tokens) ->
          tokens.isEmpty()
              ? text
              : "CASE WHEN lower("
                  + text
                  + ") NOT IN ("
                  + lowered(tokens)
                  + ") THEN "
                  + text
                  + " END";
      case Cleaning.MapValues map ->
          map.values().isEmpty()
              ? text
              : map.values().entrySet().stream()
                  .sorted(java.util.Map.Entry.comparingByKey())
                  .map(e ->
                      " WHEN " + Quote.literal(e.getKey()) + " THEN " + Quote.literal(e.getValue()))
                  .collect(Collectors.joining("", "CASE " + text, " ELSE " + text + " END"));
      case Cleaning.TakePart part -> TakeSql.part(part, text);
      case Cleaning.TakeValue value -> TakeSql.value(value, text);
      case Cleaning.TakeUnit unit -> TakeSql.unit(unit, text);
      // The parse steps turn text into a value: see typed.
      case Cleaning.ParseNumber _,
          Cleaning.ParseDate _,
          Cleaning.ParseBoolean _,
          Cleaning.Custom _ ->
          text;
    };
  }

  /**
   * The value of a column, over its cleaned {@code text}; NULL where it cannot be read without
   * loss.
   */
  static String typed(SilverSpec.Column column, String text) {
    ColumnType type = column.type();
    if (column.custom() != null) {
      return type == ColumnType.Simple.TEXT
          ? "CAST(" + text + " AS VARCHAR)"
          : "TRY_CAST(" + text + " AS " + typeName(type) + ")";
    }
    return switch (column.cleaning().isEmpty() ? null : column.cleaning().getLast()) {
      case Cleaning.ParseNumber number -> NumberSql.value(number, type, text);
      case Cleaning.ParseDate date -> DateSql.value(date, type, text);
      case Cleaning.ParseBoolean(List<String> yes, List<String> no) ->
          "CASE WHEN lower("
              + text
              + ") IN ("
              + lowered(yes)
              + ") THEN true WHEN lower("
              + text
              + ") IN ("
              + lowered(no)
              + ") THEN false END";
      case null -> strict(type, text);
      case Cleaning.Trim _,
          Cleaning.CollapseSpaces _,
          Cleaning.Lower _,
          Cleaning.Upper _,
          Cleaning.Replace _,
          Cleaning.RemovePattern _,
          Cleaning.NullTokens _,
          Cleaning.MapValues _,
          Cleaning.TakePart _,
          Cleaning.TakeValue _,
          Cleaning.TakeUnit _,
          Cleaning.Custom _ ->
          strict(type, text);
    };
  }

  static String typeName(ColumnType type) {
    return switch (type) {
      case ColumnType.Decimal decimal -> decimal.text();
      case ColumnType.Simple simple -> simple == ColumnType.Simple.TEXT ? "VARCHAR" : simple.text();
    };
  }

  private static String strict(ColumnType type, String text) {
    return switch (type) {
      case ColumnType.Decimal _ -> NumberSql.value(Cleaning.ParseNumber.plain(), type, text);
      case ColumnType.Simple simple ->
          switch (simple) {
            case TEXT -> text;
            case INTEGER, BIGINT, DOUBLE ->
                NumberSql.value(Cleaning.ParseNumber.plain(), type, text);
            case BOOLEAN ->
                "CASE WHEN lower("
                    + text
                    + ") IN ('true', 't') THEN true WHEN lower("
                    + text
                    + ") IN ('false', 'f') THEN false END";
            case DATE -> shaped(text, ISO_DATE, type);
            case TIMESTAMP -> shaped(text, ISO_DATE + "([ T]" + ISO_TIME + ")?", type);
            // Without an offset the time is taken as UTC.
            case TIMESTAMPTZ ->
                shaped(text, ISO_DATE + "([ T]" + ISO_TIME + "(" + ISO_OFFSET + ")?)?", type);
            case TIME -> shaped(text, ISO_TIME, type);
            case UUID -> shaped(text, "[0-9a-fA-F]{8}-([0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}", type);
          };
    };
  }

  private static String shaped(String text, String shape, ColumnType type) {
    return "TRY_CAST(" + extract(text, shape) + " AS " + typeName(type) + ")";
  }

  static String extract(String text, String shape) {
    return "regexp_extract(" + text + ", " + Quote.literal("^" + shape + "$") + ")";
  }

  private static String lowered(List<String> words) {
    return words.stream()
        .map(word -> Quote.literal(word.toLowerCase(Locale.ROOT)))
        .distinct()
        .collect(Collectors.joining(", "));
  }

  /** Literal text inside an RE2 pattern, which refuses a backslash before any sign but ASCII's. */
  static String escaped(String text) {
    return Pattern.compile("\\p{Punct}")
        .matcher(text)
        .replaceAll(match -> "\\\\\\" + match.group());
  }
}
