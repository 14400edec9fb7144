package dev.assay;

import dev.assay.llm.EgressLedger;
import dev.assay.model.Egress;
import dev.assay.store.Egresses;

/** The egress ledger of a workspace, in its metadata. */
final class KeptEgress implements EgressLedger {
  private final Egresses egresses;

  KeptEgress(Egresses egresses) {
    this.egresses = egresses;
  }

  @Override
  public long sending(Egress request) {
    return egresses.insert(request);
  }

  @Override
  public void ended(long id, String answer, String outcome) {
    egresses.answered(id, answer, outcome);
  }

  @Override
  public void judged(long id, String outcome) {
    egresses.judged(id, outcome);
  }
}
