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
   * Reads an origin and lands its rows, untouched, in a staged table; what cannot be read goes to
   * {@code stagedMalformed}. Each reading is a load of its own.
   *
   * @param columns the columns of the staged table
   * @param readings what is read, in order; none where files have only vanished
   */
  record Land(
      Source source,
      SyncSettings.LoadMode mode,
      List<String> columns,
      List<Reading> readings,
      String staged,
      String stagedMalformed)
      implements Step {
    public Land {
      columns = List.copyOf(columns);
      readings = List.copyOf(readings);
    }

    /** Everything that the source's origin holds, as it is. */
    public Land(Source source, Landing landing, String staged, String stagedMalformed) {
      this(
          source,
          SyncSettings.LoadMode.REPLACE,
          landing.columns().stream().map(Landing.Column::name).toList(),
          List.of(Reading.whole(source.origin(), landing, null)),
          staged,
          stagedMalformed);
    }

    @Override
    public String describe() {
      return readings.size() == 1
          ? "Land every row of "
              + readings.getFirst().origin().label()
              + ", as received, with its hash and row number."
          : "Land every row of "
              + readings.size()
              + " files of "
              + source.origin().label()
              + ", as received, with its hash and row number.";
    }
  }

  /** Sets aside, of what has landed, what is there already, and finds what it supersedes. */
  record Compare(
      Source source, Comparison how, String staged, String stagedMalformed, Superseded superseded)
      implements Step {
    @Override
    public String describe() {
      return switch (how) {
        case Comparison.NewRows _, Comparison.Repeats _ -> "Keep what is new of what has landed.";
        case Comparison.Multiset _ -> "Find the rows that are new and those that have vanished.";
        case Comparison.Loads _ -> "Find the rows of files that have changed or are gone.";
      };
    }
  }

  /**
   * Sets rows aside that a change of the origin's columns touches; the columns that Bronze does not
   * have go then.
   */
  record Quarantine(String staged, String stagedMalformed, List<Aside> asides) implements Step {
    public Quarantine {
      asides = List.copyOf(asides);
    }

    @Override
    public String describe() {
      return "Set rows aside: "
          + String.join(" ", asides.stream().map(Aside::reason).distinct().toList());
    }
  }

  /**
   * Rows of a load that are set aside.
   *
   * @param column those that have a value in this column of the staged table, which Bronze does not
   *     have; all where it is null
   * @param reason for people
   */
  record Aside(long loadId, String column, String reason) {}

  /**
   * Looks at what has landed before anybody else can see it: whether it is what is there already,
   * whether values have changed their shape, whether suspiciously few rows came.
   */
  record Inspect(Inspection inspection) implements Step {
    @Override
    public String describe() {
      return "Compare what has landed with what is there.";
    }
  }

  /**
   * Writes every Bronze row once, cleaned and typed, with a verdict: accepted, rejected (and why)
   * or duplicate.
   */
  record Clean(SilverSpec spec, String staged) implements Step {
    @Override
    public String describe() {
      return reshaping()
          + "Clean and cast every row of "
          + spec.bronze()
          + " once; give each row its verdict and "
          + (spec.strategy() == Deduplication.Strategy.NONE
              ? "keep duplicates."
              : "rank duplicates by key.");
    }

    private String reshaping() {
      StringBuilder words = new StringBuilder();
      if (!spec.filledDown().isEmpty()) {
        words.append("Fill blank cells of ");
        words.append(String.join(", ", spec.filledDown())).append(" from above. ");
      }
      spec.unpivot()
          .ifPresent(unpivot -> {
            words.append("Make rows of ").append(unpivot.columns().size());
            words.append(" columns: ").append(unpivot.nameColumn()).append(" and ");
            words.append(unpivot.valueColumn()).append(". ");
          });
      return words.toString();
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

  /**
   * Copies some rows of Bronze, as received, so that only they are looked at again.
   *
   * @param columns those that are needed; none for all
   */
  record Gather(String bronze, List<String> columns, Chosen chosen, String staged) implements Step {
    public Gather {
      columns = List.copyOf(columns);
    }

    @Override
    public String describe() {
      return switch (chosen) {
        case Chosen.Rejected(_, long rows) ->
            "Replay " + (rows == 1 ? "1 rejected row." : rows + " rejected rows.");
        case Chosen.Alike _ -> "Look at the rows of this content alone.";
      };
    }
  }

  /** Which rows of Bronze. */
  sealed interface Chosen {
    /** Those whose identity a table holds, and how many these are. */
    record Rejected(String table, long rows) implements Chosen {}

    /** Those of one content. */
    record Alike(String rowHash) implements Chosen {}
  }

  /** Says why everything is made anew; nothing is done. */
  record Rebuild(ReplayReason because) implements Step {
    @Override
    public String describe() {
      return "Rebuild: " + because.words();
    }
  }

  /**
   * Makes sure of what only the data can tell; where it does not hold, the build goes by {@link
   * BuildPlan#otherwise}.
   */
  record Presume(Presumption presumption) implements Step {
    @Override
    public String describe() {
      return switch (presumption) {
        case Presumption.KeysApart _ -> "Make sure that no rescued row shares a key with Silver.";
        case Presumption.OnlyRejected _ -> "Make sure that only rejected rows were put right.";
      };
    }
  }

  /** Something that has to hold for a plan to stand. */
  sealed interface Presumption {
    /** No row that a staged table accepts has the key of a row of Silver. */
    record KeysApart(SilverSpec spec, String staged, String silver) implements Presumption {}

    /** Rows of these contents are all in the table of rejected ones. */
    record OnlyRejected(String bronze, String rejected, List<String> rowHashes)
        implements Presumption {
      public OnlyRejected {
        rowHashes = List.copyOf(rowHashes);
      }
    }

    /** Why the plan does not stand where it does not hold. */
    default ReplayReason failed() {
      return new ReplayReason(
          switch (this) {
            case KeysApart _ -> ReplayReason.Cause.SHARED_KEYS;
            case OnlyRejected _ -> ReplayReason.Cause.OTHERS_MENDED;
          });
    }
  }

  /**
   * Carries the account of rows that were judged again over into the one of the whole table.
   *
   * @param before the published account
   * @param rejectLimit the greatest share of rejected rows that may be published; null for any
   */
  record Carry(Ledger before, Double rejectLimit) implements Step {
    @Override
    public String describe() {
      return "Carry these rows over into the ledger of the whole table.";
    }
  }

  /** Moves rejected rows and duplicates out of the staged table, each by identity. */
  record SetAside(SilverSpec spec, String staged, String rejected, String duplicates)
      implements Step {
    @Override
    public String describe() {
      return "Set rejected rows aside with all their reasons, and duplicates with the row that was"
          + " kept.";
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
   * Makes a staged Gold table from a typed query over Silver; the columns of its rows, with what
   * joins bring, are given for their types.
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

  /** Changes what readers see, all in one transaction with the ledger. */
  record Publish(List<Change> changes) implements Step {
    public Publish {
      changes = List.copyOf(changes);
    }

    /** The tables that readers see otherwise. */
    public List<String> touched() {
      return changes.stream().flatMap(change -> change.touched().stream()).distinct().toList();
    }

    @Override
    public String describe() {
      return "Publish " + String.join(", ", touched()) + " in one transaction.";
    }
  }
}
