package dev.assay.sql;

import dev.assay.model.ColumnType;
import dev.assay.model.SilverSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;

/**
 * Measures on all rows what proposed columns read, change and lose, with the very expressions that
 * a build uses.
 *
 * <p>Every column yields {@link #FIELDS} values, in the order of {@link Field}.
 */
public final class EvidenceSql {
  /** What is measured, in the order of the result. */
  public enum Field {
    PRESENT,
    EMPTY,
    CLEANED,
    PARSED,
    CHANGED,
    LOSSY,
    FAILURES,
    LOSSES,
    LEAST,
    GREATEST,
    MEAN,
    NO_EMAIL,
    FIRST_RIVAL,
    FIRST_RIVAL_FAILURES,
    SECOND_RIVAL,
    SECOND_RIVAL_FAILURES,
    DISTINCT,
    MIN,
    MAX,
    SHORTEST,
    LONGEST,
    AVERAGE_LENGTH
  }

  public static final int FIELDS = Field.values().length;

  private static final int EXAMPLES = 25;

  /**
   * One column to measure.
   *
   * @param column the proposal
   * @param rivals at most two other readings of the same source column
   * @param drops lower-cased endings of raw texts whose loss is counted
   * @param email whether to count the values that are no e-mail address
   */
  public record Measure(
      SilverSpec.Column column,
      List<SilverSpec.Column> rivals,
      List<String> drops,
      boolean email) {}

  private final Dialect dialect;

  public EvidenceSql(Dialect dialect) {
    this.dialect = dialect;
  }

  /**
   * All columns in one scan of all rows; one result row, {@link #FIELDS} values a column.
   *
   * @param few whether rows are few: failing texts are then listed as they come, and nothing is
   *     sketched
   */
  public String oneScan(String table, List<Measure> measures, boolean few) {
    StringJoiner aggregates = new StringJoiner(",\n");
    StringJoiner expressions = new StringJoiner(",\n");
    for (int i = 0; i < measures.size(); i++) {
      Fields fields = new Fields(measures.get(i), "assay_" + i, few ? Way.SHORT : Way.LONG);
      aggregates.add(fields.aggregates());
      expressions.add(fields.expressions());
    }
    return "SELECT "
        + aggregates
        + "\nFROM (SELECT "
        + expressions
        + "\nFROM "
        + Quote.identifier(table)
        + ")";
  }

  /**
   * Columns of few different texts: each is grouped first, and measured once a text. One result row
   * a column: its position, then its {@link #FIELDS} values.
   */
  public String grouped(String table, List<Measure> measures) {
    StringJoiner all = new StringJoiner("\nUNION ALL\n");
    for (int i = 0; i < measures.size(); i++) {
      Fields fields = new Fields(measures.get(i), "assay", Way.GROUPED);
      String source = Quote.identifier(measures.get(i).column().source());
      all.add(
          "SELECT "
              + i
              + ", "
              + fields.aggregates()
              + "\nFROM (SELECT "
              + fields.expressions()
              + ", assay_rows FROM (SELECT "
              + source
              + ", count(*) AS assay_rows FROM "
              + Quote.identifier(table)
              + " GROUP BY "
              + source
              + "))");
    }
    return all.toString();
  }

  private enum Way {
    LONG,
    SHORT,
    GROUPED
  }

  private final class Fields {
    private final Measure measure;
    private final Way way;
    private final ColumnType type;
    private final boolean grouped;
    private final String raw;
    private final String text;
    private final String value;
    private final boolean asReceived;

    Fields(Measure measure, String prefix, Way way) {
      this.measure = measure;
      this.type = measure.column().type();
      this.way = way;
      this.grouped = way == Way.GROUPED;
      this.asReceived = type == ColumnType.Simple.TEXT && measure.column().cleaning().isEmpty();
      this.raw = prefix + "_raw";
      this.text = asReceived ? raw : prefix + "_text";
      this.value = type == ColumnType.Simple.TEXT ? text : prefix + "_value";
    }

    String expressions() {
      StringJoiner expressions = new StringJoiner(", ");
      expressions.add(Quote.identifier(measure.column().source()) + " AS " + raw);
      if (!text.equals(raw)) {
        expressions.add(dialect.cleaned(measure.column()) + " AS " + text);
      }
      if (!value.equals(text)) {
        expressions.add(dialect.cast(measure.column()) + " AS " + value);
      }
      for (int i = 0; i < measure.rivals().size(); i++) {
        SilverSpec.Column rival = measure.rivals().get(i);
        expressions.add(dialect.cleaned(rival) + " AS " + rivalText(i));
        expressions.add(dialect.cast(rival) + " AS " + rivalValue(i));
      }
      return expressions.toString();
    }

    private String rivalText(int i) {
      return raw + "_rival_text_" + i;
    }

    private String rivalValue(int i) {
      return raw + "_rival_" + i;
    }

    String aggregates() {
      List<String> fields = new ArrayList<>();
      for (Field field : Field.values()) {
        fields.add(aggregate(field));
      }
      return String.join(", ", fields);
    }

