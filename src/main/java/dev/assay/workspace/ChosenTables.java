package dev.assay.workspace;

import dev.assay.model.FoundTable;
import dev.assay.model.Problem;
import dev.assay.model.Relation;
import dev.assay.model.UserError;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Tables of a connection by the names that people give them. */
public final class ChosenTables {
  private static final int MOST_NAMED = 20;

  private ChosenTables() {}

  /**
   * The tables called {@code schema.name} or {@code name}; throws UserError that lists every name
   * that is no table or stands for several.
   */
  public static List<Relation> among(List<FoundTable> found, List<String> names) {
    List<Relation> chosen = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      List<FoundTable> fitting = fitting(found, names.get(i));
      if (fitting.size() == 1) {
        chosen.add(relation(fitting.getFirst()));
      } else {
        problems.add(new Problem("/tables/" + i, sentence(names.get(i), fitting, found)));
      }
    }
    if (!problems.isEmpty()) {
      throw UserError.of(problems);
    }
    return chosen;
  }

  /** The table as what is read from a database. */
  public static Relation.Table relation(FoundTable table) {
    return new Relation.Table(table.schema(), table.name());
  }

  /** Exactly, else regardless of case. */
  private static List<FoundTable> fitting(List<FoundTable> found, String name) {
    List<FoundTable> exact =
        found.stream()
            .filter(t -> relation(t).label().equals(name) || t.name().equals(name))
            .toList();
    if (!exact.isEmpty()) {
      return exact;
    }
    return found.stream()
        .filter(t -> relation(t).label().equalsIgnoreCase(name) || t.name().equalsIgnoreCase(name))
        .toList();
  }

  private static String sentence(String name, List<FoundTable> fitting, List<FoundTable> found) {
    if (!fitting.isEmpty()) {
      return "'" + name + "' is the name of several tables: give one of " + labels(fitting) + ".";
    }
    String lower = name.toLowerCase(Locale.ROOT);
    List<FoundTable> near =
        found.stream().filter(t -> t.name().toLowerCase(Locale.ROOT).contains(lower)).toList();
    return "There is no table '"
        + name
        + "'."
        + (found.isEmpty()
            ? " There are no tables at all that this user may read."
            : " Tables are: " + labels(near.isEmpty() ? found : near) + ".");
  }

  private static String labels(List<FoundTable> tables) {
    String listed =
        String.join(", ", tables.stream().limit(MOST_NAMED).map(t -> relation(t).label()).toList());
    return tables.size() > MOST_NAMED
        ? listed + " and " + (tables.size() - MOST_NAMED) + " more"
        : listed;
  }
}
