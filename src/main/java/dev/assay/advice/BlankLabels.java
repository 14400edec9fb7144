package dev.assay.advice;

import dev.assay.engine.Engine;
import dev.assay.engine.Work;
import dev.assay.model.Author;
import dev.assay.model.ColumnType;
import dev.assay.model.Proposal;
import dev.assay.model.RecipeEdit;
import dev.assay.model.Shape;
import dev.assay.profile.IdentifierNames;
import dev.assay.sql.Dialect;
import dev.assay.sql.SheetSql;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds labels of groups that are written once, above the rows that they belong to: leading columns
 * that are mostly blank, whose labels are all different and whose first cell has one.
 */
final class BlankLabels implements Finder {
  /** Tables for people have at most as many rows as a sheet. */
  private static final long MOST_ROWS = 1_048_576;

  private static final int FEWEST_ROWS = 5;

  /** A column with fewer blanks has gaps, not groups. */
  private static final double BLANK = 0.4;

  /** As {@link #BLANK}, before rows of totals are looked past. */
  private static final double BLANK_AMONG_TOTALS = 0.2;

  private final Engine engine;
  private final SheetSql sql;

  BlankLabels(Engine engine, Dialect dialect) {
    this.engine = engine;
    this.sql = new SheetSql(dialect);
  }

  private record Found(KnownColumn column, long labels, long blanks) {}

  @Override
  public List<Proposal> find(KnownTable table, Work work) {
    List<Found> found = new ArrayList<>();
    if (table.rows() < FEWEST_ROWS || table.rows() > MOST_ROWS) {
      return List.of();
    }
    // The last column is no label of anything.
    for (KnownColumn column : table.columns().subList(0, table.columns().size() - 1)) {
      if (!mayBeLabel(column, table)) {
        break;
      }
      Found labels = measured(table, column, found, work);
      if (labels == null) {
        break;
      }
      found.add(labels);
    }
    return found.isEmpty() ? List.of() : List.of(proposal(table, found));
  }

  private static boolean mayBeLabel(KnownColumn column, KnownTable table) {
    long labels = column.known().measured().cleaned();
    return labels >= 2
        && table.rows() - labels >= BLANK_AMONG_TOTALS * table.rows()
        && !IdentifierNames.keyLike(column.name())
        && switch (column.known().guess().type()) {
          case ColumnType.Decimal _ -> false;
          case ColumnType.Simple simple ->
              switch (simple) {
                case TEXT, DATE -> true;
                // Years name groups; other numbers are measured.
                case INTEGER -> years(column);
                case BIGINT, DOUBLE, BOOLEAN, TIMESTAMP, TIMESTAMPTZ, TIME, UUID -> false;
              };
        };
  }

  private static boolean years(KnownColumn column) {
    String least = column.known().measured().least();
    String greatest = column.known().measured().greatest();
    return least != null && least.matches("(19|20)\\d\\d") && greatest.matches("(19|20)\\d\\d");
  }

  private Found measured(
      KnownTable table, KnownColumn column, List<Found> parents, Work work) {
    List<String> right =
        table.columns().stream()
            .filter(other -> other.position() > column.position())
            .map(KnownColumn::source)
            .toList();
    List<Object> row =
        engine
            .query(
                sql.labels(
                    table.table(),
                    column.source(),
                    TotalWords.PATTERN,
                    parents.stream().map(found -> found.column().source()).toList(),
                    right),
                work)
            .rows()
            .getFirst();
    long labels = number(row, 0);
    long different = number(row, 1);
    long crowded = number(row, 2);
    long blanks = number(row, 3);
    boolean writtenOnce = different == labels && crowded <= 0.3 * labels;
    boolean above = number(row, 4) == 0 && number(row, 6) == 0;
    // Blank lines between groups belong to nothing.
    boolean belong = number(row, 5) <= 0.2 * blanks;
    return writtenOnce
            && above
            && belong
            && labels >= 2
            && blanks >= BLANK * (labels + blanks)
        ? new Found(column, labels, blanks)
        : null;
  }

  private static long number(List<Object> row, int at) {
    return ((Number) row.get(at)).longValue();
  }

  private static Proposal proposal(KnownTable table, List<Found> found) {
    List<String> names = found.stream().map(labels -> labels.column().name()).toList();
    long blanks = found.stream().mapToLong(Found::blanks).max().orElseThrow();
    Found first = found.getFirst();
    String because =
        String.join(" and ", names)
            + (names.size() == 1 ? " is" : " are")
            + " written once a group: "
            + first.labels()
            + " different labels, each above blank cells ("
            + first.blanks()
            + " of "
            + table.rows()
            + ").";
    return new Proposal(
        "fill_down_" + String.join("_", names),
        Proposal.Kind.SHAPE,
        names,
        because,
        blanks,
        first.column().known().profile().topValues().stream()
            .map(value -> value.value())
            .filter(value -> !value.isBlank())
            .limit(5)
            .toList(),
        first.blanks() >= 2 * first.labels() ? 0.9 : 0.7,
        Author.RULES,
        List.of(
            new RecipeEdit.AddShape(
                new Shape.FillDown(
                    found.stream().map(labels -> labels.column().source()).toList()))));
  }
}
