package dev.assay.cli;

import dev.assay.model.Layer;
import dev.assay.model.MedallionLayer;
import dev.assay.model.Rows;
import dev.assay.model.SilverColumn;
import dev.assay.model.SilverRecipe;
import dev.assay.workspace.Medallion;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Prints rejected rows: which row, why, and first of its raw values those that are to blame.
 *
 * <p>A row is called LOAD:ROW, as {@code mend} takes it; its number is its line in a text file.
 */
final class RejectsPrinter {
  private static final Set<String> OWN = Set.of("_load_id", "_row_no", "_part", "reasons");
  private static final List<String> KINDS =
      List.of("invalid_", "null_", "violates_", "repeated_", "filtered_");

  private final Session session;

  RejectsPrinter(Session session) {
    this.session = session;
  }

  void print(Medallion medallion, Rows rows, long offset) {
    List<String> names = rows.columns().stream().map(Rows.Column::name).toList();
    FittedRows fitted = new FittedRows(List.of("LOAD:ROW", "~REASONS", "~VALUES TO BLAME"));
    List<String> others = names.stream().filter(name -> !OWN.contains(name)).toList();
    fitted.others(others);
    int at = names.indexOf("reasons");
    for (List<Object> row : rows.rows()) {
      List<String> reasons =
          row.get(at) instanceof List<?> all
              ? all.stream().map(String::valueOf).toList()
              : List.of();
      Set<String> blamed = new LinkedHashSet<>();
      reasons.forEach(reason -> blamed.addAll(blamed(medallion, reason)));
      fitted.add(
          List.of(
              FittedRows.identity(names, row),
              String.join(", ", reasons),
              blamed.stream()
                  .filter(names::contains)
                  .map(name -> name.strip() + ": " + value(row.get(names.indexOf(name))))
                  .collect(Collectors.joining("; "))),
          others.stream().map(name -> RowsPrinter.text(row.get(names.indexOf(name)))).toList());
    }
    fitted.print(session);
    RowsPrinter.total(session, rows, offset);
  }

  private static String value(Object raw) {
    return raw == null ? "missing" : "'" + raw + "'";
  }

  /** The columns as received that a reason is about: those of the Silver column that it names. */
  private static List<String> blamed(Medallion medallion, String reason) {
    String named =
        KINDS.stream()
            .filter(reason::startsWith)
            .findFirst()
            .map(kind -> reason.substring(kind.length()))
            .orElse(reason);
    List<String> sources = new ArrayList<>();
    for (MedallionLayer layer : medallion.layers()) {
      if (layer.layer() == Layer.SILVER && layer.schemaConfig() instanceof SilverRecipe recipe) {
        recipe.filters().stream()
            .filter(filter -> reason.equals("filtered_" + filter.name()))
            .forEach(filter -> add(recipe, filter.column(), sources));
        recipe.rules().stream()
            .filter(rule -> named.equals(rule.name()))
            .forEach(rule ->
                recipe.columns().stream()
                    .filter(column -> column.silverName() != null)
                    .filter(column -> mentions(rule.condition(), column.silverName()))
                    .forEach(column -> sources.add(column.sourceColumn())));
        add(recipe, named, sources);
      }
    }
    return sources;
  }

  private static boolean mentions(String condition, String column) {
    return List.of(condition.split("[^\\p{L}\\p{N}_]+")).contains(column);
  }

  private static void add(SilverRecipe recipe, String name, List<String> sources) {
    for (SilverColumn column : recipe.columns()) {
      if (name.equals(column.silverName()) || name.equals(column.sourceColumn())) {
        sources.add(column.sourceColumn());
      }
    }
  }
}
