package dev.assay.profile;

import dev.assay.model.Cleaning;
import dev.assay.model.ColumnProfile.ValueCount;
import dev.assay.model.ColumnType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** How the dates of one column are written, found from all its forms together. */
final class DateReading {
  static final String DAY_FIRST = "D/M";
  static final String MONTH_FIRST = "M/D";
  static final String UTC = "UTC";

  /** Up to this share, dates of the other order are slips; beyond, the column mixes both orders. */
  private static final double SLIPS = 0.001;

  private record Form(DateForm date, long rows) {}

  private final List<Form> forms = new ArrayList<>();
  private final Set<Integer> different = new java.util.HashSet<>();
  private long rows;
  private long dates;
  private long times;
  private long clock;
  private long zoned;
  private long compact;
  private long onlyDayFirst;
  private long onlyMonthFirst;
  private long either;

  private DateReading() {}

  static DateReading of(List<ValueCount> values) {
    DateReading reading = new DateReading();
    for (ValueCount value : values) {
      DateForm.of(value.value()).ifPresent(form -> reading.add(form, value));
    }
    return reading;
  }

  private void add(DateForm form, ValueCount value) {
    long count = value.count();
    forms.add(new Form(form, count));
    different.add(value.value().hashCode());
    rows += count;
    dates += form.date() ? count : 0;
    times += form.date() && form.time() ? count : 0;
    clock += form.date() ? 0 : count;
    zoned += form.zone() ? count : 0;
    compact += form.compact() ? count : 0;
    if (form.monthFirst() != null) {
      onlyDayFirst += form.fitsMonthFirst() ? 0 : count;
      onlyMonthFirst += form.fitsDayFirst() ? 0 : count;
      either += form.fitsDayFirst() && form.fitsMonthFirst() ? count : 0;
    }
  }

  /** Rows whose text is a date or a time in some way of writing. */
  long rows() {
    return Math.max(dates, clock);
  }

  /** Whether its dates are digits only and too few to tell from numbers. */
  boolean mayBeNumbers() {
    return compact == rows && different.size() < 20;
  }

  /** The column's reading; {@code choice} settles what its values leave open. */
  Guess guess(Optional<String> choice) {
    if (clock > dates) {
      if (forms.stream().anyMatch(form -> !form.date().clock())) {
        return Guess.text("The values may be times of day or durations, so they stay text.");
      }
      List<String> formats = formats(true, false);
      return forms.stream().allMatch(form -> form.date().iso())
          ? Guess.of(ColumnType.Simple.TIME, "The values are times of day.")
          : Guess.of(
              ColumnType.Simple.TIME,
              "The values are times of day.",
              new Cleaning.ParseDate(formats));
    }
    if (zoned > 0 && zoned < times && choice.filter(UTC::equals).isEmpty()) {
      return mixedZones();
    }
    boolean dayFirst = onlyDayFirst > 0 && onlyMonthFirst <= SLIPS * onlyDayFirst;
    boolean monthFirst = onlyMonthFirst > 0 && onlyDayFirst <= SLIPS * onlyMonthFirst;
    boolean plain = onlyDayFirst == 0 && onlyMonthFirst == 0 && either == 0;
    if (plain || dayFirst) {
      return reading(
          true, false, dayFirst ? "a number above 12 comes first in some of them" : null);
    }
    if (monthFirst) {
      return reading(false, false, "a number above 12 comes second in some of them");
    }
    if (choice.isPresent() && !choice.get().equals(UTC)) {
      return reading(
          choice.get().equals(DAY_FIRST),
          onlyDayFirst > 0,
          "you settled the order as " + choice.get());
    }
    if (either == 0) {
      // Both orders occur, but each value fits only one.
      return reading(true, true, "both orders occur, but every value fits only one of them");
    }
    return ambiguous();
  }

  private Guess mixedZones() {
    String because = (times - zoned) + " of its times say no offset from UTC and " + zoned + " do.";
    return Guess.open(
        because,
        new Guess.Ambiguity(because + " Are the times without an offset in UTC?", List.of(UTC)),
        List.of());
  }

  private Guess ambiguous() {
    boolean mixed = onlyDayFirst > 0;
    String because =
        mixed
            ? onlyDayFirst
                + " dates have the day first, "
                + onlyMonthFirst
                + " the month first, and "
                + either
                + " may be either."
            : "Every date fits both day/month and month/day.";
    return Guess.open(
        because,
        new Guess.Ambiguity(
            because + " Which comes first, the day (D/M) or the month (M/D)?",
            onlyMonthFirst > onlyDayFirst
                ? List.of(MONTH_FIRST, DAY_FIRST)
                : List.of(DAY_FIRST, MONTH_FIRST)),
        List.of(reading(true, mixed, null), reading(false, mixed, null)));
  }

  private Guess reading(boolean dayFirst, boolean both, String why) {
    ColumnType type =
        zoned > 0
            ? ColumnType.Simple.TIMESTAMPTZ
            : times > 0 ? ColumnType.Simple.TIMESTAMP : ColumnType.Simple.DATE;
    List<String> formats = formats(dayFirst, both);
    String because =
        "The values are "
            + (times > 0 ? "times" : "dates")
            + (formats.size() > 1 ? " in " + formats.size() + " ways of writing" : "")
            + (why == null ? "" : "; " + why)
            + ".";
    boolean iso =
        forms.stream().filter(form -> form.date().date()).allMatch(form -> form.date().iso());
    return iso ? Guess.of(type, because) : Guess.of(type, because, new Cleaning.ParseDate(formats));
  }

  private List<String> formats(boolean dayFirst, boolean both) {
    Map<String, Long> counts = new HashMap<>();
    Map<String, Long> others = new HashMap<>();
    for (Form form : forms) {
      DateForm date = form.date();
      if (date.date() != dates >= clock) {
        continue;
      }
      if (date.monthFirst() == null) {
        counts.merge(date.dayFirst(), form.rows(), Long::sum);
      } else {
        counts.merge(dayFirst ? date.dayFirst() : date.monthFirst(), form.rows(), Long::sum);
        others.merge(dayFirst ? date.monthFirst() : date.dayFirst(), form.rows(), Long::sum);
      }
    }
    Set<String> formats = new LinkedHashSet<>(ordered(counts));
    if (both) {
      formats.addAll(ordered(others));
    }
    return List.copyOf(formats);
  }

  private static List<String> ordered(Map<String, Long> counts) {
    return counts.entrySet().stream()
        .sorted(
            Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()))
        .map(Map.Entry::getKey)
        .toList();
  }
}
