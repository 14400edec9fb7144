package dev.assay.relationship;

import dev.assay.engine.Engine;
import dev.assay.engine.Work;
import dev.assay.model.Problem;
import dev.assay.model.Query;
import dev.assay.model.Relationship;
import dev.assay.model.Relationship.Cardinality;
import dev.assay.model.Relationship.Side;
import dev.assay.model.Relationship.Sign;
import dev.assay.model.Relationship.Status;
import dev.assay.model.UserError;
import dev.assay.semantic.TableFigures;
import dev.assay.sql.RelationshipSql;
import dev.assay.sql.ValueKind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Finds how published Silver tables belong together: names, declared keys and ranges say what is
 * worth measuring, all rows say whether it is so.
 */
public final class Discovery {
  /** What is less likely is not worth a person's time. */
  private static final double LEAST_CONFIDENCE = 0.35;

  private static final int MOST_FIGURES = 500;
  private final Engine engine;
  private final Measuring measuring;

  /** By table and build: the rows of a published table never change. */
  private final Map<String, TableFigures> figures =
      Collections.synchronizedMap(
          new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, TableFigures> eldest) {
              return size() > MOST_FIGURES;
            }
          });

  public Discovery(Engine engine) {
    this.engine = engine;
    this.measuring = new Measuring(engine);
  }

  /** Proposals, the most likely first. */
  public List<Relationship> find(List<RelatedTable> tables, Work work) {
    List<Known> known =
        Known.withoutCommonWord(tables.stream().map(table -> known(table, work)).toList());
    List<Candidate> candidates = new ArrayList<>(new Candidates(known).find());
    candidates.addAll(new TextCandidates(engine, known).find(candidates, work));
    List<Relationship> found = new ArrayList<>();
    for (Candidate candidate : candidates) {
      Relationship measured = measuring.measure(candidate, Status.PROPOSED, work);
      if (measured.confidence() >= LEAST_CONFIDENCE) {
        found.add(measured);
      }
    }
    found.removeIf(one -> found.stream().anyMatch(other -> isBetterKnown(other, one)));
    found.sort(
        Comparator.comparing((Relationship one) -> -one.confidence())
            .thenComparing(Relationship::written));
    return List.copyOf(found);
  }

  /**
   * Measures what a person says; throws {@link UserError} where there is no such column, or where
   * rows of both sides share values and {@code many} does not allow it. Where only the first side's
   * values are all different, it is turned round.
   */
  public Relationship measure(
      RelatedTable from,
      List<String> columns,
      RelatedTable to,
      List<String> others,
      boolean many,
      Work work) {
    check(from, columns, to, others);
    NameFit said = new NameFit(1, Sign.SAID, "A person said so");
    Relationship measured =
        measuring.measure(
            new Candidate(from, columns, to, others, said, false), Status.CONFIRMED, work);
    if (measured.cardinality() != Cardinality.MANY_TO_MANY) {
      return measured;
    }
    Relationship turned =
        measuring.measure(
            new Candidate(to, others, from, columns, said, false), Status.CONFIRMED, work);
    if (turned.cardinality() != Cardinality.MANY_TO_MANY) {
      return turned;
    }
    if (!many) {
      throw UserError.conflict(
          "Rows of both sides share values of "
              + measured.written()
              + ": one row of "
              + measured.from().source()
              + " would meet up to "
              + measured.mostMatches()
              + " rows of "
              + measured.to().source()
              + ", and the other way round up to "
              + turned.mostMatches()
              + ", so that rows would count several times. Name columns of which one side has every"
              + " value once, or say that it is many to many.");
    }
    return measured;
  }

  /** Measures again what is on record, on what is published now. */
  public Relationship again(Relationship before, RelatedTable from, RelatedTable to, Work work) {
    Candidate candidate =
        new Candidate(
            from,
            before.from().columns(),
            to,
            before.to().columns(),
            new NameFit(
                1,
                before.grounds() == null ? null : before.grounds().sign(),
                before.because().replaceAll(";.*", "").replaceAll("\\.$", "")),
            false);
    Relationship now = measuring.measure(candidate, before.status(), work);
    return new Relationship(
        before.id(),
        now.from(),
        now.to(),
        now.cardinality(),
        now.matched(),
        now.orphans(),
        now.orphanExamples(),
        now.missing(),
        now.unused(),
        now.mostMatches(),
        before.confidence(),
        now.because(),
        now.grounds(),
        before.status());
  }

  /** Which other tables a query reads, and which of its rows find nothing there. */
  public List<String> notes(Query query, Work work) {
    List<String> notes = new ArrayList<>();
    Set<String> brought = new HashSet<>();
    for (Query.Join join : query.joins()) {
      List<String> columns = join.matching().stream().map(Query.Match::column).toList();
      if (columns.stream().noneMatch(brought::contains)) {
        notes.add(
            "Reads "
                + join.table()
                + " by "
                + String.join(" and ", columns)
                + ": "
                + found(query, join, columns, work));
      } else {
        notes.add("Reads " + join.table() + " by " + String.join(" and ", columns) + ".");
      }
      join.columns().forEach(column -> brought.add(column.name()));
    }
    return notes;
  }

  private String found(Query query, Query.Join join, List<String> columns, Work work) {
    Measuring.Counts counts =
        measuring.counts(
            new RelationshipSql.Key(query.table(), columns),
            new RelationshipSql.Key(
                join.table(), join.matching().stream().map(Query.Match::other).toList()),
            false,
            work);
    if (counts.rows() == counts.matched()) {
      return "every row finds one.";
    }
    boolean aggregated = join.columns().stream().allMatch(column -> column.aggregate() != null);
    return String.format(
        Locale.ROOT,
        "%,d of %,d rows find none%s%s.",
        counts.rows() - counts.matched(),
        counts.rows(),
        counts.missing() == 0
            ? ""
            : String.format(Locale.ROOT, " (%,d have no value)", counts.missing()),
        aggregated
            ? ", so that what is taken from there counts as none"
            : "; they are in the group without a value");
  }

  private Known known(RelatedTable table, Work work) {
    TableFigures measured =
        figures.computeIfAbsent(
            table.table() + " " + table.build(),
            _ ->
                TableFigures.measure(
                    sql -> engine.query(sql, work), table.table(), table.columns()));
    return new Known(
        table,
        measured,
        Entities.table(table.source().id(), table.source().originId()),
        KeyName.prefix(measured.columns().stream().map(TableFigures.Column::name).toList()));
  }

  /** Whether {@code one} is but the other read backwards, or a column of its pair. */
  private static boolean isBetterKnown(Relationship other, Relationship one) {
    if (other == one) {
      return false;
    }
    boolean backwards = same(other.from(), one.to()) && same(other.to(), one.from());
    return backwards && other.confidence() > one.confidence();
  }

  private static boolean same(Side one, Side other) {
    return one.table().equals(other.table()) && one.columns().equals(other.columns());
  }

  private static void check(
      RelatedTable from, List<String> columns, RelatedTable to, List<String> others) {
    List<Problem> problems = new ArrayList<>();
    if (columns.isEmpty() || columns.size() != others.size()) {
      problems.add(
          new Problem("/from/columns", "Name as many columns on one side as on the other."));
    }
    missing(from, columns, "/from/columns", problems);
    missing(to, others, "/to/columns", problems);
    for (int i = 0; problems.isEmpty() && i < columns.size(); i++) {
      if (!comparable(kind(from, columns.get(i)), kind(to, others.get(i)))) {
        problems.add(
            new Problem(
                "/to/columns/" + i,
                "'"
                    + columns.get(i)
                    + "' and '"
                    + others.get(i)
                    + "' hold values of different kinds, which are never equal."));
      }
    }
    if (problems.isEmpty() && from.table().equals(to.table()) && columns.equals(others)) {
      problems.add(new Problem("/to/columns", "A column always equals itself. Name another."));
    }
    if (!problems.isEmpty()) {
      throw UserError.of(problems);
    }
  }

  private static ValueKind kind(RelatedTable table, String column) {
    return ValueKind.of(table.column(column).orElseThrow().type());
  }

  private static boolean comparable(ValueKind one, ValueKind other) {
    return one == other
        || one.isNumeric() && other.isNumeric()
        || one == ValueKind.TEXT && (other == ValueKind.INTEGER || other == ValueKind.UUID)
        || other == ValueKind.TEXT && (one == ValueKind.INTEGER || one == ValueKind.UUID);
  }

  private static void missing(
      RelatedTable table, List<String> columns, String pointer, List<Problem> problems) {
    for (int i = 0; i < columns.size(); i++) {
      String column = columns.get(i);
      if (table.column(column).isEmpty()) {
        problems.add(
            new Problem(
                pointer + "/" + i,
                "'"
                    + table.source().id()
                    + "' has no column '"
                    + column
                    + "' in Silver. Its columns are: "
                    + String.join(
                        ", ",
                        table.columns().stream()
                            .map(one -> one.name())
                            .filter(name -> !TableFigures.isMetadata(name))
                            .toList())
                    + "."));
      }
    }
  }
}
