package dev.assay.relationship;

import dev.assay.semantic.TableFigures;
import dev.assay.sql.ValueKind;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A table with what its rows and names say about its columns.
 *
 * @param table the table
 * @param figures of its columns
 * @param noun what it is named after
 * @param prefix a word that all its columns begin with, or null
 */
record Known(RelatedTable table, TableFigures figures, List<String> noun, String prefix) {

  /** Of approximate counts, what a column that names its rows may seem to have. */
  private static final double NEARLY_UNIQUE = 0.85;

  /** A word that most tables begin with says nothing of any of them. */
  static List<Known> withoutCommonWord(List<Known> tables) {
    Map<String, Long> first =
        tables.stream()
            .filter(known -> known.noun().size() > 1)
            .collect(
                Collectors.groupingBy(known -> known.noun().getFirst(), Collectors.counting()));
    return tables.stream()
        .map(known -> {
          long sharing = first.getOrDefault(known.noun().getFirst(), 0L);
          boolean common = known.noun().size() > 1 && sharing >= 3 && 2 * sharing >= tables.size();
          return common
              ? new Known(
                  known.table(),
                  known.figures(),
                  known.noun().subList(1, known.noun().size()),
                  known.prefix())
              : known;
        })
        .toList();
  }

  /** Whether its values may name the rows of the table. */
  boolean mayBeKey(TableFigures.Column column) {
    return column.present() > 0
        && column.present() >= 0.9 * figures.rows()
        && column.distinct() >= NEARLY_UNIQUE * column.present()
        && comparable(column);
  }

  /** Whether its values can be compared at all: a fraction of a number names nothing. */
  static boolean comparable(TableFigures.Column column) {
    return switch (column.kind()) {
      case INTEGER, TEXT, UUID, DATE -> true;
      case DECIMAL -> column.fractional() == 0;
      case DOUBLE, BOOLEAN, TIMESTAMP, TIMESTAMPTZ, TIME -> false;
    };
  }

  /** Whether the values of two columns can be equal. */
  static boolean comparable(TableFigures.Column one, TableFigures.Column other) {
    return comparable(one)
        && comparable(other)
        && (one.kind() == other.kind() || whole(one) && whole(other) || asText(one, other));
  }

  /** Whether only their texts can be compared. */
  static boolean asText(TableFigures.Column one, TableFigures.Column other) {
    return one.kind() == ValueKind.TEXT && (whole(other) || other.kind() == ValueKind.UUID)
        || other.kind() == ValueKind.TEXT && (whole(one) || one.kind() == ValueKind.UUID);
  }

  private static boolean whole(TableFigures.Column column) {
    return column.kind() == ValueKind.INTEGER || column.kind() == ValueKind.DECIMAL;
  }
}
