package dev.assay.cli;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.assay.model.Egress;
import dev.assay.model.ModelSettings;
import dev.assay.model.ModelTrial;
import dev.assay.workspace.LanguageModel;
import dev.assay.workspace.ModelWishes;
import java.util.List;

/** The language model of a workspace that a server holds. */
final class RemoteModel implements LanguageModel {
  private static final String SETTINGS = "/api/settings/model";
  private static final TypeReference<ModelSettings> TYPE = new TypeReference<>() {};
  private final Wire wire;

  RemoteModel(Wire wire) {
    this.wire = wire;
  }

  @Override
  public ModelSettings settings() {
    return wire.get(SETTINGS, TYPE);
  }

  @Override
  public ModelSettings configure(ModelWishes wishes) {
    return wire.put(SETTINGS, wishes, TYPE);
  }

  @Override
  public ModelSettings off() {
    return wire.delete(SETTINGS, TYPE);
  }

  @Override
  public ModelTrial test() {
    return wire.post(SETTINGS + "/test", null, new TypeReference<>() {});
  }

  @Override
  public List<Egress> egress(long limit, long offset) {
    return wire.get("/api/egress?limit=" + limit + "&offset=" + offset, new TypeReference<>() {});
  }

  @Override
  public Egress egress(long id) {
    return wire.get("/api/egress/" + id, new TypeReference<>() {});
  }
}
