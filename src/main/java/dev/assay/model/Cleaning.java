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
  @JsonSubTypes.Type(value = Cleaning.ParseNumber.class, name = "parse_number"),
  @JsonSubTypes.Type(value = Cleaning.ParseDate.class, name = "parse_date"),
  @JsonSubTypes.Type(value = Cleaning.ParseBoolean.class, name = "parse_boolean"),
  @JsonSubTypes.Type(value = Cleaning.Custom.class, name = "custom")
})
public sealed interface Cleaning {
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

    /** A plain number: point as decimal separator, nothing around it. */
    public static ParseNumber plain() {
      return new ParseNumber(".", "", List.of(), false, 1);
    }
  }

  /**
   * Reads a date or a time in the first of several formats that fits exactly; formats are those of
   * {@code strptime}.
   *
   * <p>Formats without a day-and-month order that the data settles must not be guessed: see {@link
   * Question}.
   */
  record ParseDate(List<String> formats) implements Cleaning {
    public ParseDate {
      formats = List.copyOf(formats);
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
