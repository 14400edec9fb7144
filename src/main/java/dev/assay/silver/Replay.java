package dev.assay.silver;

import dev.assay.model.CellOverride;
import dev.assay.model.Check;
import dev.assay.model.ReplayReason;
import dev.assay.model.ReplayReason.Cause;
import dev.assay.model.SilverSpec;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Whether a change of a recipe can be made by judging the rejected rows again, because its typed
 * steps prove that accepted rows stay exactly as they are. What cannot be proven is rebuilt.
 */
public sealed interface Replay {
  /**
   * Accepted rows stay as they are.
   *
   * @param because what has changed, and for rejected rows alone
   * @param contents of rows of which values were put right or taken back; they must all have been
   *     rejected
   */
  record Allowed(List<ReplayReason> because, List<String> contents) implements Replay {
    public Allowed {
      because = List.copyOf(because);
      contents = List.copyOf(contents);
    }
  }

  /** Everything has to be made anew. */
  record Rebuild(ReplayReason because) implements Replay {}

  /** Compares the recipe that was published with the one that is to be. */
  static Replay decide(SilverSpec before, SilverSpec after) {
    Optional<Cause> table = table(before, after);
    if (table.isPresent()) {
      return new Rebuild(new ReplayReason(table.get()));
    }
    List<ReplayReason> because = new ArrayList<>();
    for (int i = 0; i < after.columns().size(); i++) {
      switch (ColumnReplay.decide(before.columns().get(i), after.columns().get(i))) {
        case Allowed(var reasons, _) -> because.addAll(reasons);
        case Rebuild rebuild -> {
          return rebuild;
        }
      }
    }
    Set<String> contents = contents(before.overrides(), after.overrides());
    if (!contents.isEmpty()) {
      because.add(new ReplayReason(Cause.MENDED));
    }
    return new Allowed(because, List.copyOf(contents));
  }

  private static Optional<Cause> table(SilverSpec before, SilverSpec after) {
    if (!before.shape().isEmpty() || !after.shape().isEmpty()) {
      return Optional.of(Cause.SHAPE);
    }
    if (!before.filters().isEmpty() || !after.filters().isEmpty()) {
      return Optional.of(Cause.FILTERS);
    }
    if (!before.rules().equals(after.rules())) {
      return Optional.of(Cause.RULES);
    }
    if (!names(before).equals(names(after)) || !before.bronze().equals(after.bronze())) {
      return Optional.of(Cause.OTHER_COLUMNS);
    }
    if (before.strategy() != after.strategy()
        || !before.keys().equals(after.keys())
        || !before.orderBy().equals(after.orderBy())) {
      return Optional.of(Cause.DUPLICATES);
    }
    for (SilverSpec spec : List.of(before, after)) {
      if (spec.columns().stream().anyMatch(SilverSpec.Column::hidden)) {
        return Optional.of(Cause.HIDDEN_KEY);
      }
      if (spec.columns().stream()
          .anyMatch(column ->
              column.checks().stream().map(Check::bare).anyMatch(Check.Unique.class::isInstance))) {
        return Optional.of(Cause.UNIQUE);
      }
    }
    return Optional.empty();
  }

  private static List<String> names(SilverSpec spec) {
    return spec.columns().stream().map(SilverSpec.Column::name).toList();
  }

  /** Of rows whose values are not put right in the same way as before. */
  private static Set<String> contents(List<CellOverride> before, List<CellOverride> after) {
    Set<String> contents = new LinkedHashSet<>();
    addMissing(before, after, contents);
    addMissing(after, before, contents);
    return contents;
  }

  private static void addMissing(
      List<CellOverride> from, List<CellOverride> in, Set<String> contents) {
    from.stream()
        .filter(override -> in.stream().noneMatch(override::sameAs))
        .map(CellOverride::rowHash)
        .forEach(contents::add);
  }
}
