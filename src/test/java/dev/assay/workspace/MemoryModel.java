package dev.assay.workspace;

import dev.assay.model.Egress;
import dev.assay.model.ModelSettings;
import dev.assay.model.ModelTrial;
import dev.assay.model.UserError;
import java.time.Instant;
import java.util.List;

/** A canned language model's settings. */
final class MemoryModel implements LanguageModel {
  private static final Egress SENT =
      new Egress(
          1,
          Instant.parse("2024-05-01T10:00:00Z"),
          "orders",
          "suggest silver",
          "OLLAMA",
          "small",
          "http://127.0.0.1:11434/api/chat",
          ModelSettings.Privacy.MASKED_SAMPLES,
          12,
          "{\"words\":1}",
          "{}",
          "Used for 1 of 3 columns.");

  private ModelSettings settings = ModelSettings.NONE;
  String key;

  @Override
  public ModelSettings settings() {
    return settings;
  }

  @Override
  public ModelSettings configure(ModelWishes wishes) {
    key = wishes.key();
    settings =
        new ModelSettings(
            wishes.provider(),
            wishes.url(),
            wishes.model(),
            wishes.privacy() == null ? ModelSettings.Privacy.MASKED_SAMPLES : wishes.privacy(),
            16_000,
            60,
            false,
            key != null);
    return settings;
  }

  @Override
  public ModelSettings off() {
    settings = ModelSettings.NONE;
    return settings;
  }

  @Override
  public ModelTrial test() {
    return new ModelTrial(true, "small answers.");
  }

  @Override
  public List<Egress> egress(long limit, long offset) {
    return List.of(
        new Egress(
            SENT.id(),
            SENT.at(),
            SENT.sourceId(),
            SENT.purpose(),
            SENT.provider(),
            SENT.model(),
            SENT.url(),
            SENT.privacy(),
            SENT.bytes(),
            null,
            null,
            SENT.outcome()));
  }

  @Override
  public Egress egress(long id) {
    if (id != SENT.id()) {
      throw UserError.notFound("There is no request " + id + ".");
    }
    return SENT;
  }
}
