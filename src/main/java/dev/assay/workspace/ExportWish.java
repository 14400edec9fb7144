package dev.assay.workspace;

import dev.assay.model.Query;
import java.util.List;

/**
 * Which answer is wanted as a file: that of a typed query, or of a SELECT where there is none.
 *
 * @param query the typed query that was answered, or null
 * @param source whose question it was, or null
 * @param sql a SELECT, where there is no query
 * @param columns only these, in this order; empty for all
 */
public record ExportWish(Query query, String source, String sql, List<String> columns) {
  public ExportWish {
    columns = columns == null ? List.of() : List.copyOf(columns);
  }
}
