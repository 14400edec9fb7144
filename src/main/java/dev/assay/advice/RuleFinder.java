package dev.assay.advice;

import dev.assay.model.Author;
import dev.assay.model.Check.Operator;
import dev.assay.model.Proposal;
import dev.assay.model.RecipeEdit;
import dev.assay.model.RowRule;
import dev.assay.model.Severity;
import dev.assay.model.SilverSpec;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Finds what holds between the columns of nearly every row: candidates from the sample, each then
 * counted on all rows, in one scan for all of them.
 */
final class RuleFinder {
  private static final double HOLDS = 0.999;

  /** Candidates that are counted on all rows. */
  private static final int MEASURED = 12;

  private static final int SHOWN = 6;

  private static final int LONGEST_NAME = 100;

  private RuleFinder() {}

  private record Measured(
      RuleCandidate candidate, RuleCounts.Counted counted, List<String> examples) {
    long rows() {
      return counted.rows();
    }

    long broken() {
      return counted.broken();
    }
  }

  /** What the candidates are as rules, to be counted. */
  static List<SilverSpec.Rule> rules(List<RuleCandidate> candidates) {
    return candidates.stream()
        .map(candidate ->
            new SilverSpec.Rule(
                candidate.name(),
                candidate.condition(),
                BigDecimal.valueOf(candidate.tolerance()),
                Severity.WARN))
        .toList();
  }

  /** The rows of a count, in words. */
  interface Examples {
    List<String> of(SilverSpec.Rule rule, RuleCounts.Counted counted);
  }

  /** Those that all rows bear out; {@code counted} is in the order of the candidates. */
  static List<Proposal> proposals(
      List<RuleCandidate> candidates, List<RuleCounts.Counted> counted, Examples examples) {
    List<SilverSpec.Rule> rules = rules(candidates);
    List<Proposal> proposals = new ArrayList<>();
    for (int i = 0; i < candidates.size() && proposals.size() < SHOWN; i++) {
      if (counted.get(i).holds() >= HOLDS) {
        proposals.add(
            proposal(
                new Measured(
                    candidates.get(i), counted.get(i), examples.of(rules.get(i), counted.get(i)))));
      }
    }
    return proposals;
  }

  static List<RuleCandidate> candidates(SampledRows sample) {
    List<RuleCandidate> orders = new ArrayList<>(OrderCandidates.find(sample));
    Set<String> alike = new HashSet<>();
    for (RuleCandidate order : orders) {
      if (order.condition().operator() == Operator.EQUAL) {
        alike.add(order.columns().getLast().name());
      }
    }
    // What holds of one of two equal columns need not be said of the other.
    orders.removeIf(order ->
        order.condition().operator() != Operator.EQUAL
            && order.columns().stream().anyMatch(column -> alike.contains(column.name())));
    orders.removeIf(order ->
        order.condition().operator() == Operator.EQUAL
            && alike.contains(order.columns().getFirst().name()));
    List<RuleCandidate> all = new ArrayList<>(EquationCandidates.find(sample, alike));
    all.addAll(withoutDetours(orders));
    return all.stream()
        .sorted(Comparator.comparingInt(RuleCandidate::rank))
        .limit(MEASURED)
        .toList();
  }

  /** Of three columns in order, the first and the last need no rule of their own. */
  private static List<RuleCandidate> withoutDetours(List<RuleCandidate> orders) {
    List<RuleCandidate> kept = new ArrayList<>();
    for (RuleCandidate order : orders) {
      boolean detour =
          order.condition().operator() != Operator.EQUAL
              && orders.stream()
                  .anyMatch(first ->
                      from(first).equals(from(order))
                          && !to(first).equals(to(order))
                          && orders.stream()
                              .anyMatch(second ->
                                  from(second).equals(to(first)) && to(second).equals(to(order))));
      if (!detour) {
        kept.add(order);
      }
    }
    return kept;
  }

  private static String from(RuleCandidate order) {
    return order.columns().getFirst().name();
  }

  private static String to(RuleCandidate order) {
    return order.columns().getLast().name();
  }

  private static Proposal proposal(Measured found) {
    RuleCandidate candidate = found.candidate();
    String condition = candidate.condition().text();
    String name =
        candidate.name().length() <= LONGEST_NAME
            ? candidate.name()
            : candidate.name().substring(0, LONGEST_NAME);
    Double tolerance = candidate.tolerance() == 0 ? null : candidate.tolerance();
    return new Proposal(
        "rule_" + name,
        Proposal.Kind.RULE,
        candidate.columns().stream().map(SampledRows.Column::name).toList(),
        because(found, condition),
        found.broken(),
        found.examples(),
        confidence(found),
        Author.RULES,
        List.of(new RecipeEdit.AddRule(new RowRule(name, condition, tolerance, Severity.WARN))));
  }

  private static String because(Measured found, String condition) {
    RuleCandidate candidate = found.candidate();
    StringBuilder because =
        new StringBuilder(condition)
            .append(" in ")
            .append(grouped(found.rows() - found.broken()))
            .append(" of ")
            .append(grouped(found.rows()))
            .append(
                candidate.columns().size() == 2 ? " rows that have both" : " rows that have all");
    if (candidate.tolerance() > 0) {
      because
          .append(", to within ")
          .append(BigDecimal.valueOf(candidate.tolerance()).toPlainString());
    }
    if (candidate.chance() >= 0.01) {
      because
          .append("; with the rows mixed up it would be ")
          .append(Math.round(candidate.chance() * 100))
          .append(" %");
    }
    return because
        .append(found.broken() == 0 ? "; none breaks it." : "; ")
        .append(found.broken() == 0 ? "" : grouped(found.broken()))
        .append(found.broken() == 0 ? "" : found.broken() == 1 ? " breaks it." : " break it.")
        .toString();
  }

  private static String grouped(long count) {
    return String.format(Locale.ROOT, "%,d", count);
  }

  private static double confidence(Measured found) {
    double many = 1 - 1 / (1 + found.rows() * (1 - found.candidate().chance()));
    return Math.round(found.counted().holds() * many * 100) / 100.0;
  }
}