    private String aggregate(Field field) {
      String failed = text + " IS NOT NULL AND " + value + " IS NULL";
      return switch (field) {
        case PRESENT -> count(raw);
        case EMPTY -> rows(raw + " = ''");
        case CLEANED -> count(text);
        case PARSED -> count(value);
        case CHANGED -> asReceived ? "0" : rows(changed());
        case LOSSY -> lossy().isEmpty() ? "0" : rows(lossy());
        case FAILURES -> value.equals(text) ? "NULL" : examples(failed);
        case LOSSES -> lossy().isEmpty() ? "NULL" : examples(lossy());
        case LEAST ->
            type == ColumnType.Simple.TEXT ? "NULL" : "CAST(min(" + value + ") AS VARCHAR)";
        case GREATEST ->
            type == ColumnType.Simple.TEXT ? "NULL" : "CAST(max(" + value + ") AS VARCHAR)";
        case MEAN -> mean();
        case NO_EMAIL -> measure.email() ? rows(value + " NOT LIKE '%@%.%'") : "NULL";
        case FIRST_RIVAL -> rival(0);
        case FIRST_RIVAL_FAILURES -> rivalFailures(0);
        case SECOND_RIVAL -> rival(1);
        case SECOND_RIVAL_FAILURES -> rivalFailures(1);
        // These are known from the texts where all of them were read.
        case DISTINCT -> way != Way.LONG ? "NULL" : "approx_count_distinct(" + raw + ")";
        case MIN -> way != Way.LONG ? "NULL" : "min(" + raw + ")";
        case MAX -> way != Way.LONG ? "NULL" : "max(" + raw + ")";
        case SHORTEST -> way != Way.LONG ? "NULL" : "min(length(" + raw + "))";
        case LONGEST -> way != Way.LONG ? "NULL" : "max(length(" + raw + "))";
        case AVERAGE_LENGTH -> way != Way.LONG ? "NULL" : "avg(length(" + raw + "))";
      };
    }

    private String count(String expression) {
      return grouped ? rows(expression + " IS NOT NULL") : "count(" + expression + ")";
    }

    private String rows(String condition) {
      return grouped
          ? "CAST(coalesce(sum(assay_rows) FILTER (WHERE " + condition + "), 0) AS BIGINT)"
          : "count(*) FILTER (" + condition + ")";
    }

    private String examples(String condition) {
      String filter = ") FILTER (WHERE " + condition + ")";
      return switch (way) {
        case LONG -> "approx_top_k(" + raw + ", " + EXAMPLES + filter;
        case SHORT -> "list(" + raw + filter + "[1:1000]";
        case GROUPED ->
            "list(" + raw + " ORDER BY assay_rows DESC, " + raw + filter + "[1:" + EXAMPLES + "]";
      };
    }

    private String changed() {
      return "CAST(" + value + " AS VARCHAR) <> " + raw;
    }

    /** A condition for values that are read and lose something; empty where none can. */
    private String lossy() {
      String dropped =
          measure.drops().isEmpty()
              ? ""
              : "ends_with(rtrim(lower("
                  + raw
                  + ")), "
                  + String.join(
                      ") OR ends_with(rtrim(lower(" + raw + ")), ",
                      measure.drops().stream().map(Quote::literal).toList())
                  + ")";
      String digits =
          switch (type) {
            case ColumnType.Decimal _ -> "";
            case ColumnType.Simple simple ->
                switch (simple) {
                  case INTEGER, BIGINT -> "regexp_full_match(" + text + ", '[-+]?0[0-9].*')";
                  // A double holds 17 digits.
                  case DOUBLE ->
                      "length(ltrim(regexp_replace(" + text + ", '[^0-9]', '', 'g'), '0')) > 17";
                  case BOOLEAN, DATE, TIMESTAMP, TIMESTAMPTZ, TIME, TEXT, UUID -> "";
                };
          };
      if (dropped.isEmpty() && digits.isEmpty()) {
        return "";
      }
      String either =
          dropped.isEmpty() ? digits : digits.isEmpty() ? dropped : dropped + " OR " + digits;
      // What comes out as it went in has lost nothing: only the rest is looked at.
      return "CASE WHEN " + changed() + " THEN " + either + " ELSE false END";
    }

    private String mean() {
      return type.isNumeric()
          ? grouped
              ? "CAST(sum(CAST("
                  + value
                  + " AS DOUBLE) * assay_rows) / sum(assay_rows) FILTER (WHERE "
                  + value
                  + " IS NOT NULL) AS DOUBLE)"
              : "CAST(avg(" + value + ") AS DOUBLE)"
          : "NULL";
    }

    private String rival(int i) {
      return i < measure.rivals().size() ? count(rivalValue(i)) : "NULL";
    }

    private String rivalFailures(int i) {
      return i < measure.rivals().size()
          ? examples(rivalText(i) + " IS NOT NULL AND " + rivalValue(i) + " IS NULL")
          : "NULL";
    }
  }
}
