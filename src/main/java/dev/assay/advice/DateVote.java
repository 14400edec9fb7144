package dev.assay.advice;

import dev.assay.model.Cleaning;
import dev.assay.model.Rows;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;

/**
 * Evidence for one reading of a column's dates.
 *
 * @param reading which of the possible ones
 * @param says what was found, in a sentence
 */
record DateVote(int reading, String says) {
  /** What holds for so many of the rows is a rule; what holds for fewer than the second is none. */
  private static final double RULE = 0.999;

  private static final double NO_RULE = 0.97;

  static Optional<DateVote> file(Counts counts, List<String> orders, LocalDate day) {
    return only(
            orders,
            i -> counts.of("late_" + i) == 0 && counts.of("rows_" + i) > 0,
            i -> counts.of("late_" + i) > 0)
        .map(i ->
            new DateVote(
                i,
                "As "
                    + orders.get(i)
                    + " no date is after "
                    + day
                    + ", which the file's name says; otherwise some are."));
  }

  static Optional<DateVote> weekdays(Counts counts, List<String> orders, String name) {
    return only(
            orders,
            i -> counts.share("agree_" + i, "named_" + i) >= RULE,
            i -> counts.share("agree_" + i, "named_" + i) < NO_RULE)
        .map(i ->
            new DateVote(
                i,
                "As "
                    + orders.get(i)
                    + " the days of the week in "
                    + name
                    + " agree in "
                    + counts.of("agree_" + i)
                    + " of "
                    + counts.of("named_" + i)
                    + " rows."));
  }

  static Optional<DateVote> beside(Counts counts, List<String> orders, String name, int column) {
    for (String side : List.of("same", "until", "from")) {
      IntFunction<Double> share =
          i -> counts.share(side + "_" + i + "_" + column, "both_" + i + "_" + column);
      // That most are on the same day is chance under no reading.
      double rule = side.equals("same") ? 0.5 : RULE;
      double none = side.equals("same") ? 0.2 : NO_RULE;
      Optional<Integer> found =
          only(orders, i -> share.apply(i) >= rule, i -> share.apply(i) < none);
      if (found.isPresent()) {
        int i = found.get();
        String relation =
            side.equals("same")
                ? "on the day of "
                : side.equals("until") ? "never after " : "never before ";
        long rows = counts.of("both_" + i + "_" + column);
        return Optional.of(
            new DateVote(
                i,
                "As "
                    + orders.get(i)
                    + " it is "
                    + relation
                    + name
                    + " in "
                    + counts.of(side + "_" + i + "_" + column)
                    + " of "
                    + rows
                    + " rows, otherwise in fewer."));
      }
    }
    return Optional.empty();
  }

  /** A column of the same table whose own values settle its order. */
  static Optional<DateVote> written(KnownColumn other, List<String> orders) {
    for (Cleaning step : other.known().guess().steps()) {
      if (step instanceof Cleaning.ParseDate date) {
        for (String format : date.formats()) {
          String order =
              format.matches("%d[-/. ]%m[-/. ]%[Yy].*")
                  ? "D/M"
                  : format.matches("%m[-/. ]%d[-/. ]%[Yy].*") ? "M/D" : "";
          if (orders.contains(order)) {
            return Optional.of(
                new DateVote(
                    orders.indexOf(order),
                    other.name() + " of the same table is written as " + order + "."));
          }
        }
      }
    }
    return Optional.empty();
  }

  static Optional<DateVote> order(Counts counts, List<String> orders) {
    for (String way : List.of("rising", "falling")) {
      Optional<Integer> found =
          only(
              orders,
              i ->
                  counts.of("pairs_" + i) >= 5 && counts.share(way + "_" + i, "pairs_" + i) >= 0.98,
              i -> counts.share(way + "_" + i, "pairs_" + i) < 0.9);
      if (found.isPresent()) {
        return Optional.of(
            new DateVote(
                found.get(),
                "As "
                    + orders.get(found.get())
                    + " the dates "
                    + (way.equals("rising") ? "rise" : "fall")
                    + " from row to row."));
      }
    }
    return Optional.empty();
  }

  /** The one reading for which something holds, where it holds for no other. */
  private static Optional<Integer> only(
      List<String> orders, IntFunction<Boolean> holds, IntFunction<Boolean> not) {
    for (int i = 0; i < orders.size(); i++) {
      boolean others = true;
      for (int j = 0; j < orders.size(); j++) {
        others &= j == i || not.apply(j);
      }
      if (others && holds.apply(i)) {
        return Optional.of(i);
      }
    }
    return Optional.empty();
  }

  /** What was counted, by its name in {@link dev.assay.sql.DateOrderSql}. */
  record Counts(Map<String, Long> named) {
    static Counts of(Rows rows) {
      Map<String, Long> named = new HashMap<>();
      for (int i = 0; i < rows.columns().size(); i++) {
        named.put(rows.columns().get(i).name(), (Long) rows.rows().getFirst().get(i));
      }
      return new Counts(named);
    }

    long of(String name) {
      return named.getOrDefault(name, 0L);
    }

    /** Of all; 0 where there are none. */
    double share(String part, String all) {
      return of(all) == 0 ? 0 : (double) of(part) / of(all);
    }
  }
}
