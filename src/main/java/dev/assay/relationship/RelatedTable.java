package dev.assay.relationship;

import dev.assay.model.FoundTable;
import dev.assay.model.Origin;
import dev.assay.model.Relation;
import dev.assay.model.Rows;
import dev.assay.model.Source;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A published Silver table that may belong together with others.
 *
 * @param source whose it is
 * @param build the build that readers see; the same build always has the same rows
 * @param columns of the table, with their types
 * @param masked columns whose values nobody is shown
 * @param declared foreign keys as the origin declares them, in the origin's names
 * @param silverNames what Silver calls a column of the origin, by its lower-case name there
 */
public record RelatedTable(
    Source source,
    String build,
    List<Rows.Column> columns,
    Set<String> masked,
    List<FoundTable.ForeignKey> declared,
    Map<String, String> silverNames) {
  public RelatedTable {
    columns = List.copyOf(columns);
    masked = Set.copyOf(masked);
    declared = List.copyOf(declared);
    silverNames = Map.copyOf(silverNames);
  }

  public String table() {
    return source.silverTable();
  }

  Optional<Rows.Column> column(String name) {
    return columns.stream().filter(column -> column.name().equals(name)).findFirst();
  }

  /** What Silver calls columns of the origin; empty where it lacks one of them. */
  Optional<List<String>> inSilver(List<String> names) {
    List<String> found =
        names.stream()
            .map(name -> silverNames.get(name.toLowerCase(Locale.ROOT)))
            .filter(name -> name != null && column(name).isPresent())
            .toList();
    return found.size() == names.size() ? Optional.of(found) : Optional.empty();
  }

  /** Whether this is the table that a foreign key of {@code other} names. */
  boolean isMeant(RelatedTable other, FoundTable.ForeignKey key) {
    return source.origin() instanceof Origin.Database(var connection, _, Relation.Table mine)
        && other.source().origin() instanceof Origin.Database(var theirs, _, Relation.Table from)
        && connection.equals(theirs)
        && mine.name().equalsIgnoreCase(key.table())
        && (mine.schema() == null
            || mine.schema().equalsIgnoreCase(key.schema() == null ? from.schema() : key.schema()));
  }
}
