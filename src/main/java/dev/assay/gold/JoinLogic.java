package dev.assay.gold;

import dev.assay.model.Query;
import dev.assay.model.Query.Dimension;
import dev.assay.model.Query.Filter;
import dev.assay.model.Query.Import;
import dev.assay.model.Query.Join;
import dev.assay.model.Query.Match;
import dev.assay.model.Query.Measure;
import dev.assay.model.RowCondition;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What joins of two queries about the same table have in common: columns that are brought in the
 * same way are the same, whatever they are called.
 *
 * <p>A join gives each row columns and takes no row away, so one that is not asked for is no
 * matter.
 */
final class JoinLogic {
  /** What Gold calls the columns that the question's joins bring. */
  private final Map<String, String> names = new HashMap<>();

  /** Why Gold lacks the others. */
  private final Map<String, String> lacking = new HashMap<>();

  JoinLogic(Query question, Query gold) {
    for (Join asked : question.joins()) {
      Set<Match> matching = new HashSet<>();
      for (Match match : asked.matching()) {
        if (!lacking.containsKey(match.column())) {
          matching.add(
              new Match(names.getOrDefault(match.column(), match.column()), match.other()));
        }
      }
      List<Join> held =
          gold.joins().stream()
              .filter(join -> join.table().equals(asked.table()))
              .filter(join -> asked.matching().size() == matching.size())
              .filter(join -> new HashSet<>(join.matching()).equals(matching))
              .toList();
      asked.columns().forEach(column -> find(column, asked, held));
    }
  }

  private void find(Import column, Join asked, List<Join> held) {
    for (Join join : held) {
      for (Import other : join.columns()) {
        if (other.aggregate() == column.aggregate()
            && Objects.equals(other.column(), column.column())) {
          names.put(column.name(), other.name());
          return;
        }
      }
    }
    String what =
        column.aggregate() == null
            ? column.column()
            : "the " + Wording.aggregate(column.aggregate(), column.column());
    lacking.put(
        column.name(),
        held.isEmpty()
            ? "it is not joined with " + asked.table() + " in this way"
            : "it does not hold " + what + " of " + asked.table());
  }

  /** What Gold calls a column of the question; empty where Gold lacks it. */
  Optional<String> known(String column) {
    return lacking.containsKey(column)
        ? Optional.empty()
        : Optional.of(names.getOrDefault(column, column));
  }

  /** As {@link #known}; ends the derivation where Gold lacks it. */
  String name(String column) {
    if (lacking.containsKey(column)) {
      throw new Refused(lacking.get(column));
    }
    return names.getOrDefault(column, column);
  }

  Dimension named(Dimension dimension) {
    return new Dimension(
        dimension.name(), name(dimension.column()), dimension.grain(), dimension.part());
  }

  Filter named(Filter filter) {
    return filter.of(name(filter.column()));
  }

  Measure named(Measure measure) {
    String formula =
        measure.formula() == null
            ? null
            : RowCondition.text(
                RowCondition.renamed(RowCondition.term(measure.formula()), this::name));
    return new Measure(
        measure.name(),
        measure.aggregate(),
        measure.column() == null ? null : name(measure.column()),
        formula,
        measure.filters().stream().map(this::named).toList());
  }
}
