package dev.assay.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * How the Gold tables of a source are made from its Silver.
 *
 * @param goldTables the tables
 * @param notes what the advisor says aloud, such as why there are few tables; ignored by a build
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record GoldRecipe(List<GoldTable> goldTables, List<String> notes) implements Recipe {
  public GoldRecipe(List<GoldTable> goldTables) {
    this(goldTables, null);
  }

  /** The tables that are joined to those that the queries are about. */
  public Set<String> joined() {
    Set<String> joined = new LinkedHashSet<>();
    for (GoldTable table : goldTables == null ? List.<GoldTable>of() : goldTables) {
      if (table != null && table.query() != null) {
        table.query().joins().forEach(join -> joined.add(join.table()));
      }
    }
    return joined;
  }

  @Override
  public Layer layer() {
    return Layer.GOLD;
  }
}
