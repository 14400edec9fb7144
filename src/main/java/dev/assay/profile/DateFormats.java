package dev.assay.profile;

import dev.assay.profile.DateForm.Order;
import dev.assay.profile.DateForm.Reading;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Collects the formats of a column: of a doubtful style those of the order that was settled. */
final class DateFormats {
  private final Map<String, List<Order>> orders = new HashMap<>();
  private final boolean anyNames;
  private final List<Map<String, Long>> counts = new ArrayList<>();

  /**
   * Nothing collected yet.
   *
   * @param chosen the order of the styles that the values leave open
   * @param anyNames whether names are read in any length, so that one format serves them all
   */
  DateFormats(List<DateOrders> styles, Optional<Order> chosen, boolean anyNames) {
    this.anyNames = anyNames;
    for (DateOrders style : styles) {
      List<Order> tried = new ArrayList<>();
      if (style.settled() != null) {
        tried.add(style.settled());
      } else if (style.mixed()) {
        tried.addAll(style.possible());
      } else {
        chosen.ifPresent(tried::add);
        if (style.contradictory()) {
          // Values that do not fit the chosen order have but one reading.
          style.possible().stream().filter(order -> !tried.contains(order)).forEach(tried::add);
        }
      }
      orders.put(style.style(), tried);
    }
  }

  void add(DateForm form, long rows) {
    if (!form.open()) {
      count(0, form.readings().getFirst().format(), rows);
      return;
    }
    List<Order> tried = orders.getOrDefault(form.style(), List.of());
    for (int i = 0; i < tried.size(); i++) {
      for (Reading reading : form.readings()) {
        if (reading.order() == tried.get(i)) {
          count(i, reading.format(), rows);
        }
      }
    }
  }

  private void count(int turn, String format, long rows) {
    while (counts.size() <= turn) {
      counts.add(new HashMap<>());
    }
    String written = anyNames ? format.replace("%b", "%B").replace("%a", "%A") : format;
    counts.get(turn).merge(written, rows, Long::sum);
  }

  /** First those of the first order, the most frequent first. */
  List<String> inOrder() {
    Set<String> formats = new LinkedHashSet<>();
    for (Map<String, Long> turn : counts) {
      turn.entrySet().stream()
          .sorted(
              Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                  .thenComparing(Map.Entry.comparingByKey()))
          .forEach(entry -> formats.add(entry.getKey()));
    }
    return List.copyOf(formats);
  }

  /** Whether a format has two digits for a year. */
  boolean shortYears() {
    return counts.stream()
        .flatMap(turn -> turn.keySet().stream())
        .anyMatch(format -> format.contains("%y"));
  }
}
