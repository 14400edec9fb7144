package dev.assay.sql;

import dev.assay.model.SilverSpec;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.stream.Collectors;

/** Counts on all rows, in one scan, who meets rules between columns and who breaks them. */
public final class RuleEvidenceSql {
  /** Values of each rule in the result: rows that have all its columns, breakers, places. */
  public static final int FIELDS = 3;

  private static final int EXAMPLES = 5;
  private static final int LONGEST = 60;

  /** Load and row in one number, which is cheaper to compare than two. */
  private static final String PLACE = "_load_id * 1099511627776 + _row_no";

  private final Dialect dialect;

  public RuleEvidenceSql(Dialect dialect) {
    this.dialect = dialect;
  }

  /**
   * One row of {@link #FIELDS} values a rule.
   *
   * @param columns of the rules
   */
  public String measure(String table, List<TrustedColumn> columns, List<SilverSpec.Rule> rules) {
    Map<String, RuleSql.Operand> operands = new LinkedHashMap<>();
    String values = values(columns, operands);
    StringJoiner verdicts = new StringJoiner(",\n  ");
    StringJoiner counts = new StringJoiner(",\n");
    for (int i = 0; i < rules.size(); i++) {
      SilverSpec.Rule rule = rules.get(i);
      verdicts.add(RuleSql.broken(rule, operands::get) + " AS broken_" + i);
      String complete =
          rule.condition().columns().stream()
              .map(name -> operands.get(name).value() + " IS NOT NULL")
              .collect(Collectors.joining(" AND "));
      counts.add(
          "count(*) FILTER (WHERE "
              + complete
              + "), count(*) FILTER (WHERE broken_"
              + i
              + "), array_to_string(min(CASE WHEN broken_"
              + i
              + " THEN "
              + PLACE
              + " END, "
              + EXAMPLES
              + "), ',')");
    }
    return "SELECT "
        + counts
        + "\nFROM (SELECT *, "
        + verdicts
        + "\nFROM (SELECT _load_id, _row_no, "
        + values
        + "\nFROM "
        + Quote.identifier(table)
        + "))";
  }

  /** Rows that break a rule, in words, by their places. */
  public String examples(
      String table, List<TrustedColumn> columns, SilverSpec.Rule rule, String places) {
    Map<String, RuleSql.Operand> operands = new LinkedHashMap<>();
    String values = values(columns, operands);
    return "SELECT "
        + excerpt(rule, operands)
        + "\nFROM (SELECT _load_id, _row_no, "
        + values
        + "\nFROM "
        + Quote.identifier(table)
        + " WHERE "
        + PLACE
        + " IN ("
        + places
        + ")) ORDER BY _load_id, _row_no";
  }

  private String values(List<TrustedColumn> columns, Map<String, RuleSql.Operand> operands) {
    StringJoiner values = new StringJoiner(",\n  ");
    for (int i = 0; i < columns.size(); i++) {
      String value = "value_" + i;
      SilverSpec.Column column = columns.get(i).column();
      values.add(columns.get(i).cast(dialect) + " AS " + value);
      operands.put(column.name(), new RuleSql.Operand(value, column.type()));
    }
    return values.toString();
  }

  /** A row in words: where it is and what it has in the columns of the rule. */
  private static String excerpt(SilverSpec.Rule rule, Map<String, RuleSql.Operand> operands) {
    return rule.condition().columns().stream()
        .map(name ->
            Quote.literal(name + " ")
                + " || coalesce(left(CAST("
                + operands.get(name).value()
                + " AS VARCHAR), "
                + LONGEST
                + "), 'missing')")
        .collect(Collectors.joining(" || ', ' || ", "'row ' || _row_no || ': ' || ", ""));
  }
}
