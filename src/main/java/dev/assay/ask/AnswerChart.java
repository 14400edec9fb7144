package dev.assay.ask;

import dev.assay.model.DatePart;
import dev.assay.model.Query;
import dev.assay.model.Query.Dimension;
import dev.assay.model.Rows;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The chart that fits the rows of an answer, as an ECharts option: lines along a time, bars for
 * groups, one series a value of a second dimension. One figure, or more than a chart can show, has
 * none.
 */
final class AnswerChart {
  private static final int MOST_BARS = 40;
  private static final int MOST_POINTS = 2_000;
  private static final int MOST_SERIES = 8;
  private static final int LONG_LABEL = 12;

  /** Figures that differ more than this in size do not share an axis. */
  private static final double ALIKE = 20;

  private final Query query;
  private final Rows rows;

  private AnswerChart(Query query, Rows rows) {
    this.query = query;
    this.rows = rows;
  }

  static Optional<Map<String, Object>> of(Query query, Rows rows) {
    return query == null || query.listsRows() || rows.rows().size() < 2
        ? Optional.empty()
        : new AnswerChart(query, rows).option();
  }

  private Optional<Map<String, Object>> option() {
    List<Integer> figures = figures();
    if (figures.isEmpty()) {
      return Optional.empty();
    }
    return switch (query.dimensions().size()) {
      case 1 -> one(figures);
      case 2 -> two(figures.getFirst());
      default -> Optional.empty();
    };
  }

  /** The columns with figures that can share one axis with the first. */
  private List<Integer> figures() {
    List<Integer> numeric = new ArrayList<>();
    for (int i = query.dimensions().size(); i < rows.columns().size(); i++) {
      if (largest(i) > 0) {
        numeric.add(i);
      }
    }
    if (numeric.isEmpty()) {
      return numeric;
    }
    // A count beside a sum of money would be a flat line: the measure asked for goes first.
    int lead = numeric.getFirst();
    double size = largest(lead);
    return numeric.stream()
        .filter(i -> largest(i) / size <= ALIKE && size / largest(i) <= ALIKE)
        .limit(MOST_SERIES)
        .toList();
  }

  private double largest(int column) {
    double largest = 0;
    for (List<Object> row : rows.rows()) {
      Object value = row.get(column);
      if (value != null) {
        BigDecimal number = number(value);
        if (number == null) {
          return 0;
        }
        largest = Math.max(largest, Math.abs(number.doubleValue()));
      }
    }
    return largest;
  }

  private Optional<Map<String, Object>> one(List<Integer> figures) {
    Dimension dimension = query.dimensions().getFirst();
    boolean time = dimension.grain() != null;
    if (rows.rows().size() > (time ? MOST_POINTS : MOST_BARS)) {
      return Optional.empty();
    }
    List<List<Object>> ordered = time ? inTime(0) : rows.rows();
    List<Object> labels = new ArrayList<>();
    ordered.forEach(row -> labels.add(label(row.getFirst(), dimension)));
    List<Map<String, Object>> series = new ArrayList<>();
    for (int figure : figures) {
      List<Object> data = new ArrayList<>();
      ordered.forEach(row -> data.add(value(row.get(figure))));
      series.add(series(time, words(rows.columns().get(figure).name()), data));
    }
    String value = figures.size() == 1 ? words(rows.columns().get(figures.getFirst()).name()) : "";
    return Optional.of(chart(time, dimension, labels, value, series));
  }

