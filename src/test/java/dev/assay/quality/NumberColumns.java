package dev.assay.quality;

import static dev.assay.quality.TrueType.DECIMAL;
import static dev.assay.quality.TrueType.DOUBLE;
import static dev.assay.quality.TrueType.INTEGER;
import static dev.assay.quality.Written.canonical;
import static dev.assay.quality.Written.grouped;
import static dev.assay.quality.Written.number;
import static dev.assay.quality.Written.one;
import static dev.assay.quality.Written.plain;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Bare numbers in every locale, with the signs that people give them. */
final class NumberColumns {
  private static final int EACH = 6;
  private static final List<String> COUNTS =
      List.of("visits", "Quantity", "anzahl", "Einwohner", "x", "units_sold");
  private static final List<String> AMOUNTS =
      List.of("amount", "Betrag", "valor", "Weight", "y", "measurement");
  private static final String[] MISSING = {"N/A", "-", "null", "NA", "n/d", "#N/A", "NaN", "?"};
  private static final String[] DIRT = {"abc", "see note", "12..5", "1;2", "ten"};

  private NumberColumns() {}

  static Stream<GeneratedTable> tables() {
    return Stream.concat(
        kinds().stream()
            .map(kind -> kind.withMissing(MISSING).withDirt(DIRT))
            .flatMap(kind -> kind.tables(EACH)),
        settledByAnother());
  }

  private static List<Kind> kinds() {
    List<Kind> kinds = new ArrayList<>();
    kinds.add(whole("whole", random -> number(random, 5, 0), number -> plain(number, '.')));
    kinds.add(
        whole(
            "whole, negative too",
            random -> number(random, 5, 0).multiply(sign(random)),
            number -> plain(number, '.')));
    kinds.add(whole("whole, beyond 32 bits", random -> number(random, 12, 0), n -> plain(n, '.')));
    kinds.add(whole("whole, a plus where above zero", NumberColumns::signed, NumberColumns::plus));
    kinds.add(whole("whole, as a double wrote it", r -> number(r, 4, 0), n -> n + ".0"));
    kinds.add(whole("years", r -> BigDecimal.valueOf(1950 + r.nextInt(80)), n -> plain(n, '.')));
    for (int scale = 1; scale <= 4; scale++) {
      int digits = scale;
      kinds.add(
          fraction(
              "point, " + scale + " decimals",
              random -> fraction(random, 5, digits),
              number -> plain(number, '.')));
    }
    kinds.add(fraction("comma, 2 decimals", r -> fraction(r, 5, 2), n -> plain(n, ',')));
    kinds.add(fraction("comma, 1 decimal", r -> fraction(r, 4, 1), n -> plain(n, ',')));
    kinds.add(fraction("point, zeros left out", r -> fraction(r, 4, 3), n -> plain(bare(n), '.')));
    kinds.add(fraction("no zero before the point", NumberColumns::share, NumberColumns::noZero));
    for (String grouping : List.of(",", " ", "\u00a0", "\u202f", "\u2009", "'", "’")) {
      kinds.add(
          fraction(
              "point, thousands by " + named(grouping),
              random -> fraction(random, 7, 2),
              number -> grouped(number, grouping, '.')));
    }
    for (String grouping : List.of(".", " ", "\u00a0", "\u202f", "\u2009", "'", "’")) {
      kinds.add(
          fraction(
              "comma, thousands by " + named(grouping),
              random -> fraction(random, 7, 2),
              number -> grouped(number, grouping, ',')));
    }
    for (String grouping : List.of(",", ".", " ", "'")) {
      kinds.add(
          startingWith(
              whole(
                  "whole, thousands by " + named(grouping),
                  random -> number(random, 7, 0),
                  number -> grouped(number, grouping, ' ')),
              BigDecimal.valueOf(1_234_567),
              number -> grouped(number, grouping, ' ')));
    }
    kinds.add(fraction("lakhs and crores", r -> fraction(r, 8, 2), Written::lakhs));
    kinds.add(
        startingWith(
            whole("whole, lakhs and crores", r -> number(r, 8, 0), Written::lakhs),
            BigDecimal.valueOf(1_234_567),
            Written::lakhs));
    kinds.add(
        fraction(
            "negative in parentheses",
            NumberColumns::amount,
            number ->
                number.signum() < 0 ? "(" + plain(number.abs(), '.') + ")" : plain(number, '.')));
    kinds.add(
        fraction(
            "minus behind",
            NumberColumns::amount,
            number -> number.signum() < 0 ? plain(number.abs(), '.') + "-" : plain(number, '.')));
    kinds.add(
        fraction(
            "minus behind, decimal comma",
            NumberColumns::amount,
            number ->
                number.signum() < 0
                    ? grouped(number.abs(), ".", ',') + "-"
                    : grouped(number, ".", ',')));
    kinds.add(
        fraction(
            "minus as a dash",
            NumberColumns::amount,
            number -> plain(number, '.').replace('-', '−')));
    kinds.add(
        fraction(
            "minus apart", NumberColumns::amount, number -> plain(number, '.').replace("-", "- ")));
    kinds.add(scientific());
    kinds.add(
        open("open: one comma, three digits", number -> grouped(number, ",", '.'), 1_000, 999_999));
    kinds.add(
        open("open: one point, three digits", number -> grouped(number, ".", ','), 1_000, 999_999));
    kinds.add(
        whole(
            "thousands beside hundreds",
            random ->
                random.nextBoolean()
                    ? BigDecimal.valueOf(10L * (1 + random.nextInt(99)))
                    : BigDecimal.valueOf(10L * (100 + random.nextInt(900))),
            number -> grouped(number, ",", '.')));
    kinds.add(
        fraction(
            "point, three decimals of less than one",
            NumberColumns::share,
            number -> plain(number, '.')));
    kinds.add(
        fraction(
            "comma, three decimals of less than one",
            NumberColumns::share,
            number -> plain(number, ',')));
    kinds.add(
        fraction(
            "point, three decimals beside four digits",
            random -> fraction(random, 5, 3).add(BigDecimal.valueOf(1_200)),
            number -> plain(number, '.')));
    return kinds;
  }

