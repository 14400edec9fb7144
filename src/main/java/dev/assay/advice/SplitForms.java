package dev.assay.advice;

import dev.assay.model.Cleaning;
import dev.assay.model.ColumnProfile.ValueCount;
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

/**
 * The forms of cells that hold several things, each told by its own marks: a comma alone says
 * nothing.
 */
final class SplitForms {
  /** Fewer of the values of one form and the column is something else. */
  static final double NEARLY_ALL = 0.99;

  private static final int FEWEST_VALUES = 5;
  private static final int MOST_STATES = 70;
  private static final String NUMBER = "[-+]?[0-9]+(?:[.][0-9]+)?";

  /** Codes whose hyphens are no ranges. */
  private static final Set<String> CODES =
      Set.of(
          "phone", "tel", "telephone", "mobile", "cell", "fax", "zip", "postcode", "postal", "plz",
          "sku", "code", "id", "isbn", "ean", "upc", "number", "no", "nr", "ref", "reference",
          "date", "day", "month", "serial", "account", "version", "score", "result", "season", "ssn");

  private static final Pattern CITY_STATE = Pattern.compile("[^,;|0-9]*\\p{L}[^,;|0-9]*,\\s*[A-Z]{2}");
  private static final Pattern LAST_FIRST =
      Pattern.compile("\\p{L}[^,;|0-9]*,\\s*\\p{L}[^,;|0-9]*");
  private static final Pattern RANGE =
      Pattern.compile("(" + NUMBER + ")\\s*(-|–|—|to|bis|\\.\\.)\\s*(" + NUMBER + ")");
  private static final Pattern POINT =
      Pattern.compile("(-?[0-9]{1,2}[.][0-9]{2,})\\s*,\\s*(-?[0-9]{1,3}[.][0-9]{2,})");
  private static final Pattern SIZE =
      Pattern.compile(
          "([1-9][0-9]*(?:[.][0-9]+)?)(?:\\s*[x×X]\\s*[1-9][0-9]*(?:[.][0-9]+)?){1,2}(?:\\s*([a-zA-Z]{1,3}|\"))?");
  private static final Pattern STREET_PLACE =
      Pattern.compile("[^,;|]*[0-9][^,;|]*([,;])\\s*[0-9]{4,5}\\s+[^,;|0-9]+");

  private SplitForms() {}

  static List<Suspicion> of(KnownColumn column) {
    boolean wordy =
        column.isText()
            && column.known().guess().ambiguity() == null
            && column.values().size() >= FEWEST_VALUES;
    return wordy
        ? Stream.<Optional<SplitForm>>of(
                point(column),
                range(column),
                size(column),
                cityState(column),
                lastFirst(column),
                streetPlace(column),
                KeyedValues.of(column),
                listed(column))
            .flatMap(Optional::stream)
            .limit(1)
            .<Suspicion>map(form -> new Suspicion.Composite(column, form))
            .toList()
        : List.of();
  }

  static boolean nearlyAll(KnownColumn column, Pattern pattern) {
    return column.share(text -> pattern.matcher(text).matches()) >= NEARLY_ALL;
  }

  private static boolean named(KnownColumn column, Set<String> words) {
    return column.words().stream().anyMatch(words::contains);
  }

  private static SplitForm.Part text(String suffix, Cleaning... steps) {
    return new SplitForm.Part(suffix, ColumnType.Simple.TEXT, List.of(steps));
  }

  private static String whole(String pattern) {
    return "^\\s*(?:" + pattern + ")\\s*$";
  }

  private static Optional<SplitForm> cityState(KnownColumn column) {
    if (!nearlyAll(column, CITY_STATE)) {
      return Optional.empty();
    }
    long states =
        column.values().stream()
            .map(ValueCount::value)
            .map(text -> text.substring(text.lastIndexOf(',') + 1).strip())
            .distinct()
            .count();
    return states < 2 || states > MOST_STATES
        ? Optional.empty()
        : Optional.of(
            new SplitForm(
                "a place and its state or country, such as 'City, ST'",
                whole(CITY_STATE.pattern()),
                List.of(
                    text(column.words().contains("city") ? "place" : "city", take(",", 1, 2)),
                    text("state", take(",", 2, 2)))));
  }

  private static Cleaning take(String separator, int part, int parts) {
    return new Cleaning.TakePart(separator, part, parts);
  }

  private static Optional<SplitForm> lastFirst(KnownColumn column) {
    return NameSense.person(column.words()) && nearlyAll(column, LAST_FIRST)
        ? Optional.of(
            new SplitForm(
                "a last and a first name, such as 'Last, First'",
                whole(LAST_FIRST.pattern()),
                List.of(text("last", take(",", 1, 2)), text("first", take(",", 2, 2)))))
        : Optional.empty();
  }

