package dev.assay.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One typed step between a raw text and its Silver value; a column's steps run in order and each
 * dialect renders them.
 *
 * <p>Text steps map text to text and never lose a row. Parse steps come last, turn text into the
 * column's type, and a text that they cannot read fails the cast. A column with a type other than
 * TEXT and no parse step is cast strictly.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "step")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Cleaning.Trim.class, name = "trim"),
  @JsonSubTypes.Type(value = Cleaning.CollapseSpaces.class, name = "collapse_spaces"),
  @JsonSubTypes.Type(value = Cleaning.Lower.class, name = "lower"),
  @JsonSubTypes.Type(value = Cleaning.Upper.class, name = "upper"),
  @JsonSubTypes.Type(value = Cleaning.Replace.class, name = "replace"),
  @JsonSubTypes.Type(value = Cleaning.RemovePattern.class, name = "remove_pattern"),
  @JsonSubTypes.Type(value = Cleaning.NullTokens.class, name = "null_tokens"),
  @JsonSubTypes.Type(value = Cleaning.MapValues.class, name = "map_values"),
  @JsonSubTypes.Type(value = Cleaning.TakePart.class, name = "take_part"),
  @JsonSubTypes.Type(value = Cleaning.TakeValue.class, name = "take_value"),
  @JsonSubTypes.Type(value = Cleaning.TakeUnit.class, name = "take_unit"),
  @JsonSubTypes.Type(value = Cleaning.ParseNumber.class, name = "parse_number"),
  @JsonSubTypes.Type(value = Cleaning.ParseDate.class, name = "parse_date"),
  @JsonSubTypes.Type(value = Cleaning.ParseBoolean.class, name = "parse_boolean"),
  @JsonSubTypes.Type(value = Cleaning.Custom.class, name = "custom")
})
public sealed interface Cleaning {
  /** 69 is 1969 and 68 is 2068, as POSIX has it. */
  int POSIX_PIVOT = 1969;

  /** Whether the step turns text into a value, and so must be the last. */
  default boolean parses() {
    return switch (this) {
      case ParseNumber _, ParseDate _, ParseBoolean _ -> true;
      case Trim _,
          CollapseSpaces _,
          Lower _,
          Upper _,
          Replace _,
          RemovePattern _,
          NullTokens _,
          MapValues _,
          TakePart _,
          TakeValue _,
          TakeUnit _,
          Custom _ ->
          false;
    };
  }

  /**
   * Removes white space of any kind at both ends. A text of nothing but white space becomes
   * missing.
   */
  record Trim() implements Cleaning {}

  /** Makes every run of white space one blank. */
  record CollapseSpaces() implements Cleaning {}

  record Lower() implements Cleaning {}

  record Upper() implements Cleaning {}

  /** Replaces every occurrence of {@code from}, taken literally. */
  record Replace(String from, String to) implements Cleaning {}

  /** Removes every match of a regular expression (RE2 syntax). */
  record RemovePattern(String pattern) implements Cleaning {}

  /** Texts that mean "missing", compared without regard to case. */
  record NullTokens(List<String> tokens) implements Cleaning {
    public NullTokens {
      tokens = List.copyOf(tokens);
    }
  }

  /** Replaces whole values; values not listed stay as they are. */
  record MapValues(Map<String, String> values) implements Cleaning {
    public MapValues {
      values = Map.copyOf(values);
    }
  }

  /**
   * Takes one part of a text that has exactly so many, without the white space around it; a part
   * without text is missing. Of a text with fewer or more parts nothing is lost: part 1 is all of
   * it, and the others are missing.
   *
   * @param separator what stands between parts, taken literally
   * @param part which part, from 1
   * @param parts how many a text must have; at least 2
   */
  record TakePart(String separator, int part, int parts) implements Cleaning {}

  /**
   * Takes the value that a text such as {@code color=red; size=L} gives for a key, without the
   * white space around it; missing where the text has no such key or no value for it.
   *
   * @param key compared without regard to case
   * @param separator the sign between pairs
   * @param assignment the sign between a key and its value
   */
  record TakeValue(String key, String separator, String assignment) implements Cleaning {}

  /**
   * Takes the unit or currency that is written before or after a number and gives it its one name;
   * missing where none of those listed is written.
   *
   * @param units what may be written, compared without regard to case, and the name of each
   */
  record TakeUnit(Map<String, String> units) implements Cleaning {
    public TakeUnit {
      units = units == null ? Map.of() : Map.copyOf(units);
    }
  }