  private static Kind scientific() {
    return Kind.of(
        "scientific",
        DOUBLE,
        AMOUNTS,
        random ->
            () -> {
              double value = random.nextGaussian() * Math.pow(10, random.nextInt(40) - 20);
              String text =
                  String.format(java.util.Locale.ROOT, one(random, "%.3e", "%.5E"), value);
              return Cell.value(text, new BigDecimal(text).toString());
            });
  }

  /** In each file one column that says nothing of its point or comma, and one that does. */
  private static Stream<GeneratedTable> settledByAnother() {
    Kind pointFractions = fraction("point, 2 decimals", r -> fraction(r, 4, 2), n -> plain(n, '.'));
    Kind commaFractions = fraction("comma, 2 decimals", r -> fraction(r, 4, 2), n -> plain(n, ','));
    Function<Random, BigDecimal> thousands =
        random -> BigDecimal.valueOf(1_000 + random.nextInt(90_000));
    Function<Random, BigDecimal> grams =
        random -> BigDecimal.valueOf(1_000 + random.nextInt(90_000), 3);
    return Stream.of(
            List.of(
                whole("comma: thousands by another column", thousands, n -> grouped(n, ",", '.')),
                pointFractions),
            List.of(
                whole("point: thousands by another column", thousands, n -> grouped(n, ".", ',')),
                commaFractions),
            List.of(
                fraction("comma: decimal by another column", grams, n -> plain(n, ',')),
                commaFractions),
            List.of(
                fraction("point: decimal by another column", grams, n -> plain(n, '.')),
                pointFractions))
        .flatMap(pair ->
            IntStream.range(0, EACH)
                .mapToObj(i -> {
                  int rows = new int[] {20, 60, 300}[i % 3];
                  GeneratedColumn open = pair.getFirst().column(i, rows);
                  GeneratedColumn other = renamed(pair.getLast().column(i, rows), "other");
                  return new GeneratedTable("data.csv", List.of(renamed(open, "menge"), other));
                }));
  }

  private static GeneratedColumn renamed(GeneratedColumn column, String header) {
    return new GeneratedColumn(
        column.kind(), header, column.type(), column.ambiguous(), column.cells());
  }

  private static Kind whole(
      String name, Function<Random, BigDecimal> value, Function<BigDecimal, String> written) {
    return kind(name, INTEGER, COUNTS, value, written);
  }

  private static Kind fraction(
      String name, Function<Random, BigDecimal> value, Function<BigDecimal, String> written) {
    return kind(name, DECIMAL, AMOUNTS, value, written);
  }

  private static Kind open(
      String name, Function<BigDecimal, String> written, int least, int greatest) {
    return kind(
            name,
            INTEGER,
            COUNTS,
            random -> BigDecimal.valueOf(least + random.nextInt(greatest - least)),
            written)
        .ambiguousWhere(_ -> true);
  }

  static Kind kind(
      String name,
      TrueType type,
      List<String> headers,
      Function<Random, BigDecimal> value,
      Function<BigDecimal, String> written) {
    return Kind.of(
        name,
        type,
        headers,
        random ->
            () -> {
              BigDecimal number = value.apply(random);
              return Cell.value(written.apply(number), canonical(number));
            });
  }

  /** With a first value that leaves nothing open. */
  private static Kind startingWith(
      Kind kind, BigDecimal first, Function<BigDecimal, String> written) {
    return Kind.of(
        kind.name(),
        kind.type(),
        kind.headers(),
        random -> {
          var values = kind.writer().begin(random);
          int[] count = {0};
          // Several times: a cell may be overwritten by a missing one.
          return () ->
              count[0]++ % 7 == 0
                  ? Cell.value(written.apply(first), canonical(first))
                  : values.get();
        });
  }

  static BigDecimal fraction(Random random, int digits, int scale) {
    BigDecimal number = number(random, digits, scale);
    return number.remainder(BigDecimal.TEN.movePointLeft(scale)).signum() == 0
        ? number.add(BigDecimal.ONE.movePointLeft(scale))
        : number;
  }

  private static BigDecimal share(Random random) {
    return BigDecimal.valueOf(1 + random.nextInt(998), 3);
  }

  private static String noZero(BigDecimal number) {
    return number.toPlainString().replaceFirst("^0", "");
  }

  private static BigDecimal bare(BigDecimal number) {
    BigDecimal stripped = number.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }

  static BigDecimal amount(Random random) {
    BigDecimal number = fraction(random, 5, 2);
    return random.nextInt(4) == 0 ? number.negate() : number;
  }

  private static BigDecimal signed(Random random) {
    return number(random, 3, 0).multiply(sign(random));
  }

  private static BigDecimal sign(Random random) {
    return random.nextInt(3) == 0 ? BigDecimal.ONE.negate() : BigDecimal.ONE;
  }

  private static String plus(BigDecimal number) {
    return number.signum() > 0 ? "+" + number : number.toString();
  }

  private static String named(String sign) {
    return switch (sign) {
      case "\u00a0" -> "no-break space";
      case "\u202f" -> "narrow space";
      case "\u2009" -> "thin space";
      case " " -> "space";
      case "’" -> "curly apostrophe";
      case "'" -> "apostrophe";
      case "." -> "point";
      default -> "comma";
    };
  }
}
