package dev.assay.workspace;

import dev.assay.bronze.BronzePlanner;
import dev.assay.build.Unchanged;
import dev.assay.model.BuildPlan;
import dev.assay.model.Comparison;
import dev.assay.model.Contract;
import dev.assay.model.Contract.Choice;
import dev.assay.model.Landing;
import dev.assay.model.Layer;
import dev.assay.model.Load;
import dev.assay.model.Origin;
import dev.assay.model.Reading;
import dev.assay.model.Rows;
import dev.assay.model.Source;
import dev.assay.model.Step;
import dev.assay.model.SyncSettings;
import dev.assay.model.SyncSettings.LoadMode;
import dev.assay.model.UserError;
import dev.assay.sql.LandingSql;
import dev.assay.store.Sources;
import dev.assay.store.Store;
import java.util.List;

/** Plans the next load of a source: what is read, what becomes of it, what it supersedes. */
final class NextLoad {
  /** Everything is taken as it comes. */
  private static final Contract EVOLVING =
      new Contract(Choice.EVOLVE, Choice.EVOLVE, Choice.EVOLVE, Choice.EVOLVE, Choice.EVOLVE);

  private final Store store;
  private final Catalogue catalogue;
  private final Readings readings;
  private final Fitting fitting;
  private final MaskedColumns masked;

  NextLoad(
      Store store, Catalogue catalogue, Readings readings, Fitting fitting, MaskedColumns masked) {
    this.store = store;
    this.catalogue = catalogue;
    this.readings = readings;
    this.fitting = fitting;
    this.masked = masked;
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
    boolean inPlace = !first && !reason.anew() && !isOtherwise(source, settings, loads);
    Readings.Found found = find(kept, looked, reason, loads, present, inPlace);
    if (found.parts().isEmpty() && found.superseded().isEmpty()) {
      throw new Unchanged();
    }
    long next = store.loads().next(source.id());
    Contract contract = contract(settings, reason, first);
    Landing there = first ? null : catalogue.landing(source);
    List<String> optional = first ? List.of() : catalogue.optional(source, there);
    boolean stays = inPlace && (settings.mode() != LoadMode.REPLACE || isFolder(source));
    Fitting.Fitted fitted =
        fitting.fit(
            new Fitting.Table(
                source,
                first || reason.anew() ? List.of() : there.columns(),
                optional,
                stays,
                next),
            found.parts(),
            contract);
    Landing landing = fitted.landing() == null ? there : fitted.landing();
    List<String> before = first ? List.of() : names(source);
    String cursor = cursor(settings, landing.columns());
    // Of what is there, not of what was read last: a load that was taken back is read again.
    String since = cursor == null || !inPlace ? null : catalogue.greatest(source, cursor);
    return hiding(
        source,
        before,
        BronzePlanner.plan(
            new BronzePlanner.Load(
                source,
                landing,
                before,
                reason.anew() ? LoadMode.REPLACE : settings.mode(),
                since == null || reason.wishes().full()
                    ? fitted.readings()
                    : since(fitted.readings(), cursor, since),
                stays
                    ? how(settings, found, cursor, common(landing, before), optional, loads, next)
                    : null,
                fitted.asides(),
                cursor,
                !reason.anew() && (stays || !reason.refresh()),
                reason.wishes().accept() || reason.anew() || settings.mode() == LoadMode.APPEND,
                contract.reshaped(),
                next,
                present,
                settings.keptLoads() > 0,
                expired(source, settings))));
  }

  /** What an inspection says about values, everybody reads. */
  private BuildPlan hiding(Source source, List<String> columns, BuildPlan plan) {
    List<String> hidden = masked.of(source, columns);
    return plan.withSteps(
        plan.steps().stream()
            .map(step ->
                step instanceof Step.Inspect(var inspection)
                    ? new Step.Inspect(inspection.withHidden(hidden))
                    : step)
            .toList());
  }

  private static boolean isFolder(Source source) {
    return source.origin() instanceof Origin.Folder;
  }

  /** Rows of a folder that a snapshot has left do not say which file they are of now. */
  private static boolean isOtherwise(Source source, SyncSettings settings, List<Load> loads) {
    return isFolder(source)
        && settings.mode() == LoadMode.REPLACE
        && loads.reversed().stream()
            .filter(load -> load.undoneAt() == null)
            .findFirst()
            .filter(last -> last.mode() == LoadMode.SNAPSHOT)
            .isPresent();
  }

  private Readings.Found find(
      Sources.Kept kept,
      Stages.Looked looked,
      Reason reason,
      List<Load> loads,
      List<Long> present,
      boolean inPlace) {
    boolean byFile = inPlace && kept.settings().mode() != LoadMode.SNAPSHOT;
    if (byFile && kept.source().origin() instanceof Origin.Folder folder) {
      boolean all = reason.wishes().verify() || reason.wishes().full() || reason.refresh();
      return readings.changed(
          kept,
          folder,
          new Readings.Known(loads, present, store.loads().restored(kept.source().id())),
          all);
    }
    return readings.whole(kept, looked);
  }

  /** A yes is said to what would wait; what is frozen or set aside stays so. */
  private static Contract contract(SyncSettings settings, Reason reason, boolean first) {
    if (first || reason.anew()) {
      return EVOLVING;
    }
    Contract contract = settings.contract();
    if (!reason.wishes().accept()) {
      return contract;
    }
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
      SyncSettings settings,
      Readings.Found found,
      String cursor,
      Common columns,
      List<String> optional,
      List<Load> loads,
      long next) {
    return switch (settings.mode()) {
      case REPLACE -> new Comparison.Loads(found.superseded());
      case APPEND ->
          cursor == null
              ? new Comparison.Repeats(Readings.earlier(found.parts(), loads, next))
              // A column that came later says nothing of whether a row is an older one.
              : new Comparison.NewRows(
                  columns.common().stream().filter(c -> !optional.contains(c)).toList());
      case SNAPSHOT -> new Comparison.Multiset(columns.all(), columns.common());
    };
  }

  /** The columns of Bronze with a load, and those of them that it had before. */
  private record Common(List<String> all, List<String> common) {}

  private static Common common(Landing landing, List<String> before) {
    List<String> all = landing.columns().stream().map(Landing.Column::name).toList();
    return new Common(all, all.stream().filter(before::contains).toList());
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
                Sentences.CURSOR_COLUMN_MISSING.with(
                    settings.cursor(),
                    String.join(", ", columns.stream().map(Landing.Column::name).toList()))));
  }

  /** Only a database can begin where the last reading has ended; of a file all is read. */
  private static List<Reading> since(List<Reading> read, String cursor, String since) {
    return read.stream().map(reading -> since(reading, cursor, since)).toList();
  }

  private static Reading since(Reading reading, String cursor, String since) {
    int index = reading.into().indexOf(cursor);
    if (index < 0) {
      throw UserError.conflict(
          "The cursor column '"
              + cursor
              + "' is gone from "
              + reading.origin().label()
              + ". Name another with 'assay settings', or read everything with --cursor none.");
    }
    return new Reading(
        reading.origin(),
        reading.landing(),
        reading.into(),
        reading.fingerprint(),
        new Reading.Since(reading.landing().columns().get(index).name(), since));
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
}
