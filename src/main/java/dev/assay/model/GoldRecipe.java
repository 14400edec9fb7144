package dev.assay.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

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

  @Override
  public Layer layer() {
    return Layer.GOLD;
  }
}
