package dev.assay.sql;

import dev.assay.model.CellOverride;
import dev.assay.model.SilverSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The rows that Silver is made from: those of Bronze, with the values in place that people have put
 * right. What was received stays beside them, for the cells that the ledger counts are Bronze's.
 */
final class ReceivedSql {
  private final SilverSpec spec;
  private final List<String> columns;

  ReceivedSql(SilverSpec spec) {
    this.spec = spec;
    this.columns = spec.overrides().stream().map(CellOverride::column).distinct().toList();
  }

  /** Whether a Bronze column has values that a person has put right. */
  boolean mends(String column) {
    return columns.contains(column);
  }

  /** The column with the value as it was received. */
  String asReceived(String column) {
    return mends(column) ? "assay_received_" + columns.indexOf(column) : Quote.identifier(column);
  }

  /**
   * The table that is read. Rows that were gathered fit into one row group, and one thread at a
   * time reads that: read as two halves, it keeps two of them busy.
   */
  String table() {
    String table = Quote.identifier(spec.bronze());
    return spec.bronze().startsWith(TableSql.STAGING)
        ? "(SELECT * FROM "
            + table
            + " WHERE rowid // 2048 % 2 = 0 UNION ALL SELECT * FROM "
            + table
            + " WHERE rowid // 2048 % 2 = 1)"
        : table;
  }

  /** What stands after FROM. A join, for a CASE of a thousand rows would be asked of every row. */
  String relation() {
    String bronze = table();
    if (columns.isEmpty()) {
      return bronze;
    }
    List<String> replaced = new ArrayList<>();
    List<String> kept = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      String column = Quote.identifier(columns.get(i));
      String received = "received." + column;
      replaced.add(
          "CASE WHEN mended.has_%d THEN mended.value_%d ELSE %s END AS %s"
              .formatted(i, i, received, column));
      kept.add(received + " AS " + asReceived(columns.get(i)));
    }
    return "(SELECT received.* REPLACE ("
        + String.join(", ", replaced)
        + "), "
        + String.join(", ", kept)
        + " FROM "
        + bronze
        + " AS received LEFT JOIN (VALUES "
        + spec.overrides().stream()
            .map(CellOverride::rowHash)
            .distinct()
            .map(this::row)
            .collect(Collectors.joining(", "))
        + ") AS mended("
        + Stream.concat(Stream.of("row_hash"), names()).collect(Collectors.joining(", "))
        + ") ON received._row_hash = mended.row_hash)";
  }

  private Stream<String> names() {
    return java.util.stream.IntStream.range(0, columns.size())
        .boxed()
        .flatMap(i -> Stream.of("has_" + i, "value_" + i));
  }

  private String row(String hash) {
    List<String> values = new ArrayList<>(List.of(Quote.literal(hash)));
    for (String column : columns) {
      List<CellOverride> here =
          spec.overrides().stream()
              .filter(o -> o.rowHash().equals(hash) && o.column().equals(column))
              .toList();
      values.add(here.isEmpty() ? "false" : "true");
      values.add(
          here.stream()
              .map(CellOverride::value)
              .filter(Objects::nonNull)
              .findFirst()
              .map(Quote::literal)
              .orElse("CAST(NULL AS VARCHAR)"));
    }
    return "(" + String.join(", ", values) + ")";
  }
}
