package dev.assay.semantic;

import dev.assay.model.SemanticModel;
import java.util.List;
import java.util.Set;

/**
 * What the rows of a table say of it.
 *
 * @param figures of its columns
 * @param roles one a column, in order
 * @param units what the source wrote around its numbers
 * @param unique columns of which every row has its own value
 * @param open columns that a question is open about, so that nothing is to be made of them yet
 * @param model what it is about
 */
public record Inferred(
    TableFigures figures,
    List<ColumnRole> roles,
    WrittenUnits units,
    Set<String> unique,
    Set<String> open,
    SemanticModel model) {
  public Inferred {
    roles = List.copyOf(roles);
    unique = Set.copyOf(unique);
    open = Set.copyOf(open);
  }
}
