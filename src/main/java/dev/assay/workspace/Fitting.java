package dev.assay.workspace;

import dev.assay.bronze.ColumnDrift;
import dev.assay.bronze.Contracted;
import dev.assay.build.Paused;
import dev.assay.model.Contract;
import dev.assay.model.Drift;
import dev.assay.model.Landing;
import dev.assay.model.Reading;
import dev.assay.model.Source;
import dev.assay.model.Step;
import dev.assay.model.Waiting;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;

/** Fits what is to be read to the columns of Bronze, as the contract says. */
final class Fitting {
  private final Drifts drifts;

  Fitting(Drifts drifts) {
    this.drifts = drifts;
  }

  /**
   * The table that parts are fitted to.
   *
   * @param before its columns; empty where what is read makes them
   * @param optional columns that a part may lack, by name
   * @param inPlace whether the table stays, so that its columns keep their order
   * @param firstLoad the number that the first part's load will have
   */
  record Table(
      Source source,
      List<Landing.Column> before,
      Collection<String> optional,
      boolean inPlace,
      long firstLoad) {}

  /**
   * What has been fitted.
   *
   * @param landing the columns of Bronze with it; null where nothing is read
   */
  record Fitted(Landing landing, List<Reading> readings, List<Step.Aside> asides) {}

  /** Throws Paused where a change waits for a yes, UserError where the contract refuses it. */
  Fitted fit(Table table, List<Readings.Part> parts, Contract contract) {
    List<Landing.Column> columns = table.before();
    List<Step.Aside> asides = new ArrayList<>();
    List<Reading> readings = new ArrayList<>();
    Landing landing = null;
    for (int i = 0; i < parts.size(); i++) {
      Readings.Part part = parts.get(i);
      if (columns.isEmpty()) {
        columns = part.landing().columns();
        readings.add(Reading.whole(part.origin(), part.landing(), part.fingerprint()));
      } else {
        Contracted contracted =
            contracted(table, columns, part, table.firstLoad() + i, contract, asides);
        columns = contracted.columns();
        asides.addAll(contracted.asides());
        readings.add(
            new Reading(
                part.origin(), part.landing(), contracted.into(), part.fingerprint(), null));
      }
      landing = new Landing(part.landing().format(), columns);
    }
    return new Fitted(landing, readings, asides);
  }

  private Contracted contracted(
      Table table,
      List<Landing.Column> columns,
      Readings.Part part,
      long loadId,
      Contract contract,
      List<Step.Aside> asides) {
    List<String> there = table.before().stream().map(Landing.Column::name).toList();
    // What another part of this load has brought, this one need not have.
    List<String> optional = new ArrayList<>(table.optional());
    columns.stream()
        .map(Landing.Column::name)
        .filter(c -> !there.contains(c))
        .forEach(optional::add);
    ColumnDrift drift =
        drifts.between(table.source(), columns, there, optional, part.origin(), part.landing());
    Contracted.waiting(drift.drift(), contract)
        .ifPresent(changes -> {
          throw new Paused(waiting(table.source(), changes));
        });
    return Contracted.of(
        table.source(),
        columns,
        part.landing().columns(),
        drift,
        contract,
        loadId,
        asides.stream().map(Step.Aside::column).filter(Objects::nonNull).distinct().toList(),
        table.inPlace());
  }

  private static Waiting waiting(Source source, Drift drift) {
    return new Waiting(
        "Nothing has landed. "
            + String.join(" ", drift.changes().stream().map(Drift.Change::describe).toList())
            + " What would break: assay drift "
            + source.id()
            + ". If it is right: assay sync "
            + source.id()
            + " --accept",
        drift,
        null,
        null,
        Instant.now().truncatedTo(ChronoUnit.MICROS));
  }
}
