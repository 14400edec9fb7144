package dev.assay.quality.unseen;

import dev.assay.quality.Cell;
import dev.assay.quality.GeneratedColumn;
import dev.assay.quality.GeneratedTable;
import dev.assay.quality.TrueType;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A table that is written column by column; the same each time. */
final class Sheet {
  private final String file;
  private final int rows;
  private final List<GeneratedColumn> columns = new ArrayList<>();

  private Sheet(String file, int rows) {
    this.file = file;
    this.rows = rows;
  }

  static Sheet of(String file, int rows) {
    return new Sheet(file, rows);
  }

  GeneratedTable table() {
    return new GeneratedTable(file, columns);
  }

  /** A column whose cells are made one by one. */
  Sheet cells(String header, TrueType type, Function<Random, Cell> cell) {
    Random random = random(header);
    return add(
        header, type, false, IntStream.range(0, rows).mapToObj(_ -> cell.apply(random)).toList());
  }

  /** Texts that mean themselves. */
  Sheet text(String header, Function<Random, String> text) {
    return cells(header, TrueType.TEXT, r -> Cell.text(text.apply(r)));
  }

  /** Each cell is one of these. */
  Sheet words(String header, String... words) {
    return text(header, r -> words[r.nextInt(words.length)]);
  }

  /** The cells of a small table: {@code raw → truth}, or a text that means itself. */
  Sheet given(String header, TrueType type, String... cells) {
    return add(
        header,
        type,
        false,
        Arrays.stream(cells)
            .map(cell -> cell.split(" → ", -1))
            .map(cell ->
                cell.length == 1
                    ? cell[0].isEmpty() ? Cell.missing(null) : Cell.text(cell[0])
                    : cell[1].isEmpty() ? Cell.missing(cell[0]) : Cell.value(cell[0], cell[1]))
            .toList());
  }

  Sheet whole(String header, long least, long greatest) {
    return whole(header, least, greatest, BigDecimal::toPlainString);
  }

  Sheet whole(String header, long least, long greatest, Function<BigDecimal, String> written) {
    return number(header, TrueType.INTEGER, least, greatest, 0, written);
  }

  Sheet decimal(
      String header, double least, double greatest, int scale, Function<BigDecimal, String> text) {
    return number(header, TrueType.DECIMAL, least, greatest, scale, text);
  }

  private Sheet number(
      String header,
      TrueType type,
      double least,
      double greatest,
      int scale,
      Function<BigDecimal, String> written) {
    return cells(
        header,
        type,
        r -> {
          BigDecimal number = between(r, least, greatest, scale);
          return Cell.value(written.apply(number), number.toPlainString());
        });
  }

  Sheet days(String header, LocalDate first, int span, Function<LocalDate, String> written) {
    return cells(
        header,
        TrueType.DATE,
        r -> {
          LocalDate day = first.plusDays(r.nextInt(span));
          return Cell.value(written.apply(day), day.toString());
        });
  }

  Sheet days(String header, String first, int span, String pattern) {
    return days(header, LocalDate.parse(first), span, day(pattern, Locale.ENGLISH));
  }

  /** Moments to the second; the truth ends in an offset, or in nothing. */
  Sheet seconds(
      String header, TrueType type, String first, Function<LocalDateTime, String> text, String at) {
    return moments(header, type, first, 1, text, at);
  }

  /** Moments to the minute. */
  Sheet minutes(String header, String first, Function<LocalDateTime, String> text) {
    return moments(header, TrueType.TIMESTAMP, first, 60, text, "");
  }

  private Sheet moments(
      String header,
      TrueType type,
      String first,
      int step,
      Function<LocalDateTime, String> written,
      String offset) {
    LocalDateTime start = LocalDate.parse(first).atStartOfDay();
    return cells(
        header,
        type,
        r -> {
          LocalDateTime moment = start.plusSeconds((long) step * r.nextInt(86_400 / step * 90));
          return Cell.value(
              written.apply(moment), moment("yyyy-MM-dd HH:mm:ss").apply(moment) + offset);
        });
  }

  Sheet truth(String header, String yes, String no) {
    return cells(
        header,
        TrueType.BOOLEAN,
        r -> {
          boolean is = r.nextInt(3) > 0;
          return Cell.value(is ? yes : no, String.valueOf(is));
        });
  }

  /** Of the last column so many of a hundred cells are missing, written in one of these words. */
  Sheet missing(int percent, String... words) {
    GeneratedColumn last = columns.removeLast();
    Random random = random(last.header() + "?");
    return add(
        last.header(),
        last.type(),
        last.ambiguous(),
        last.cells().stream()
            .map(cell ->
                random.nextInt(100) < percent
                    ? Cell.missing(words.length == 0 ? null : words[random.nextInt(words.length)])
                    : cell)
            .toList());
  }

  /**
   * The last column holds words that may say more than that there is no value: it is left as it is
   * until a person decides.
   */
  Sheet undecided() {
    GeneratedColumn last = columns.removeLast();
    return add(
        last.header(),
        TrueType.TEXT,
        false,
        last.cells().stream()
            .map(cell -> cell.raw() == null ? Cell.missing(null) : Cell.text(cell.raw()))
            .toList());
  }

  /** The last column leaves open what it means. */
  Sheet open() {
    GeneratedColumn last = columns.removeLast();
    return add(last.header(), last.type(), true, last.cells());
  }

  static Function<LocalDate, String> day(String pattern, Locale locale) {
    return DateTimeFormatter.ofPattern(pattern, locale)::format;
  }

  static Function<LocalDateTime, String> moment(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.US)::format;
  }

  static BigDecimal between(Random random, double least, double greatest, int scale) {
    // Small ones are more frequent, as amounts are.
    double share = least < 0 ? random.nextDouble() : Math.pow(random.nextDouble(), 2);
    return BigDecimal.valueOf(least + share * (greatest - least))
        .setScale(scale, RoundingMode.HALF_UP);
  }

  /** So many digits, the first of which may be zero. */
  static String digits(Random random, int count) {
    return random
        .ints(count, 0, 10)
        .mapToObj(String::valueOf)
        .collect(java.util.stream.Collectors.joining());
  }

  static String letters(Random random, int count) {
    return Stream.generate(() -> String.valueOf((char) ('A' + random.nextInt(26))))
        .limit(count)
        .collect(java.util.stream.Collectors.joining());
  }

  private Sheet add(String header, TrueType type, boolean open, List<Cell> cells) {
    String kind = "unseen: " + file.replaceAll("[.]\\w+$", "");
    columns.add(new GeneratedColumn(kind, header, type, open, cells));
    return this;
  }

  private Random random(String of) {
    return new Random(file.hashCode() * 31L + of.hashCode());
  }
}
