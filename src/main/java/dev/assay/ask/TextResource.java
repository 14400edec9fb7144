package dev.assay.ask;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;

/** Lines of text that the program brings along. */
final class TextResource {
  private TextResource() {}

  /** The lines of a resource that are neither blank nor remarks. */
  static List<String> lines(String path) {
    try (InputStream stream = TextResource.class.getResourceAsStream(path)) {
      if (stream == null) {
        throw new IllegalStateException("The program lacks its file " + path + ".");
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(String::strip)
          .filter(line -> !line.isEmpty() && !line.startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** In lower case and without accents, as people type. */
  static String folded(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    return lower.chars().allMatch(c -> c < 128)
        ? lower
        : Normalizer.normalize(lower, Normalizer.Form.NFKD).replaceAll("\\p{M}+", "");
  }
}
