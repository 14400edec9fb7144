package dev.assay.silver;

import dev.assay.model.Ledger;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Why a recipe forbids to publish what came of it, each in one sentence that says what to do. */
public final class Refusals {
  private static final int REASONS = 3;

  private Refusals() {}

  /** Of rows that violate a validation of severity FAIL, by its name. */
  static Optional<String> of(Map<String, Long> failures) {
    return failures.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "Nothing was published, because the recipe says that these may not happen: "
                + counted(failures, failures.size())
                + ". Mend the data or the validation.");
  }

  /**
   * Of a greater share of rejected rows than the recipe lets pass.
   *
   * @param limit from 0 to 1; null for any
   */
  public static Optional<String> of(Ledger ledger, Double limit) {
    if (limit == null || ledger.rejected() <= limit * ledger.rows()) {
      return Optional.empty();
    }
    return Optional.of(
        "Nothing was published, because "
            + percent((double) ledger.rejected() / ledger.rows())
            + " of the rows ("
            + ledger.rejected()
            + " of "
            + ledger.rows()
            + ") were rejected and the recipe's reject_limit is "
            + percent(limit)
            + ": "
            + counted(ledger.rejectionReasons(), REASONS)
            + ". Mend the recipe or the data, or raise reject_limit; a preview shows such rows.");
  }

  private static String counted(Map<String, Long> rows, int most) {
    String first =
        rows.entrySet().stream()
            .sorted(
                Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                    .thenComparing(Map.Entry.comparingByKey()))
            .limit(most)
            .map(e -> e.getKey() + " in " + e.getValue() + (e.getValue() == 1 ? " row" : " rows"))
            .collect(Collectors.joining(", "));
    return rows.size() > most ? first + ", and " + (rows.size() - most) + " more" : first;
  }

  /** Three digits are enough to tell a share from its limit, unless they hardly differ. */
  private static String percent(double share) {
    return BigDecimal.valueOf(share)
            .movePointRight(2)
            .round(new MathContext(3, RoundingMode.HALF_UP))
            .stripTrailingZeros()
            .toPlainString()
        + " %";
  }
}
