package dev.assay.gold;

import dev.assay.model.Query;
import dev.assay.model.Rows;
import dev.assay.sql.Rollup;
import java.util.List;

/**
 * Whether the groups of a Gold table are enough to answer a question about its Silver table, proven
 * from the two typed queries alone.
 */
public sealed interface Derivation {
  /**
   * They are.
   *
   * @param rollup the question put together from the groups
   * @param because how, in one sentence for people
   */
  record Derived(Rollup rollup, String because) implements Derivation {}

  /** They are not, or it cannot be proven. */
  record NotDerivable(String reason) implements Derivation {}

  /**
   * Tries to derive {@code question} from the table {@code goldTable}.
   *
   * @param gold what the Gold table holds, with its helpers: see {@link StoredQuery#of}
   * @param silver the columns of the question's rows: those of the Silver table that both are about
   *     and what the question's joins bring, see {@link dev.assay.sql.JoinSql#columns}
   */
  static Derivation of(Query question, Query gold, String goldTable, List<Rows.Column> silver) {
    return new Deriving(question, gold, goldTable, silver).derive();
  }
}
