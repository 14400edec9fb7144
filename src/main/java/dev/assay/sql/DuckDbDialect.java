package dev.assay.sql;

import dev.assay.model.Change;
import dev.assay.model.Query;
import dev.assay.model.Rows;
import dev.assay.model.SilverSpec;
import dev.assay.model.Step;
import java.util.List;

/** DuckDB's SQL. */
public final class DuckDbDialect implements Dialect {
  @Override
  public String name() {
    return "DuckDB";
  }

  @Override
  public String identifier(String name) {
    return Quote.identifier(name);
  }

  @Override
  public String literal(String text) {
    return Quote.literal(text);
  }

  @Override
  public List<String> statements(Step step) {
    return switch (step) {
      case Step.Clean clean -> new CleanSql(clean.spec()).clean(clean.staged());
      case Step.Gather gather -> ReplaySql.gather(gather);
      case Step.SetAside aside -> new SetAsideSql(aside.spec()).setAside(aside);
      case Step.Materialise(String select, String staged) ->
          List.of("CREATE TABLE " + Quote.identifier(staged) + " AS\n" + select);
      case Step.Aggregate(Query query, List<Rows.Column> silver, String staged) ->
          List.of("CREATE TABLE " + Quote.identifier(staged) + " AS\n" + select(query, silver));
      case Step.Compare compare -> LoadSql.compare(compare);
      case Step.Quarantine quarantine -> LoadSql.quarantine(quarantine);
      case Step.Publish(List<Change> changes) -> LoadSql.publish(changes);
      // Read from an origin, or only measured.
      case Step.Land _,
          Step.Inspect _,
          Step.Account _,
          Step.Prove _,
          Step.Reconcile _,
          Step.Rebuild _,
          Step.Presume _,
          Step.Carry _ ->
          List.of();
    };
  }

  @Override
  public String account(Step.Account step) {
    return new LedgerSql(step.spec()).account(step.staged());
  }

  @Override
  public String exceptions(Step.Presumption presumption) {
    return ReplaySql.exceptions(presumption);
  }

  @Override
  public String prove(Step.Prove step) {
    return new LedgerSql(step.spec()).prove(step);
  }

  @Override
  public String cast(SilverSpec.Column column) {
    return CleaningSql.typed(column, cleaned(column));
  }

  @Override
  public String cleaned(SilverSpec.Column column) {
    return column.custom() == null
        ? CleaningSql.cleaned(column.cleaning(), Quote.plain(column.source()))
        : column.custom().value();
  }

  @Override
  public String select(Query query, List<Rows.Column> columns) {
    return QuerySql.select(query, columns);
  }
}
