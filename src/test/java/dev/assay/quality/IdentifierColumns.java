package dev.assay.quality;

import static dev.assay.quality.TrueType.TEXT;
import static dev.assay.quality.Written.one;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Texts of digits that tell things apart and are no quantities, and texts that only look like it.
 */
final class IdentifierColumns {
  private static final int EACH = 6;
  private static final List<String> ANY = List.of("x", "ref", "Bezeichnung", "column_4");

  private IdentifierColumns() {}

  static Stream<GeneratedTable> tables() {
    return kinds().stream().flatMap(kind -> kind.tables(EACH));
  }

  private static List<Kind> kinds() {
    List<Kind> kinds = new ArrayList<>();
    kinds.add(text("leading zeros", ANY, r -> padded(r, 6)));
    kinds.add(
        text("leading zeros, some", ANY, r -> r.nextInt(5) == 0 ? padded(r, 5) : digits(r, 5)));
    kinds.add(
        text(
            "zip codes",
            List.of("zip", "Zip Code", "PLZ", "codigo_postal", "postal_code"),
            r -> digits(r, 5)));
    kinds.add(text("zip codes with extension", ANY, r -> digits(r, 5) + "-" + digits(r, 4)));
    kinds.add(
        text(
            "UK postcodes",
            ANY,
            r -> letters(r, 2) + r.nextInt(20) + " " + r.nextInt(10) + letters(r, 2)));
    kinds.add(
        text(
            "phones, bare",
            List.of("phone", "Telefon", "mobile_number", "téléfono"),
            r -> "5" + digits(r, 9)));
    kinds.add(
        text(
            "phones, with brackets",
            ANY,
            r -> "(" + digits(r, 3) + ") " + digits(r, 3) + "-" + digits(r, 4)));
    kinds.add(text("phones, international", ANY, r -> "+49" + digits(r, 10)));
    kinds.add(
        text(
            "phones, in groups of three",
            List.of("Phone", "telefono", "x"),
            r -> "6" + digits(r, 2) + " " + digits(r, 3) + " " + digits(r, 3)));
    kinds.add(
        text(
            "phones, in pairs",
            ANY,
            r ->
                "0"
                    + (1 + r.nextInt(5))
                    + " "
                    + digits(r, 2)
                    + " "
                    + digits(r, 2)
                    + " "
                    + digits(r, 2)
                    + " "
                    + digits(r, 2)));
    kinds.add(
        text(
            "phones, with dots", ANY, r -> digits(r, 3) + "." + digits(r, 3) + "." + digits(r, 4)));
    kinds.add(text("long numbers", ANY, r -> digits(r, 20)));
    kinds.add(text("card numbers", ANY, r -> "4" + digits(r, 15)));
    kinds.add(
        text(
            "account numbers",
            List.of("account_number", "Account No", "tax number"),
            r -> digits(r, 9)));
    kinds.add(text("versions", ANY, r -> r.nextInt(9) + "." + r.nextInt(20) + "." + r.nextInt(10)));
    kinds.add(
        text(
            "versions of two parts",
            List.of("version", "Version", "app_version"),
            r -> r.nextInt(9) + "." + r.nextInt(20)));
    kinds.add(
        text(
            "IPs",
            ANY,
            r ->
                r.nextInt(256)
                    + "."
                    + r.nextInt(256)
                    + "."
                    + r.nextInt(256)
                    + "."
                    + r.nextInt(256)));
    kinds.add(
        text(
            "IPs of three digits",
            ANY,
            r -> "192.168." + (100 + r.nextInt(156)) + "." + (100 + r.nextInt(156))));
    kinds.add(text("part codes", ANY, r -> letters(r, 2) + "-" + digits(r, 4)));
    kinds.add(text("letter and digits", ANY, r -> letters(r, 1) + digits(r, 3)));
    kinds.add(text("digits and letter", ANY, r -> r.nextInt(40) + letters(r, 1)));
    kinds.add(
        text(
            "digits and dashes", ANY, r -> digits(r, 3) + "-" + digits(r, 2) + "-" + digits(r, 4)));
    kinds.add(text("hexadecimal", ANY, r -> String.format("%08x", r.nextInt())));
    kinds.add(text("numbers with a hash", ANY, r -> "#" + r.nextInt(10_000)));
    kinds.add(text("numbered", ANY, r -> one(r, "No. ", "No. ", "Nr. ") + r.nextInt(100)));
    kinds.add(text("ranges", ANY, r -> r.nextInt(20) + "-" + (20 + r.nextInt(50))));
    kinds.add(
        text(
            "scores",
            ANY,
            r ->
                r.nextInt(6)
                    + ":"
                    + r.nextInt(6)
                    + " ("
                    + r.nextInt(3)
                    + ":"
                    + r.nextInt(3)
                    + ")"));
    kinds.add(text("fractions", ANY, r -> one(r, "1/2", "3/4", "1 1/2", "7/8", "15/16", "100/7")));
    kinds.add(text("dimensions", ANY, r -> r.nextInt(90) + "x" + r.nextInt(90)));
    kinds.add(text("ordinals", ANY, r -> one(r, "1st", "2nd", "3rd", "4th", "21st", "15th")));
    kinds.add(text("bounds", ANY, r -> one(r, "<5", ">10", "5+", "10+", "<1", "20+", "~7")));
    kinds.add(text("coordinates", ANY, r -> coordinate(r) + ", " + coordinate(r)));
    kinds.add(
        text("lists of numbers", ANY, r -> r.nextInt(9) + "," + r.nextInt(9) + "," + r.nextInt(9)));
    kinds.add(
        text(
            "addresses",
            ANY,
            r ->
                (1 + r.nextInt(200))
                    + " "
                    + one(r, "Main Street", "Oak Avenue", "Elm Road", "High St")));
    kinds.add(
        text(
            "ages in words",
            ANY,
            r -> one(r, "12 going on 13", "7 and a half", "30-ish", "about 40")));
    kinds.add(text("grades", ANY, r -> one(r, "A+", "A-", "B", "C+", "D", "F")));
    kinds.add(text("blood groups", ANY, r -> one(r, "0+", "A+", "B-", "AB+", "0-", "A-")));
    kinds.add(text("plates", ANY, r -> letters(r, 1) + "-" + letters(r, 2) + " " + digits(r, 3)));
    kinds.add(
        Kind.of(
            "UUIDs",
            TrueType.UUID,
            List.of("id", "x"),
            r -> () -> Cell.text(new UUID(r.nextLong(), r.nextLong()).toString())));
    return kinds;
  }

  private static Kind text(String name, List<String> headers, Function<Random, String> text) {
    return Kind.of(name, TEXT, headers, random -> () -> Cell.text(text.apply(random)));
  }

  private static String padded(Random random, int length) {
    return "0" + digits(random, length - 1);
  }

  private static String digits(Random random, int length) {
    StringBuilder digits = new StringBuilder().append(1 + random.nextInt(9));
    while (digits.length() < length) {
      digits.append(random.nextInt(10));
    }
    return digits.toString();
  }

  private static String letters(Random random, int length) {
    StringBuilder letters = new StringBuilder();
    while (letters.length() < length) {
      letters.append((char) ('A' + random.nextInt(26)));
    }
    return letters.toString();
  }

  private static String coordinate(Random random) {
    return String.format(java.util.Locale.ROOT, "%.4f", random.nextDouble() * 180 - 90);
  }
}
