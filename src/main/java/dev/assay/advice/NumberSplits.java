package dev.assay.advice;

import dev.assay.model.Cleaning;
import dev.assay.model.ColumnType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Cells of several numbers: points on the earth, ranges and sizes. */
final class NumberSplits {
  private static final String NUMBER = "[-+]?[0-9]+(?:[.][0-9]+)?";

  /** Codes whose hyphens are no ranges. */
  private static final Set<String> CODES =
      Set.of(
          "phone",
          "tel",
          "telephone",
          "mobile",
          "cell",
          "fax",
          "zip",
          "postcode",
          "postal",
          "plz",
          "sku",
          "code",
          "id",
          "isbn",
          "ean",
          "upc",
          "number",
          "no",
          "nr",
          "ref",
          "reference",
          "date",
          "day",
          "month",
          "serial",
          "account",
          "version",
          "score",
          "result",
          "season",
          "ssn");

  private static final Pattern RANGE =
      Pattern.compile("(" + NUMBER + ")\\s*(-|–|—|to|bis|\\.\\.)\\s*(" + NUMBER + ")");
  private static final Pattern POINT =
      Pattern.compile("(-?[0-9]{1,2}[.][0-9]{2,})\\s*,\\s*(-?[0-9]{1,3}[.][0-9]{2,})");
  private static final Pattern SIZE =
      Pattern.compile(
          "([1-9][0-9]*(?:[.][0-9]+)?)(?:\\s*[x×X]\\s*[1-9][0-9]*(?:[.][0-9]+)?){1,2}(?:\\s*([a-zA-Z]{1,3}|\"))?");

  private NumberSplits() {}

  private static boolean named(KnownColumn column, Set<String> words) {
    return column.words().stream().anyMatch(words::contains);
  }

  static Optional<SplitForm> point(KnownColumn column) {
    boolean points =
        SplitForms.nearlyAll(column, POINT)
            && column.share(text -> {
              Matcher match = POINT.matcher(text);
              return match.matches()
                  && Math.abs(Double.parseDouble(match.group(1))) <= 90
                  && Math.abs(Double.parseDouble(match.group(2))) <= 180;
            })
                >= SplitForms.NEARLY_ALL;
    return points
        ? Optional.of(
            new SplitForm(
                "a latitude and a longitude",
                SplitForms.whole(POINT.pattern()),
                List.of(
                    new SplitForm.Part(
                        "latitude", ColumnType.Simple.DOUBLE, List.of(SplitForms.take(",", 1, 2))),
                    new SplitForm.Part(
                        "longitude",
                        ColumnType.Simple.DOUBLE,
                        List.of(SplitForms.take(",", 2, 2))))))
        : Optional.empty();
  }

  /** Two numbers of which the first is never the larger, and not by far the smaller. */
  static Optional<SplitForm> range(KnownColumn column) {
    if (named(column, CODES) || !SplitForms.nearlyAll(column, RANGE)) {
      return Optional.empty();
    }
    double ordered =
        column.share(text -> {
          Matcher match = RANGE.matcher(text);
          if (!match.matches() || text.matches(".*(?<![0-9.])0[0-9].*")) {
            return false;
          }
          double low = Double.parseDouble(match.group(1));
          double high = Double.parseDouble(match.group(3));
          return low < high && (low <= 10 || high <= 20 * low);
        });
    Set<String> lows = SplitForms.groups(column, RANGE, 1);
    Set<String> highs = SplitForms.groups(column, RANGE, 3);
    // Three digits, a hyphen and four digits are a number in two parts.
    boolean scale =
        lows.size() >= 3
            && highs.size() >= 3
            && (lengths(lows).size() > 1
                || lengths(highs).size() > 1
                || lengths(lows).equals(lengths(highs)));
    if (ordered < SplitForms.NEARLY_ALL || !scale) {
      return Optional.empty();
    }
    List<Cleaning> alike =
        SplitForms.groups(column, RANGE, 2).stream()
            .filter(sign -> !sign.equals("–"))
            .sorted()
            .<Cleaning>map(sign -> new Cleaning.Replace(sign, "–"))
            .toList();
    // A minus would be taken for the sign between.
    boolean signed =
        column.values().stream()
            .anyMatch(value -> value.value().strip().matches("-.*|.*[-–—] *-.*"));
    return signed
        ? Optional.empty()
        : Optional.of(
            new SplitForm(
                "a range with its two ends",
                SplitForms.whole(RANGE.pattern()),
                List.of(
                    number(column, "from", alike, "–", 1, 2, RANGE, 1),
                    number(column, "to", alike, "–", 2, 2, RANGE, 3))));
  }

  private static Set<Integer> lengths(Set<String> texts) {
    return texts.stream().map(String::length).collect(Collectors.toSet());
  }

  private static SplitForm.Part number(
      KnownColumn column,
      String suffix,
      List<Cleaning> alike,
      String separator,
      int part,
      int parts,
      Pattern pattern,
      int group) {
    List<Cleaning> steps = new ArrayList<>(alike);
    steps.add(SplitForms.take(separator, part, parts));
    return new SplitForm.Part(
        suffix, numeric(SplitForms.groups(column, pattern, group)), List.copyOf(steps));
  }

  private static ColumnType numeric(Set<String> numbers) {
    int scale =
        numbers.stream()
            .mapToInt(text -> text.indexOf('.') < 0 ? 0 : text.length() - text.indexOf('.') - 1)
            .max()
            .orElse(0);
    return scale == 0 ? ColumnType.Simple.BIGINT : new ColumnType.Decimal(18, scale);
  }

  /** Measures such as {@code 12 x 30 cm}, all with as many numbers. */
  static Optional<SplitForm> size(KnownColumn column) {
    if (!SplitForms.nearlyAll(column, SIZE)) {
      return Optional.empty();
    }
    Set<String> units = SplitForms.groups(column, SIZE, 2);
    Set<Integer> counts =
        column.values().stream()
            .map(value -> value.value().strip())
            .filter(text -> SIZE.matcher(text).matches())
            .map(text -> text.split("[x×X]", -1).length)
            .collect(Collectors.toSet());
    if (units.size() != 1 || counts.size() != 1) {
      return Optional.empty();
    }
    String unit = units.iterator().next();
    int parts = counts.iterator().next();
    List<Cleaning> alike = new ArrayList<>();
    for (String sign : List.of("×", "X")) {
      if (column.values().stream().anyMatch(value -> value.value().contains(sign))) {
        alike.add(new Cleaning.Replace(sign, "x"));
      }
    }
    Set<String> numbers =
        column.values().stream()
            .flatMap(value -> Stream.of(value.value().split("[^0-9.]+")))
            .filter(text -> !text.isEmpty())
            .collect(Collectors.toSet());
    return Optional.of(
        new SplitForm(
            parts + " measures" + (unit.isEmpty() ? "" : " in " + unit),
            SplitForms.whole(SIZE.pattern()),
            IntStream.rangeClosed(1, parts)
                .mapToObj(part -> {
                  List<Cleaning> steps = new ArrayList<>(alike);
                  steps.add(SplitForms.take("x", part, parts));
                  if (part == parts && !unit.isEmpty()) {
                    steps.add(new Cleaning.ParseNumber(".", "", List.of(unit), false, 1));
                  }
                  return new SplitForm.Part(
                      String.valueOf(part), numeric(numbers), List.copyOf(steps));
                })
                .toList()));
  }
}
