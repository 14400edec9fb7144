package dev.assay.profile;

import dev.assay.profile.DateForm.Order;
import dev.assay.profile.DateForm.Reading;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the values of one style, such as {@code 05/01/2021}, say about the order of their parts.
 *
 * @param style separator and length of the year
 * @param settled the order, or null
 * @param mixed whether several orders occur and every value fits only one of them
 * @param possible the orders that the values leave open, or all that occur, likeliest first
 * @param fits rows that fit an order and no other
 * @param either rows that fit several
 * @param why what settles it, or null
 * @param hint what else speaks for the first of the possible ones, or null
 */
record DateOrders(
    String style,
    Order settled,
    boolean mixed,
    List<Order> possible,
    Map<Order, Long> fits,
    long either,
    String why,
    String hint) {

  /** As many different numbers up to the last days of a month can only be days. */
  private static final int MANY_DAYS = 20;

  private static final int LATE_DAY = 29;

  /** Two digits of years lie within so many of each other. */
  private static final int FEW_YEARS = 12;

  /** Days that series stand on: under them, narrow numbers may be days as well as years. */
  private static final Set<Integer> USUAL_DAYS = Set.of(1, 15, 28, 29, 30, 31);

  record Value(DateForm form, String text, long rows) {}

  static DateOrders of(String style, List<Value> values, boolean complete) {
    Map<Order, Long> fitting = new EnumMap<>(Order.class);
    Map<Order, Long> only = new EnumMap<>(Order.class);
    long total = 0;
    long either = 0;
    for (Value value : values) {
      List<Order> orders =
          value.form().readings().stream().filter(Reading::exists).map(Reading::order).toList();
      total += value.rows();
      orders.forEach(order -> fitting.merge(order, value.rows(), Long::sum));
      if (orders.size() == 1) {
        only.merge(orders.getFirst(), value.rows(), Long::sum);
      } else {
        either += value.rows();
      }
    }
    List<Order> all = new ArrayList<>();
    for (Map.Entry<Order, Long> entry : fitting.entrySet()) {
      if (entry.getValue() == total) {
        all.add(entry.getKey());
      }
    }
    String why = null;
    if (all.size() > 1 && all.contains(Order.YEAR_FIRST)) {
      if (days(values, 0) && years(values, 2)) {
        all.remove(Order.YEAR_FIRST);
        why = "the first number runs through the days of a month and the last one does not";
      } else if (days(values, 2) && years(values, 0)) {
        all.removeIf(order -> order != Order.YEAR_FIRST);
        why = "the last number runs through the days of a month and the first one does not";
      }
    }
    if (all.size() == 1) {
      Order settled = all.getFirst();
      return new DateOrders(
          style, settled, false, all, only, either, why == null ? why(settled) : why, null);
    }
    if (all.isEmpty() && either == 0 && complete) {
      return new DateOrders(
          style,
          null,
          true,
          byRows(fitting),
          only,
          0,
          "both orders occur, but every value fits only one of them",
          null);
    }
    List<Order> possible =
        all.isEmpty() ? byRows(only.isEmpty() ? fitting : only) : List.copyOf(all);
    return weekdays(new DateOrders(style, null, false, possible, only, either, null, null), values);
  }

  private static List<Order> byRows(Map<Order, Long> rows) {
    return rows.entrySet().stream()
        .sorted(Map.Entry.<Order, Long>comparingByValue(Comparator.reverseOrder()))
        .map(Map.Entry::getKey)
        .toList();
  }

  /** How such dates are written, in words: a value may be personal. */
  String written() {
    return "with "
        + switch (style.charAt(0)) {
          case '/' -> "slashes";
          case '-' -> "hyphens";
          case '.' -> "dots";
          default -> "blanks";
        }
        + (style.charAt(1) == '2' ? " and two digits of the year" : "");
  }

  boolean open() {
    return settled == null && !mixed;
  }

  /** With the day first where dots stand between and nothing speaks against it. */
  DateOrders dotsAsTheOthers() {
    return open() && style.startsWith(".4") && !fits.containsKey(Order.MONTH_FIRST)
        ? new DateOrders(
            style,
            Order.DAY_FIRST,
            false,
            List.of(Order.DAY_FIRST),
            fits,
            either,
            "those with dots have the day first as the others",
            null)
        : this;
  }

  /** Whether some values fit only one order and others only another. */
  boolean contradictory() {
    return fits.size() > 1;
  }

  private static String why(Order order) {
    return switch (order) {
      case PLAIN -> null;
      case DAY_FIRST -> "a number above 12 comes first in some of them";
      case MONTH_FIRST -> "a number above 12 comes second in some of them";
      case YEAR_FIRST -> "the first number cannot be a day or a month in some of them";
    };
  }

  private static boolean days(List<Value> values, int part) {
    Set<Integer> numbers = numbers(values, part);
    return numbers.size() >= MANY_DAYS && numbers.stream().anyMatch(number -> number >= LATE_DAY);
  }

  private static boolean years(List<Value> values, int part) {
    Set<Integer> numbers = numbers(values, part);
    int least = numbers.stream().mapToInt(Integer::intValue).min().orElse(0);
    int greatest = numbers.stream().mapToInt(Integer::intValue).max().orElse(0);
    return greatest - least < FEW_YEARS
        && numbers.stream().filter(USUAL_DAYS::contains).count() * 2 < numbers.size();
  }

  private static Set<Integer> numbers(List<Value> values, int part) {
    Set<Integer> numbers = new HashSet<>();
    values.forEach(value -> numbers.add(value.form().readings().getFirst().parts().get(part)));
    return numbers;
  }

  /** Days of the week in the values speak for an order, if any are named. */
  private static DateOrders weekdays(DateOrders open, List<Value> values) {
    long named = 0;
    Map<Order, Long> agreeing = new EnumMap<>(Order.class);
    for (Value value : values) {
      if (value.form().weekday() == 0) {
        continue;
      }
      named += value.rows();
      for (Reading reading : value.form().readings()) {
        if (reading.exists() && day(reading).getDayOfWeek().getValue() == value.form().weekday()) {
          agreeing.merge(reading.order(), value.rows(), Long::sum);
        }
      }
    }
    if (agreeing.isEmpty()) {
      return open;
    }
    List<Order> ranked = new ArrayList<>(byRows(agreeing));
    ranked.retainAll(open.possible());
    Order first = ranked.isEmpty() ? open.possible().getFirst() : ranked.getFirst();
    List<Order> order = new ArrayList<>(open.possible());
    order.remove(first);
    order.addFirst(first);
    String hint =
        "The days of the week that they name agree with "
            + first.choice()
            + " in "
            + agreeing.getOrDefault(first, 0L)
            + " of "
            + named
            + " rows.";
    return new DateOrders(
        open.style, null, false, List.copyOf(order), open.fits, open.either, null, hint);
  }

  private static LocalDate day(Reading reading) {
    List<Integer> parts = reading.parts();
    int third = parts.get(2);
    return switch (reading.order()) {
      case PLAIN, DAY_FIRST -> LocalDate.of(year(third), parts.get(1), parts.get(0));
      case MONTH_FIRST -> LocalDate.of(year(third), parts.get(0), parts.get(1));
      case YEAR_FIRST -> LocalDate.of(year(parts.get(0)), parts.get(1), third);
    };
  }

  private static int year(int written) {
    return written < 100 ? DateText.year(written) : written;
  }
}