  /**
   * Reads a number as people write it.
   *
   * @param decimal the decimal separator, {@code "."} or {@code ","}
   * @param grouping the thousands separator, or empty when there is none; groups must then be of
   *     three digits, unless they are {@code lakhs}
   * @param strip words and signs around the number that carry no value: currency signs, units,
   *     {@code %}; compared without regard to case
   * @param parentheses whether {@code (12)} is minus twelve
   * @param divideBy 1, or 100 for a percentage stored as a fraction
   * @param trailingMinus whether {@code 12-} is minus twelve
   * @param multipliers words after the number that multiply it, such as {@code k}, each with a
   *     power of ten; compared without regard to case
   * @param lakhs whether groups before the last three digits are of two, as in India: {@code
   *     12,34,567}
   */
  record ParseNumber(
      String decimal,
      String grouping,
      List<String> strip,
      boolean parentheses,
      int divideBy,
      @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean trailingMinus,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, Long> multipliers,
      @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean lakhs)
      implements Cleaning {
    public ParseNumber {
      decimal = decimal == null ? "." : decimal;
      grouping = grouping == null ? "" : grouping;
      strip = strip == null ? List.of() : List.copyOf(strip);
      divideBy = divideBy == 0 ? 1 : divideBy;
      // In one order, so that the same recipe is always written alike.
      multipliers =
          multipliers == null || multipliers.isEmpty()
              ? Map.of()
              : Collections.unmodifiableMap(new TreeMap<>(multipliers));
    }

    /** A number whose minus stands before it, that no word multiplies, in groups of three. */
    public ParseNumber(
        String decimal, String grouping, List<String> strip, boolean parentheses, int divideBy) {
      this(decimal, grouping, strip, parentheses, divideBy, false, Map.of(), false);
    }

    /** The same, divided by 1 or 100. */
    public ParseNumber dividedBy(int divisor) {
      return new ParseNumber(
          decimal, grouping, strip, parentheses, divisor, trailingMinus, multipliers, lakhs);
    }

    /** The same with other words around it. */
    public ParseNumber stripping(List<String> words) {
      return new ParseNumber(
          decimal, grouping, words, parentheses, divideBy, trailingMinus, multipliers, lakhs);
    }

    /** A plain number: point as decimal separator, nothing around it. */
    public static ParseNumber plain() {
      return new ParseNumber(".", "", List.of(), false, 1);
    }
  }

  /**
   * Reads a date or a time in the first of several formats that fits exactly.
   *
   * <p>Formats are those of {@code strptime}, with {@code %q} for a quarter, {@code %Z} for the
   * name of a zone and {@code %G %V %u} for ISO weeks; or one of {@code epoch_seconds}, {@code
   * epoch_milliseconds} and {@code excel_serial} for numbers. Where a format has no day, it is the
   * first. Formats without a day-and-month order that the data settles must not be guessed: see
   * {@link Question}.
   *
   * @param formats tried in this order
   * @param pivot the first of the hundred years that two digits may mean; null is 1969
   * @param languages whose names of months and days are read, in any length, case and accent, with
   *     or without a dot; days may then be ordinals. Empty is plain English: Jan or January
   */
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  record ParseDate(List<String> formats, Integer pivot, List<MonthLanguage> languages)
      implements Cleaning {
    public ParseDate {
      formats = formats == null ? List.of() : List.copyOf(formats);
      languages = languages == null ? List.of() : List.copyOf(languages);
    }

    /** Formats of numbers and plain English names. */
    public ParseDate(List<String> formats) {
      this(formats, null, List.of());
    }

    /** The first year that two digits may mean. */
    public int firstYear() {
      return pivot == null ? POSIX_PIVOT : pivot;
    }
  }

  /** Reads a truth value from words, compared without regard to case. */
  record ParseBoolean(List<String> yes, List<String> no) implements Cleaning {
    public ParseBoolean {
      yes = List.copyOf(yes);
      no = List.copyOf(no);
    }
  }

  /**
   * An expression in DuckDB's SQL over the source's columns, guarded before it runs; other engines
   * refuse it by column name.
   */
  record Custom(String sql) implements Cleaning {}
}
