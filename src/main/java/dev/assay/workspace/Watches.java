package dev.assay.workspace;

import dev.assay.model.Origin;
import dev.assay.model.UserError;
import dev.assay.store.Sources;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;

/**
 * Which watched files and folders have changed and are at rest again: they looked alike twice in a
 * row, so that a file that is still being written is left alone. The first time that a source is
 * seen counts as a change, which makes up for those that nobody watched; syncing what is unchanged
 * does nothing.
 */
final class Watches {
  private final Map<String, Look> looks = new HashMap<>();

  /**
   * @param state what it looked like
   * @param synced what it looked like when it was last synced, or null
   */
  private record Look(String state, String synced) {}

  List<Sources.Kept> changed(List<Sources.Kept> sources) {
    Set<String> watched = new HashSet<>();
    List<Sources.Kept> changed =
        sources.stream()
            .filter(kept -> kept.settings().watch())
            .filter(kept -> {
              watched.add(kept.source().id());
              return hasChanged(kept);
            })
            .toList();
    looks.keySet().retainAll(watched);
    return changed;
  }

  private boolean hasChanged(Sources.Kept kept) {
    // One that is away may be on its way back: an editor writes a new file and renames it.
    Optional<String> state = state(kept.source().origin());
    if (state.isEmpty()) {
      return false;
    }
    Look before = looks.get(kept.source().id());
    String synced = before == null ? null : before.synced();
    looks.put(kept.source().id(), new Look(state.get(), synced));
    return before != null && before.state().equals(state.get()) && !state.get().equals(synced);
  }

  /** Its present look needs no further sync. */
  void started(Sources.Kept kept) {
    looks.computeIfPresent(kept.source().id(), (_, look) -> new Look(look.state(), look.state()));
  }

  private static Optional<String> state(Origin origin) {
    try {
      return switch (origin) {
        case Origin.File file ->
            file.uploaded()
                ? Optional.empty()
                : Optional.of(FileState.of(Path.of(file.path())).fingerprint());
        case Origin.Folder folder -> Optional.of(folder(folder));
        case Origin.Database _ -> Optional.empty();
      };
    } catch (UserError | IOException | UncheckedIOException | PatternSyntaxException _) {
      return Optional.empty();
    }
  }

  private static String folder(Origin.Folder folder) throws IOException {
    Path root = Path.of(folder.path());
    if (!Files.isDirectory(root)) {
      return FileState.of(root).fingerprint();
    }
    PathMatcher pattern = root.getFileSystem().getPathMatcher("glob:" + folder.pattern());
    boolean deep = folder.pattern().contains("/") || folder.pattern().contains("**");
    try (Stream<Path> files = Files.walk(root, deep ? Integer.MAX_VALUE : 1)) {
      return String.join(
          "\n",
          files
              .filter(Files::isRegularFile)
              .filter(file -> pattern.matches(root.relativize(file)))
              .sorted()
              .map(file -> root.relativize(file) + " " + FileState.of(file).fingerprint())
              .toList());
    }
  }
}
