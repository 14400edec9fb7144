package dev.assay.build;

import dev.assay.model.Inspected;
import dev.assay.model.Landing;
import dev.assay.model.Ledger;
import dev.assay.model.Refusal;
import dev.assay.model.UserError;
import dev.assay.store.Loads;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What the steps of one stage have counted so far. */
final class Tally {
  private long processed;
  private long rejected;
  private long duplicates;
  private Map<String, Long> reasons = Map.of();
  private Ledger ledger;
  private Refusal refusal;
  private SortedMap<Long, Hands.Landed> loads = new TreeMap<>();
  private Inspected.Sound sound;

  /** The loads that the stage has begun, each with what came of its reading. */
  void landed(Map<Long, Hands.Landed> landed) {
    loads = new TreeMap<>(landed);
    Map<String, Long> all = new TreeMap<>();
    for (Hands.Landed one : landed.values()) {
      processed += one.read();
      rejected += one.malformed();
      one.reasons().forEach((reason, rows) -> all.merge(reason, rows, Long::sum));
    }
    reasons = all;
  }

  void inspected(Inspected.Sound found) {
    sound = found;
    long set = found.quarantined().values().stream().mapToLong(Long::longValue).sum();
    if (set > 0) {
      rejected += set;
      Map<String, Long> all = new TreeMap<>(reasons);
      all.merge("drifted", set, Long::sum);
      reasons = all;
    }
  }

  /** What each load has done, for its record. */
  List<Loads.Outcome> outcomes(Landing landing) {
    return loads.entrySet().stream()
        .map(load -> outcome(load.getKey(), load.getValue(), landing))
        .toList();
  }

  private Loads.Outcome outcome(long load, Hands.Landed landed, Landing landing) {
    long first = loads.keySet().iterator().next();
    long rows = sound == null ? landed.landed() : sound.rows().getOrDefault(load, 0L);
    long quarantined = sound == null ? 0 : sound.quarantined().getOrDefault(load, 0L);
    return new Loads.Outcome(
        load,
        landed.read(),
        rows,
        landed.malformed() + quarantined,
        landed.landed() - rows - quarantined,
        sound != null && load == first ? sound.superseded() : 0,
        sound == null ? null : sound.cursorValue(),
        landing);
  }

  /** {@code why} nothing may be published, or null. */
  void accounted(Ledger account, Refusal why) {
    refusal = why;
    processed = account.bronze();
    rejected = account.rejected();
    duplicates = account.duplicates();
    reasons = account.rejectionReasons();
    ledger = account;
  }

  /** Ends a build whose recipe forbids to publish what came of it; a trial goes on and tells. */
  void stopIfRefused() {
    if (refusal != null) {
      throw new UserError(refusal);
    }
  }

  Refusal refusal() {
    return refusal;
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
