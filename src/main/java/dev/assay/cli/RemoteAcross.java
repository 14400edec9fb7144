package dev.assay.cli;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.assay.model.Build;
import dev.assay.model.BuildPreview;
import dev.assay.model.GoldRecipe;
import dev.assay.model.MedallionLayer;
import dev.assay.model.Relationship;
import dev.assay.workspace.Across;
import dev.assay.workspace.RelationshipWish;
import java.util.List;

/** The verbs of {@link Across} as requests to a server. */
final class RemoteAcross implements Across {
  private static final String RELATIONSHIPS = "/api/relationships";
  private static final String GOLD = "/api/gold";
  private static final TypeReference<Relationship> RELATIONSHIP = new TypeReference<>() {};
  private final Wire wire;

  RemoteAcross(Wire wire) {
    this.wire = wire;
  }

  @Override
  public List<Relationship> relationships() {
    return wire.get(RELATIONSHIPS, new TypeReference<>() {});
  }

  @Override
  public Relationship relate(RelationshipWish wish) {
    return wire.post(RELATIONSHIPS, wish, RELATIONSHIP);
  }

  @Override
  public Relationship confirm(String id) {
    return wire.post(one(id) + "/confirm", null, RELATIONSHIP);
  }

  @Override
  public Relationship reject(String id) {
    return wire.post(one(id) + "/reject", null, RELATIONSHIP);
  }

  @Override
  public void forget(String id) {
    wire.delete(one(id));
  }

  private static String one(String id) {
    return RELATIONSHIPS + "/" + Wire.encoded(id);
  }

  @Override
  public List<MedallionLayer> goldTables() {
    return wire.get(GOLD, new TypeReference<>() {});
  }

  @Override
  public GoldRecipe suggestGold() {
    return wire.post(GOLD + "/suggest", null, new TypeReference<>() {});
  }

  @Override
  public List<BuildPreview> previewGold(GoldRecipe recipe) {
    return wire.post(GOLD + "/preview", recipe, new TypeReference<>() {});
  }

  @Override
  public Build buildGold(GoldRecipe recipe) {
    return wire.post(GOLD, recipe, new TypeReference<>() {});
  }
}
