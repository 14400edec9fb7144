package dev.assay.source.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import dev.assay.model.UserError;
import dev.assay.source.Sentences;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.util.Locale;

/**
 * How JSON is parsed: strictly but for {@code NaN}, a token at a time, within bounds; and what is
 * said of errors.
 */
final class JsonParsing {
  /** Characters that a record, and so each of its values, may have. */
  static final int LONGEST_RECORD = 1 << 26;

  static final int DEEPEST = 1_000;

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxStringLength(LONGEST_RECORD)
                  .maxNumberLength(1 << 16)
                  .maxNameLength(1 << 16)
                  .maxNestingDepth(DEEPEST)
                  .build())
          .enable(StreamReadFeature.AUTO_CLOSE_SOURCE)
          // Python writes NaN and Infinity, though no standard has them.
          .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
          // Keys come from the file: remembering each of them for good would fill the memory.
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .build();

  private JsonParsing() {}

  static JsonParser parser(InputStream utf8) throws IOException {
    return FACTORY.createParser(utf8);
  }

  static JsonParser parser(byte[] utf8, int length) throws IOException {
    return FACTORY.createParser(utf8, 0, length);
  }

  static JsonParser parser(String text) throws IOException {
    return FACTORY.createParser(text);
  }

  /** What is wrong, without the place: a clause for people. */
  static String what(JsonProcessingException e) {
    String message = String.valueOf(e.getOriginalMessage());
    if (e instanceof StreamConstraintsException) {
      if (message.contains("nesting depth")) {
        return String.format(Locale.ROOT, "values are nested more than %,d deep", DEEPEST);
      }
      return message.contains("String")
          ? "a text has more than 64 MiB"
          : "a number or a key has more than 65,536 characters";
    }
    String line = message.lines().findFirst().orElse("it cannot be read");
    int source = line.indexOf(" (for ");
    return source < 0 ? line : line.substring(0, source);
  }

  /** A document that is broken, or cannot be read, as one sentence. */
  static UserError broken(String name, IOException e) {
    if (e instanceof JsonProcessingException json) {
      JsonLocation place = json.getLocation();
      return new UserError(
          UserError.Kind.INVALID,
          e,
          place == null
              ? Sentences.JSON_BROKEN.with(name, what(json))
              : Sentences.JSON_BROKEN_AT.with(
                  name, place.getLineNr(), place.getColumnNr(), what(json)));
    }
    if (e instanceof CharacterCodingException) {
      return new UserError(UserError.Kind.INVALID, e, Sentences.ENCODING_BROKEN.with(name));
    }
    return new UserError(
        UserError.Kind.MACHINE, "The file " + name + " could not be read: " + e.getMessage(), e);
  }
}
