package dev.assay.llm;

import dev.assay.engine.Work;
import dev.assay.model.Fact;
import dev.assay.model.ModelSettings;
import dev.assay.model.ModelUrl;
import java.util.Optional;
import java.util.function.Supplier;

/** Where a language model is asked, if one may be. */
public final class ModelGate {
  private final Supplier<Optional<ModelAccess>> access;
  private final EgressLedger ledger;
  private final Patience patience;

  /** {@code access} is looked up anew for each request: settings change while a server runs. */
  public ModelGate(Supplier<Optional<ModelAccess>> access, EgressLedger ledger) {
    this(access, ledger, Patience.USUAL);
  }

  ModelGate(Supplier<Optional<ModelAccess>> access, EgressLedger ledger, Patience patience) {
    this.access = access;
    this.ledger = ledger;
    this.patience = patience;
  }

  /** The model that may be asked; empty where none is set up or nothing may leave the machine. */
  public Optional<ModelSettings> open() {
    return access.get().map(ModelAccess::settings).filter(ModelSettings::on);
  }

  /**
   * Asks, waiting as long as the settings allow.
   *
   * @param written the settings that the prompt was written for: it holds what they allow, so it
   *     goes to their place or nowhere
   * @throws Work.Cancelled when the work is cancelled
   */
  public Outcome ask(Prompt prompt, ModelSettings written, Work work) {
    Optional<ModelAccess> allowed = access.get().filter(found -> found.settings().on());
    if (allowed.isEmpty()) {
      return new Outcome.Failed(Outcome.Kind.UNREACHABLE, Sentences.MODEL_NOT_SET_UP.with());
    }
    ModelSettings settings = allowed.get().settings();
    if (!samePlace(written, settings)) {
      return new Outcome.Failed(Outcome.Kind.UNREACHABLE, Sentences.MODEL_CHANGED.with());
    }
    Optional<Fact> problem = ModelUrl.problem(settings.address(), settings.allowPlainHttp());
    if (problem.isPresent()) {
      return new Outcome.Failed(Outcome.Kind.UNREACHABLE, problem.get());
    }
    return new Chat(allowed.get(), ledger, patience).ask(prompt, work);
  }

  private static boolean samePlace(ModelSettings written, ModelSettings now) {
    return written.on()
        && written.provider() == now.provider()
        && written.privacy() == now.privacy()
        && ModelUrl.place(written.address()).equals(ModelUrl.place(now.address()));
  }

  /** Notes in the ledger what became of an answer. */
  public void judged(Outcome.Answered answer, String outcome) {
    ledger.judged(answer.egressId(), outcome);
  }
}
