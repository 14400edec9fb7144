package dev.assay.sql;

import dev.assay.model.Cleaning;
import dev.assay.model.ColumnProfile;
import dev.assay.model.ColumnType;
import dev.assay.model.SilverSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.stream.Collectors;

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
    FIRST_RIVAL_FAILED,
    FIRST_RIVAL_CHANGED,
    FIRST_RIVAL_LOSSY,
    FIRST_RIVAL_FAILURES,
    SECOND_RIVAL,
    SECOND_RIVAL_FAILED,
    SECOND_RIVAL_CHANGED,
    SECOND_RIVAL_LOSSY,
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
    List<Fields> all = new ArrayList<>();
    for (int i = 0; i < measures.size(); i++) {
      Fields fields = new Fields(measures.get(i), "assay_" + i, few ? Way.SHORT : Way.LONG);
      aggregates.add(fields.aggregates());
      all.add(fields);
    }
    return "SELECT " + aggregates + "\nFROM " + levels(Quote.identifier(table), "", all);
  }

  /** Step upon step, each in a level of its own, so that no text is computed twice. */
  private static String levels(String from, String carried, List<Fields> all) {
    String level = from;
    for (int depth = 0; ; depth++) {
      StringJoiner expressions = new StringJoiner(",\n");
      for (Fields fields : all) {
        fields.level(depth).forEach(expressions::add);
      }
      if (expressions.length() == 0) {
        return level;
      }
      level = "(SELECT " + (depth == 0 ? carried : "*, ") + expressions + "\nFROM " + level + ")";
    }
  }

  /**
   * Columns of few different texts: each is measured once a text. One result row a column: its
   * position, then its {@link #FIELDS} values.
   *
   * @param texts of each column with the rows that have it, where they are known; empty where they
   *     are to be counted first
   */
  public String grouped(
      String table, List<Measure> measures, List<List<ColumnProfile.ValueCount>> texts) {
    StringJoiner all = new StringJoiner("\nUNION ALL\n");
    for (int i = 0; i < measures.size(); i++) {
      Fields fields = new Fields(measures.get(i), "assay", Way.GROUPED);
      String source = Quote.identifier(measures.get(i).column().source());
      all.add(
          "SELECT "
              + i
              + ", "
              + fields.aggregates()
              + "\nFROM "
              + levels(
                  texts.get(i).isEmpty() ? counted(table, source) : listed(texts.get(i), source),
                  "assay_rows, ",
                  List.of(fields)));
    }
    return all.toString();
  }

  private static String counted(String table, String source) {
    return "(SELECT "
        + source
        + ", count(*) AS assay_rows FROM "
        + Quote.identifier(table)
        + " GROUP BY "
        + source
        + ")";
  }

  private static String listed(List<ColumnProfile.ValueCount> texts, String source) {
    return texts.stream()
        .map(text -> "(" + Quote.literal(text.value()) + ", " + text.count() + ")")
        .collect(Collectors.joining(", ", "(VALUES ", ") AS listed(" + source + ", assay_rows)"));
  }

  /**
   * One column as a person edits it, in one scan of it alone and without sketches of its texts: one
   * row of {@link #FIELDS} values, then up to 25 raw texts that change, most frequent first, then
   * how many values violate one of its checks, then how many rows there are.
   *
   * @param spec whose table it is, after the steps that change its shape
   * @param few whether texts are repeated so often that each is better measured once
   */
  public String edited(SilverSpec spec, SilverSpec.Column column, boolean few) {
    Measure measure = new Measure(column, List.of(), List.of(), false);
    Fields fields = new Fields(measure, "assay", few ? Way.GROUPED : Way.EDITED);
    String rows = new ReshapedSql(spec).rows();
    String source = Quote.identifier(column.source());
    String from =
        few
            ? "(SELECT "
                + source
                + ", count(*) AS assay_rows FROM "
                + rows
                + " GROUP BY "
                + source
                + ")"
            : rows;
    return "SELECT "
        + fields.aggregates()
        + ", "
        + fields.changes()
        + ", "
        + EditedSql.violation(column.checks(), column.type(), fields.value)
            .map(fields::rows)
            .orElse("0")
        + ", "
        + (few ? "coalesce(sum(assay_rows), 0)::BIGINT" : "count(*)")
        + "\nFROM "
        + levels(from, few ? "assay_rows, " : "", List.of(fields));
  }

  private enum Way {
    LONG,
    SHORT,
    GROUPED,
    EDITED
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

    /** The cast that is enough where its value is written as it came, if there is one. */
    private final Optional<PlainCast> plain;

    Fields(Measure measure, String prefix, Way way) {
      this.measure = measure;
      this.type = measure.column().type();
      this.way = way;
      this.grouped = way == Way.GROUPED;
      this.asReceived = type == ColumnType.Simple.TEXT && measure.column().cleaning().isEmpty();
      this.raw = prefix + "_raw";
      this.text = asReceived ? raw : prefix + "_text";
      this.value = type == ColumnType.Simple.TEXT ? text : prefix + "_value";
      this.plain = PlainCast.of(measure.column());
    }

    /** What a level of the statement adds; empty where there is no such level. */
    List<String> level(int depth) {
      List<String> expressions = new ArrayList<>();
      if (depth == 0) {
        expressions.add(Quote.identifier(measure.column().source()) + " AS " + raw);
      } else {
        addLevel(depth, measure.column(), raw, text, value, plain, expressions);
        for (int i = 0; i < measure.rivals().size(); i++) {
          addLevel(
              depth,
              measure.rivals().get(i),
              raw,
              rivalText(i),
              rivalValue(i),
              PlainCast.of(measure.rivals().get(i)).filter(cast -> !cast.marked()),
              expressions);
        }
      }
      return expressions;
    }

    /** One text step a level, then the value. */
    private void addLevel(
        int depth,
        SilverSpec.Column column,
        String from,
        String toText,
        String toValue,
        Optional<PlainCast> plainly,
        List<String> expressions) {
      List<Cleaning> steps = new ArrayList<>(column.cleaning());
      Optional<Cleaning> parse =
          !steps.isEmpty() && steps.getLast().parses()
              ? Optional.of(steps.removeLast())
              : Optional.empty();
      // A column without text steps still needs its text under the name that is asked for.
      int texts = toText.equals(from) ? 0 : Math.max(1, steps.size());
      if (depth <= texts) {
        String before = depth == 1 ? from : toText + "_" + (depth - 1);
        String name = depth == texts ? toText : toText + "_" + depth;
        List<Cleaning> step = steps.isEmpty() ? List.of() : List.of(steps.get(depth - 1));
        expressions.add(
            Shortcuts.cleaned(dialect, over(column, before, step), before) + " AS " + name);
      } else if (!toValue.equals(toText)) {
        String strict =
            Shortcuts.cast(
                dialect, over(column, toText, parse.map(List::of).orElse(List.of())), toText);
        valueLevel(depth - texts, strict, toText, toValue, plainly).ifPresent(expressions::add);
      }
    }

    /** The value in one level, or in several where most texts need only the plain cast. */
    private Optional<String> valueLevel(
        int level, String strict, String text, String value, Optional<PlainCast> plainly) {
      List<String> levels =
          plainly
              .map(cast -> cast.levels(strict, text, value))
              .orElse(List.of(strict + " AS " + value));
      return level <= levels.size() ? Optional.of(levels.get(level - 1)) : Optional.empty();
    }

    private static SilverSpec.Column over(
        SilverSpec.Column column, String source, List<Cleaning> steps) {
      return new SilverSpec.Column(
          source,
          column.name(),
          column.type(),
          steps,
          column.nullStrategy(),
          column.defaultValue(),
          column.checks(),
          column.severity(),
          column.hidden());
    }

    private String rivalText(int i) {
      return raw + "_rival_text_" + i;
    }

    private String rivalValue(int i) {
      return raw + "_rival_" + i;
    }

    /** Whether texts stay as they are or mean "missing": none changes. */
    private boolean onlyWords() {
      return type == ColumnType.Simple.TEXT
          && measure.column().custom() == null
          && measure.column().cleaning().stream().allMatch(Cleaning.NullTokens.class::isInstance);
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
        case CHANGED -> asReceived || onlyWords() ? "0" : rows(changed());
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
        case FIRST_RIVAL_FAILED -> rivalFailed(0);
        case FIRST_RIVAL_CHANGED -> rivalChanged(0);
        case FIRST_RIVAL_LOSSY -> rivalLossy(0);
        case FIRST_RIVAL_FAILURES -> rivalFailures(0);
        case SECOND_RIVAL -> rival(1);
        case SECOND_RIVAL_FAILED -> rivalFailed(1);
        case SECOND_RIVAL_CHANGED -> rivalChanged(1);
        case SECOND_RIVAL_LOSSY -> rivalLossy(1);
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
        case LONG, EDITED -> "approx_top_k(" + raw + ", " + EXAMPLES + filter;
        case SHORT -> "list(" + raw + filter + "[1:1000]";
        case GROUPED ->
            "list(" + raw + " ORDER BY assay_rows DESC, " + raw + filter + "[1:" + EXAMPLES + "]";
      };
    }

    /** Some raw texts that change, most frequent first. */
    private String changes() {
      if (asReceived) {
        return "NULL";
      }
      return grouped
          ? "arg_max(" + raw + ", assay_rows, " + EXAMPLES + ") FILTER (WHERE " + changed() + ")"
          : examples(changed());
    }

    private String changed() {
      return plain.map(cast -> cast.changed(raw, text, value)).orElseGet(() -> changed(value));
    }

    private String changed(String value) {
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
      String digits = lostDigits(type, text);
      return onlyWhereChanged(
          dropped.isEmpty() ? digits : digits.isEmpty() ? dropped : dropped + " OR " + digits,
          changed());
    }

    /** What comes out as it went in has lost nothing: only the rest is looked at. */
    private String onlyWhereChanged(String condition, String changed) {
      return condition.isEmpty()
          ? ""
          : "CASE WHEN " + changed + " THEN " + condition + " ELSE false END";
    }

    private static String lostDigits(ColumnType type, String text) {
      return switch (type) {
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

    private String rivalFailed(int i) {
      return i < measure.rivals().size() ? rows(unread(i)) : "NULL";
    }

    private String unread(int i) {
      return rivalText(i) + " IS NOT NULL AND " + rivalValue(i) + " IS NULL";
    }

    private String rivalChanged(int i) {
      return i < measure.rivals().size() ? rows(changed(rivalValue(i))) : "NULL";
    }

    private String rivalLossy(int i) {
      if (i >= measure.rivals().size()) {
        return "NULL";
      }
      String lossy = rivalLoss(i);
      return lossy.isEmpty() ? "0" : rows(lossy);
    }

    private String rivalLoss(int i) {
      return onlyWhereChanged(
          lostDigits(measure.rivals().get(i).type(), rivalText(i)), changed(rivalValue(i)));
    }

    private String rivalCounters(int i) {
      String lossy = rivalLoss(i);
      return lossy.isEmpty() ? unread(i) : "(" + unread(i) + ") OR (" + lossy + ")";
    }

    private String rivalFailures(int i) {
      return i < measure.rivals().size() ? examples(rivalCounters(i)) : "NULL";
    }
  }
}
