package dev.assay.build;

import dev.assay.model.Ledger;
import java.util.Map;

/** What the steps of one stage have counted so far. */
final class Tally {
  private long processed;
  private long rejected;
  private long duplicates;
  private Map<String, Long> reasons = Map.of();
  private Ledger ledger;

  void landed(Hands.Landed landed) {
    processed = landed.read();
    rejected = landed.malformed();
    reasons = landed.reasons();
  }

  void accounted(Ledger account) {
    processed = account.bronze();
    rejected = account.rejected();
    duplicates = account.duplicates();
    reasons = account.rejectionReasons();
    ledger = account;
  }

  void read(long rows) {
    processed = rows;
  }

  long processed() {
    return processed;
  }

  long rejected() {
    return rejected;
  }

  long duplicates() {
    return duplicates;
  }

  Map<String, Long> reasons() {
    return reasons;
  }

  Ledger ledger() {
    return ledger;
  }
}
