package dev.assay.ask.suite;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Whether a result holds what the truth says, beside whatever else it shows. */
final class SameFigures {
  private SameFigures() {}

  /** Whether some columns of {@code rows}, in some order, are the truth's rows, as a multiset. */
  static boolean in(List<List<Object>> rows, List<List<Object>> truth) {
    if (rows.size() != truth.size()) {
      return false;
    }
    if (truth.isEmpty()) {
      return true;
    }
    return assign(rows, truth, new ArrayList<>());
  }

  private static boolean assign(
      List<List<Object>> rows, List<List<Object>> truth, List<Integer> chosen) {
    int wanted = truth.getFirst().size();
    if (chosen.size() == wanted) {
      return bag(rows, chosen).equals(bag(truth, range(wanted)));
    }
    for (int column = 0; column < rows.getFirst().size(); column++) {
      if (!chosen.contains(column)) {
        List<Integer> more = new ArrayList<>(chosen);
        more.add(column);
        if (bag(rows, more).equals(bag(truth, range(more.size()))) && assign(rows, truth, more)) {
          return true;
        }
      }
    }
    return false;
  }

  private static List<Integer> range(int count) {
    List<Integer> range = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      range.add(i);
    }
    return range;
  }

  private static Map<List<String>, Integer> bag(List<List<Object>> rows, List<Integer> columns) {
    Map<List<String>, Integer> bag = new HashMap<>();
    for (List<Object> row : rows) {
      bag.merge(columns.stream().map(i -> text(row.get(i))).toList(), 1, Integer::sum);
    }
    return bag;
  }

  /** Numbers to eight digits, times without midnight. */
  private static String text(Object value) {
    String text = String.valueOf(value);
    if (text.matches("-?\\d+(\\.\\d+)?([eE][-+]?\\d+)?")) {
      return "%.8e".formatted(Double.parseDouble(text) + 0.0);
    }
    return text.matches("\\d{4}-\\d\\d-\\d\\d[ T]00:00(:00)?(\\.0+)?")
        ? text.substring(0, 10)
        : text;
  }
}
