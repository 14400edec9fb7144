package dev.assay.gold;

import dev.assay.engine.Engine;
import dev.assay.engine.Work;
import dev.assay.gold.GoldCandidates.Candidate;
import dev.assay.model.Author;
import dev.assay.model.GoldRecipe;
import dev.assay.model.GoldTable;
import dev.assay.model.Query;
import dev.assay.model.Query.Import;
import dev.assay.model.Relationship;
import dev.assay.model.Rows;
import dev.assay.model.SemanticModel;
import dev.assay.model.Source;
import dev.assay.semantic.ChosenColumns;
import dev.assay.semantic.ColumnRole;
import dev.assay.semantic.ColumnRole.Role;
import dev.assay.semantic.RowNoun;
import dev.assay.semantic.TableFigures;
import dev.assay.sql.JoinSql;
import dev.assay.sql.QuerySql;
import dev.assay.sql.StatisticsSql;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Suggests Gold tables whose rows are given columns of the tables that they look up. */
public final class AcrossAdvisor {
  private static final int MOST = 5;
  private static final int MOST_COLUMNS = 2;
  private final Engine engine;

  public AcrossAdvisor(Engine engine) {
    this.engine = engine;
  }

  /**
   * At most five tables, those of the largest tables first.
   *
   * @param confirmed what people have confirmed
   * @param sources by their ids
   * @param columns of a published table
   */
  public GoldRecipe suggest(
      List<Relationship> confirmed,
      Map<String, Source> sources,
      Function<String, List<Rows.Column>> columns,
      Work work) {
    List<String> notes = new ArrayList<>();
    if (confirmed.isEmpty()) {
      notes.add(
          "No relationship is confirmed yet, so nothing can be joined. Look at: assay"
              + " relationships");
    }
    Map<String, TableFigures> figures = new LinkedHashMap<>();
    Function<String, TableFigures> measured =
        table ->
            figures.computeIfAbsent(
                table,
                _ ->
                    TableFigures.measure(
                        sql -> engine.query(sql, work), table, columns.apply(table)));
    List<List<GoldTable>> byRelationship = new ArrayList<>();
    for (Relationship one : confirmed) {
      if (Joined.isSafe(one) && !one.from().table().equals(one.to().table())) {
        byRelationship.add(tables(one, confirmed, sources, columns, measured, work));
      } else if (!Joined.isSafe(one)) {
        notes.add(one.written() + " is left out: " + one.because());
      }
    }
    List<GoldTable> tables = new ArrayList<>();
    Set<String> names = new HashSet<>();
    // In turn, so that no relationship crowds the others out.
    for (int i = 0; i < MOST; i++) {
      for (List<GoldTable> some : byRelationship) {
        if (i < some.size() && tables.size() < MOST && names.add(some.get(i).name())) {
          tables.add(some.get(i));
        }
      }
    }
    if (tables.isEmpty() && notes.isEmpty()) {
      notes.add("What is looked up has no column that sorts rows into groups.");
    }
    return new GoldRecipe(tables, notes.isEmpty() ? null : notes);
  }

  private List<GoldTable> tables(
      Relationship one,
      List<Relationship> all,
      Map<String, Source> sources,
      Function<String, List<Rows.Column>> columns,
      Function<String, TableFigures> measured,
      Work work) {
    Source source = sources.get(one.from().source());
    TableFigures own = measured.apply(one.from().table());
    TableFigures other = measured.apply(one.to().table());
    if (own.rows() == 0 || other.rows() == 0) {
      return List.of();
    }
    boolean rivals =
        all.stream()
            .anyMatch(rival ->
                rival != one
                    && rival.from().table().equals(one.from().table())
                    && rival.to().table().equals(one.to().table()));
    String role = Joined.role(one, rivals);
    Set<String> taken =
        columns.apply(one.from().table()).stream()
            .map(Rows.Column::name)
            .collect(Collectors.toSet());
    List<ColumnRole> ownRoles = ColumnRole.of(own, Set.of());
    List<ColumnRole> others = ColumnRole.of(other, Set.copyOf(one.to().columns()));
    List<ColumnRole> chosen =
        new ChosenColumns(other, others)
            .categories().stream()
                .filter(column -> column.role() == Role.CATEGORY)
                .filter(column -> !one.to().columns().contains(column.name()))
                .limit(MOST_COLUMNS)
                .toList();
    List<GoldTable> tables = new ArrayList<>();
    for (ColumnRole column : chosen) {
      Import brought = new Import(Joined.name(role, column.name(), taken), null, column.name());
      ColumnRole named = new ColumnRole(column.column().named(brought.name()), column.role());
      List<Candidate> candidates =
          new GoldCandidates(source, own, ownRoles, model(source)).groupedBy(named).reversed();
      for (Candidate candidate : candidates) {
        Query query =
            Joined.with(candidate.query(), List.of(Joined.join(one, null, List.of(brought))));
        tables.add(table(source, candidate, query, one, columns, work));
      }
    }
    return tables;
  }

  /** The columns' roles say all that is needed here but what a row is called. */
  private static SemanticModel model(Source source) {
    return new SemanticModel(
        source.silverTable(),
        RowNoun.of(source).orElse(null),
        List.of(),
        null,
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }

  private GoldTable table(
      Source source,
      Candidate candidate,
      Query query,
      Relationship one,
      Function<String, List<Rows.Column>> columns,
      Work work) {
    List<Rows.Column> rows = JoinSql.columns(query, table -> Optional.of(columns.apply(table)));
    long expected =
        TableFigures.number(
            engine.query(StatisticsSql.count(query, rows), work).rows().getFirst().getFirst());
    return new GoldTable(
        source.goldTable(candidate.slug()),
        candidate.description(),
        candidate.businessQuestion(),
        QuerySql.select(query, rows),
        query.dimensions().stream().map(Query.Dimension::name).toList(),
        query.measures().stream().map(Query.Measure::name).toList(),
        query,
        expected,
        null,
        "Each row of "
            + one.from().source()
            + " looks up at most one of "
            + one.to().source()
            + ", so none counts twice: "
            + one.because(),
        GoldTable.Reason.of(GoldTable.Reason.Kind.LOOKS_UP),
        Author.RULES);
  }
}
