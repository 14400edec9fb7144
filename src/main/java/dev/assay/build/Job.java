package dev.assay.build;

import dev.assay.model.Layer;
import java.util.List;
import java.util.function.Supplier;

/**
 * What a build is asked to make.
 *
 * @param sourceId whose layers; builds of one source run one after the other
 * @param layer the layer asked for
 * @param table its table, or null when several are asked for
 * @param verb build or refresh
 * @param stages what to build, in order, found out when its turn has come: what hangs on it may
 *     have changed while it waited
 */
public record Job(
    String sourceId, Layer layer, String table, Verb verb, Supplier<List<Stage>> stages) {

  /** Why a build runs; the first build of a table is always a {@code create}. */
  public enum Verb {
    /** A recipe is applied. */
    REBUILD,
    /** The rows upstream are read again. */
    REFRESH
  }
}
