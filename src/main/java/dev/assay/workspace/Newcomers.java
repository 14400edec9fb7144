package dev.assay.workspace;

import dev.assay.build.Job;
import dev.assay.model.Build;
import dev.assay.model.DialectOverrides;
import dev.assay.model.FoundTable;
import dev.assay.model.Landing;
import dev.assay.model.Layer;
import dev.assay.model.Origin;
import dev.assay.model.Source;
import dev.assay.model.SyncSettings;
import dev.assay.store.Sources;
import dev.assay.store.Store;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;

/** Makes sources of origins that were looked at, and greets those that are known already. */
final class Newcomers {
  private final Store store;
  private final Catalogue catalogue;
  private final Stages stages;
  private final Syncing syncing;
  private final Names names;

  Newcomers(Store store, Catalogue catalogue, Stages stages, Syncing syncing, Names names) {
    this.store = store;
    this.catalogue = catalogue;
    this.stages = stages;
    this.syncing = syncing;
    this.names = names;
  }

  /**
   * What shall become a source.
   *
   * @param name what to call it, unless that is taken
   * @param group the id of the origin that it shares with others; null where it is alone
   * @param path the real path of what it is read from; null for an upload or a database
   * @param note what to say of it, or null
   */
  record Wanted(
      String name,
      String group,
      Origin origin,
      String path,
      DialectOverrides overrides,
      List<FoundTable.ForeignKey> foreignKeys,
      SyncSettings sync,
      String note) {}

  /**
   * A source that was added or was known.
   *
   * @param landing how it lands; null where it was known
   */
  record Made(Added added, Landing landing) {}

  /** One note over all tables of an origin of which some were known; null where none was. */
  static String knownAmong(List<Made> made) {
    List<Added> known =
        made.stream().filter(one -> one.landing() == null).map(Made::added).toList();
    List<String> fresh =
        made.stream()
            .filter(one -> one.landing() != null)
            .map(one -> "'" + one.added().source().id() + "'")
            .toList();
    if (known.isEmpty()) {
      return null;
    }
    return (known.size() == 1
            ? "'" + known.getFirst().source().id() + "' is known: it was synced and keeps its"
            : known.size() + " tables are known: they were synced and keep their")
        + " recipes."
        + (fresh.isEmpty() ? "" : " New: " + String.join(", ", fresh) + ".");
  }

  /** Looked at before anything is stored, so that what is no table changes nothing. */
  Made add(Wanted wanted) {
    Stages.Looked looked = stages.look(wanted.origin(), wanted.overrides());
    if (wanted.sync() != null) {
      SettingsCheck.check(wanted.origin(), wanted.sync(), looked.landing().columns());
    }
    Source source = insert(wanted, looked);
    Build build = syncing.start(source, Job.Verb.REBUILD, looked);
    String clash =
        source.name().equals(name(wanted))
            ? null
            : "The name '"
                + name(wanted)
                + "' is taken, so this source is called '"
                + source.name()
                + "'.";
    return new Made(
        new Added(catalogue.detail(source, null), build, Notes.join(clash, wanted.note())),
        looked.landing());
  }

  /** Of many tables the id alone, where the name says no more than that. */
  private static String name(Wanted wanted) {
    String slug = Names.slug(wanted.name());
    return wanted.group() != null && letters(wanted.name()).equals(letters(slug))
        ? slug
        : wanted.name();
  }

  private static String letters(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[\\s_.-]+", "");
  }

  private synchronized Source insert(Wanted wanted, Stages.Looked looked) {
    String name = name(wanted);
    String id = names.freeId(name, wanted.group());
    Origin origin =
        wanted.origin() instanceof Origin.File file && looked.state() != null
            ? looked.state().origin(file)
            : wanted.origin();
    Source source =
        new Source(
            id,
            names.freeName(name, id),
            wanted.group() == null ? id : wanted.group(),
            origin,
            Instant.now().truncatedTo(ChronoUnit.MICROS));
    store.atomically(() -> {
      store.sources().insert(source, wanted.path(), wanted.overrides());
      store.layers().ensure(source.id(), Layer.BRONZE, source.bronzeTable());
      if (!wanted.foreignKeys().isEmpty()) {
        store.sources().remember(source.id(), wanted.foreignKeys());
      }
      if (wanted.sync() != null) {
        store.sources().configure(source.id(), wanted.sync());
      }
    });
    return source;
  }

  /**
   * Reads a known source again, in another way where one was named.
   *
   * @param what it is called in the note; null where one note over several says it
   */
  Made sync(Sources.Kept known, AddOptions options, String what) {
    Source source = known.source();
    boolean reread = !options.overrides().isNone();
    if (reread) {
      store.sources().override(source.id(), options.overrides());
    }
    if (options.sync() != null) {
      syncing.configure(source, options.sync());
    }
    Build build = reread ? syncing.reread(source) : syncing.sync(source.id(), SyncWishes.NONE);
    String renamed =
        options.name() != null && !options.name().equals(source.name())
            ? " It was not renamed to '" + options.name() + "'."
            : "";
    String note =
        what == null
            ? null
            : what
                + " is known as '"
                + source.name()
                + "': it was synced and keeps its recipes."
                + renamed;
    return new Made(new Added(catalogue.detail(source, null), build, note), null);
  }
}
