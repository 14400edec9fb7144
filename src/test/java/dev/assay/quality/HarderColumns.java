package dev.assay.quality;

import static dev.assay.quality.TrueType.BOOLEAN;
import static dev.assay.quality.TrueType.DECIMAL;
import static dev.assay.quality.TrueType.DOUBLE;
import static dev.assay.quality.TrueType.INTEGER;
import static dev.assay.quality.TrueType.TEXT;
import static dev.assay.quality.Written.grouped;
import static dev.assay.quality.Written.one;
import static dev.assay.quality.Written.plain;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;

/** Columns that mix several ways of writing, or that nearly are something else. */
final class HarderColumns {
  private static final int EACH = 5;
  private static final List<String> ANY = List.of("value", "col_3", "Wert", "reading");

  private HarderColumns() {}

  static Stream<GeneratedTable> tables() {
    return kinds().stream().flatMap(kind -> kind.tables(EACH));
  }

  private static List<Kind> kinds() {
    List<Kind> kinds = new ArrayList<>();
    kinds.add(
        number(
            "grouped or not",
            DECIMAL,
            r -> fraction(r, 6),
            (n, r) -> r.nextBoolean() ? grouped(n, ",", '.') : plain(n, '.')));
    kinds.add(
        number(
            "spaces around",
            DECIMAL,
            r -> fraction(r, 4),
            (n, r) -> one(r, " ", "", "\t", "\u00a0") + plain(n, '.') + one(r, " ", "", "  ")));
    kinds.add(
        number(
            "sometimes with its currency, sometimes negative",
            DECIMAL,
            HarderColumns::signed,
            (n, r) ->
                (n.signum() < 0 ? "-" : "") + one(r, "$", "", "$ ") + grouped(n.abs(), ",", '.')));
    kinds.add(number("whole and broken", DECIMAL, HarderColumns::halves, (n, _) -> bare(n)));
    kinds.add(
        number(
            "zero, whole and tiny",
            DECIMAL,
            r -> r.nextInt(3) == 0 ? BigDecimal.ZERO : BigDecimal.valueOf(1 + r.nextInt(99_999), 5),
            (n, _) -> bare(n)));
    kinds.add(
        number(
            "percent with a decimal comma, negative too",
            DECIMAL,
            HarderColumns::signed,
            (n, _) -> plain(n, ',') + "%"));
    kinds.add(
        number(
            "noise of doubles",
            DOUBLE,
            r -> new BigDecimal(0.1 + r.nextDouble()),
            (n, _) -> String.valueOf(n.doubleValue())));
    kinds.add(
        number(
            "large integers and zeros",
            INTEGER,
            r ->
                BigDecimal.valueOf(
                    r.nextInt(4) == 0 ? 0 : Math.abs(r.nextLong() % 90_000_000_000_000L)),
            (n, _) -> n.toPlainString()));
    kinds.add(
        number(
            "k for some only",
            INTEGER,
            r ->
                BigDecimal.valueOf(r.nextBoolean() ? r.nextInt(999) : 100L * (10 + r.nextInt(900))),
            (n, _) -> n.longValue() < 1000 ? n.toPlainString() : bare(n.movePointLeft(3)) + "k"));
    kinds.add(
        number(
            "minus behind and thousands",
            DECIMAL,
            HarderColumns::signed,
            (n, _) -> grouped(n.abs(), ",", '.') + (n.signum() < 0 ? "-" : "")));
    kinds.add(
        number(
            "temperature, below zero too",
            DECIMAL,
            r -> BigDecimal.valueOf(1 + 2L * (r.nextInt(600) - 250), 1),
            (n, _) -> plain(n, '.') + " °C"));
    kinds.add(
        number(
                "a year or unknown",
                INTEGER,
                r -> BigDecimal.valueOf(1900 + r.nextInt(125)),
                (n, _) -> n.toPlainString())
            .withMissing("unknown", "n.d.", "-", "?"));
    kinds.add(
        number(
            "ages", INTEGER, r -> BigDecimal.valueOf(r.nextInt(100)), (n, _) -> n.toPlainString()));
    kinds.add(
        number(
            "small ids",
            INTEGER,
            r -> BigDecimal.valueOf(1 + r.nextInt(99_999)),
            (n, _) -> n.toPlainString()));
    kinds.add(text("runs and codes with k", r -> one(r, "5K", "10K", "Half", "Full", "Relay")));
    kinds.add(text("sizes of clothes", r -> one(r, "S", "M", "L", "XL", "XXL", "42")));
    kinds.add(
        text(
            "a number and its explanation",
            r ->
                r.nextInt(90)
                    + " ("
                    + one(r, "est.", "approx.", "final")
                    + ") of "
                    + r.nextInt(100)));
    kinds.add(text("several amounts in a cell", r -> r.nextInt(90) + " / " + r.nextInt(90)));
    kinds.add(text("durations of two units", r -> r.nextInt(12) + " h " + r.nextInt(60) + " min"));
    kinds.add(
        text("heights in feet and inches", r -> (4 + r.nextInt(3)) + "'" + r.nextInt(12) + "\""));
    kinds.add(
        text(
            "point and comma as decimal sign",
            r ->
                one(
                    r,
                    r.nextInt(90) + "." + (10 + r.nextInt(90)),
                    r.nextInt(90) + "," + (10 + r.nextInt(90)))));
    kinds.add(
        text(
            "half of them numbers",
            r -> r.nextBoolean() ? String.valueOf(r.nextInt(900)) : "item " + r.nextInt(50)));
    kinds.add(text("flight numbers", r -> one(r, "LH", "BA", "UA") + (100 + r.nextInt(900))));
    kinds.add(text("hours open", r -> (7 + r.nextInt(4)) + "-" + (16 + r.nextInt(6))));
    kinds.add(text("chemical formulas", r -> one(r, "H2O", "CO2", "NaCl", "C6H12O6", "O2")));
    kinds.add(text("Roman numerals", r -> one(r, "I", "II", "III", "IV", "V", "X")));
    kinds.add(
        text("answers in words", r -> one(r, "Yes, always", "No, never", "Sometimes", "Yes")));
    kinds.add(
        text("ISBNs", r -> "978-3-16-" + (100_000 + r.nextInt(900_000)) + "-" + r.nextInt(10)));
    kinds.add(
        text(
            "MAC addresses",
            r ->
                String.format(
                    "%02x:%02x:%02x:%02x:%02x:%02x",
                    r.nextInt(256),
                    r.nextInt(256),
                    r.nextInt(256),
                    r.nextInt(256),
                    r.nextInt(256),
                    r.nextInt(256))));
    kinds.addAll(WrittenBesideNumbers.kinds());
    kinds.add(
        Kind.of(
            "true for some, the rest empty",
            BOOLEAN,
            List.of("is_gift", "has_coupon"),
            random ->
                () ->
                    random.nextInt(3) == 0
                        ? Cell.value("true", "true")
                        : Cell.missing(one(random, "", null))));
    kinds.add(
        Kind.of(
            "yes and no in any case",
            BOOLEAN,
            ANY,
            random ->
                () -> {
                  boolean yes = random.nextBoolean();
                  return Cell.value(
                      yes
                          ? one(random, "YES", "yes", "Yes", "y")
                          : one(random, "NO", "no", "No", "n"),
                      String.valueOf(yes));
                }));
    return kinds;
  }

