package dev.assay.pollution;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How much of a file was recovered, each as F1 from 0 to 1: twice what was found rightly over what
 * was found and what was to be found. Missing and empty cells are alike, empty cells at the end of
 * a record count for nothing, and records count whatever their order is.
 *
 * @param header NaN where the file names no columns
 */
record Score(double header, double record, double cell) {
  static final Score NOTHING = new Score(0, 0, 0);

  static Score of(Truth truth, List<String> header, List<List<String>> records) {
    List<List<String>> landed = records.stream().map(Score::trimmed).toList();
    List<List<String>> expected = readings(truth, landed);
    return new Score(
        truth.headerScored() ? header(named(truth.header()), trimmed(header)) : Double.NaN,
        f1(expected, landed),
        f1(cells(expected), cells(landed)));
  }

  double mean() {
    return Double.isNaN(header) ? (record + cell) / 2 : (header + record + cell) / 3;
  }

  /** Without the last columns that have no name. */
  private static List<Set<String>> named(List<Set<String>> header) {
    int named = header.size();
    while (named > 0 && header.get(named - 1).equals(Set.of(""))) {
      named--;
    }
    return header.subList(0, named);
  }

  private static double header(List<Set<String>> expected, List<String> landed) {
    List<String> left = new ArrayList<>(landed);
    int right = 0;
    for (Set<String> names : expected) {
      boolean found = false;
      for (int i = 0; i < left.size() && !found; i++) {
        if (names.contains(left.get(i))) {
          left.remove(i);
          found = true;
        }
      }
      right += found ? 1 : 0;
    }
    return f1(right, expected.size(), landed.size());
  }

  /** For each record the reading that was landed, else the likeliest one. */
  private static List<List<String>> readings(Truth truth, List<List<String>> landed) {
    Map<List<String>, Integer> left = counts(landed);
    List<List<String>> chosen = new ArrayList<>();
    for (List<List<String>> readings : truth.records()) {
      List<List<String>> all = readings.stream().map(Score::trimmed).toList();
      List<String> reading =
          all.stream().filter(one -> left.getOrDefault(one, 0) > 0).findFirst().orElse(all.get(0));
      left.merge(reading, -1, Integer::sum);
      chosen.add(reading);
    }
    return chosen;
  }

  /** Cells that hold something, with their columns. */
  private static List<List<Object>> cells(List<List<String>> records) {
    List<List<Object>> cells = new ArrayList<>();
    for (List<String> record : records) {
      for (int i = 0; i < record.size(); i++) {
        if (!record.get(i).isEmpty()) {
          cells.add(List.of(i, record.get(i)));
        }
      }
    }
    return cells;
  }

  private static <T> double f1(List<T> expected, List<T> landed) {
    Map<T, Integer> left = counts(landed);
    int right = 0;
    for (T one : expected) {
      if (left.getOrDefault(one, 0) > 0) {
        left.merge(one, -1, Integer::sum);
        right++;
      }
    }
    return f1(right, expected.size(), landed.size());
  }

  private static double f1(int right, int expected, int landed) {
    return expected + landed == 0 ? 1 : 2.0 * right / (expected + landed);
  }

  private static <T> Map<T, Integer> counts(List<T> all) {
    Map<T, Integer> counts = new HashMap<>();
    all.forEach(one -> counts.merge(one, 1, Integer::sum));
    return counts;
  }

  private static List<String> trimmed(List<String> cells) {
    List<String> kept = new ArrayList<>();
    cells.forEach(cell -> kept.add(cell == null ? "" : cell));
    while (!kept.isEmpty() && kept.getLast().isEmpty()) {
      kept.removeLast();
    }
    return kept;
  }
}
