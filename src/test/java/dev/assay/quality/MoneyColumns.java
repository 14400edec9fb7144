package dev.assay.quality;

import static dev.assay.quality.NumberColumns.amount;
import static dev.assay.quality.NumberColumns.fraction;
import static dev.assay.quality.NumberColumns.kind;
import static dev.assay.quality.TrueType.DECIMAL;
import static dev.assay.quality.TrueType.INTEGER;
import static dev.assay.quality.TrueType.TEXT;
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
import java.util.stream.Stream;

/** Numbers with currencies, units, percent signs and multipliers around them. */
final class MoneyColumns {
  private static final int EACH = 6;
  private static final List<String> AMOUNTS = List.of("amount", "Preis", "total", "z");
  private static final List<String> MEASURES = List.of("weight", "Size", "col_7", "value");

  private MoneyColumns() {}

  static Stream<GeneratedTable> tables() {
    return kinds().stream()
        .map(kind ->
            kind.type() == TEXT
                ? kind
                : kind.withMissing("N/A", "-", "n/a", "unknown", "tbd", "--")
                    .withDirt("on request", "free?", "call us"))
        .flatMap(kind -> kind.tables(EACH));
  }

  private static List<Kind> kinds() {
    List<Kind> kinds = new ArrayList<>();
    kinds.add(money("$ before", n -> signed(n, "$" + grouped(n.abs(), ",", '.'))));
    kinds.add(money("€ before, decimal comma", n -> "€ " + grouped(n, ".", ',')));
    kinds.add(money("€ after, decimal comma", n -> grouped(n, ".", ',') + " €"));
    kinds.add(money("€ after, spaces between thousands", n -> grouped(n, " ", ',') + " €"));
    kinds.add(money("code before", n -> "USD " + grouped(n, ",", '.')));
    kinds.add(money("code after", n -> plain(n, '.') + " EUR"));
    kinds.add(money("rarer code after", n -> plain(n, '.') + " RON"));
    kinds.add(money("rarer code before", n -> "MYR " + grouped(n, ",", '.')));
    kinds.add(money("R$", n -> "R$ " + grouped(n, ".", ',')));
    kinds.add(money("£, minus behind the sign", n -> "£" + plain(n, '.')));
    kinds.add(
        kind(
            "₹ in lakhs",
            DECIMAL,
            AMOUNTS,
            random -> fraction(random, 8, 2),
            n -> "₹" + Written.lakhs(n)));
    kinds.add(money("CHF, apostrophes", n -> "CHF " + grouped(n, "'", '.')));
    kinds.add(money("kr after", n -> grouped(n, "\u00a0", ',') + " kr"));
    kinds.add(
        money(
            "$ in parentheses",
            n ->
                n.signum() < 0
                    ? "($" + grouped(n.abs(), ",", '.') + ")"
                    : "$" + grouped(n, ",", '.')));
    kinds.add(
        money(
            "$ outside of parentheses",
            n ->
                n.signum() < 0
                    ? "$(" + grouped(n.abs(), ",", '.') + ")"
                    : "$" + grouped(n, ",", '.')));
    kinds.add(
        kind(
            "¥, whole",
            INTEGER,
            AMOUNTS,
            random -> number(random, 6, 0).add(BigDecimal.valueOf(1_000_000)),
            n -> "¥" + grouped(n, ",", '.')));
    kinds.add(
        kind(
            "$, whole thousands",
            INTEGER,
            AMOUNTS,
            random -> BigDecimal.valueOf(1_000 + random.nextInt(900_000)),
            n -> "$" + grouped(n, ",", '.')));
    kinds.add(
        Kind.of(
            "one currency however written",
            DECIMAL,
            AMOUNTS,
            random ->
                () -> {
                  BigDecimal n = amount(random).abs();
                  String text = plain(n, '.');
                  return Cell.value(
                      one(random, "$" + text, "$ " + text, "USD " + text, text + " USD", text),
                      canonical(n));
                }));
    kinds.add(mixed("several currencies", "$%s", "€%s", "£%s"));
    kinds.add(mixed("several codes", "USD %s", "EUR %s", "JPY %s"));
    kinds.add(mixed("several units", "%s kg", "%s lb", "%s g"));
    kinds.add(mixed("units of different sizes", "%s km", "%s m", "%s cm"));
    measures(kinds);
    percents(kinds);
    kinds.add(multiplied("k and M", "", "", "k", "M"));
    kinds.add(multiplied("K, M and bn", "$", "", "K", "M", "bn"));
    kinds.add(multiplied("M alone, in money", "$", "", "M"));
    kinds.add(multiplied("k before the currency", "", " €", "k"));
    kinds.add(multiplied("words", "", "", " million", " billion", " thousand"));
    kinds.add(multiplied("Tsd. and Mio.", "", " €", " Tsd.", " Mio."));
    return kinds;
  }

