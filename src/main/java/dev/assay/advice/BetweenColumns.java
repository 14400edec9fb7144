package dev.assay.advice;

import dev.assay.engine.Engine;
import dev.assay.engine.Work;
import dev.assay.model.Proposal;
import dev.assay.model.SilverSpec;
import dev.assay.sql.Dialect;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds what holds between columns and between rows; one sample of rows serves all of it. */
final class BetweenColumns implements Finder {
  private final Engine engine;
  private final Dialect dialect;
  private final RuleCounts counts;
  private final DependencyFinder dependencies;
  private final NearDuplicates duplicates;

  BetweenColumns(Engine engine, Dialect dialect) {
    this.engine = engine;
    this.dialect = dialect;
    this.counts = new RuleCounts(engine, dialect);
    this.dependencies = new DependencyFinder(engine, dialect);
    this.duplicates = new NearDuplicates(engine, dialect);
  }

  @Override
  public List<Proposal> find(KnownTable table, Work work) {
    if (table.rows() == 0) {
      return List.of();
    }
    SampledRows sample = SampledRows.read(table, engine, dialect, work);
    List<RuleCandidate> candidates = RuleFinder.candidates(sample);
    Optional<RoleFit> fit = RecipeFinder.fit(table);
    // One scan counts what was found and what a shipped recipe asks for.
    List<SilverSpec.Rule> rules = new ArrayList<>(RuleFinder.rules(candidates));
    List<SilverSpec.Rule> shipped =
        fit.map(found -> RecipeFinder.rules(found, table)).orElse(List.of());
    rules.addAll(shipped);
    List<RuleCounts.Counted> counted = counts.count(table, rules, work);
    List<Proposal> proposals =
        new ArrayList<>(
            RuleFinder.proposals(
                candidates,
                counted.subList(0, candidates.size()),
                (rule, found) -> examples(table, rule, found, work)));
    fit.flatMap(found ->
            RecipeFinder.proposal(
                found, table, shipped, counted.subList(candidates.size(), counted.size())))
        .ifPresent(proposals::add);
    proposals.addAll(dependencies.find(table, sample, work));
    proposals.addAll(duplicates.find(table, sample, work));
    return proposals;
  }

  /** Rows with a personal value are counted and not shown. */
  private List<String> examples(
      KnownTable table, SilverSpec.Rule rule, RuleCounts.Counted found, Work work) {
    return rule.condition().columns().stream().anyMatch(table.confirmed()::personal)
        ? List.of()
        : counts.examples(table, rule, found, work);
  }

  @Override
  public boolean discreet() {
    return true;
  }
}
