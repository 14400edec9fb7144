package dev.assay.ask;

import dev.assay.model.DatePart;
import dev.assay.model.Query;
import dev.assay.model.Query.Dimension;
import dev.assay.model.Rows;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** An answer's figures in one sentence. */
final class AnswerSentence {
  private final Query query;
  private final Rows rows;
  private final Language language;
  private final List<String> outputs;

  AnswerSentence(Query query, Rows rows) {
    this(query, rows, Language.ENGLISH);
  }

  AnswerSentence(Query query, Rows rows, Language language) {
    this.query = query;
    this.rows = rows;
    this.language = language;
    this.outputs = query.outputs();
  }

  String text() {
    int keys = keys();
    if (rows.rows().isEmpty()) {
      return say("no-row");
    }
    if (query.listsRows() || outputs.size() == keys) {
      return say("rows", rows.rows().size());
    }
    if (keys == 0) {
      String text = figures(rows.rows().getFirst());
      return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1) + ".";
    }
    if (rows.rows().size() == 1) {
      return group(rows.rows().getFirst()) + ": " + figures(rows.rows().getFirst()) + ".";
    }
    int told = told();
    List<Object> leading = leading(told);
    return say(
        (rows.truncated() ? "rows-shown-" : "rows-") + (ascendingTop() ? "smallest" : "largest"),
        rows.rows().size(),
        words(outputs.get(told)),
        figure(leading.get(told)),
        group(leading));
  }

  private int keys() {
    return query.summary().isEmpty() ? query.dimensions().size() : 0;
  }

  /** The figure that the rows are sorted by, else the last calculation, else the first measure. */
  private int told() {
    int keys = keys();
    if (!query.orderBy().isEmpty()) {
      int sorted = outputs.indexOf(query.orderBy().getFirst().name());
      if (sorted >= keys) {
        return sorted;
      }
    }
    return query.calculations().isEmpty()
        ? keys
        : keys + query.measures().size() + query.calculations().size() - 1;
  }

  private boolean ascendingTop() {
    return query.limit() != null
        && !query.orderBy().isEmpty()
        && !query.orderBy().getFirst().descending();
  }

  /** The row with the largest figure, or the smallest where that was asked for. */
  private List<Object> leading(int at) {
    List<Object> best = rows.rows().getFirst();
    for (List<Object> row : rows.rows()) {
      BigDecimal value = number(row.get(at));
      BigDecimal known = number(best.get(at));
      if (value != null
          && (known == null
              || (ascendingTop() ? value.compareTo(known) < 0 : value.compareTo(known) > 0))) {
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
      parts.add(value == null ? say("missing", words(dimension.name())) : period(value, dimension));
    }
    return String.join(", ", parts);
  }

  private String period(Object value, Dimension dimension) {
    String text = value.toString();
    if (dimension.part() == DatePart.WEEKDAY && text.matches("[1-7]")) {
      return DayOfWeek.of(Integer.parseInt(text))
          .getDisplayName(TextStyle.FULL, Locale.of(language.code()));
    }
    if (dimension.part() == DatePart.MONTH_OF_YEAR && text.matches("\\d{1,2}")) {
      return new Phrasing(language).month(Integer.parseInt(text));
    }
    if (dimension.grain() == null || text.length() < 10) {
      return text;
    }
    return switch (dimension.grain()) {
      case YEAR -> text.substring(0, 4);
      case QUARTER ->
          "Q" + ((Integer.parseInt(text.substring(5, 7)) - 1) / 3 + 1) + " " + text.substring(0, 4);
      case MONTH -> text.substring(0, 7);
      case WEEK -> say("week-of", text.substring(0, 10));
      case DAY -> text.substring(0, 10);
      case HOUR -> text.substring(0, Math.min(16, text.length()));
    };
  }

  private String figures(List<Object> row) {
    List<String> parts = new ArrayList<>();
    for (int i = keys(); i < Math.min(outputs.size(), row.size()); i++) {
      Object value = row.get(i);
      String name = words(outputs.get(i));
      parts.add(
          value == null
              ? say("no-value", name)
              : say("value-is", name, isShare(outputs.get(i)) ? percent(value) : figure(value)));
    }
    return String.join(", ", parts);
  }

  private static boolean isShare(String name) {
    return name.endsWith("_share") || name.endsWith("_growth") || name.endsWith("_rate");
  }

  private String percent(Object value) {
    BigDecimal number = number(value);
    return number == null
        ? figure(value)
        : figure(number.movePointRight(2).setScale(1, RoundingMode.HALF_EVEN).toPlainString())
            + " %";
  }

  private String say(String key, Object... values) {
    return Messages.say(language, key, values);
  }

  private static String words(String name) {
    return name.replace('_', ' ').strip();
  }

  private String figure(Object value) {
    BigDecimal number = number(value);
    if (number == null) {
      return String.valueOf(value);
    }
    DecimalFormat format = new DecimalFormat("#,##0", symbols());
    if (value instanceof Double) {
      format.setMaximumFractionDigits(number.abs().compareTo(BigDecimal.ONE) < 0 ? 6 : 2);
      format.setRoundingMode(RoundingMode.HALF_EVEN);
    } else {
      format.setMinimumFractionDigits(Math.max(0, number.scale()));
      format.setMaximumFractionDigits(Math.max(0, number.scale()));
    }
    return format.format(number);
  }

  private DecimalFormatSymbols symbols() {
    DecimalFormatSymbols symbols = new DecimalFormatSymbols(Locale.ROOT);
    if (language != Language.ENGLISH) {
      symbols.setGroupingSeparator('.');
      symbols.setDecimalSeparator(',');
    }
    return symbols;
  }

  private static BigDecimal number(Object value) {
    if (value instanceof Long || value instanceof Integer || value instanceof Double) {
      return new BigDecimal(value.toString());
    }
    return value instanceof String text && text.matches("-?\\d+(\\.\\d+)?(E-?\\d+)?")
        ? new BigDecimal(text)
        : null;
  }
}
