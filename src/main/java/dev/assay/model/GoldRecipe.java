package dev.assay.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/** How the Gold tables of a source are made from its Silver. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record GoldRecipe(List<GoldTable> goldTables) implements Recipe {
  @Override
  public Layer layer() {
    return Layer.GOLD;
  }
}