  /** A series for each value of the dimension that has fewer, or of the one that is no time. */
  private Optional<Map<String, Object>> two(int figure) {
    int along =
        query.dimensions().get(0).grain() != null
            ? 0
            : query.dimensions().get(1).grain() != null || values(1).size() > values(0).size()
                ? 1
                : 0;
    int apart = 1 - along;
    boolean time = query.dimensions().get(along).grain() != null;
    List<List<Object>> ordered = time ? inTime(along) : rows.rows();
    Set<Object> places = new LinkedHashSet<>();
    ordered.forEach(row -> places.add(row.get(along)));
    Set<Object> names = values(apart);
    if (names.size() > MOST_SERIES || places.size() > (time ? MOST_POINTS : MOST_BARS)) {
      return Optional.empty();
    }
    List<Object> labels = new ArrayList<>();
    places.forEach(place -> labels.add(label(place, query.dimensions().get(along))));
    List<Map<String, Object>> series = new ArrayList<>();
    for (Object name : names) {
      Map<Object, Object> at = new LinkedHashMap<>();
      places.forEach(place -> at.put(place, null));
      for (List<Object> row : ordered) {
        if (java.util.Objects.equals(row.get(apart), name)) {
          at.put(row.get(along), value(row.get(figure)));
        }
      }
      series.add(
          series(time, label(name, query.dimensions().get(apart)), new ArrayList<>(at.values())));
    }
    return Optional.of(
        chart(
            time,
            query.dimensions().get(along),
            labels,
            words(rows.columns().get(figure).name()),
            series));
  }

  private Set<Object> values(int column) {
    Set<Object> values = new LinkedHashSet<>();
    rows.rows().forEach(row -> values.add(row.get(column)));
    return values;
  }

  /** In time order, whatever the answer is sorted by; a missing time has no place on the axis. */
  private List<List<Object>> inTime(int column) {
    return rows.rows().stream()
        .filter(row -> row.get(column) != null)
        .sorted(java.util.Comparator.comparing(row -> row.get(column).toString()))
        .toList();
  }

  private static Map<String, Object> series(boolean time, String name, List<Object> data) {
    Map<String, Object> series = new LinkedHashMap<>();
    series.put("type", time ? "line" : "bar");
    series.put("name", name);
    series.put("data", data);
    if (time && data.size() <= 60) {
      series.put("showSymbol", true);
    }
    return series;
  }

  private static Map<String, Object> chart(
      boolean time,
      Dimension dimension,
      List<Object> labels,
      String value,
      List<Map<String, Object>> series) {
    boolean lying =
        !time
            && (labels.size() > 8
                || labels.stream().anyMatch(label -> label.toString().length() > LONG_LABEL));
    Map<String, Object> groups = new LinkedHashMap<>();
    groups.put("type", "category");
    groups.put("name", words(dimension.name()));
    groups.put("data", labels);
    if (lying) {
      // The first group stands on top, as in the table.
      groups.put("inverse", true);
    }
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("type", "value");
    values.put("name", value);
    Map<String, Object> option = new LinkedHashMap<>();
    option.put("tooltip", Map.of("trigger", "axis"));
    if (series.size() > 1) {
      option.put("legend", Map.of("type", "scroll"));
    }
    option.put("grid", Map.of("containLabel", true));
    option.put("xAxis", lying ? values : groups);
    option.put("yAxis", lying ? groups : values);
    option.put("series", series);
    option.put("aria", Map.of("enabled", true));
    return option;
  }

  private static String label(Object value, Dimension dimension) {
    if (value == null) {
      return "(missing)";
    }
    if (dimension.part() == DatePart.WEEKDAY && value instanceof Number day) {
      return DayOfWeek.of(day.intValue()).getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
    }
    if (dimension.part() == DatePart.MONTH_OF_YEAR && value instanceof Number month) {
      return Month.of(month.intValue()).getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
    }
    return dimension.grain() == null
        ? value.toString()
        : PeriodText.of(value.toString(), dimension.grain());
  }

  private static Object value(Object figure) {
    return figure == null ? null : number(figure);
  }

  private static BigDecimal number(Object value) {
    if (value instanceof Double figure) {
      return figure.isNaN() || figure.isInfinite() ? null : BigDecimal.valueOf(figure);
    }
    if (value instanceof Number) {
      return new BigDecimal(value.toString());
    }
    return value instanceof String text && text.matches("-?\\d+(\\.\\d+)?")
        ? new BigDecimal(text)
        : null;
  }

  private static String words(String name) {
    return name.equals("row_count") ? "rows" : name.replace('_', ' ').strip();
  }
}
