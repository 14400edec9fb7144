package dev.assay.source.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.assay.model.Landing;
import dev.assay.model.UserError;
import dev.assay.source.Malformed;
import dev.assay.source.MalformedReason;
import dev.assay.source.RecordBatch;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The cells of one record: numbers as they were written, texts without their quotes, objects and
 * arrays as compact JSON. It goes into a batch only when it was read to its end.
 */
final class JsonCells {
  private static final JsonFactory WRITING = new JsonFactory();

  private final Map<String, Integer> columns = new HashMap<>();
  private final String name;
  private final byte[][] cells;
  private final long[] setIn;
  private final List<Malformed> notes = new ArrayList<>();
  private long reading;
  private long size;

  JsonCells(Landing landing, String name) {
    this.name = name;
    for (int i = 0; i < landing.columns().size(); i++) {
      columns.putIfAbsent(landing.columns().get(i).header(), i);
    }
    cells = new byte[landing.columns().size()][];
    setIn = new long[landing.columns().size()];
  }

  /** Reads the record at which {@code parser} is and leaves it at the record's last token. */
  void read(JsonParser parser, long number) throws IOException {
    reading++;
    size = 0;
    notes.clear();
    java.util.Arrays.fill(cells, null);
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      cell(parser, JsonColumns.VALUE, number);
      return;
    }
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String key = parser.currentName();
      parser.nextToken();
      cell(parser, key, number);
    }
  }

  private void cell(JsonParser parser, String key, long number) throws IOException {
    Integer column = columns.get(key);
    if (column == null) {
      parser.skipChildren();
      return;
    }
    if (setIn[column] == reading) {
      String second = text(parser, false);
      notes.add(
          new Malformed(
              number,
              MalformedReason.DUPLICATE_KEY,
              "the key '" + key + "' is there twice; this is the later value",
              escaped(second == null ? "null" : second),
              "the first value is kept"));
      return;
    }
    setIn[column] = reading;
    String text = text(parser, true);
    if (text != null) {
      String sound = escaped(text);
      if (!sound.equals(text)) {
        notes.add(
            new Malformed(
                number,
                MalformedReason.INVALID_ENCODING,
                "the value of '" + key + "' has half of a character",
                sound,
                "the half is written as its escape"));
      }
      cells[column] = sound.getBytes(StandardCharsets.UTF_8);
    }
  }

  /** {@code bare} texts have no quotes around them. */
  private String text(JsonParser parser, boolean bare) throws IOException {
    String text =
        switch (parser.currentToken()) {
          case VALUE_NULL -> null;
          case VALUE_STRING -> bare ? parser.getText() : nested(parser);
          case START_OBJECT, START_ARRAY -> nested(parser);
          case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT, VALUE_TRUE, VALUE_FALSE -> parser.getText();
          case FIELD_NAME, END_OBJECT, END_ARRAY, NOT_AVAILABLE, VALUE_EMBEDDED_OBJECT ->
              throw new IllegalStateException("No value: " + parser.currentToken());
        };
    size += text == null ? 0 : text.length();
    if (size > JsonParsing.LONGEST_RECORD) {
      throw tooLong(parser);
    }
    return text;
  }

  private String nested(JsonParser parser) throws IOException {
    StringWriter writer = new StringWriter();
    try (JsonGenerator json = WRITING.createGenerator(writer)) {
      int depth = write(parser, parser.currentToken(), json, 0);
      while (depth > 0) {
        depth = write(parser, parser.nextToken(), json, depth);
        if (size + writer.getBuffer().length() > JsonParsing.LONGEST_RECORD) {
          throw tooLong(parser);
        }
      }
    }
    return writer.toString();
  }

  private static int write(JsonParser parser, JsonToken token, JsonGenerator json, int depth)
      throws IOException {
    switch (token) {
      case START_OBJECT -> {
        json.writeStartObject();
        return depth + 1;
      }
      case START_ARRAY -> {
        json.writeStartArray();
        return depth + 1;
      }
      case END_OBJECT -> {
        json.writeEndObject();
        return depth - 1;
      }
      case END_ARRAY -> {
        json.writeEndArray();
        return depth - 1;
      }
      case FIELD_NAME -> json.writeFieldName(parser.currentName());
      case VALUE_STRING -> json.writeString(parser.getText());
      // As it was written: 1.50 stays 1.50, and 1e400 is no double.
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> json.writeNumber(parser.getText());
      case VALUE_TRUE -> json.writeBoolean(true);
      case VALUE_FALSE -> json.writeBoolean(false);
      case VALUE_NULL -> json.writeNull();
      case NOT_AVAILABLE, VALUE_EMBEDDED_OBJECT ->
          throw new IllegalStateException("No token of a text: " + token);
    }
    return depth;
  }

  /** UTF-8 cannot hold half a surrogate pair: it is written as JSON escapes it. */
  private static String escaped(String text) {
    StringBuilder sound = null;
    for (int i = 0; i < text.length(); i++) {
      char sign = text.charAt(i);
      boolean pair =
          Character.isHighSurrogate(sign)
              && i + 1 < text.length()
              && Character.isLowSurrogate(text.charAt(i + 1));
      if (Character.isSurrogate(sign) && !pair) {
        sound = sound == null ? new StringBuilder(text.substring(0, i)) : sound;
        sound.append("\\u").append(Integer.toHexString(sign));
      } else if (sound != null) {
        sound.append(sign);
      }
      if (pair) {
        i++;
        if (sound != null) {
          sound.append(text.charAt(i));
        }
      }
    }
    return sound == null ? text : sound.toString();
  }

  private UserError tooLong(JsonParser parser) {
    return UserError.invalid(
        "A record of "
            + name
            + " is longer than 64 MiB at line "
            + parser.currentLocation().getLineNr()
            + "; no row can be so long.");
  }

  /** About how many bytes the record that was read last takes. */
  long size() {
    return size;
  }

  /** Puts the record that was read last into {@code batch} and its notes into {@code malformed}. */
  void into(RecordBatch batch, long number, Malformed.Sink malformed) {
    batch.begin(number);
    for (int column = 0; column < cells.length; column++) {
      if (cells[column] != null) {
        batch.set(column, cells[column]);
      }
    }
    notes.forEach(malformed::accept);
  }
}
