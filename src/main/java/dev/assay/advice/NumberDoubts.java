package dev.assay.advice;

import dev.assay.model.Check;
import dev.assay.model.Check.Operator;
import dev.assay.model.ColumnProfile.Numeric;
import dev.assay.model.ColumnType;
import dev.assay.profile.IdentifierNames;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Numbers that can hardly be true: by what they are amounts of, or because they lie far from all
 * others. The extremes that the profile knows of all rows tell whether a scan is worth it.
 */
final class NumberDoubts {
  /** Fewer values have no usual range. */
  private static final int FEWEST = 50;

  private static final int FEWEST_DIFFERENT = 20;

  /** Tukey's "far out": this many times the middle half's width beyond its end. */
  private static final double FAR_OUT = 3;

  /** How many of those widths must lie empty before the first value that is far out. */
  private static final double WIDE = 2;

  /** Amounts that may as well be negative. */
  private static final Set<String> SIGNED =
      Set.of(
          "balance",
          "saldo",
          "profit",
          "net",
          "change",
          "delta",
          "diff",
          "difference",
          "adjustment",
          "refund",
          "refunds",
          "variance",
          "margin",
          "growth",
          "temperature",
          "temp",
          "gain",
          "loss",
          "return",
          "returns",
          "movement",
          "transaction",
          "deviation",
          "error",
          "elevation",
          "rate",
          "credit",
          "debit",
          "earnings",
          "income",
          "cash",
          "flow",
          "volume");

  private static final Set<String> GROWING =
      Set.of(
          "change", "growth", "delta", "diff", "increase", "return", "returns", "variation", "yoy");

  /** Numbers that only name or place something. */
  private static final Set<String> NOT_MEASURED =
      Set.of(
          "year",
          "yr",
          "jahr",
          "month",
          "day",
          "week",
          "hour",
          "code",
          "zip",
          "no",
          "nr",
          "number",
          "num",
          "index",
          "rank",
          "position",
          "row",
          "line",
          "page",
          "seq",
          "sequence",
          "version",
          "epoch",
          "timestamp",
          "time",
          "date",
          "ts");

  List<Doubt> of(KnownColumn column) {
    List<String> words = column.words();
    Numeric numbers = column.known().profile().numeric();
    if (numbers == null || IdentifierNames.key(column.name())) {
      return List.of();
    }
    List<Doubt> doubts = new ArrayList<>();
    boolean fractions =
        column.known().guess().type() == ColumnType.Simple.DOUBLE
            || column.known().guess().type() instanceof ColumnType.Decimal(int _, int scale)
                && scale > 0;
    if (NameSense.any(words, NameSense.LATITUDE) && fractions) {
      return List.of(between("latitude", "-90", "90", "are no latitude", true, 0.05));
    }
    if (NameSense.any(words, NameSense.LONGITUDE) && fractions) {
      return List.of(between("longitude", "-180", "180", "are no longitude", true, 0.05));
    }
    if (NameSense.any(words, NameSense.AGE) && numbers.median() >= 0 && numbers.median() <= 110) {
      return List.of(between("age", "0", "120", "are no age of a person", true, 0.05));
    }
    boolean percent = NameSense.any(words, NameSense.PERCENT) && !NameSense.any(words, GROWING);
    if (percent && numbers.q75() > 1 && (numbers.min() < 0 || numbers.max() > 100)) {
      return List.of(between("percent", "0", "100", "are no share of a whole", false, 0.02));
    }
    if (IdentifierNames.amount(column.name())
        && numbers.min() < 0
        && !NameSense.any(words, SIGNED)) {
      doubts.add(
          Doubt.slip(
              "negative", new Check.Compare(Operator.GREATER_OR_EQUAL, "0"), "are below 0", 0.05));
    }
    if (!NameSense.any(words, NOT_MEASURED)) {
      doubts.addAll(outliers(column, numbers, doubts.isEmpty()));
    }
    return doubts;
  }

  private static Doubt between(
      String name, String low, String high, String says, boolean fact, double tolerated) {
    return new Doubt(name, new Check.Between(low, high), says, tolerated, fact, null);
  }

  private static List<Doubt> outliers(KnownColumn column, Numeric numbers, boolean below) {
    double width = numbers.q75() - numbers.q25();
    if (numbers.count() < FEWEST
        || column.known().profile().distinct() < FEWEST_DIFFERENT
        || !(width > 0)) {
      return List.of();
    }
    boolean skewed =
        numbers.q25() > 0
            && (numbers.max() > 10 * numbers.median()
                || numbers.q75() + numbers.q25() - 2 * numbers.median() > 0.15 * width);
    List<Doubt> doubts = new ArrayList<>();
    double widthOfLogs = skewed ? Math.log(numbers.q75() / numbers.q25()) : 0;
    double top =
        skewed ? numbers.q75() * Math.exp(FAR_OUT * widthOfLogs) : numbers.q75() + FAR_OUT * width;
    double bottom = numbers.q25() - FAR_OUT * width;
    if (numbers.max() > top) {
      // On the scale of logs a factor of three is wide, whatever the middle half's width.
      double least = skewed ? Math.max(widthOfLogs, Math.log(3)) : WIDE * width;
      doubts.add(
          new Doubt(
              "far-above",
              new Check.Compare(Operator.LESS_OR_EQUAL, plain(top)),
              "lie far above all others",
              0.005,
              false,
              new Doubt.Gap(least, skewed, true)));
    }
    if (below && !skewed && numbers.min() < bottom) {
      doubts.add(
          new Doubt(
              "far-below",
              new Check.Compare(Operator.GREATER_OR_EQUAL, plain(bottom)),
              "lie far below all others",
              0.005,
              false,
              new Doubt.Gap(WIDE * width, false, false)));
    }
    return doubts;
  }

  private static String plain(double bound) {
    return new BigDecimal(bound)
        .round(new MathContext(6, RoundingMode.HALF_UP))
        .stripTrailingZeros()
        .toPlainString();
  }

  /**
   * The bound between the usual and the unusual values that people read best, or null where they
   * lie too near each other.
   */
  static String bound(Doubt.Gap gap, String usual, String unusual) {
    double last = Double.parseDouble(usual);
    double first = Double.parseDouble(unusual);
    double distance = gap.logarithmic() ? Math.log(first / last) : Math.abs(first - last);
    if (!(distance >= gap.least())) {
      return null;
    }
    BigDecimal exact = new BigDecimal(usual);
    for (int digits = 1; digits <= 6; digits++) {
      BigDecimal bound =
          exact.round(
              new MathContext(digits, gap.above() ? RoundingMode.CEILING : RoundingMode.FLOOR));
      boolean between = gap.above() ? bound.doubleValue() < first : bound.doubleValue() > first;
      if (between) {
        return bound.stripTrailingZeros().toPlainString();
      }
    }
    return exact.toPlainString();
  }
}
