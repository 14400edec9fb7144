package dev.assay.web;

import dev.assay.model.Problem;
import dev.assay.model.UserError;
import io.javalin.http.Context;
import jakarta.servlet.MultipartConfigElement;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Receives files piece by piece into the workspace's folder; no more than a buffer is in memory.
 */
final class Uploads {
  private static final String CONFIG = "org.eclipse.jetty.multipartConfig";
  private static final Set<String> FIELDS =
      Set.of(
          "name", "charset", "delimiter", "quote", "escape", "header", "header_rows", "skip_lines");
  private static final int MOST_FIELD_BYTES = 4_096;
  private final Path folder;
  private final long most;

  /**
   * @param folder where uploads stay
   * @param most bytes of one request
   */
  Uploads(Path folder, long most) {
    this.folder = folder;
    this.most = most;
  }

  /** A file that has arrived. */
  record Upload(Path stored, String fileName, SourceRoutes.Wishes wishes) {}

  Upload receive(Context ctx) {
    if (ctx.req().getContentLengthLong() > most) {
      throw tooLarge();
    }
    try {
      Files.createDirectories(folder);
      ctx.req()
          .setAttribute(CONFIG, new MultipartConfigElement(folder.toString(), most, most, 16_384));
      return store(ctx.req().getParts());
    } catch (IOException | ServletException | IllegalStateException e) {
      throw failure(e);
    }
  }

  private Upload store(Iterable<Part> parts) throws IOException {
    Map<String, String> fields = new HashMap<>();
    Part file = null;
    for (Part part : parts) {
      if (part.getSubmittedFileName() != null && part.getName().equals("file")) {
        file = part;
      } else if (FIELDS.contains(part.getName())) {
        fields.put(part.getName(), text(part));
      } else {
        throw UserError.of(
            List.of(
                new Problem(
                    "/" + part.getName(),
                    "'"
                        + part.getName()
                        + "' is not a part of this form. Parts are: file, name, charset,"
                        + " delimiter, quote, escape, header, header_rows, skip_lines.")));
      }
    }
    if (file == null) {
      throw UserError.of(List.of(new Problem("/file", "Send the file as the part 'file'.")));
    }
    String name = plainName(file.getSubmittedFileName());
    Path stored = folder.resolve(UUID.randomUUID() + "-" + name.replaceAll("[^\\w.-]", "_"));
    file.write(stored.toString());
    return new Upload(
        stored,
        name,
        new SourceRoutes.Wishes(
            fields.get("name"),
            fields.get("charset"),
            fields.get("delimiter"),
            fields.get("quote"),
            fields.get("escape"),
            fields.get("header"),
            fields.get("header_rows"),
            fields.get("skip_lines")));
  }

  /** Removes a file that did not become a source. */
  void forget(Upload upload) {
    try {
      Files.deleteIfExists(upload.stored());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** The last part of whatever a browser calls the file, without anything that is not for eyes. */
  static String plainName(String submitted) {
    String last =
        submitted.substring(Math.max(submitted.lastIndexOf('/'), submitted.lastIndexOf('\\')) + 1);
    String plain = last.replaceAll("[\\p{Cntrl}\"*:<>?|]", "").strip().replaceAll("^\\.+", "");
    if (plain.isEmpty()) {
      return "upload";
    }
    return plain.length() <= 120 ? plain : plain.substring(plain.length() - 120);
  }

  private static String text(Part part) throws IOException {
    try (InputStream in = part.getInputStream()) {
      byte[] bytes = in.readNBytes(MOST_FIELD_BYTES + 1);
      if (bytes.length > MOST_FIELD_BYTES) {
        throw UserError.invalid("The field '" + part.getName() + "' is too long.");
      }
      String text = new String(bytes, StandardCharsets.UTF_8);
      return text.isEmpty() ? null : text;
    }
  }

  private UserError failure(Exception e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      String message = cause.getMessage() == null ? "" : cause.getMessage();
      if (message.contains("max length exceeded") || message.contains("exceeds")) {
        return tooLarge();
      }
      if (message.contains("No space left")) {
        return new UserError(
            UserError.Kind.MACHINE, "The disk is full: make room and upload the file again.", e);
      }
    }
    return new UserError(
        UserError.Kind.INVALID, "The upload broke off or is no form: send it again.", e);
  }

  private UserError tooLarge() {
    return new UserError(
        UserError.Kind.TOO_LARGE,
        "This server takes uploads of up to "
            + most / 1_000_000
            + " MB: start it with a larger --max-upload, or add the file with 'assay add FILE'.");
  }
}
