package dev.assay.sql;

import dev.assay.model.Query;
import dev.assay.model.Query.Aggregate;
import dev.assay.model.Query.Dimension;
import dev.assay.model.Query.Measure;
import dev.assay.model.Rows;
import java.util.ArrayList;
import java.util.List;

/** The rows that a table of groups was made from, as a proof reads them. */
final class SilverSide {
  private final Query query;
  private final JoinSql.From from;
  private final Columns columns;

  /**
   * @param columns of the query's rows, with what its joins bring
   */
  SilverSide(Query query, List<Rows.Column> columns) {
    this.query = query;
    this.from = JoinSql.named(query, columns);
    this.columns = from.columns();
  }

  String column(String name) {
    return columns.sql(name);
  }

  String key(Dimension dimension) {
    return SelectText.dimension(
        columns.sql(dimension.column()), dimension.grain(), dimension.part());
  }

  /** Silver's rows, those that pass the query's filters and {@code also}. */
  String rows(String beside, List<String> also) {
    List<String> conditions = new ArrayList<>();
    query.filters().forEach(f -> conditions.add("(" + QuerySql.condition(f, columns) + ")"));
    conditions.addAll(also);
    return " FROM "
        + from.text()
        + beside
        + (conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions));
  }

  String measure(Measure measure) {
    return QuerySql.measure(measure, columns);
  }

  /** How large its summands are, as far as it matters. */
  String magnitude(Measure measure) {
    if (!approximate(measure)) {
      return "0";
    }
    String of = QuerySql.argument(measure, columns);
    return QuerySql.filtered(
        measure.aggregate() == Aggregate.AVG
            ? "MAX(abs(CAST(" + of + " AS DOUBLE)))"
            : "SUM(abs(" + of + "))",
        measure.filters(),
        columns);
  }

  private boolean approximate(Measure measure) {
    return Outputs.inexact(measure, columns);
  }

  /** Whether a figure is Silver's: exactly, or for DOUBLE to 1e-9 of the sum of magnitudes. */
  String agree(Measure measure, String held, String silver, String magnitude) {
    String agree = held + " IS NOT DISTINCT FROM " + silver;
    return approximate(measure)
        ? "("
            + agree
            + ") OR COALESCE(abs("
            + held
            + " - "
            + silver
            + ") <= 1e-9 * "
            + magnitude
            + ", FALSE)"
        : agree;
  }
}
