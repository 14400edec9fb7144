package dev.assay.advice;

import dev.assay.model.Cleaning;
import dev.assay.model.ColumnProfile.ValueCount;
import dev.assay.model.ColumnType;
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

  private static final Pattern CITY_STATE =
      Pattern.compile("[^,;|0-9]*\\p{L}[^,;|0-9]*,\\s*[A-Z]{2}");
  private static final Pattern LAST_FIRST =
      Pattern.compile("\\p{L}[^,;|0-9]*,\\s*\\p{L}[^,;|0-9]*");
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
                NumberSplits.point(column),
                NumberSplits.range(column),
                NumberSplits.size(column),
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

  private static SplitForm.Part text(String suffix, Cleaning... steps) {
    return new SplitForm.Part(suffix, ColumnType.Simple.TEXT, List.of(steps));
  }

  /** The pattern of all of a text, with white space around it or not. */
  static String whole(String pattern) {
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

  static Cleaning take(String separator, int part, int parts) {
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

  /** What one group of a pattern takes from the values of its form. */
  static Set<String> groups(KnownColumn column, Pattern pattern, int group) {
    return column.values().stream()
        .map(value -> pattern.matcher(value.value().strip()))
        .filter(Matcher::matches)
        .map(match -> match.group(group) == null ? "" : match.group(group))
        .collect(Collectors.toSet());
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
            column.share(text ->
                Stream.of(text.split(Pattern.quote(sign), -1)).noneMatch(String::isBlank))
                >= NEARLY_ALL;
        if (parts >= 2 && parts <= 6 && filled && column.values().size() >= 2 * FEWEST_VALUES) {
          String other = "[^" + (sign.equals("|") ? "|" : ";") + "]+";
          return Optional.of(
              new SplitForm(
                  parts + " parts between '" + sign + "'",
                  whole(
                      String.join(
                          sign.equals("|") ? "[|]" : ";",
                          java.util.Collections.nCopies(parts, other))),
                  IntStream.rangeClosed(1, parts)
                      .mapToObj(part -> text(String.valueOf(part), take(sign, part, parts)))
                      .toList()));
        }
      }
    }
    return Optional.empty();
  }
}