  private static Optional<SplitForm> streetPlace(KnownColumn column) {
    if (!nearlyAll(column, STREET_PLACE)) {
      return Optional.empty();
    }
    Set<String> separators = groups(column, STREET_PLACE, 1);
    return separators.size() == 1
        ? Optional.of(
            new SplitForm(
                "a street and a postcode with its city",
                whole(STREET_PLACE.pattern()),
                List.of(
                    text("street", take(separators.iterator().next(), 1, 2)),
                    text("place", take(separators.iterator().next(), 2, 2)))))
        : Optional.empty();
  }

  private static Set<String> groups(KnownColumn column, Pattern pattern, int group) {
    return column.values().stream()
        .map(value -> pattern.matcher(value.value().strip()))
        .filter(Matcher::matches)
        .map(match -> match.group(group) == null ? "" : match.group(group))
        .collect(Collectors.toSet());
  }

  private static Optional<SplitForm> point(KnownColumn column) {
    boolean points =
        nearlyAll(column, POINT)
            && column.share(text -> {
                  Matcher match = POINT.matcher(text);
                  return match.matches()
                      && Math.abs(Double.parseDouble(match.group(1))) <= 90
                      && Math.abs(Double.parseDouble(match.group(2))) <= 180;
                })
                >= NEARLY_ALL;
    return points
        ? Optional.of(
            new SplitForm(
                "a latitude and a longitude",
                whole(POINT.pattern()),
                List.of(
                    new SplitForm.Part(
                        "latitude", ColumnType.Simple.DOUBLE, List.of(take(",", 1, 2))),
                    new SplitForm.Part(
                        "longitude", ColumnType.Simple.DOUBLE, List.of(take(",", 2, 2))))))
        : Optional.empty();
  }

  /** Two numbers of which the first is never the larger, and not by far the smaller. */
  private static Optional<SplitForm> range(KnownColumn column) {
    if (named(column, CODES) || !nearlyAll(column, RANGE)) {
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
    Set<String> lows = groups(column, RANGE, 1);
    Set<String> highs = groups(column, RANGE, 3);
    // Three digits, a hyphen and four digits are a number in two parts.
    boolean scale =
        lows.size() >= 3
            && highs.size() >= 3
            && (lengths(lows).size() > 1
                || lengths(highs).size() > 1
                || lengths(lows).equals(lengths(highs)));
    if (ordered < NEARLY_ALL || !scale) {
      return Optional.empty();
    }
    List<Cleaning> alike =
        groups(column, RANGE, 2).stream()
            .filter(sign -> !sign.equals("–"))
            .sorted()
            .<Cleaning>map(sign -> new Cleaning.Replace(sign, "–"))
            .toList();
    // A minus would be taken for the sign between.
    boolean signed = column.values().stream().anyMatch(value -> value.value().strip().matches("-.*|.*[-–—] *-.*"));
    return signed
        ? Optional.empty()
        : Optional.of(
            new SplitForm(
                "a range with its two ends",
                whole(RANGE.pattern()),
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
    steps.add(take(separator, part, parts));
    return new SplitForm.Part(suffix, numeric(groups(column, pattern, group)), List.copyOf(steps));
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
  private static Optional<SplitForm> size(KnownColumn column) {
    if (!nearlyAll(column, SIZE)) {
      return Optional.empty();
    }
    Set<String> units = groups(column, SIZE, 2);
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
            whole(SIZE.pattern()),
            IntStream.rangeClosed(1, parts)
                .mapToObj(part -> {
                  List<Cleaning> steps = new ArrayList<>(alike);
                  steps.add(take("x", part, parts));
                  if (part == parts && !unit.isEmpty()) {
                    steps.add(new Cleaning.ParseNumber(".", "", List.of(unit), false, 1));
                  }
                  return new SplitForm.Part(
                      String.valueOf(part), numeric(numbers), List.copyOf(steps));
                })
                .toList()));
  }

  /** Texts with the same number of parts, between signs that no prose uses so. */
  private static Optional<SplitForm> listed(KnownColumn column) {
    for (String sign : List.of("|", ";")) {
      Set<Integer> counts =
          column.values().stream()
              .map(value -> value.value().split(Pattern.quote(sign), -1).length)
              .collect(Collectors.toSet());
      if (counts.size() == 1) {
        int parts = counts.iterator().next();
        boolean filled =
            column.share(text -> Stream.of(text.split(Pattern.quote(sign), -1)).noneMatch(String::isBlank))
                >= NEARLY_ALL;
        if (parts >= 2 && parts <= 6 && filled && column.values().size() >= 2 * FEWEST_VALUES) {
          String other = "[^" + (sign.equals("|") ? "|" : ";") + "]+";
          return Optional.of(
              new SplitForm(
                  parts + " parts between '" + sign + "'",
                  whole(String.join(sign.equals("|") ? "[|]" : ";", java.util.Collections.nCopies(parts, other))),
                  IntStream.rangeClosed(1, parts)
                      .mapToObj(part -> text(String.valueOf(part), take(sign, part, parts)))
                      .toList()));
        }
      }
    }
    return Optional.empty();
  }
}