  interface Writing {
    String of(BigDecimal number, Random random);
  }

  static Kind number(
      String name, TrueType type, Function<Random, BigDecimal> value, Writing written) {
    return Kind.of(
        name,
        type,
        ANY,
        random ->
            () -> {
              BigDecimal number = value.apply(random);
              String text = written.of(number, random);
              return Cell.value(text, type == DOUBLE ? text : number.toPlainString());
            });
  }

  static Kind text(String name, Function<Random, String> text) {
    return Kind.of(name, TEXT, ANY, random -> () -> Cell.text(text.apply(random)));
  }

  private static BigDecimal fraction(Random random, int digits) {
    return NumberColumns.fraction(random, digits, 2);
  }

  private static BigDecimal signed(Random random) {
    BigDecimal number = fraction(random, 5);
    return random.nextInt(4) == 0 ? number.negate() : number;
  }

  private static BigDecimal halves(Random random) {
    return BigDecimal.valueOf(random.nextInt(400), 1)
        .multiply(BigDecimal.valueOf(5))
        .divide(BigDecimal.TEN);
  }

  private static String bare(BigDecimal number) {
    BigDecimal stripped = number.stripTrailingZeros();
    return (stripped.scale() < 0 ? stripped.setScale(0) : stripped).toPlainString();
  }
}
