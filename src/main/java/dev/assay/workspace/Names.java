package dev.assay.workspace;

import dev.assay.model.Slug;
import dev.assay.model.Source;
import dev.assay.store.Sources;
import dev.assay.store.Store;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

/** Gives sources, their groups and connections ids and names that nothing else has. */
final class Names {
  private static final String MALFORMED = "_malformed";
  private static final int LONGEST_ID = 40;
  private static final int LONGEST_NAME = 120;

  /** What packing adds to a file's name. */
  private static final Set<String> PACKED =
      Set.of("gz", "gzip", "bgz", "zst", "zstd", "bz2", "xz", "zip");

  private final Store store;

  Names(Store store) {
    this.store = store;
  }

  /** A free id like {@code name}; the source's own group may have that id. */
  String freeId(String name, String group) {
    Set<String> taken = new HashSet<>();
    for (Sources.Kept kept : store.sources().all()) {
      taken.add(kept.source().id());
      taken.add(kept.source().originId());
    }
    store.connections().all().forEach(kept -> taken.add(kept.connection().id()));
    taken.remove(group);
    store.sources().all().forEach(kept -> taken.add(kept.source().id()));
    return free(slug(name), id -> taken.contains(id) || clashes(id));
  }

  /** A free id for several tables that are synced together. */
  String freeGroup(String name) {
    Set<String> taken = new HashSet<>();
    for (Sources.Kept kept : store.sources().all()) {
      taken.add(kept.source().originId());
      taken.add(kept.source().id());
    }
    store.connections().all().forEach(kept -> taken.add(kept.connection().id()));
    return free(slug(name), taken::contains);
  }

  private static String free(String slug, Predicate<String> taken) {
    String id = slug;
    for (int number = 2; taken.test(id); number++) {
      String suffix = "_" + number;
      id = slug.substring(0, Math.min(slug.length(), LONGEST_ID - suffix.length())) + suffix;
    }
    return id;
  }

  /** A Gold table of another source may already have a name that this id would give. */
  private boolean clashes(String id) {
    // The kept rows of one would be called as the malformed ones of the other.
    Source made = new Source(id, id, id, null, Instant.EPOCH);
    return List.of(
                made.bronzeTable(),
                made.malformedTable(),
                made.silverTable(),
                made.rejectedTable(),
                made.duplicatesTable())
            .stream()
            .anyMatch(table -> store.layers().find(table).isPresent())
        || store.sources().all().stream()
            .map(kept -> kept.source().id())
            .anyMatch(other -> other.equals(id + MALFORMED) || id.equals(other + MALFORMED));
  }

  /** The name as given where it is free and says more than the id, else the id, which is free. */
  String freeName(String wanted, String id) {
    String name = wanted.length() <= LONGEST_NAME ? wanted : wanted.substring(0, LONGEST_NAME);
    boolean taken =
        store.sources().all().stream()
            .map(Sources.Kept::source)
            .anyMatch(s -> s.name().equalsIgnoreCase(name) || s.id().equalsIgnoreCase(name));
    return taken ? id : name;
  }

  static String slug(String name) {
    String ascii =
        Slug.of(name, "source")
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9_]+", "_")
            .replaceAll("_{2,}", "_")
            .replaceAll("^_+", "");
    String cut = ascii.substring(0, Math.min(LONGEST_ID, ascii.length())).replaceAll("_+$", "");
    return cut.isEmpty() ? "source" : cut;
  }

  /** {@code orders} of {@code 2024/orders.csv.gz}. */
  static String stem(String fileName) {
    String name =
        fileName.substring(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1);
    int dot = name.lastIndexOf('.');
    boolean packed = dot > 0 && PACKED.contains(name.substring(dot + 1).toLowerCase(Locale.ROOT));
    String inside = dot > 0 ? name.substring(0, dot) : name;
    int inner = inside.lastIndexOf('.');
    return packed && inner > 0 ? inside.substring(0, inner) : inside;
  }
}
