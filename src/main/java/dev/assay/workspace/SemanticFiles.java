package dev.assay.workspace;

import dev.assay.model.Json;
import dev.assay.model.SemanticModel;
import dev.assay.model.Source;
import dev.assay.model.UserError;
import dev.assay.semantic.Told;
import dev.assay.store.Settings;
import dev.assay.store.Store;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The semantic models of a workspace as files for people to edit, {@code semantic/SOURCE.json}, and
 * beside them what was inferred when they were written.
 */
final class SemanticFiles {
  static final String FOLDER = "semantic";

  private final Path folder;
  private final Store store;
  private final Map<Path, Parsed> parsed = new ConcurrentHashMap<>();

  /** A file as it was read last, so that questions need not parse it again. */
  private record Parsed(String text, SemanticModel model, String problem) {}

  SemanticFiles(Path workspace, Store store) {
    this.folder = workspace.resolve(FOLDER);
    this.store = store;
  }

  /** What a person may have edited; empty where there is no file. */
  Optional<Told.Edited> edited(Source source) {
    Path file = file(source);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    Parsed now = parsed(source, file);
    SemanticModel before =
        store
            .settings()
            .find(setting(source))
            .map(kept -> Json.read(kept.value(), SemanticModel.class))
            .orElse(null);
    return Optional.of(new Told.Edited(now.model(), before, now.problem()));
  }

  private Parsed parsed(Source source, Path file) {
    String text;
    try {
      text = Files.readString(file);
    } catch (IOException e) {
      return new Parsed(null, null, problem(source, "it cannot be read as text"));
    }
    Parsed known = parsed.get(file);
    if (known == null || !known.text().equals(text)) {
      known = parse(source, text);
      parsed.put(file, known);
    }
    return known;
  }

  private static Parsed parse(Source source, String text) {
    try {
      return new Parsed(text, Json.readRequest(text, SemanticModel.class), null);
    } catch (UserError e) {
      return new Parsed(text, null, problem(source, e.getMessage().replaceFirst("[.]$", "")));
    }
  }

  private static String problem(Source source, String what) {
    return FOLDER
        + "/"
        + source.id()
        + ".json is not used ("
        + what
        + "): mend it, or remove it with 'assay semantics "
        + source.id()
        + " --reset'; until then what the data says stands.";
  }

  /**
   * Writes a model; nothing is written where the file says the same already.
   *
   * @param before what was inferred of the same table, of which the model's differences are a
   *     person's
   */
  void keep(Source source, SemanticModel model, SemanticModel before) {
    String text = Json.pretty(model) + "\n";
    Path file = file(source);
    try {
      if (!Files.exists(file) || !Files.readString(file).equals(text)) {
        Files.createDirectories(folder);
        Path written = Files.createTempFile(folder, source.id(), ".part");
        Files.write(written, text.getBytes(StandardCharsets.UTF_8));
        Files.move(
            written, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      }
    } catch (IOException e) {
      throw new UserError(
          UserError.Kind.MACHINE,
          "The semantic model cannot be written to " + file + ": " + e.getMessage() + ".",
          e);
    }
    store.settings().keep(setting(source), new Settings.Kept(Json.write(before), null));
  }

  /** Differs whenever the file does. */
  String version(Source source) {
    Path file = file(source);
    if (!Files.exists(file)) {
      return "";
    }
    String text = parsed(source, file).text();
    return "~" + Integer.toHexString(text == null ? 0 : text.hashCode());
  }

  void forget(Source source) {
    Path file = file(source);
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UserError(
          UserError.Kind.MACHINE, "The file " + file + " cannot be removed: " + e.getMessage(), e);
    }
    store.settings().remove(setting(source));
    parsed.remove(file);
  }

  private Path file(Source source) {
    return folder.resolve(source.id() + ".json");
  }

  private static String setting(Source source) {
    return "semantic_model:" + source.id();
  }
}
