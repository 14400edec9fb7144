package dev.assay.advice;

import dev.assay.engine.Work;
import dev.assay.model.Proposal;
import java.util.List;

/**
 * Looks for one kind of thing that the data speaks for and nobody has asked for. What it proposes
 * was measured on all rows; where it is unsure it proposes nothing.
 */
interface Finder {
  List<Proposal> find(KnownTable table, Work work);

  /** Whether its proposals show personal values as stars already, one by one. */
  default boolean discreet() {
    return false;
  }
}
