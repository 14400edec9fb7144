package dev.assay.advice;

import dev.assay.engine.Engine;
import dev.assay.engine.Work;
import dev.assay.model.Proposal;
import dev.assay.sql.Dialect;
import java.util.ArrayList;
import java.util.List;

/** Finds what holds between columns and between rows; one sample of rows serves all of it. */
final class BetweenColumns implements Finder {
  private final Engine engine;
  private final Dialect dialect;
  private final RuleFinder rules;
  private final DependencyFinder dependencies;
  private final NearDuplicates duplicates;

  BetweenColumns(Engine engine, Dialect dialect) {
    this.engine = engine;
    this.dialect = dialect;
    this.rules = new RuleFinder(engine, dialect);
    this.dependencies = new DependencyFinder(engine, dialect);
    this.duplicates = new NearDuplicates(engine, dialect);
  }

  @Override
  public List<Proposal> find(KnownTable table, Work work) {
    if (table.rows() == 0) {
      return List.of();
    }
    SampledRows sample = SampledRows.read(table, engine, dialect, work);
    List<Proposal> proposals = new ArrayList<>(rules.find(table, sample, work));
    proposals.addAll(dependencies.find(table, sample, work));
    proposals.addAll(duplicates.find(table, sample, work));
    return proposals;
  }
}
