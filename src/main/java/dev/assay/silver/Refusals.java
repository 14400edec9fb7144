package dev.assay.silver;

import dev.assay.model.Ledger;
import dev.assay.model.Refusal;
import java.util.Map;
import java.util.Optional;

/** Why a recipe forbids to publish what came of it. */
public final class Refusals {
  private Refusals() {}

  /** Of rows that violate a validation of severity FAIL, by its name. */
  static Optional<Refusal> of(Map<String, Long> failures) {
    return failures.isEmpty() ? Optional.empty() : Optional.of(Refusal.forbidden(failures));
  }

  /**
   * Of a greater share of rejected rows than the recipe lets pass.
   *
   * @param limit from 0 to 1; null for any
   */
  public static Optional<Refusal> of(Ledger ledger, Double limit) {
    return limit == null || ledger.rejected() <= limit * ledger.rows()
        ? Optional.empty()
        : Optional.of(Refusal.rejected(ledger, limit));
  }
}
