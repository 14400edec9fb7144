package dev.assay.cli;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.assay.model.Pin;
import dev.assay.model.SavedQuestion;
import dev.assay.model.SuggestedQuestion;
import dev.assay.model.UserError;
import dev.assay.workspace.Desk;
import dev.assay.workspace.ExportWish;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;

/** The verbs of {@link Desk} as requests to a server. */
final class RemoteDesk implements Desk {
  private static final String QUESTIONS = "/api/questions";
  private final Wire wire;

  RemoteDesk(Wire wire) {
    this.wire = wire;
  }

  @Override
  public List<SuggestedQuestion> suggested(String source, String language) {
    String narrowed = source == null ? "" : "&source=" + Wire.encoded(source);
    return wire.get(
        QUESTIONS + "/suggested?language=" + Wire.encoded(language) + narrowed,
        new TypeReference<>() {});
  }

  @Override
  public void export(ExportWish wish, String format, OutputStream out) {
    try (InputStream body = wire.stream("/api/ask/export?format=" + Wire.encoded(format), wish)) {
      body.transferTo(out);
    } catch (IOException e) {
      throw new UserError(
          UserError.Kind.MACHINE, "The export broke off: see the server's log, then try again.", e);
    }
  }

  @Override
  public SavedQuestion rename(String question, String name) {
    return wire.post(at(question) + "/rename", Map.of("name", name), new TypeReference<>() {});
  }

  @Override
  public SavedQuestion pin(String question, Pin pin) {
    return wire.put(at(question) + "/pin", pin, new TypeReference<>() {});
  }

  @Override
  public void unpin(String question) {
    wire.delete(at(question) + "/pin");
  }

  private static String at(String question) {
    return QUESTIONS + "/" + Wire.encoded(question);
  }
}
