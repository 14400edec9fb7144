package dev.assay.workspace;

import dev.assay.model.Build;
import dev.assay.model.BuildPreview;
import dev.assay.model.GoldRecipe;
import dev.assay.model.MedallionLayer;
import dev.assay.model.Relationship;
import java.util.List;

/** The verbs about several sources at once: how they belong together, and Gold over them. */
public interface Across {
  /**
   * What was found and what people have confirmed, measured on what is published now; what they
   * have rejected is left out.
   */
  List<Relationship> relationships();

  /**
   * Says how two sources belong together; a conflict with the figures where rows of both sides
   * share values and the wish does not say that this is meant.
   */
  Relationship relate(RelationshipWish wish);

  /**
   * Says that a relationship is meant.
   *
   * @param id its id, or its columns such as {@code orders.customer_id=customers.id}
   */
  Relationship confirm(String id);

  /** Says that a relationship is not meant; it is proposed no more. */
  Relationship reject(String id);

  /** Takes back what was said of a relationship. */
  void forget(String id);

  /** The Gold tables of all sources. */
  List<MedallionLayer> goldTables();

  /** Gold tables over confirmed relationships; nothing is built. */
  GoldRecipe suggestGold();

  /** What builds of Gold tables would do; each belongs to the source whose table it is about. */
  List<BuildPreview> previewGold(GoldRecipe recipe);

  /** Builds Gold tables that are about one source, whatever others they join. */
  Build buildGold(GoldRecipe recipe);
}
