package dev.assay.profile;

import dev.assay.profile.DateForm.Order;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a person has settled about the dates of a column: one answer, whose parts are joined by a
 * plus sign where several things are open.
 *
 * @param order of day, month and year
 * @param utc whether times without an offset are in UTC
 * @param pivot the first of the hundred years that two digits may mean
 */
record DateChoice(Optional<Order> order, boolean utc, Optional<Integer> pivot) {
  static final String UTC = "UTC";

  private static final Pattern YEARS = Pattern.compile("([0-9]{4})-[0-9]{4}");

  static DateChoice of(Optional<String> choice) {
    List<String> parts =
        choice
            .map(text -> Arrays.asList(text.strip().toUpperCase(Locale.ROOT).split("\\+")))
            .orElse(List.of());
    return new DateChoice(
        Arrays.stream(Order.values())
            .filter(order -> order != Order.PLAIN && parts.contains(order.choice()))
            .findFirst(),
        parts.contains(UTC),
        // Whatever was offered: what is offered for births differs from year to year.
        parts.stream()
            .map(YEARS::matcher)
            .filter(Matcher::matches)
            .map(years -> Integer.valueOf(years.group(1)))
            .filter(pivot -> parts.contains(years(pivot)))
            .findFirst());
  }

  DateChoice with(Order order) {
    return new DateChoice(Optional.of(order), utc, pivot);
  }

  DateChoice withPivot(int pivot) {
    return new DateChoice(order, utc, Optional.of(pivot));
  }

  DateChoice withUtc() {
    return new DateChoice(order, true, pivot);
  }

  /** The hundred years from a pivot on, as a person answers. */
  static String years(int pivot) {
    return pivot + "-" + (pivot + 99);
  }

  /** Every combination of one of each, the first of each first. */
  static List<String> combined(List<List<String>> open) {
    List<String> choices = List.of("");
    for (List<String> options : open) {
      List<String> longer = new ArrayList<>();
      for (String choice : choices) {
        options.forEach(option -> longer.add(choice.isEmpty() ? option : choice + "+" + option));
      }
      choices = longer;
    }
    return choices;
  }
}
