package dev.assay.build;

import dev.assay.engine.Work;
import dev.assay.model.Inspected;
import dev.assay.model.Ledger;
import dev.assay.model.Refusal;
import dev.assay.model.Step;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What carries out the steps that are not made of statements. */
public interface Hands {
  /**
   * Lands rows in the staged tables.
   *
   * @param firstLoadId the load of the first reading; those of the others follow it
   * @return what came of each reading
   */
  List<Landed> land(Step.Land step, long firstLoadId, Instant loadedAt, Work work);

  /** Looks at what has landed; throws {@link dev.assay.model.UserError} for what is refused. */
  Inspected inspect(Step.Inspect step, Work work);

  /** Counts where every row and cell went, and says whether the recipe lets it be published. */
  Accounted account(Step.Account step, Work work);

  /** The account of the whole table, of which {@code again} rows were judged anew. */
  Accounted carry(Step.Carry step, Ledger again);

  /**
   * Throws {@link dev.assay.model.UserError} of kind REFUSED when the finished tables differ from
   * the ledger.
   */
  void prove(Step.Prove step, Ledger ledger, Work work);

  /** Throws {@link dev.assay.model.UserError} of kind REFUSED when the staged table differs. */
  void reconcile(Step.Reconcile step, Work work);

  /**
   * What came of an account.
   *
   * @param refusal why nothing of it may be published; null where it may
   */
  record Accounted(Ledger ledger, Refusal refusal) {}

  /**
   * What came of a landing.
   *
   * @param read records read from the origin
   * @param landed rows in Bronze
   * @param malformed records noted as malformed
   * @param reasons malformed records by reason
   */
  record Landed(long read, long landed, long malformed, Map<String, Long> reasons) {
    public Landed {
      reasons = Map.copyOf(reasons);
    }
  }
}
