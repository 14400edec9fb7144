package dev.assay.gold;

import dev.assay.gold.GoldCandidates.Candidate;
import dev.assay.model.Source;
import dev.assay.semantic.ColumnRole;
import dev.assay.semantic.ColumnRole.Role;
import dev.assay.semantic.TableFigures;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Gold tables where some amounts are in several units: those are summed for each unit or not at
 * all.
 */
final class AmountsByUnit {
  private final Source source;
  private final TableFigures figures;
  private final List<ColumnRole> roles;
  private final Map<String, String> units;
  private final Optional<String> time;
  private final String noun;

  /**
   * @param units the columns of such amounts, and the column that holds the unit
   * @param time the column that a period means
   * @param noun what a row is called, or null
   */
  AmountsByUnit(
      Source source,
      TableFigures figures,
      List<ColumnRole> roles,
      Map<String, String> units,
      Optional<String> time,
      String noun) {
    this.time = time;
    this.noun = noun;
    this.source = source;
    this.figures = figures;
    this.roles = roles;
    this.units = units;
  }

  /** Candidates, best first. */
  List<Candidate> ranked() {
    List<Candidate> candidates = new ArrayList<>();
    for (ColumnRole amount : roles) {
      String unit = units.get(amount.name());
      if (unit != null && amount.isMeasure()) {
        named(unit).ifPresent(by -> candidates.addAll(with(amount.name()).groupedBy(by)));
      }
    }
    candidates.addAll(with(null).ranked());
    return candidates;
  }

  /** Where those are few: groups by texts that repeat, though not often. */
  List<Candidate> loose() {
    return with(null).loose();
  }

  private Optional<ColumnRole> named(String name) {
    return roles.stream().filter(role -> role.name().equals(name)).findFirst();
  }

  /** Candidates that see of the amounts in several units only this one, or none. */
  private GoldCandidates with(String amount) {
    List<ColumnRole> seen =
        roles.stream()
            .map(role ->
                units.containsKey(role.name()) && !role.name().equals(amount)
                    ? new ColumnRole(role.column(), Role.OTHER)
                    : role)
            .toList();
    return new GoldCandidates(source, figures, seen, time, noun);
  }
}
