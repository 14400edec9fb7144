package dev.assay.workspace;

import dev.assay.bronze.BronzePlanner;
import dev.assay.bronze.ColumnDrift;
import dev.assay.bronze.Contracted;
import dev.assay.build.Paused;
import dev.assay.build.Unchanged;
import dev.assay.model.BuildPlan;
import dev.assay.model.Comparison;
import dev.assay.model.Contract;
import dev.assay.model.Contract.Choice;
import dev.assay.model.Drift;
import dev.assay.model.Landing;
import dev.assay.model.Layer;
import dev.assay.model.Load;
import dev.assay.model.Origin;
import dev.assay.model.Reading;
import dev.assay.model.Rows;
import dev.assay.model.Source;
import dev.assay.model.SyncSettings;
import dev.assay.model.SyncSettings.LoadMode;
import dev.assay.model.UserError;
import dev.assay.model.Waiting;
import dev.assay.sql.LandingSql;
import dev.assay.store.Sources;
import dev.assay.store.Store;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** Plans the next load of a source: what is read, what becomes of it, what it supersedes. */
final class NextLoad {
  /** Everything is taken as it comes. */
  private static final Contract EVOLVING =
      new Contract(Choice.EVOLVE, Choice.EVOLVE, Choice.EVOLVE, Choice.EVOLVE, Choice.EVOLVE);

  private final Store store;
  private final Catalogue catalogue;
  private final Readings readings;
  private final Drifts drifts;

  NextLoad(Store store, Catalogue catalogue, Readings readings, Drifts drifts) {
    this.store = store;
    this.catalogue = catalogue;
    this.readings = readings;
    this.drifts = drifts;
  }

  /**
   * Why a load is made.
   *
   * @param wishes of the one who asked for it
   * @param anew whether all rows are replaced whatever the settings say: the way of reading has
   *     changed
   * @param refresh whether a new version is made though nothing has changed
   */
  record Reason(SyncWishes wishes, boolean anew, boolean refresh) {}

  /** Throws Paused, Unchanged or UserError. */
  BuildPlan plan(Sources.Kept kept, Stages.Looked looked, Reason reason) {
    Source source = kept.source();
    SyncSettings settings = kept.settings();
    boolean first = catalogue.published(source, Layer.BRONZE).isEmpty();
    List<Load> loads = store.loads().of(source.id());
    List<Long> present = first ? List.of() : catalogue.loadsIn(source);
    boolean inPlace = !first && !reason.anew();
    Readings.Found found = find(kept, looked, reason, loads, present, inPlace);
    if (found.parts().isEmpty() && found.superseded().isEmpty()) {
      throw new Unchanged();
    }
    List<Landing.Column> before = first ? List.of() : catalogue.landing(source).columns();
    Contract contract =
        first || reason.anew() || reason.wishes().accept()
            ? accepting(settings, reason, first)
            : settings.contract();
    Landing landing = first ? null : catalogue.landing(source);
    List<Landing.Column> columns = reason.anew() ? List.of() : before;
    List<Contracted.Aside> asides = new ArrayList<>();
    List<Reading> read = new ArrayList<>();
    for (Readings.Part part : found.parts()) {
      List<Landing.Column> now = part.landing().columns();
      if (columns.isEmpty()) {
        columns = now;
        read.add(Reading.whole(part.origin(), part.landing(), part.fingerprint()));
      } else {
        ColumnDrift drift = drifts.between(source, columns, part.origin(), part.landing(), first);
        Contracted.waiting(drift.drift(), contract)
            .ifPresent(changes -> {
              throw new Paused(waiting(source, changes));
            });
        Contracted contracted = Contracted.of(source, columns, now, drift, contract);
        columns = contracted.columns();
        asides.addAll(contracted.asides());
        read.add(
            new Reading(
                part.origin(), part.landing(), contracted.into(), part.fingerprint(), null));
      }
      landing = new Landing(part.landing().format(), columns);
    }
    String cursor = cursor(settings, columns);
    // Of what is there, not of what was read last: a load that was taken back is read again.
    String since = cursor == null || !inPlace ? null : catalogue.greatest(source, cursor);
    long next = store.loads().next(source.id());
    return BronzePlanner.plan(
        new BronzePlanner.Load(
            source,
            landing,
            first ? List.of() : names(source),
            reason.anew() ? LoadMode.REPLACE : settings.mode(),
            since == null || reason.wishes().full() ? read : since(read, cursor, since),
            inPlace ? how(settings, source, found, cursor, since) : null,
            asides,
            cursor,
            !reason.refresh() && !reason.anew(),
            reason.wishes().accept() || reason.anew() || settings.mode() == LoadMode.APPEND,
            contract.reshaped(),
            next,
            present,
            settings.keptLoads() > 0,
            expired(source, settings)));
  }

