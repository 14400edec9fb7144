package dev.assay.model;

import java.util.List;

/**
 * One thing that a build does. Steps are data: a preview prints them, a build runs them, a dialect
 * renders them.
 */
public sealed interface Step {
  /** What it does, in one sentence for people. */
  String describe();

  /**
   * Reads the origin and lands its rows, untouched, in a staged table; rows that cannot be read go
   * to {@code malformed}.
   */
  record Land(Source source, Landing landing, String staged, String stagedMalformed)
      implements Step {
    @Override
    public String describe() {
      return "Land every row of "
          + source.origin().label()
          + ", as received, with its hash and row number.";
    }
  }

  /**
   * Writes every Bronze row once, cleaned and typed, with a verdict: accepted, rejected (and why)
   * or duplicate.
   */
  record Clean(SilverSpec spec, String staged) implements Step {
    @Override
    public String describe() {
      return "Clean and cast every row of "
          + spec.bronze()
          + " once; give each row its verdict and "
          + (spec.strategy() == Deduplication.Strategy.NONE
              ? "keep duplicates."
              : "rank duplicates by key.");
    }
  }

  /**
   * Counts where every row and cell of Bronze went; a ledger that does not balance ends the build.
   */
  record Account(SilverSpec spec, String staged) implements Step {
    @Override
    public String describe() {
      return "Prove that every row and cell of "
          + spec.bronze()
          + " is accounted for; publish nothing otherwise.";
    }
  }

  /** Moves rejected rows and duplicates out of the staged table, each by identity. */
  record SetAside(SilverSpec spec, String staged, String rejected, String duplicates)
      implements Step {
    @Override
    public String describe() {
      return "Set rejected rows aside with all their reasons, and duplicates with the row that was kept.";
    }
  }

  /**
   * Proves that the tables about to be published hold exactly what the ledger says; a difference
   * ends the build.
   */
  record Prove(SilverSpec spec, String staged, String rejected, String duplicates) implements Step {
    @Override
    public String describe() {
      return "Count the finished tables again and compare them with the ledger.";
    }
  }

  /**
   * Makes a staged Gold table from a typed query over Silver, whose columns are given for their
   * types.
   */
  record Aggregate(Query query, List<Rows.Column> silver, String staged) implements Step {
    @Override
    public String describe() {
      return "Group "
          + query.table()
          + " into "
          + query.dimensions().size()
          + (query.dimensions().size() == 1 ? " dimension and " : " dimensions and ")
          + query.measures().size()
          + (query.measures().size() == 1 ? " measure." : " measures.");
    }
  }

  /** Proves that a staged Gold table says what Silver says; a difference ends the build. */
  record Reconcile(Query query, String staged) implements Step {
    @Override
    public String describe() {
      return "Prove that its totals equal those of "
          + query.table()
          + "; publish nothing otherwise.";
    }
  }

  /** Makes a staged Gold table from written SQL, already re-rendered from its checked tree. */
  record Materialise(String select, String staged) implements Step {
    @Override
    public String describe() {
      return "Run the written SQL once.";
    }
  }

  /** Swaps staged tables for published ones, all in one transaction with the ledger. */
  record Publish(List<Swap> swaps) implements Step {
    public Publish {
      swaps = List.copyOf(swaps);
    }

    @Override
    public String describe() {
      return "Publish "
          + String.join(", ", swaps.stream().map(Swap::published).toList())
          + " in one transaction.";
    }
  }

  /** A staged table and the name that it takes. */
  record Swap(String staged, String published) {}
}
