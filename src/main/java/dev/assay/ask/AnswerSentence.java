package dev.assay.ask;

import dev.assay.model.Query;
import dev.assay.model.Query.Dimension;
import dev.assay.model.Rows;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** An answer's figures in one sentence. */
final class AnswerSentence {
  private final Query query;
  private final Rows rows;

  AnswerSentence(Query query, Rows rows) {
    this.query = query;
    this.rows = rows;
  }

  String text() {
    int keys = query.dimensions().size();
    if (rows.rows().isEmpty()) {
      return "No row fits the question.";
    }
    if (keys == 0) {
      String text = figures(rows.rows().getFirst());
      return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1) + ".";
    }
    if (rows.rows().size() == 1) {
      return group(rows.rows().getFirst()) + ": " + figures(rows.rows().getFirst()) + ".";
    }
    List<Object> leading = leading();
    return rows.rows().size()
        + (rows.truncated() ? " rows shown" : " rows")
        + "; the "
        + (ascendingTop() ? "smallest" : "largest")
        + " "
        + words(query.measures().getFirst().name())
        + " is "
        + figure(leading.get(keys))
        + " ("
        + group(leading)
        + ").";
  }

  private boolean ascendingTop() {
    return query.limit() != null
        && !query.orderBy().isEmpty()
        && !query.orderBy().getFirst().descending();
  }

  /** The row with the largest first measure, or the smallest where that was asked for. */
  private List<Object> leading() {
    int at = query.dimensions().size();
    List<Object> best = rows.rows().getFirst();
    for (List<Object> row : rows.rows()) {
      BigDecimal one = number(row.get(at));
      BigDecimal other = number(best.get(at));
      if (one == null) {
        continue;
      }
      int order = other == null ? 1 : one.compareTo(other);
      if (other == null || (ascendingTop() ? order < 0 : order > 0)) {
        best = row;
      }
    }
    return best;
  }

  private String group(List<Object> row) {
    List<String> parts = new ArrayList<>();
    for (int i = 0; i < query.dimensions().size(); i++) {
      Dimension dimension = query.dimensions().get(i);
      Object value = row.get(i);
      parts.add(value == null ? words(dimension.name()) + " missing" : period(value, dimension));
    }
    return String.join(", ", parts);
  }

  private static String period(Object value, Dimension dimension) {
    String text = value.toString();
    if (dimension.grain() == null || text.length() < 10) {
      return text;
    }
    return switch (dimension.grain()) {
      case YEAR -> text.substring(0, 4);
      case QUARTER ->
          "Q" + ((Integer.parseInt(text.substring(5, 7)) - 1) / 3 + 1) + " " + text.substring(0, 4);
      case MONTH -> text.substring(0, 7);
      case WEEK -> "week of " + text.substring(0, 10);
      case DAY -> text.substring(0, 10);
      case HOUR -> text.substring(0, Math.min(16, text.length()));
    };
  }

  private String figures(List<Object> row) {
    List<String> parts = new ArrayList<>();
    for (int i = 0; i < query.measures().size(); i++) {
      Object value = row.get(query.dimensions().size() + i);
      String name = words(query.measures().get(i).name());
      parts.add(value == null ? "there is no value for " + name : name + " is " + figure(value));
    }
    return String.join(", ", parts);
  }

  private static String words(String name) {
    return name.replace('_', ' ').strip();
  }

  private static String figure(Object value) {
    BigDecimal number = number(value);
    if (number == null) {
      return String.valueOf(value);
    }
    DecimalFormat format =
        new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.ROOT));
    if (value instanceof Double) {
      format.setMaximumFractionDigits(number.abs().compareTo(BigDecimal.ONE) < 0 ? 6 : 2);
      format.setRoundingMode(RoundingMode.HALF_EVEN);
    } else {
      format.setMinimumFractionDigits(Math.max(0, number.scale()));
      format.setMaximumFractionDigits(Math.max(0, number.scale()));
    }
    return format.format(number);
  }

  private static BigDecimal number(Object value) {
    if (value instanceof Long || value instanceof Double) {
      return new BigDecimal(value.toString());
    }
    return value instanceof String text && text.matches("-?\\d+(\\.\\d+)?")
        ? new BigDecimal(text)
        : null;
  }
}
