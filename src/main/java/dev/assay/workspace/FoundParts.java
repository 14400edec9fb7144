package dev.assay.workspace;

import dev.assay.model.FoundTable;
import dev.assay.model.Origin;
import dev.assay.model.Problem;
import dev.assay.model.UserError;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The tables of a file by the names that people give them. */
final class FoundParts {
  private static final int MOST_NAMED = 20;

  private FoundParts() {}

  /** The tables called so; throws UserError that lists every name that is none or several. */
  static List<FoundTable> among(List<FoundTable> found, List<String> names, String fileName) {
    List<FoundTable> chosen = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      List<FoundTable> fitting = fitting(found, names.get(i));
      if (fitting.size() == 1) {
        if (!chosen.contains(fitting.getFirst())) {
          chosen.add(fitting.getFirst());
        }
      } else {
        problems.add(new Problem("/tables/" + i, sentence(names.get(i), fitting, found, fileName)));
      }
    }
    if (!problems.isEmpty()) {
      throw UserError.of(problems);
    }
    return chosen;
  }

  /** Exactly, else regardless of case. */
  private static List<FoundTable> fitting(List<FoundTable> found, String name) {
    List<FoundTable> exact =
        found.stream().filter(t -> labels(t).anyMatch(label -> label.equals(name))).toList();
    return exact.isEmpty()
        ? found.stream()
            .filter(t -> labels(t).anyMatch(label -> label.equalsIgnoreCase(name)))
            .toList()
        : exact;
  }

  /** Everything that a table may be called: what lists show, its entry, its sheet. */
  private static Stream<String> labels(FoundTable table) {
    if (table.schema() == null) {
      return Stream.of(table.name() == null ? "1" : table.name());
    }
    return table.name() == null
        ? Stream.of(table.schema())
        : Stream.of(
            table.schema() + "." + table.name(), part(table).label(), table.schema(), table.name());
  }

  /** Where a table is in its file. */
  static Origin.Part part(FoundTable table) {
    return new Origin.Part(table.schema(), table.name());
  }

  private static String sentence(
      String name, List<FoundTable> fitting, List<FoundTable> found, String fileName) {
    if (!fitting.isEmpty()) {
      return "'" + name + "' stands for several tables: give one of " + listed(fitting) + ".";
    }
    return "There is no table '" + name + "' in " + fileName + ". It holds: " + listed(found) + ".";
  }

  private static String listed(List<FoundTable> tables) {
    String all =
        String.join(
            ", ",
            tables.stream()
                .limit(MOST_NAMED)
                .map(table -> labels(table).findFirst().orElseThrow())
                .toList());
    return tables.size() > MOST_NAMED
        ? all + " and " + (tables.size() - MOST_NAMED) + " more"
        : all;
  }
}
