package dev.assay.sql;

import dev.assay.model.ColumnType;
import dev.assay.model.SilverSpec;
import dev.assay.model.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How DuckDB counts where every row and cell went, and counts the finished tables again. */
final class LedgerSql {
  private final SilverSpec spec;
  private final Verdicts verdicts;
  private final ReshapedSql reshaped;

  LedgerSql(SilverSpec spec) {
    this.spec = spec;
    this.reshaped = new ReshapedSql(spec);
    this.verdicts = new Verdicts(spec);
  }

  /** Rows of (kind, name, verdict, amount): see {@code silver.Accountant}, which reads them. */
  String account(String staged) {
    String verdict =
        "CASE WHEN NOT ("
            + verdicts.unfiltered()
            + ") THEN 'filtered' WHEN NOT ("
            + verdicts.unrejected()
            + ") THEN 'rejected' WHEN assay_rank > 1 THEN 'duplicate' ELSE 'accepted' END";
    String rows = "(SELECT *, " + verdict + " AS verdict FROM " + Quote.identifier(staged) + ")";
    List<String> parts = new ArrayList<>();
    parts.add(
        "SELECT 'rows' AS kind, '' AS name, verdict, CAST(count(*) AS VARCHAR) AS amount FROM "
            + rows
            + " GROUP BY verdict");
    for (String helper : verdicts.filterHelpers()) {
      parts.add(reasonCounts("filter", helper, rows));
    }
    for (String helper : verdicts.reasonHelpers()) {
      parts.add(reasonCounts("reason", helper, rows));
    }
    for (String helper : verdicts.noteHelpers()) {
      parts.add(reasonCounts("note", helper, rows));
    }
    List<String> cells = verdicts.cellHelpers();
    for (int chunk = 0; chunk < cells.size(); chunk++) {
      parts.add(cellCounts(chunk, cells.get(chunk), rows));
    }
    List<SilverSpec.Column> numeric = published().filter(SilverSpec.Column::isMeasured).toList();
    if (!numeric.isEmpty()) {
      String totals = literals(numeric.stream().map(SilverSpec.Column::name).toList());
      parts.add(
          "SELECT 'total', unnest(["
              + totals
              + "]), verdict, unnest(["
              + numeric.stream()
                  .map(c -> sum(c, Quote.identifier(c.name())))
                  .collect(Collectors.joining(", "))
              + "]) FROM "
              + rows
              + " GROUP BY verdict");
      addReadable(numeric, parts);
      numeric.stream().filter(this::fillsDown).map(c -> fromAbove(c, rows)).forEach(parts::add);
    }
    parts.add(
        "SELECT 'bronze', '', '', CAST(count(*) AS VARCHAR) FROM "
            + Quote.identifier(spec.bronze()));
    reshaped
        .expectedRows()
        .ifPresent(rowsOf -> parts.add("SELECT 'unpivoted', '', '', (" + rowsOf + ")"));
    List<SilverSpec.Column> columns = published().toList();
    parts.add(
        "SELECT 'raw', unnest(["
            + literals(columns.stream().map(SilverSpec.Column::name).toList())
            + "]), '', unnest(["
            + columns.stream()
                .map(
                    c -> "CAST(count(NULLIF(" + Quote.identifier(c.source()) + ", '')) AS VARCHAR)")
                .collect(Collectors.joining(", "))
            + "]) FROM "
            // What people have put right is not of Bronze.
            + (spec.shape().isEmpty() ? Quote.identifier(spec.bronze()) : reshaped.counted()));
    return String.join("\nUNION ALL\n", parts);
  }

  /** Read from Bronze once more: what the staged table says of itself would prove nothing. */
  private void addReadable(List<SilverSpec.Column> numeric, List<String> parts) {
    // Written SQL may read cells that were filled down, so it is run over those.
    boolean apart = !spec.filledDown().isEmpty();
    List<SilverSpec.Column> own =
        numeric.stream().filter(column -> !apart || column.custom() == null).toList();
    List<SilverSpec.Column> written =
        numeric.stream().filter(column -> apart && column.custom() != null).toList();
    addReadable(own, reshaped.counted(), parts);
    addReadable(written, reshaped.rows(), parts);
  }

  private static void addReadable(
      List<SilverSpec.Column> columns, String from, List<String> parts) {
    if (!columns.isEmpty()) {
      parts.add(
          "SELECT 'readable', unnest(["
              + literals(columns.stream().map(SilverSpec.Column::name).toList())
              + "]), '', unnest(["
              + columns.stream().map(c -> sum(c, readable(c))).collect(Collectors.joining(", "))
              + "]) FROM "
              + from);
    }
  }

