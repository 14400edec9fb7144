package dev.assay.quality;

import static dev.assay.quality.HarderColumns.number;
import static dev.assay.quality.HarderColumns.text;
import static dev.assay.quality.TrueType.DECIMAL;
import static dev.assay.quality.TrueType.INTEGER;
import static dev.assay.quality.Written.one;

import java.math.BigDecimal;
import java.util.List;
import java.util.Random;

/** Columns with letters, units and parentheses around their digits, numbers or not. */
final class WrittenBesideNumbers {
  private WrittenBesideNumbers() {}

  static List<Kind> kinds() {
    return List.of(
        text("years in parentheses", r -> "(" + (1950 + r.nextInt(70)) + ")"),
        text("networks", r -> one(r, "3G", "4G", "5G")),
        text("degrees west", r -> (60 + r.nextInt(60)) + "." + r.nextInt(10) + one(r, "W", "E")),
        text("seats", r -> (1 + r.nextInt(30)) + one(r, "A", "C", "D", "F")),
        text("decades", r -> (190 + r.nextInt(12)) + "0s"),
        text("genetic markers", r -> "rs" + (1_000_000 + r.nextInt(9_000_000))),
        text("parts by country", r -> "CAD-00" + (10 + r.nextInt(90))),
        text("purity of gold", r -> one(r, "10K", "14K", "18K")),
        text("clothes of children", r -> one(r, "12M", "18M", "24M", "2T", "3T", "4T")),
        text("answers that list choices", r -> one(r, "1,2", "1,3", "2", "2,4", "3", "3,4")),
        text(
            "storage and its kind",
            r -> one(r, "128GB SSD", "256GB SSD", "500GB HDD", "1000GB HDD")),
        whole("engines", r -> 800 + r.nextInt(3000), " CC"),
        whole("megapixels", r -> 5 + r.nextInt(90), " MP"),
        whole("glucose", r -> 50 + r.nextInt(150), " mg/dL"),
        tenths("wind", " m/s"),
        tenths("area", " m2"),
        Kind.of(
            "months with a zero in front",
            INTEGER,
            List.of("Month", "birth_month"),
            random ->
                () -> {
                  int month = 1 + random.nextInt(12);
                  return Cell.value(String.format("%02d", month), String.valueOf(month));
                }),
        Kind.of(
            "weights of mobiles",
            INTEGER,
            List.of("mobile_wt", "cell_size"),
            random ->
                () -> {
                  String grams = String.valueOf(80 + random.nextInt(120));
                  return Cell.value(grams, grams);
                }),
        number(
            "capital letters for powers",
            INTEGER,
            r ->
                BigDecimal.valueOf(100 + r.nextInt(900))
                    .movePointRight(4 + 3 * r.nextInt(3))
                    .setScale(0),
            WrittenBesideNumbers::shortened));
  }

  private static Kind whole(
      String name, java.util.function.ToIntFunction<Random> value, String unit) {
    return number(
        name,
        INTEGER,
        r -> BigDecimal.valueOf(value.applyAsInt(r)),
        (n, _) -> n.toPlainString() + unit);
  }

  private static Kind tenths(String name, String unit) {
    return number(
        name,
        DECIMAL,
        r -> BigDecimal.valueOf(10L + r.nextInt(900), 1),
        (n, _) -> n.toPlainString() + unit);
  }

  private static String shortened(BigDecimal number, Random random) {
    int power = number.precision() > 12 ? 12 : number.precision() > 9 ? 9 : 6;
    String letter = power == 12 ? "T" : power == 9 ? "B" : "M";
    return number.movePointLeft(power).stripTrailingZeros().toPlainString() + letter;
  }
}
