package dev.assay.sql;

import dev.assay.model.SilverSpec;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/** Measures on all rows what the readings of one column's dates mean beside everything else. */
public final class DateOrderSql {
  private final Dialect dialect;

  public DateOrderSql(Dialect dialect) {
    this.dialect = dialect;
  }

  /**
   * What to look at.
   *
   * @param table of Bronze
   * @param readings of one column, each as a date or a time
   * @param others columns of dates or times whose order is plain
   * @param weekdays the raw column that names days of the week, or null
   * @param names the day of the week, Monday being 1, that each of its texts means
   * @param said the last day that the file's name allows, or null
   * @param inOrder whether to compare each row with the one before it
   */
  public record Question(
      String table,
      List<SilverSpec.Column> readings,
      List<SilverSpec.Column> others,
      String weekdays,
      Map<String, Integer> names,
      LocalDate said,
      boolean inOrder) {}

  /**
   * One row of counts. Of reading {@code i}: {@code rows_i}; {@code late_i} after the day that the
   * file says; {@code named_i} and {@code agree_i} beside a day of the week; {@code pairs_i},
   * {@code rising_i} and {@code falling_i} beside the row before; and beside each other column
   * {@code both_i_j}, {@code until_i_j}, {@code from_i_j} and {@code same_i_j}.
   */
  public String measure(Question question) {
    StringJoiner values = new StringJoiner(", ");
    for (int i = 0; i < question.readings().size(); i++) {
      values.add(day(question.readings().get(i)) + " AS day_" + i);
    }
    for (int j = 0; j < question.others().size(); j++) {
      values.add(day(question.others().get(j)) + " AS other_" + j);
    }
    if (question.weekdays() != null) {
      values.add(weekday(question) + " AS weekday");
    }
    if (question.inOrder()) {
      values.add("_load_id").add("_row_no");
    }
    String rows = "(SELECT " + values + "\nFROM " + Quote.identifier(question.table()) + ")";
    StringJoiner counts = new StringJoiner(", ");
    StringJoiner before = new StringJoiner(", ", "(SELECT *, ", "\nFROM " + rows + ")");
    for (int i = 0; i < question.readings().size(); i++) {
      String day = "day_" + i;
      counts.add("count(" + day + ") AS rows_" + i);
      if (question.said() != null) {
        counts.add(
            count(day + " > DATE " + Quote.literal(question.said().toString()), "late_" + i));
      }
      if (question.weekdays() != null) {
        counts.add(count("weekday IS NOT NULL AND " + day + " IS NOT NULL", "named_" + i));
        counts.add(count("weekday = isodow(" + day + ")", "agree_" + i));
      }
      if (question.inOrder()) {
        before.add("lag(" + day + ") OVER (ORDER BY _load_id, _row_no) AS before_" + i);
        counts.add(count(day + " <> before_" + i, "pairs_" + i));
        counts.add(count(day + " > before_" + i, "rising_" + i));
        counts.add(count(day + " < before_" + i, "falling_" + i));
      }
      for (int j = 0; j < question.others().size(); j++) {
        String pair = i + "_" + j;
        String other = "other_" + j;
        counts.add(count(day + " IS NOT NULL AND " + other + " IS NOT NULL", "both_" + pair));
        counts.add(count(day + " <= " + other, "until_" + pair));
        counts.add(count(day + " >= " + other, "from_" + pair));
        counts.add(count(day + " = " + other, "same_" + pair));
      }
    }
    return "SELECT " + counts + "\nFROM " + (question.inOrder() ? before.toString() : rows);
  }

  private String day(SilverSpec.Column column) {
    return "CAST(" + dialect.cast(column) + " AS DATE)";
  }

  private static String weekday(Question question) {
    StringJoiner names = new StringJoiner(", ", "MAP {", "}");
    question.names().forEach((name, day) -> names.add(Quote.literal(name) + ": " + day));
    return names + "[" + Quote.identifier(question.weekdays()) + "]";
  }

  private static String count(String condition, String name) {
    return "count(*) FILTER (WHERE " + condition + ") AS " + name;
  }
}
