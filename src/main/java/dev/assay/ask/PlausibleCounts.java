package dev.assay.ask;

import dev.assay.gold.ColumnRole;
import dev.assay.model.Query;
import dev.assay.model.Query.Aggregate;
import dev.assay.model.Query.Comparison;
import dev.assay.model.Query.Measure;
import java.util.Optional;

/**
 * Another reader's answers about a small table without counts that nobody asks for: of different
 * figures, or of the one row that a name stands for. "The number of symbol Zn" is a figure of it.
 */
final class PlausibleCounts implements Interpreter {
  private final Interpreter reader;

  PlausibleCounts(Interpreter reader) {
    this.reader = reader;
  }

  @Override
  public Optional<Reading> read(Asked asked) {
    Optional<Reading> reading = reader.read(asked);
    Optional<SmallTable> table = asked.vocabulary().small();
    if (table.isEmpty()
        || reading.isEmpty()
        || !(reading.get() instanceof Reading.Understood understood)
        || plausible(asked, table.get(), understood.query())) {
      return reading;
    }
    return Optional.of(
        new Reading.NotUnderstood(
            "It is not clear what is to be counted. Name the column, such as 'how many different "
                + asked.vocabulary().columns().getFirst().name()
                + "'."));
  }

  private static boolean plausible(Asked asked, SmallTable table, Query query) {
    boolean different =
        asked.question().toLowerCase().matches(".*\\b(different|distinct|unique)\\b.*");
    for (Measure measure : query.measures()) {
      if (measure.aggregate() == Aggregate.COUNT_DISTINCT && !different) {
        ColumnRole role = asked.vocabulary().role(measure.column());
        if (role.column().kind().isNumeric()) {
          return false;
        }
      }
      if (measure.aggregate() == Aggregate.COUNT_ROWS
          && query.dimensions().isEmpty()
          && query.filters().stream()
              .anyMatch(
                  filter ->
                      filter.comparison() == Comparison.EQUAL
                          && table.columns().stream()
                              .anyMatch(c -> c.name().equals(filter.column()) && c.isName()))) {
        return false;
      }
    }
    return true;
  }
}
