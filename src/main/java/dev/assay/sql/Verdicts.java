package dev.assay.sql;

import dev.assay.model.Check;
import dev.assay.model.NullStrategy;
import dev.assay.model.Severity;
import dev.assay.model.SilverSpec;
import dev.assay.model.Slug;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where the staged table keeps each row's reasons and the fate of each cell, as bits of helper
 * columns.
 *
 * <p>Casts cost most of a Silver build. Writing every row once with its verdict, instead of one
 * pass for the accepted and one for the rejected rows, lets the ledger and the rejected rows be
 * read from narrow columns.
 */
final class Verdicts {
  /** What the reason of a filtered row begins with in the rejected table; no other reason does. */
  static final String FILTERED = "filtered_";

  /** Bits used of a BIGINT. */
  private static final int REASONS = 60;

  private static final String INVALID = "invalid_";
  private static final String MISSING = "null_";
  private static final String VIOLATES = "violates_";
  private static final String REPEATED = "repeated_";

  /** How the names of reasons begin that end with the name of a column. */
  static final List<String> OF_COLUMNS = List.of(INVALID, MISSING, VIOLATES, REPEATED);

  /** Three bits a cell. */
  private static final int CELLS = 20;

  /** What was wrong with a row. */
  enum Kind {
    INVALID,
    NULL,
    VIOLATED,
    REPEATED,
    /** A rule between columns. */
    BROKEN,
    FILTERED
  }

  /**
   * One reason: its name in the log, the column or, where it is BROKEN, the rule (by index in the
   * spec) and how grave it is; of a filter, the column that it looks at.
   */
  record Reason(
      String name, Kind kind, int column, List<Check> checks, Severity severity, int position) {
    /** Filters, rejecting reasons and mere notes live in columns of their own. */
    String helper() {
      String prefix =
          kind == Kind.FILTERED
              ? "assay_filters_"
              : severity == Severity.REJECT ? "assay_reasons_" : "assay_notes_";
      return prefix + position / REASONS;
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
  private int filtering;

  Verdicts(SilverSpec spec) {
    this.spec = spec;
    for (int i = 0; i < spec.columns().size(); i++) {
      addReasons(i, spec.columns().get(i));
    }
    for (int i = 0; i < spec.rules().size(); i++) {
      SilverSpec.Rule rule = spec.rules().get(i);
      add("breaks_" + rule.name(), Kind.BROKEN, i, List.of(), rule.severity());
    }
    for (SilverSpec.Filter filter : spec.filters()) {
      reasons.add(
          new Reason(
              FILTERED + filter.name(),
              Kind.FILTERED,
              spec.index(filter.column()),
              filter.keep(),
              Severity.REJECT,
              filtering++));
    }
  }

  private void addReasons(int index, SilverSpec.Column column) {
    // A key that is not published is called by its source column.
    String name = column.hidden() ? Slug.of(column.source(), "key") : column.name();
    boolean readsText =
        column.custom() != null || column.type() != dev.assay.model.ColumnType.Simple.TEXT;
    if (readsText) {
      add(INVALID + name, Kind.INVALID, index, List.of(), Severity.REJECT);
    }
    if (column.nullStrategy() == NullStrategy.DROP_ROW) {
      add(MISSING + name, Kind.NULL, index, List.of(), Severity.REJECT);
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
      add(MISSING + name, Kind.NULL, index, List.of(), severity);
    }
    List<Check> others =
        checks.stream()
            .filter(check -> !(check instanceof Check.NotNull) && !(check instanceof Check.Unique))
            .toList();
    if (!others.isEmpty()) {
      add(VIOLATES + name, Kind.VIOLATED, index, others, severity);
    }
    if (checks.stream().anyMatch(Check.Unique.class::isInstance)) {
      add(REPEATED + name, Kind.REPEATED, index, List.of(), severity);
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

  List<String> filterHelpers() {
    return helpers("assay_filters_", filtering, REASONS);
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
    return none(reasonHelpers());
  }

  /** A condition that is true where no filter leaves the row out. */
  String unfiltered() {
    return none(filterHelpers());
  }

  /** A condition that is true where a row is neither filtered nor rejected. */
  String remaining() {
    return none(Stream.concat(filterHelpers().stream(), reasonHelpers().stream()).toList());
  }

  private static String none(List<String> helpers) {
    return helpers.isEmpty()
        ? "true"
        : String.join(" AND ", helpers.stream().map(h -> h + " = 0").toList());
  }

  /** Every helper column of verdicts, in the order in which they are written. */
  List<String> helpers() {
    return Stream.of(filterHelpers(), reasonHelpers(), noteHelpers(), cellHelpers())
        .flatMap(List::stream)
        .toList();
  }

  private static List<String> helpers(String prefix, int used, int each) {
    List<String> names = new ArrayList<>();
    for (int i = 0; i * each < used; i++) {
      names.add(prefix + i);
    }
    return names;
  }
}
