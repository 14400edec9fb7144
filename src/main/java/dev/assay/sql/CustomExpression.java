package dev.assay.sql;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A person's or a model's expression over one Bronze table, checked and made safe.
 *
 * @param value its value; null where a cast in it could not read its argument
 * @param failed a condition, never null: a cast or a function in it had something and could not
 *     read it, so the row is to be rejected
 * @param columns the Bronze columns that it uses, in order of appearance
 */
public record CustomExpression(String value, String failed, List<String> columns) {
  public CustomExpression {
    columns = List.copyOf(columns);
  }

  /** A SELECT of both parts over columns of text, to be planned before it may feed a build. */
  public String over(List<String> available) {
    return available.stream()
        .map(column -> "CAST(range AS VARCHAR) AS " + Quote.identifier(column))
        .collect(
            Collectors.joining(
                ", ", "SELECT " + value + ", " + failed + " FROM (SELECT ", " FROM range(0))"));
  }
}