  private static Kind money(String name, Function<BigDecimal, String> written) {
    Function<Random, BigDecimal> values =
        name.contains("parentheses") || name.contains("before")
            ? MoneyColumns::anySign
            : random -> fraction(random, 6, 2);
    return kind(name, DECIMAL, AMOUNTS, values, written);
  }

  private static BigDecimal anySign(Random random) {
    BigDecimal n = fraction(random, 6, 2);
    return random.nextInt(5) == 0 ? n.negate() : n;
  }

  private static String signed(BigDecimal number, String text) {
    return number.signum() < 0 ? "-" + text : text;
  }

  /** Must never become one number. */
  private static Kind mixed(String name, String... patterns) {
    return Kind.of(
        name,
        TEXT,
        List.of("amount", "value", "size", "price"),
        random ->
            () ->
                Cell.text(
                    String.format(one(random, patterns), plain(fraction(random, 3, 1), '.'))));
  }

  private static void measures(List<Kind> kinds) {
    for (String unit :
        List.of(" oz", "kg", " km", "cm", " ml", " mph", "°C", " lbs", " hours", " GB", "m²")) {
      kinds.add(
          kind(
              "unit '" + unit.strip() + "'",
              DECIMAL,
              MEASURES,
              random -> fraction(random, 3, 1),
              n -> plain(n, '.') + unit));
    }
    kinds.add(
        kind("unit, whole", INTEGER, MEASURES, r -> number(r, 3, 0), n -> plain(n, '.') + " min"));
    kinds.add(
        kind(
            "unit, decimal comma",
            DECIMAL,
            MEASURES,
            random -> fraction(random, 3, 2),
            n -> plain(n, ',') + " kg"));
    kinds.add(
        Kind.of(
            "one unit however written",
            DECIMAL,
            MEASURES,
            random ->
                () -> {
                  BigDecimal n = fraction(random, 3, 1);
                  String text = plain(n, '.');
                  return Cell.value(
                      one(random, text + " oz", text + " OZ.", text + "oz", text + " ounces", text),
                      canonical(n));
                }));
    kinds.add(
        kind(
            "a unit that nobody knows",
            DECIMAL,
            MEASURES,
            random -> fraction(random, 3, 1),
            n -> plain(n, '.') + " smoots"));
  }

  private static void percents(List<Kind> kinds) {
    List<String> headers = List.of("rate", "Anteil", "discount_pct", "growth");
    kinds.add(
        kind(
            "percent, whole",
            INTEGER,
            headers,
            r -> BigDecimal.valueOf(r.nextInt(101)),
            n -> n + "%"));
    kinds.add(kind("percent", DECIMAL, headers, r -> fraction(r, 2, 1), n -> plain(n, '.') + "%"));
    kinds.add(
        kind(
            "percent, apart", DECIMAL, headers, r -> fraction(r, 2, 2), n -> plain(n, ',') + " %"));
    kinds.add(
        Kind.of(
            "percent signs on some",
            DECIMAL,
            headers,
            random ->
                () -> {
                  BigDecimal n = fraction(random, 2, 1);
                  return Cell.value(plain(n, '.') + one(random, "%", "%", ""), canonical(n));
                }));
  }

  private static Kind multiplied(String name, String before, String after, String... words) {
    return Kind.of(
        "multiplier: " + name,
        INTEGER,
        List.of("revenue", "followers", "w"),
        random ->
            () -> {
              String word = one(random, words);
              BigDecimal n = fraction(random, 3, word.contains("ousand") ? 1 : 2);
              BigDecimal value = n.movePointRight(power(word));
              return Cell.value(
                  before + plain(n, name.endsWith("Mio.") ? ',' : '.') + word + after,
                  canonical(value));
            });
  }

  private static int power(String word) {
    return switch (word.strip().toLowerCase(java.util.Locale.ROOT)) {
      case "k", "thousand", "tsd." -> 3;
      case "m", "million", "mio." -> 6;
      default -> 9;
    };
  }
}
