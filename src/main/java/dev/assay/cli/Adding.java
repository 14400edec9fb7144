package dev.assay.cli;

import dev.assay.model.Build;
import dev.assay.model.ProblemDetail;
import dev.assay.model.UserError;
import dev.assay.workspace.AddOptions;
import dev.assay.workspace.Added;
import dev.assay.workspace.Upload;
import dev.assay.workspace.Workspace;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Adds what a command names: files, folders, patterns, {@code -} for what is piped in, addresses
 * and names of databases. One that fails leaves the others.
 */
final class Adding {
  private final Session session;
  private final Path here;
  private final OriginOptions wished;
  private final String name;
  private final List<Added> added = new ArrayList<>();
  private UserError first;

  Adding(Session session, Path here, OriginOptions wished, String name) {
    this.session = session;
    this.here = here;
    this.wished = wished;
    this.name = name;
  }

  /** What was added, failures last; empty where a database's tables were only listed. */
  Optional<List<Added>> add(List<String> inputs) {
    if (name != null && inputs.size() > 1 && !Boolean.TRUE.equals(wished.together)) {
      throw UserError.invalid("--name goes with one file, not with several.");
    }
    Workspace workspace = session.workspaceOrNew();
    AddOptions options = wished.of(name);
    List<Path> paths = new ArrayList<>();
    for (String input : inputs) {
      if (input.equals("-")) {
        collect("stdin", () -> piped(options));
      } else if (isConnection(input)) {
        ConnectionInput connection = new ConnectionInput(session, here, wished);
        if (connection.onlyLists()) {
          connection.list(input);
          return Optional.empty();
        }
        collect(input, () -> connection.add(input, options));
      } else {
        paths.add(here.resolve(input).normalize());
      }
    }
    if (!paths.isEmpty()) {
      collect(paths.getFirst().toString(), () -> workspace.add(paths, options));
    }
    if (added.stream().allMatch(one -> one.source() == null)) {
      throw first;
    }
    List<Added> ordered = new ArrayList<>(added.stream().filter(a -> a.source() != null).toList());
    ordered.addAll(added.stream().filter(a -> a.source() == null).toList());
    return Optional.of(ordered);
  }

  private void collect(String label, Supplier<List<Added>> adding) {
    try {
      added.addAll(adding.get());
    } catch (UserError error) {
      first = first == null ? error : first;
      added.add(Added.failed(label, ProblemDetail.of(error)));
    }
  }

  private boolean isConnection(String input) {
    if (ConnectionAddress.is(input)) {
      return true;
    }
    if (input.matches(".*[*?\\[{/\\\\].*") || Files.exists(here.resolve(input))) {
      return false;
    }
    return session.workspace().connections().stream()
        .anyMatch(known -> known.id().equals(input) || known.name().equals(input));
  }

  /** What is piped in is kept as an upload: nobody else has it. */
  private List<Added> piped(AddOptions options) {
    Workspace workspace = session.workspaceOrNew();
    Path spooled = null;
    boolean kept = false;
    try (InputStream in = session.program().input()) {
      Path uploads = Files.createDirectories(session.folder().path().resolve("uploads"));
      // Made for its owner alone, as all temporary files are.
      spooled = Files.createTempFile(uploads, "stdin-", ".csv");
      Files.copy(in, spooled, StandardCopyOption.REPLACE_EXISTING);
      String fileName = name == null ? "stdin.csv" : name + ".csv";
      List<Added> all = workspace.addUploads(List.of(new Upload(spooled, fileName)), options);
      kept = all.stream().anyMatch(one -> one.source() != null);
      return all;
    } catch (IOException e) {
      throw new UserError(
          UserError.Kind.MACHINE,
          "What is piped in cannot be kept: " + e.getMessage() + ". Make room and try again.",
          e);
    } finally {
      if (spooled != null && !kept) {
        spooled.toFile().delete();
      }
    }
  }

  /** A source and how its build went. */
  record Done(Added added, Build build) {
    boolean failed() {
      return added.problem() != null || !build.status().equals("ready");
    }

    String reason() {
      return added.problem() != null
          ? added.label() + ": " + added.problem().detail()
          : added.source().id() + ": " + new BuildFailed(build).getMessage();
    }
  }

  /**
   * Waits for every build, with one line of progress over all; the only one that fails is thrown.
   */
  static List<Done> await(Session session, List<Added> added) {
    if (added.size() == 1) {
      Added only = added.getFirst();
      return List.of(new Done(only, session.await(only.build())));
    }
    List<Done> done = new ArrayList<>();
    for (Added one : added) {
      String which = done.size() + 1 + " of " + added.size() + ": ";
      done.add(
          one.problem() != null
              ? new Done(one, null)
              : new Done(one, session.follow(one.build(), which)));
    }
    return done;
  }
}
