package dev.assay.advice;

import dev.assay.engine.Work;
import dev.assay.model.Author;
import dev.assay.model.Check;
import dev.assay.model.Proposal;
import dev.assay.model.RecipeEdit;
import dev.assay.model.Severity;
import dev.assay.model.Validation;
import java.util.List;
import java.util.Optional;

/** Proposes checks for values that can hardly be true; a warning, unless a person wants more. */
final class Validating implements Finder {
  @Override
  public List<Proposal> find(KnownTable table, Work work) {
    return table
        .confirmed()
        .about(Suspicion.Doubtful.class)
        .map(
            answer -> proposal((Suspicion.Doubtful) answer.suspicion(), answer.counts().getFirst()))
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<Proposal> proposal(Suspicion.Doubtful doubtful, Confirmed.Count count) {
    Doubt doubt = doubtful.doubt();
    KnownColumn column = doubtful.column();
    boolean none = count.violated() == 0;
    if (count.read() == 0
        || none && !doubt.fact()
        || count.violated() > Math.max(1, doubt.tolerated() * count.read())
        || count.violated() == count.read()) {
      return Optional.empty();
    }
    Optional<Check> check = check(doubt, count);
    return check.map(found -> {
      String text = Doubt.written(found, column.known().guess().type());
      return new Proposal(
          "check-" + column.name() + "-" + doubt.name(),
          Proposal.Kind.VALIDATION,
          List.of(column.name()),
          count.violated()
              + " of "
              + count.read()
              + (none
                  ? " rows break the check " + text
                  : " values " + doubt.says() + ": the check " + text + " warns of them")
              + ".",
          count.violated(),
          none ? List.of() : count.examples(),
          doubt.gap() == null ? 0.9 : 0.8,
          Author.RULES,
          List.of(new RecipeEdit.Validate(column.name(), Validation.parse(text), Severity.WARN)));
    });
  }

  /** The check, with a bound that people can read where the values alone draw it. */
  private static Optional<Check> check(Doubt doubt, Confirmed.Count count) {
    if (doubt.gap() == null) {
      return Optional.of(doubt.check());
    }
    String usual = doubt.gap().above() ? count.greatestGood() : count.leastGood();
    String unusual = doubt.gap().above() ? count.leastBad() : count.greatestBad();
    if (usual == null || unusual == null || !(doubt.check() instanceof Check.Compare compare)) {
      return Optional.empty();
    }
    if (DateDoubts.day(usual) != null) {
      return DateDoubts.far(doubt.gap(), usual, unusual)
          ? Optional.of(doubt.check())
          : Optional.empty();
    }
    return Optional.ofNullable(NumberDoubts.bound(doubt.gap(), usual, unusual))
        .map(bound -> new Check.Compare(compare.operator(), bound));
  }
}