  private Readings.Found find(
      Sources.Kept kept,
      Stages.Looked looked,
      Reason reason,
      List<Load> loads,
      List<Long> present,
      boolean inPlace) {
    boolean byFile =
        kept.source().origin() instanceof Origin.Folder
            && inPlace
            && kept.settings().mode() != LoadMode.SNAPSHOT;
    if (byFile && kept.source().origin() instanceof Origin.Folder folder) {
      boolean all = reason.wishes().verify() || reason.wishes().full() || reason.refresh();
      return readings.changed(kept, folder, loads, present, all);
    }
    return readings.whole(kept, looked);
  }

  /** A yes is said to what would wait; what is frozen or set aside stays so. */
  private static Contract accepting(SyncSettings settings, Reason reason, boolean first) {
    if (first || reason.anew()) {
      return EVOLVING;
    }
    Contract contract = settings.contract();
    return new Contract(
        yes(contract.added()),
        yes(contract.dropped()),
        yes(contract.renamed()),
        yes(contract.reordered()),
        yes(contract.reshaped()));
  }

  private static Choice yes(Choice choice) {
    return choice == Choice.PAUSE ? Choice.EVOLVE : choice;
  }

  private static Comparison how(
      SyncSettings settings, Source source, Readings.Found found, String cursor, String since) {
    return switch (settings.mode()) {
      case REPLACE ->
          source.origin() instanceof Origin.Folder
              ? new Comparison.Loads(found.superseded())
              : null;
      case APPEND ->
          cursor == null ? new Comparison.Loads(List.of()) : new Comparison.NewRows(cursor, since);
      case SNAPSHOT -> new Comparison.Multiset();
    };
  }

  /** The Bronze column that the settings name; throws UserError where there is none such. */
  static String cursor(SyncSettings settings, List<Landing.Column> columns) {
    if (settings.cursor() == null) {
      return null;
    }
    return columns.stream()
        .filter(c -> c.name().equals(settings.cursor()) || c.header().equals(settings.cursor()))
        .findFirst()
        .map(Landing.Column::name)
        .orElseThrow(() ->
            UserError.invalid(
                "There is no column '"
                    + settings.cursor()
                    + "' for a cursor. Columns are: "
                    + String.join(", ", columns.stream().map(Landing.Column::name).toList())
                    + "."));
  }

  /** Only a database can begin where the last reading has ended; of a file all is read. */
  private static List<Reading> since(List<Reading> read, String cursor, String since) {
    return read.stream()
        .map(reading ->
            new Reading(
                reading.origin(),
                reading.landing(),
                reading.into(),
                reading.fingerprint(),
                new Reading.Since(
                    reading.landing().columns().get(reading.into().indexOf(cursor)).header(),
                    since)))
        .toList();
  }

  private List<String> names(Source source) {
    return catalogue.columns(source.bronzeTable()).stream()
        .map(Rows.Column::name)
        .filter(name -> !LandingSql.METADATA.contains(name))
        .toList();
  }

  /** The new one counts among those that are kept. */
  private List<Long> expired(Source source, SyncSettings settings) {
    List<Long> kept = catalogue.histories(source);
    int stay = Math.max(0, settings.keptLoads() - 1);
    return kept.subList(Math.min(stay, kept.size()), kept.size());
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
