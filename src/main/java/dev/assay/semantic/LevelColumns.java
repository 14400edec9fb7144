package dev.assay.semantic;

import static dev.assay.semantic.NameWords.any;

import dev.assay.model.Rows;
import dev.assay.semantic.ColumnRole.Role;
import dev.assay.sql.SemanticSql;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Finds the columns that say how much there is at a moment, which add up but not over time. */
final class LevelColumns {
  /** Of numbers drawn anew each time it is about 1; of levels that move in steps, near 0. */
  private static final double STEADY = 0.2;

  private final TableFigures figures;
  private final List<ColumnRole> roles;
  private final List<String> grain;
  private final Optional<String> time;
  private final Optional<Function<String, Rows>> read;

  LevelColumns(
      TableFigures figures,
      List<ColumnRole> roles,
      List<String> grain,
      Optional<String> time,
      Optional<Function<String, Rows>> read) {
    this.figures = figures;
    this.roles = roles;
    this.grain = grain;
    this.time = time;
    this.read = read;
  }

  Set<String> found() {
    Set<String> found = new HashSet<>();
    Optional<String> entity = entityOfSnapshots();
    for (ColumnRole role : roles) {
      List<String> words = NameWords.of(role.name());
      boolean flow = any(words, Set.of("change", "delta", "sold", "received", "turnover", "new"));
      boolean level =
          any(words, NameWords.LEVELS) || entity.isPresent() && any(words, NameWords.HEADCOUNTS);
      if (role.isMeasure() && level && !flow && !any(words, NameWords.SHARES)) {
        found.add(role.name());
      }
    }
    entity.ifPresent(one -> found.addAll(steady(one, found)));
    return found;
  }

  /** What each row is a picture of, where there is one row for each thing and time. */
  private Optional<String> entityOfSnapshots() {
    if (grain.size() != 2 || time.isEmpty() || !grain.contains(time.get())) {
      return Optional.empty();
    }
    return grain.stream().filter(column -> !column.equals(time.get())).findFirst();
  }

  /** Amounts whose names say nothing, and which persist from one time to the next. */
  private Set<String> steady(String entity, Set<String> known) {
    List<String> unsaid =
        roles.stream()
            .filter(role -> role.role() == Role.SUMMABLE && !known.contains(role.name()))
            .filter(role -> !any(NameWords.of(role.name()), NameWords.SUMMABLE))
            .map(ColumnRole::name)
            .toList();
    Set<String> steady = new HashSet<>();
    if (unsaid.isEmpty() || read.isEmpty()) {
      return steady;
    }
    List<Object> moves =
        read.get()
            .apply(SemanticSql.steadiness(figures.table(), entity, time.orElseThrow(), unsaid))
            .rows()
            .getFirst();
    for (int i = 0; i < unsaid.size(); i++) {
      if (moves.get(i) instanceof Number move && move.doubleValue() < STEADY) {
        steady.add(unsaid.get(i));
      }
    }
    return steady;
  }
}
