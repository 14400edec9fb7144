package dev.assay.build;

import dev.assay.model.Ledger;
import dev.assay.model.Refusal;
import dev.assay.model.UserError;
import java.util.List;

/** Says in one sentence what in a ledger does not add up. */
final class Imbalance {
  private Imbalance() {}

  static UserError of(Ledger ledger) {
    return new UserError(
        UserError.Kind.REFUSED, describe(ledger), List.of(), Refusal.of(Refusal.Cause.LEDGER));
  }

  private static String describe(Ledger ledger) {
    return "Nothing was published, because the ledger does not balance: "
        + first(ledger)
        + " Please report this with the recipe; the earlier table still stands.";
  }

  private static String first(Ledger ledger) {
    if (!ledger.rowsBalance()) {
      return "%d rows %s, but %d in Silver + %d rejected + %d duplicates + %d filtered."
          .formatted(
              ledger.rows(),
              ledger.unpivoted() == null ? "in Bronze" : "made of the columns of Bronze",
              ledger.silver(),
              ledger.rejected(),
              ledger.duplicates(),
              ledger.filtered());
    }
    return ledger.cells().stream()
        .filter(cells -> !cells.balances())
        .findFirst()
        .map(cells ->
            "column %s has %d non-empty cells in Bronze, but %d kept + %d changed + %d emptied + %d rejected + %d in duplicates + %d in filtered rows."
                .formatted(
                    cells.column(),
                    cells.raw(),
                    cells.kept(),
                    cells.changed(),
                    cells.emptied(),
                    cells.rejected(),
                    cells.duplicates(),
                    cells.filtered()))
        .or(() ->
            ledger.measures().stream()
                .filter(total -> !total.balances())
                .findFirst()
                .map(total ->
                    "column %s totals %s in Bronze, but %s in Silver (%s of it filled) + %s rejected + %s in duplicates + %s in filtered rows."
                        .formatted(
                            total.column(),
                            total.readable(),
                            total.silver(),
                            total.filled(),
                            total.rejected(),
                            total.duplicates(),
                            total.filtered())))
        .orElse("its parts differ.");
  }
}
