package dev.assay.workspace;

import dev.assay.engine.Work;
import dev.assay.model.Egress;
import dev.assay.model.Json;
import dev.assay.model.Layer;
import dev.assay.model.ModelSettings;
import dev.assay.model.ModelSettings.Privacy;
import dev.assay.model.ModelTrial;
import dev.assay.model.ModelUrl;
import dev.assay.model.Problem;
import dev.assay.model.UserError;
import dev.assay.store.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Keeps the settings of the language model; its key is encrypted and never shown. */
final class ModelSetup implements LanguageModel {
  private final HeldFolder folder;
  private final Features features;

  ModelSetup(HeldFolder folder, Features features) {
    this.folder = folder;
    this.features = features;
  }

  @Override
  public ModelSettings settings() {
    return folder.modelSettings();
  }

  @Override
  public ModelSettings configure(ModelWishes wishes) {
    ModelSettings before = settings();
    ModelSettings wished = merged(before, wishes);
    check(wished);
    String secret = secret(before, wished, wishes.key());
    ModelSettings kept = withKey(wished, secret != null);
    folder.store().settings().keep(HeldFolder.MODEL, new Settings.Kept(Json.write(kept), secret));
    // What was thought of without this model is thought of anew.
    folder.store().suggestions().forget(null, Layer.SILVER);
    folder.store().suggestions().forget(null, Layer.GOLD);
    return kept;
  }

  /** What is kept of the key, encrypted; none where requests would go elsewhere than it was for. */
  private String secret(ModelSettings before, ModelSettings wished, String key) {
    if (key != null) {
      return key.isBlank() ? null : folder.secrets().encrypt(HeldFolder.MODEL, key.strip());
    }
    boolean samePlace =
        before.provider() != null
            && before.provider() == wished.provider()
            && ModelUrl.place(before.address()).equals(ModelUrl.place(wished.address()));
    return samePlace
        ? folder.store().settings().find(HeldFolder.MODEL).map(Settings.Kept::secret).orElse(null)
        : null;
  }

  private static ModelSettings merged(ModelSettings before, ModelWishes wishes) {
    ModelSettings.Provider provider = or(wishes.provider(), before.provider());
    boolean another = !Objects.equals(provider, before.provider());
    String url =
        wishes.url() == null ? another ? null : before.url() : blankToNull(wishes.url().strip());
    Privacy usual = before.provider() == null ? Privacy.MASKED_SAMPLES : before.privacy();
    return new ModelSettings(
        provider,
        url,
        wishes.model() == null ? another ? null : before.model() : blankToNull(wishes.model()),
        or(wishes.privacy(), usual),
        or(wishes.tokenBudget(), before.tokenBudget()),
        or(wishes.timeoutSeconds(), before.timeoutSeconds()),
        or(wishes.allowPlainHttp(), before.allowPlainHttp()),
        before.keyStored());
  }

  private static ModelSettings withKey(ModelSettings settings, boolean keyStored) {
    return new ModelSettings(
        settings.provider(),
        settings.url(),
        settings.model(),
        settings.privacy(),
        settings.tokenBudget(),
        settings.timeoutSeconds(),
        settings.allowPlainHttp(),
        keyStored);
  }

  private static void check(ModelSettings wished) {
    List<Problem> problems = new ArrayList<>();
    if (wished.provider() == null) {
      problems.add(new Problem("/provider", Sentences.MODEL_PROVIDER_NEEDED.with()));
    } else {
      ModelUrl.problem(wished.address(), wished.allowPlainHttp())
          .ifPresent(problem -> problems.add(new Problem("/url", problem)));
    }
    if (wished.model() == null) {
      problems.add(new Problem("/model", Sentences.MODEL_NAME_NEEDED.with()));
    }
    if (wished.tokenBudget() < 2_000 || wished.tokenBudget() > 1_000_000) {
      problems.add(new Problem("/token_budget", Sentences.MODEL_TOKEN_BUDGET.with()));
    }
    if (wished.timeoutSeconds() < 1 || wished.timeoutSeconds() > 600) {
      problems.add(new Problem("/timeout_seconds", Sentences.MODEL_TIMEOUT.with()));
    }
    if (!problems.isEmpty()) {
      throw UserError.of(problems);
    }
  }

  private static <T> T or(T wished, T before) {
    return wished == null ? before : wished;
  }

  private static String blankToNull(String text) {
    return text.isBlank() ? null : text;
  }

  @Override
  public ModelSettings off() {
    folder.store().settings().remove(HeldFolder.MODEL);
    folder.store().suggestions().forget(null, Layer.SILVER);
    folder.store().suggestions().forget(null, Layer.GOLD);
    return settings();
  }

  @Override
  public ModelTrial test() {
    if (settings().provider() == null) {
      throw UserError.conflict(Sentences.MODEL_NONE.with());
    }
    return features.testModel(Work.unwatched());
  }

  @Override
  public List<Egress> egress(long limit, long offset) {
    return folder.store().egresses().page(limit, offset);
  }

  @Override
  public Egress egress(long id) {
    Optional<Egress> found = folder.store().egresses().find(id);
    return found.orElseThrow(() ->
        UserError.notFound("There is no request " + id + ": 'assay egress' lists what was sent."));
  }
}
