package dev.assay.cli;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.assay.model.GoldRecipe;
import dev.assay.model.SemanticModel;
import dev.assay.workspace.SemanticBook;
import java.util.Map;

/** The verbs of {@link SemanticBook} as requests to a server. */
final class RemoteSemantics implements SemanticBook {
  private final Wire wire;

  RemoteSemantics(Wire wire) {
    this.wire = wire;
  }

  @Override
  public SemanticModel semantics(String source) {
    return wire.get(path(source), new TypeReference<>() {});
  }

  @Override
  public SemanticModel describe(String source, SemanticModel model) {
    return wire.put(path(source), model, new TypeReference<>() {});
  }

  @Override
  public void forgetSemantics(String source) {
    wire.delete(path(source));
  }

  @Override
  public GoldRecipe suggestGold(String source, String sentence) {
    return wire.post(
        "/api/sources/" + Wire.encoded(source) + "/medallion/gold/suggest",
        Map.of("sentence", sentence),
        new TypeReference<>() {});
  }

  private static String path(String source) {
    return "/api/sources/" + Wire.encoded(source) + "/semantic-model";
  }
}
