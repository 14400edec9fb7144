package dev.assay.ask;

import dev.assay.model.DatePart;
import dev.assay.model.Query.Comparison;
import dev.assay.model.Query.Filter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads conditions on parts of a time: "on weekends", "on Mondays", "in December of any year". */
final class DatePartReader {
  private static final Map<String, List<String>> DAYS =
      Map.of("weekends", List.of("6", "7"), "workdays", List.of("1", "2", "3", "4", "5"));

  private final Words words;
  private final TimeColumn time;
  private final FilterReader filters;

  DatePartReader(Words words, TimeColumn time, FilterReader filters) {
    this.words = words;
    this.time = time;
    this.filters = filters;
  }

  void read() {
    if (!time.exists()) {
      return;
    }
    for (int i = 0; i < words.count(); i++) {
      if (words.free(i)) {
        boolean _ = days(i) || weekday(i) || month(i) || hour(i);
      }
    }
  }

  private boolean days(int i) {
    List<String> days = DAYS.get(words.get(i).lower());
    if (days == null || !led(i)) {
      return false;
    }
    add(DatePart.WEEKDAY, days, lead(i), i + 1);
    return true;
  }

  private boolean weekday(int i) {
    int first = weekdayAt(i);
    if (first == 0 || !led(i)) {
      return false;
    }
    List<String> days = new ArrayList<>(List.of(Integer.toString(first)));
    int end = i + 1;
    while (words.at(end, "and|or") && weekdayAt(end + 1) > 0) {
      days.add(Integer.toString(weekdayAt(end + 1)));
      end += 2;
    }
    add(DatePart.WEEKDAY, days, lead(i), end);
    return true;
  }

  private int weekdayAt(int i) {
    return words.free(i) ? GrainWords.WEEKDAYS.indexOf(words.get(i).stem()) + 1 : 0;
  }

  /** "in December of any year", "every December". */
  private boolean month(int i) {
    int month = CalendarUnits.monthOf(words.get(i).lower());
    // "in May each year" is a figure for each, which the groups say.
    boolean each = words.at(i + 1, "each|every", "year") || words.at(i + 1, "by|per", "year");
    boolean any = words.at(i + 1, "any-year") || words.at(i + 1, "any-year", "any-year") || each;
    boolean every = words.at(i - 1, "every|each|all");
    if (month == 0 || !any && !every) {
      return false;
    }
    int from = every ? i - 1 : i;
    add(
        DatePart.MONTH_OF_YEAR,
        List.of(Integer.toString(month)),
        lead(from),
        i + (any && !each ? 2 : 1));
    return true;
  }

  /** "after 8 pm", "before 9 am": of every day. */
  private boolean hour(int i) {
    boolean after = words.at(i, "after|from|since");
    boolean number = words.free(i + 1) && words.get(i + 1).text().matches("1[0-2]|[1-9]");
    if (!after && !words.at(i, "before") || !number || !words.at(i + 2, "am|pm|a.m.|p.m.")) {
      return false;
    }
    int hour = Integer.parseInt(words.get(i + 1).text()) % 12;
    hour += words.at(i + 2, "pm|p.m.") ? 12 : 0;
    filters.add(
        new Filter(
            time.at(i),
            after ? Comparison.GREATER_OR_EQUAL : Comparison.LESS,
            List.of(Integer.toString(hour)),
            DatePart.HOUR_OF_DAY),
        i);
    words.use(i, 3);
    return true;
  }

  private boolean led(int i) {
    return words.at(i - 1, "on|in|at|during|the|a|every|each|of|for")
        || !words.get(i).lower().equals(words.get(i).stem());
  }

  private int lead(int i) {
    int from = i;
    while (words.at(from - 1, "on|in|at|during|the|a|every|each|of|for")) {
      from--;
    }
    return from;
  }

  private void add(DatePart part, List<String> values, int from, int end) {
    Comparison comparison = values.size() == 1 ? Comparison.EQUAL : Comparison.IN;
    filters.add(new Filter(time.at(from), comparison, values, part), from);
    words.use(from, end - from);
  }
}
