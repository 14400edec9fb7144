package dev.assay.advice;

import dev.assay.engine.Engine;
import dev.assay.engine.Work;
import dev.assay.model.Author;
import dev.assay.model.ColumnType;
import dev.assay.model.Proposal;
import dev.assay.model.RecipeEdit;
import dev.assay.model.RowFilter;
import dev.assay.model.SilverSpec;
import dev.assay.model.Validation;
import dev.assay.profile.IdentifierNames;
import dev.assay.sql.Dialect;
import dev.assay.sql.SubtotalSql;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds rows that add up others: their label says so and their numbers are the sums of the rows
 * around them. A label alone is little, and is proposed with little confidence.
 */
final class Subtotals implements Finder {
  /** Tables for people have at most as many rows as a sheet. */
  private static final long MOST_ROWS = 1_048_576;

  private static final int LABELS = 4;
  private static final int NUMBERS = 12;
  private static final int GROUPS = 3;

  /** More labels than these are named by their pattern. */
  private static final int LISTED = 30;

  private static final int EXAMPLES = 5;
  private static final String PATTERN = TotalWords.PATTERN;

  private final Engine engine;
  private final SubtotalSql sql;

  Subtotals(Engine engine, Dialect dialect) {
    this.engine = engine;
    this.sql = new SubtotalSql(dialect);
  }

  /**
   * Rows with one label, and how many of them are sums of several rows or repeat a single one.
   *
   * @param where the same for the same rows
   */
  private record Labelled(String label, long rows, long sums, long repeats, Object where) {
    /** Some rows of a label add up other levels of a nesting, or averages: most must be sums. */
    boolean proven() {
      return sums + repeats >= 0.8 * rows;
    }
  }

  @Override
  public List<Proposal> find(KnownTable table, Work work) {
    List<KnownColumn> numbers =
        table.columns().stream().filter(Subtotals::mayBeSummed).limit(NUMBERS).toList();
    List<KnownColumn> labels =
        table.columns().stream()
            .filter(Subtotals::mayBeLabel)
            .limit(LABELS)
            .toList();
    if (numbers.isEmpty() || labels.isEmpty() || table.rows() < 3 || table.rows() > MOST_ROWS) {
      return List.of();
    }
    List<Object> counts =
        engine
            .query(
                sql.labelled(
                    table.table(), labels.stream().map(Subtotals::text).toList(), PATTERN),
                work)
            .rows()
            .getFirst();
    List<Proposal> proposals = new ArrayList<>();
    Set<List<Object>> seen = new HashSet<>();
    for (int i = 0; i < labels.size(); i++) {
      long labelled = ((Number) counts.get(i)).longValue();
      // What most rows are called is what they are.
      if (labelled > 0 && labelled <= table.rows() / 2) {
        KnownColumn label = labels.get(i);
        List<KnownColumn> groups =
            labels.stream().filter(other -> other != label).limit(GROUPS).toList();
        List<Labelled> found = labelled(table, label, numbers, groups, work);
        // A cell that was merged says the same in every column: one filter will do.
        if (seen.add(found.stream().map(Labelled::where).toList())) {
          proposals.addAll(proposed(label, found));
        }
      }
    }
    return proposals;
  }

  private static boolean mayBeLabel(KnownColumn column) {
    var measured = column.known().measured();
    return column.known().guess().type().isNumeric()
        ? measured.failed() > 0
        : measured.cleaned() > 0;
  }

  private static boolean mayBeSummed(KnownColumn column) {
    return column.known().guess().type().isNumeric()
        && column.known().measured().parsed() >= 2
        && !IdentifierNames.keyLike(column.name());
  }

  /** What a filter would look at: text as a build makes it, else as received. */
  private static SilverSpec.Column text(KnownColumn column) {
    return column.known().guess().type() == ColumnType.Simple.TEXT ? column.spec() : column.raw();
  }

  private List<Labelled> labelled(
      KnownTable table,
      KnownColumn label,
      List<KnownColumn> numbers,
      List<KnownColumn> groups,
      Work work) {
    String select =
        sql.proven(
            table.table(),
            text(label),
            PATTERN,
            numbers.stream().map(KnownColumn::spec).toList(),
            groups.stream().map(KnownColumn::spec).toList());
    return engine.query(select, work).rows().stream()
        .map(row ->
            new Labelled(
                (String) row.get(0),
                number(row, 1),
                number(row, 2),
                number(row, 3),
                row.get(4)))
        .toList();
  }

  private static long number(List<Object> row, int at) {
    return ((Number) row.get(at)).longValue();
  }

  private static List<Proposal> proposed(KnownColumn column, List<Labelled> labels) {
    // A total of one row says nothing by itself: some other must add up several.
    boolean sums = labels.stream().anyMatch(label -> label.sums() > 0 && label.proven());
    List<Labelled> proven = labels.stream().filter(label -> sums && label.proven()).toList();
    List<Labelled> unproven =
        labels.stream()
            .filter(label -> !proven.contains(label) && TotalWords.alone(label.label()))
            .toList();
    List<Proposal> proposals = new ArrayList<>();
    if (!proven.isEmpty()) {
      boolean all = proven.size() == labels.size();
      proposals.add(
          proposal(
              column,
              "totals",
              proven,
              all && proven.size() > LISTED
                  ? "NOT MATCHES " + literal(PATTERN)
                  : "NOT IN (" + listed(proven) + ")",
              "their numbers are the sums of the rows around them",
              proven.stream().mapToLong(Labelled::sums).sum() > 1 ? 0.97 : 0.9));
    }
    if (!unproven.isEmpty()) {
      proposals.add(
          proposal(
              column,
              "totals_by_label",
              unproven,
              "NOT IN (" + listed(unproven) + ")",
              "their numbers are not the sums of rows around them, so look at them first",
              0.3));
    }
    return proposals;
  }

  private static Proposal proposal(
      KnownColumn column,
      String name,
      List<Labelled> labels,
      String keep,
      String says,
      double confidence) {
    long rows = labels.stream().mapToLong(Labelled::rows).sum();
    String because =
        (rows == 1 ? "1 row calls itself a total in " : rows + " rows call themselves totals in ")
            + column.name()
            + " and "
            + says
            + ".";
    boolean asReceived = text(column).type() != column.known().guess().type();
    RowFilter filter =
        new RowFilter(
            name, column.name(), Validation.parse(keep), asReceived ? true : null, because);
    return new Proposal(
        name + "_" + column.name(),
        Proposal.Kind.SHAPE,
        List.of(column.name()),
        because,
        rows,
        labels.stream().map(Labelled::label).limit(EXAMPLES).toList(),
        confidence,
        Author.RULES,
        List.of(new RecipeEdit.AddFilter(filter)));
  }

  private static String listed(List<Labelled> labels) {
    return labels.stream().map(label -> literal(label.label())).collect(Collectors.joining(", "));
  }

  private static String literal(String text) {
    return "'" + text.replace("'", "''") + "'";
  }
}
