package dev.assay.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * How Silver is made from Bronze.
 *
 * @param columns the Silver columns, in order
 * @param deduplication which duplicates go; null when every row stays
 * @param questions what the advisor could not settle; ignored by a build
 * @param notes what the advisor did and says aloud; ignored by a build
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SilverRecipe(
    List<SilverColumn> columns,
    Deduplication deduplication,
    List<Question> questions,
    List<String> notes)
    implements Recipe {
  public SilverRecipe(List<SilverColumn> columns, Deduplication deduplication) {
    this(columns, deduplication, null, null);
  }

  @Override
  public Layer layer() {
    return Layer.SILVER;
  }
}
