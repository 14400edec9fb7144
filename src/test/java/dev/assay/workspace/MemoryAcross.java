package dev.assay.workspace;

import dev.assay.model.Build;
import dev.assay.model.BuildPreview;
import dev.assay.model.GoldRecipe;
import dev.assay.model.Layer;
import dev.assay.model.MedallionLayer;
import dev.assay.model.Relationship;
import dev.assay.model.Relationship.Cardinality;
import dev.assay.model.Relationship.Side;
import dev.assay.model.Relationship.Status;
import dev.assay.model.UserError;
import java.util.ArrayList;
import java.util.List;

/** One canned relationship of orders with customers. */
final class MemoryAcross implements Across {
  private static final Relationship FOUND =
      new Relationship(
          "a1b2c3d4e5",
          new Side("orders", "silver_orders_cleaned", List.of("customer_id")),
          new Side("customers", "silver_customers_cleaned", List.of("id")),
          Cardinality.MANY_TO_ONE,
          0.997,
          12,
          List.of("4711"),
          3,
          1,
          1,
          0.98,
          "customer_id is named after the key of customers; 3,988 of 4,000 rows find one.",
          new Relationship.Grounds(Relationship.Sign.NAMED_AFTER_KEY, false),
          Status.PROPOSED);

  private final MemoryWorkspace workspace;
  private Relationship said = FOUND;

  MemoryAcross(MemoryWorkspace workspace) {
    this.workspace = workspace;
  }

  @Override
  public List<Relationship> relationships() {
    return said.status() == Status.REJECTED ? List.of() : List.of(said);
  }

  @Override
  public Relationship relate(RelationshipWish wish) {
    if (wish.to().columns().contains("status") && wish.manyToMany() == null) {
      throw UserError.conflict("Rows of both sides share values.");
    }
    said = FOUND.withStatus(Status.CONFIRMED);
    return said;
  }

  @Override
  public Relationship confirm(String id) {
    said = known(id).withStatus(Status.CONFIRMED);
    return said;
  }

  @Override
  public Relationship reject(String id) {
    said = known(id).withStatus(Status.REJECTED);
    return said;
  }

  @Override
  public void forget(String id) {
    said = known(id).withStatus(Status.PROPOSED);
  }

  private static Relationship known(String id) {
    if (!id.equals(FOUND.id()) && !id.equals(FOUND.written())) {
      throw UserError.notFound("There is no relationship '" + id + "'.");
    }
    return FOUND;
  }

  @Override
  public List<MedallionLayer> goldTables() {
    List<MedallionLayer> all = new ArrayList<>();
    workspace
        .sources()
        .forEach(source ->
            workspace.medallion(source.id()).layers().stream()
                .filter(layer -> layer.layer() == Layer.GOLD)
                .forEach(all::add));
    return all;
  }

  @Override
  public GoldRecipe suggestGold() {
    return workspace.suggestGold("orders");
  }

  @Override
  public List<BuildPreview> previewGold(GoldRecipe recipe) {
    return workspace.previewGold("orders", recipe, null);
  }

  @Override
  public Build buildGold(GoldRecipe recipe) {
    return workspace.buildGold("orders", recipe);
  }
}
