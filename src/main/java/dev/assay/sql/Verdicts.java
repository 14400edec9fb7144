package dev.assay.sql;

import dev.assay.model.Check;
import dev.assay.model.NullStrategy;
import dev.assay.model.Severity;
import dev.assay.model.SilverSpec;
import dev.assay.model.Slug;
import java.util.ArrayList;
import java.util.List;

/**
 * Where the staged table keeps each row's reasons and the fate of each cell, as bits of helper
 * columns.
 *
 * <p>Casts cost most of a Silver build. Writing every row once with its verdict, instead of one
 * pass for the accepted and one for the rejected rows, lets the ledger and the rejected rows be
 * read from narrow columns.
 */
final class Verdicts {
  /** Bits used of a BIGINT. */
  private static final int REASONS = 60;

  /** Three bits a cell. */
  private static final int CELLS = 20;

  /** What was wrong with a row. */
  enum Kind {
    INVALID,
    NULL,
    VIOLATED,
    REPEATED
  }

  /** One reason: its name in the log, the column (by index in the spec) and how grave it is. */
  record Reason(
      String name, Kind kind, int column, List<Check> checks, Severity severity, int position) {
    /** Rejecting reasons and mere notes live in columns of their own. */
    String helper() {
      return (severity == Severity.REJECT ? "assay_reasons_" : "assay_notes_") + position / REASONS;
    }

    int bit() {
      return position % REASONS;
    }

    String isSet() {
      return "(" + helper() + " & " + (1L << bit()) + ") <> 0";
    }
  }

  private final SilverSpec spec;
  private final List<Reason> reasons = new ArrayList<>();
  private int rejecting;
  private int noting;

  Verdicts(SilverSpec spec) {
    this.spec = spec;
    for (int i = 0; i < spec.columns().size(); i++) {
      addReasons(i, spec.columns().get(i));
    }
  }

  private void addReasons(int index, SilverSpec.Column column) {
    // A key that is not published is called by its source column.
    String name = column.hidden() ? Slug.of(column.source(), "key") : column.name();
    boolean readsText =
        column.custom() != null || column.type() != dev.assay.model.ColumnType.Simple.TEXT;
    if (readsText) {
      add("invalid_" + name, Kind.INVALID, index, List.of(), Severity.REJECT);
    }
    if (column.nullStrategy() == NullStrategy.DROP_ROW) {
      add("null_" + name, Kind.NULL, index, List.of(), Severity.REJECT);
    }
    for (Severity severity : Severity.values()) {
      addChecks(index, column, name, severity);
    }
  }

  /** The reasons of the checks of one severity. */
  private void addChecks(int index, SilverSpec.Column column, String name, Severity severity) {
    List<Check> checks =
        column.checks().stream()
            .filter(check -> check.severityOr(column.severity()) == severity)
            .map(Check::bare)
            .toList();
    boolean dropped = column.nullStrategy() == NullStrategy.DROP_ROW;
    if (!dropped && checks.stream().anyMatch(Check.NotNull.class::isInstance)) {
      add("null_" + name, Kind.NULL, index, List.of(), severity);
    }
    List<Check> others =
        checks.stream()
            .filter(check -> !(check instanceof Check.NotNull) && !(check instanceof Check.Unique))
            .toList();
    if (!others.isEmpty()) {
      add("violates_" + name, Kind.VIOLATED, index, others, severity);
    }
    if (checks.stream().anyMatch(Check.Unique.class::isInstance)) {
      add("repeated_" + name, Kind.REPEATED, index, List.of(), severity);
    }
  }

  private void add(String name, Kind kind, int column, List<Check> checks, Severity severity) {
    reasons.add(
        new Reason(
            name,
            kind,
            column,
            checks,
            severity,
            severity == Severity.REJECT ? rejecting++ : noting++));
  }

  List<Reason> reasons() {
    return reasons;
  }

  List<String> reasonHelpers() {
    return helpers("assay_reasons_", rejecting, REASONS);
  }

  List<String> noteHelpers() {
    return helpers("assay_notes_", noting, REASONS);
  }

  List<String> cellHelpers() {
    return helpers("assay_cells_", spec.columns().size(), CELLS);
  }

  static int cellChunk(int column) {
    return column / CELLS;
  }

  static int cellShift(int column) {
    return 3 * (column % CELLS);
  }

  /** A condition that is true where no rejecting reason is set. */
  String unrejected() {
    return rejecting == 0
        ? "true"
        : String.join(" AND ", reasonHelpers().stream().map(h -> h + " = 0").toList());
  }

  private static List<String> helpers(String prefix, int used, int each) {
    List<String> names = new ArrayList<>();
    for (int i = 0; i * each < used; i++) {
      names.add(prefix + i);
    }
    return names;
  }
}
