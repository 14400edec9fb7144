package dev.assay.source.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import dev.assay.model.Format;
import dev.assay.source.Content;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a file of JSON holds, from reading it once: lines, a document with tables in it, or one
 * document after another.
 *
 * @param lines whether each line is a document
 * @param tables the columns of each table by its JSON pointer, in the file's order; empty for the
 *     whole document
 * @param beside keys of the document that are in none of the tables
 */
record JsonSurvey(boolean lines, Map<String, JsonColumns> tables, List<String> beside) {
  private static final int HEAD = 1 << 16;
  private static final int MOST_TABLES = 1_000;

  static JsonSurvey of(Content content) {
    try {
      if (isMostlyLines(head(content))) {
        return ofLines(content);
      }
      return new Documents().survey(content);
    } catch (IOException e) {
      throw JsonParsing.broken(content.name(), e);
    }
  }

  /** The largest table, the first of several that are as large. */
  String largest() {
    String largest = null;
    for (Map.Entry<String, JsonColumns> table : tables.entrySet()) {
      if (largest == null || table.getValue().records() > tables.get(largest).records()) {
        largest = table.getKey();
      }
    }
    return largest;
  }

  Format.JsonRecords format(String pointer) {
    return new Format.JsonRecords(lines, pointer);
  }

  private static String head(Content content) throws IOException {
    try (Content.Opened opened = content.open()) {
      return JsonBytes.text(opened.readNBytes(HEAD));
    }
  }

  /** Whether at least two lines, and no fewer than half of them, are an object each. */
  static boolean isMostlyLines(String head) {
    List<String> written = new ArrayList<>(head.lines().filter(line -> !line.isBlank()).toList());
    long objects = written.stream().filter(JsonSurvey::isObject).count();
    // The last line may be cut; the others show what they are.
    return objects >= 2 && objects * 2 >= written.size() - 1;
  }

  private static boolean isObject(String line) {
    try (JsonParser parser = JsonParsing.parser(line)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return false;
      }
      parser.skipChildren();
      return parser.nextToken() == null;
    } catch (IOException e) {
      return false;
    }
  }

  private static JsonSurvey ofLines(Content content) throws IOException {
    JsonColumns columns = new JsonColumns();
    try (Content.Opened opened = content.open();
        InputStream utf8 = JsonBytes.utf8(opened)) {
      JsonLines lines = new JsonLines(utf8);
      while (lines.next()) {
        if (!lines.isBlank() && !lines.isTooLong() && isSound(lines)) {
          try (JsonParser parser = JsonParsing.parser(lines.bytes(), lines.length())) {
            parser.nextToken();
            columns.record(parser);
          }
        }
      }
    }
    return new JsonSurvey(true, Map.of("", columns), List.of());
  }

  /** A broken line names no columns. */
  private static boolean isSound(JsonLines lines) throws IOException {
    try (JsonParser parser = JsonParsing.parser(lines.bytes(), lines.length())) {
      parser.nextToken();
      parser.skipChildren();
      return parser.nextToken() == null;
    } catch (JsonProcessingException e) {
      return false;
    }
  }

  /** Reads one document, or one after another. */
  private static final class Documents {
    private final Map<String, JsonColumns> arrays = new LinkedHashMap<>();
    private final JsonColumns roots = new JsonColumns();
    private final List<String> keys = new ArrayList<>();
    private boolean lines = true;
    private int lastLine;
    private boolean array;

    JsonSurvey survey(Content content) throws IOException {
      try (Content.Opened opened = content.open();
          JsonParser parser = JsonParsing.parser(JsonBytes.utf8(opened))) {
        for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
          int line = parser.currentTokenLocation().getLineNr();
          if (token == JsonToken.START_ARRAY) {
            array = true;
            while (parser.nextToken() != JsonToken.END_ARRAY) {
              roots.record(parser);
            }
          } else if (token == JsonToken.START_OBJECT) {
            roots.object();
            members(parser, true);
          } else {
            roots.record(parser);
          }
          int end = parser.currentTokenLocation().getLineNr();
          lines &= line == end && line > lastLine;
          lastLine = end;
        }
      }
      return verdict();
    }

    private void members(JsonParser parser, boolean root) throws IOException {
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String key = parser.currentName();
        JsonToken token = parser.nextToken();
        if (root) {
          roots.value(key, token);
          if (keys.size() < JsonColumns.MOST && roots.records() == 1) {
            keys.add(key);
          }
        }
        if (token == JsonToken.START_OBJECT) {
          members(parser, false);
        } else if (token == JsonToken.START_ARRAY) {
          elements(parser);
        }
      }
    }

    private void elements(JsonParser parser) throws IOException {
      String pointer = parser.getParsingContext().pathAsPointer().toString();
      if (roots.records() > 1 || (arrays.size() == MOST_TABLES && !arrays.containsKey(pointer))) {
        parser.skipChildren();
        return;
      }
      JsonColumns columns = arrays.computeIfAbsent(pointer, _ -> new JsonColumns());
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        columns.record(parser);
      }
    }

    private JsonSurvey verdict() {
      Map<String, JsonColumns> tables = new LinkedHashMap<>();
      if (roots.records() == 1 && !array) {
        arrays.forEach((pointer, columns) -> {
          if (columns.isTable()) {
            tables.put(pointer, columns);
          }
        });
      }
      if (!tables.isEmpty()) {
        List<String> beside = new ArrayList<>(keys);
        tables
            .keySet()
            .forEach(pointer -> beside.remove(JsonPointer.compile(pointer).getMatchingProperty()));
        return new JsonSurvey(false, tables, beside);
      }
      return new JsonSurvey(lines && !array && roots.records() > 1, Map.of("", roots), List.of());
    }
  }
}
