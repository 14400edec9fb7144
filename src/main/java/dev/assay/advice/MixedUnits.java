package dev.assay.advice;

import dev.assay.engine.Work;
import dev.assay.model.Author;
import dev.assay.model.Cleaning;
import dev.assay.model.ColumnType;
import dev.assay.model.Proposal;
import dev.assay.model.RecipeEdit;
import dev.assay.model.SilverSpec;
import dev.assay.profile.UnitMix;
import dev.assay.sql.Dialect;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Proposes an amount beside its unit where a column mixes several: they never become one number.
 */
final class MixedUnits implements Finder {
  /** More failures than this are another kind of value. */
  private static final double TOLERATED = 0.02;

  private final Dialect dialect;

  MixedUnits(Dialect dialect) {
    this.dialect = dialect;
  }

  static List<Suspicion> of(KnownColumn column) {
    return UnitMix.of(column.known())
        .<Suspicion>map(mix -> new Suspicion.Mixed(column, mix))
        .stream()
        .toList();
  }

  /** The amount, then the unit. */
  static List<SilverSpec.Column> specs(Suspicion.Mixed mixed) {
    KnownColumn column = mixed.column();
    UnitMix mix = mixed.mix();
    List<Cleaning> amount = new ArrayList<>(column.textSteps());
    mix.steps().stream().filter(step -> !amount.contains(step)).forEach(amount::add);
    List<Cleaning> unit = new ArrayList<>(column.textSteps());
    unit.add(new Cleaning.TakeUnit(mix.written()));
    return List.of(
        column.with(mix.amount().type(), List.copyOf(amount)),
        column.with(ColumnType.Simple.TEXT, List.copyOf(unit)));
  }

  @Override
  public List<Proposal> find(KnownTable table, Work work) {
    Parts names = new Parts(dialect, table.columns());
    return table
        .confirmed()
        .about(Suspicion.Mixed.class)
        .map(answer -> proposal(answer, names))
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<Proposal> proposal(Confirmed.Answer answer, Parts names) {
    Suspicion.Mixed mixed = (Suspicion.Mixed) answer.suspicion();
    Confirmed.Count amount = answer.counts().getFirst();
    Confirmed.Count unit = answer.counts().getLast();
    if (amount.read() == 0 || amount.failed() > TOLERATED * amount.present()) {
      return Optional.empty();
    }
    KnownColumn column = mixed.column();
    List<SilverSpec.Column> specs = specs(mixed);
    String units =
        mixed.mix().rows().entrySet().stream()
            .sorted(
                Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                    .thenComparing(Map.Entry.comparingByKey()))
            .map(Map.Entry::getKey)
            .collect(Collectors.joining(", "));
    long without = amount.read() - unit.read();
    String because =
        "The amounts are in "
            + units
            + ", which never add up to one number: an amount beside its "
            + (mixed.mix().currency() ? "currency" : "unit")
            + " can be summed for each"
            + (without > 0 ? "; " + without + " have none written" : "")
            + (amount.failed() > 0 ? "; " + amount.failed() + " rows would be rejected" : "")
            + ".";
    return Optional.of(
        new Proposal(
            "unit-" + column.name(),
            Proposal.Kind.UNIT,
            List.of(column.name()),
            because,
            amount.read(),
            column.values().stream().map(value -> value.value()).limit(5).toList(),
            0.95,
            Author.RULES,
            List.of(
                new RecipeEdit.Split(
                    column.name(),
                    List.of(
                        names.named(specs.getFirst(), column.name()),
                        names.column(
                            specs.getLast(),
                            column.name() + (mixed.mix().currency() ? "_currency" : "_unit"))),
                    false))));
  }
}
