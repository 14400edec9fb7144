package dev.assay.web;

import dev.assay.model.Problem;
import dev.assay.model.UserError;
import dev.assay.workspace.Upload;
import io.javalin.http.Context;
import jakarta.servlet.MultipartConfigElement;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/**
 * Receives files piece by piece into the workspace's folder; no more than a buffer is in memory.
 */
final class Uploads {
  private static final String CONFIG = "org.eclipse.jetty.multipartConfig";
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

  /**
   * A form that has arrived.
   *
   * @param files in the order in which they were sent
   */
  record Form(List<Upload> files, Map<String, List<String>> fields) {
    List<String> all(String field) {
      return fields.getOrDefault(field, List.of());
    }

    /** What the field says, or null. */
    String field(String name) {
      return all(name).isEmpty() ? null : all(name).getLast();
    }
  }

  /** Receives a form with one or several parts {@code file} and no other fields than these. */
  Form receive(Context ctx, Set<String> fields) {
    if (ctx.req().getContentLengthLong() > most) {
      throw tooLarge();
    }
    try {
      Files.createDirectories(folder);
      ctx.req()
          .setAttribute(CONFIG, new MultipartConfigElement(folder.toString(), most, most, 16_384));
      return store(ctx.req().getParts(), fields);
    } catch (IOException | ServletException | IllegalStateException e) {
      throw failure(e);
    }
  }

  /** Receives a form with one file. */
  Form receiveOne(Context ctx, Set<String> fields) {
    Form form = receive(ctx, fields);
    if (form.files().size() > 1) {
      forget(form.files());
      throw UserError.of(List.of(new Problem("/file", Sentences.UPLOAD_ONE_FILE.with())));
    }
    return form;
  }

  private Form store(Iterable<Part> parts, Set<String> known) throws IOException {
    Map<String, List<String>> fields = new HashMap<>();
    List<Part> files = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    for (Part part : parts) {
      if (part.getSubmittedFileName() != null && part.getName().equals("file")) {
        files.add(part);
      } else if (known.contains(part.getName())) {
        String text = text(part);
        if (text != null) {
          fields.computeIfAbsent(part.getName(), _ -> new ArrayList<>()).add(text);
        }
      } else {
        problems.add(
            new Problem(
                "/" + part.getName(),
                "'"
                    + part.getName()
                    + "' is not a part of this form. Parts are: file, "
                    + String.join(", ", new TreeSet<>(known))
                    + "."));
      }
    }
    if (files.isEmpty()) {
      problems.add(new Problem("/file", "Send the file as the part 'file'."));
    }
    if (!problems.isEmpty()) {
      throw UserError.of(problems);
    }
    List<Upload> stored = new ArrayList<>();
    try {
      for (Part file : files) {
        stored.add(store(file));
      }
    } catch (IOException | RuntimeException e) {
      forget(stored);
      throw e;
    }
    return new Form(List.copyOf(stored), fields);
  }

  private Upload store(Part file) throws IOException {
    String name = plainName(file.getSubmittedFileName());
    Path stored = folder.resolve(UUID.randomUUID() + "-" + name.replaceAll("[^\\w.-]", "_"));
    file.write(stored.toString());
    return new Upload(stored, name);
  }

  /** Removes files that did not become sources. */
  void forget(List<Upload> uploads) {
    try {
      for (Upload upload : uploads) {
        Files.deleteIfExists(upload.stored());
      }
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
        return new UserError(UserError.Kind.MACHINE, e, Sentences.UPLOAD_DISK_FULL.with());
      }
    }
    return new UserError(UserError.Kind.INVALID, e, Sentences.UPLOAD_BROKE_OFF.with());
  }

  private UserError tooLarge() {
    return new UserError(
        UserError.Kind.TOO_LARGE, Sentences.UPLOAD_TOO_LARGE.with(most / 1_000_000));
  }
}