  private boolean fillsDown(SilverSpec.Column column) {
    return column.custom() == null && reshaped.fillsDown(column.source());
  }

  /** The sum of the values that a column took from cells above. */
  private String fromAbove(SilverSpec.Column column, String rows) {
    int i = spec.index(column.name());
    String state =
        "(("
            + verdicts.cellHelpers().get(Verdicts.cellChunk(i))
            + " >> "
            + Verdicts.cellShift(i)
            + ") & 7)";
    return "SELECT 'above', "
        + Quote.literal(column.name())
        + ", verdict, "
        + sum(column, Quote.identifier(column.name()))
        + " FROM "
        + rows
        + " WHERE "
        + state
        + " >= 6 GROUP BY verdict";
  }

  private Stream<SilverSpec.Column> published() {
    return spec.columns().stream().filter(column -> !column.hidden());
  }

  private static String sum(SilverSpec.Column column, String value) {
    // An infinite number, which only written SQL can make, has no place in a sum.
    String summed =
        column.type() == ColumnType.Simple.DOUBLE
            ? "CASE WHEN isfinite(" + value + ") THEN " + value + " END"
            : value;
    return "CAST(coalesce(sum(" + summed + "), 0) AS VARCHAR)";
  }

  /** A column's value over the Bronze table, before anything is filled. */
  private static String readable(SilverSpec.Column column) {
    String text =
        column.custom() == null
            ? CleaningSql.cleaned(column.cleaning(), Quote.identifier(column.source()))
            : column.custom().value();
    return CleaningSql.typed(column, text);
  }

  private static String literals(List<String> names) {
    return names.stream().map(Quote::literal).collect(Collectors.joining(", "));
  }

  /**
   * Counts distinct patterns first: there are few, however many rows. Only accepted rows are worth
   * a note.
   */
  private String reasonCounts(String kind, String helper, String rows) {
    String names =
        verdicts.reasons().stream()
            .filter(reason -> reason.helper().equals(helper))
            .map(reason ->
                "("
                    + Quote.literal(reason.severity() + " " + reason.name())
                    + ", "
                    + reason.bit()
                    + ")")
            .collect(Collectors.joining(", "));
    return "SELECT '"
        + kind
        + "', reason.name, verdict, CAST(sum(n) AS VARCHAR) FROM (SELECT verdict, "
        + helper
        + " AS bits, count(*) AS n FROM "
        + rows
        + " WHERE "
        + helper
        + " <> 0 GROUP BY ALL), (VALUES "
        + names
        + ") AS reason(name, bit) WHERE ((bits >> reason.bit) & 1) = 1 GROUP BY ALL";
  }

  private String cellCounts(int chunk, String helper, String rows) {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < spec.columns().size(); i++) {
      if (Verdicts.cellChunk(i) == chunk && !spec.columns().get(i).hidden()) {
        names.add(
            "(" + Quote.literal(spec.columns().get(i).name()) + ", " + Verdicts.cellShift(i) + ")");
      }
    }
    return "SELECT 'cells ' || CAST((pattern >> cell.shift) & 7 AS VARCHAR), cell.name, verdict,"
        + " CAST(sum(n) AS VARCHAR) FROM (SELECT verdict, "
        + helper
        + " AS pattern, count(*) AS n FROM "
        + rows
        + " GROUP BY ALL), (VALUES "
        + String.join(", ", names)
        + ") AS cell(name, shift) GROUP BY ALL";
  }

  String prove(Step.Prove step) {
    List<String> parts = new ArrayList<>();
    parts.add(count("silver", step.staged()));
    parts.add(count("rejected", step.rejected()) + " WHERE NOT " + TableSql.IS_FILTERED);
    parts.add(count("filtered", step.rejected()) + " WHERE " + TableSql.IS_FILTERED);
    parts.add(count("duplicates", step.duplicates()));
    for (SilverSpec.Column column : published().filter(SilverSpec.Column::isMeasured).toList()) {
      parts.add(
          "SELECT 'total', "
              + Quote.literal(column.name())
              + ", "
              + sum(column, Quote.identifier(column.name()))
              + " FROM "
              + Quote.identifier(step.staged()));
    }
    return String.join("\nUNION ALL\n", parts);
  }

  private static String count(String name, String table) {
    return "SELECT 'rows' AS kind, '"
        + name
        + "' AS name, CAST(count(*) AS VARCHAR) AS amount FROM "
        + Quote.identifier(table);
  }
}
