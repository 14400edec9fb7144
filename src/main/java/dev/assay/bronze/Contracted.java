package dev.assay.bronze;

import dev.assay.model.Contract;
import dev.assay.model.Drift;
import dev.assay.model.Landing;
import dev.assay.model.Source;
import dev.assay.model.Step;
import dev.assay.model.UserError;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a contract makes of changed columns.
 *
 * @param columns of Bronze
 * @param into the Bronze column that each column of the origin goes to; null for one that is left
 *     out
 * @param asides rows that are set aside
 */
public record Contracted(List<Landing.Column> columns, List<String> into, List<Step.Aside> asides) {

  /** Changes that wait for a yes; empty where none does. */
  public static Optional<Drift> waiting(Drift drift, Contract contract) {
    List<Drift.Change> waiting =
        drift.changes().stream()
            .filter(change -> change.choice(contract) == Contract.Choice.PAUSE)
            .toList();
    return waiting.isEmpty() ? Optional.empty() : Optional.of(new Drift(waiting));
  }

  /**
   * Follows the contract; what would wait for a yes has got it. Throws UserError for a load that it
   * refuses.
   *
   * @param loadId the load whose rows are set aside
   * @param asideColumns columns of other files for which rows are set aside
   * @param inPlace whether the table stays, so that its columns keep their order
   */
  public static Contracted of(
      Source source,
      List<Landing.Column> before,
      List<Landing.Column> now,
      ColumnDrift found,
      Contract contract,
      long loadId,
      Collection<String> asideColumns,
      boolean inPlace) {
    refuse(source, found.drift(), contract);
    List<Landing.Column> table = new ArrayList<>();
    List<String> taken = new ArrayList<>(before.stream().map(Landing.Column::name).toList());
    List<String> into = new ArrayList<>();
    List<Step.Aside> asides = new ArrayList<>();
    List<Landing.Column> came = new ArrayList<>();
    for (Landing.Column column : now) {
      Landing.Column old = found.same(column);
      if (old != null) {
        // A column that was renamed goes on under the name that recipes know.
        came.add(new Landing.Column(column.header(), old.name(), column.type()));
        into.add(old.name());
        continue;
      }
      String name = free(column.name(), taken);
      switch (contract.added()) {
        case EVOLVE, PAUSE -> {
          taken.add(name);
          came.add(new Landing.Column(column.header(), name, column.type()));
          into.add(name);
        }
        case FREEZE -> into.add(null);
        case QUARANTINE -> {
          String known = known(column.name(), asideColumns);
          name = known == null ? name : known;
          taken.add(name);
          into.add(name);
          asides.add(
              new Step.Aside(
                  loadId,
                  name,
                  "Column '" + ColumnDrift.called(column) + "' is not in the contract."));
        }
      }
    }
    for (Drift.Change change : found.drift().changes()) {
      boolean touchesAll = change instanceof Drift.Dropped || change instanceof Drift.Renamed;
      if (touchesAll && change.choice(contract) == Contract.Choice.QUARANTINE) {
        asides.add(new Step.Aside(loadId, null, change.describe()));
      }
    }
    boolean order =
        !inPlace
            && (contract.reordered() == Contract.Choice.EVOLVE
                || contract.reordered() == Contract.Choice.PAUSE);
    List<String> names = came.stream().map(Landing.Column::name).toList();
    if (order) {
      table.addAll(came);
      before.stream().filter(old -> !names.contains(old.name())).forEach(table::add);
    } else {
      for (Landing.Column old : before) {
        table.add(came.stream().filter(c -> c.name().equals(old.name())).findFirst().orElse(old));
      }
      List<String> there = before.stream().map(Landing.Column::name).toList();
      came.stream().filter(c -> !there.contains(c.name())).forEach(table::add);
    }
    return new Contracted(table, into, asides);
  }

  private static void refuse(Source source, Drift drift, Contract contract) {
    List<Drift.Change> refused =
        drift.changes().stream()
            .filter(change ->
                switch (change) {
                  case Drift.Dropped _, Drift.Renamed _ ->
                      change.choice(contract) == Contract.Choice.FREEZE;
                  // A new column is left out; the order is kept by name.
                  case Drift.Added _, Drift.Reordered _, Drift.Reshaped _ -> false;
                })
            .toList();
    if (!refused.isEmpty()) {
      throw new UserError(
          UserError.Kind.REFUSED,
          "The load was refused, as the contract says: "
              + String.join(" ", refused.stream().map(Drift.Change::describe).toList())
              + " To take it: assay settings "
              + source.id()
              + " --contract-dropped evolve --contract-renamed evolve");
    }
  }

  /** What a column is called for which rows of another file are set aside, or null. */
  private static String known(String name, Collection<String> columns) {
    return columns.stream().filter(name::equalsIgnoreCase).findFirst().orElse(null);
  }

  /** Names ignore case, as the engine does. */
  private static String free(String name, List<String> taken) {
    String candidate = name;
    for (int number = 2; isTaken(candidate, taken); number++) {
      candidate = name + "_" + number;
    }
    return candidate;
  }

  private static boolean isTaken(String name, List<String> taken) {
    String folded = name.toLowerCase(Locale.ROOT);
    return taken.stream().anyMatch(one -> one.toLowerCase(Locale.ROOT).equals(folded));
  }
}
