package dev.assay.source.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.JsonEOFException;
import dev.assay.model.DialectOverrides;
import dev.assay.model.Format;
import dev.assay.model.FoundTable;
import dev.assay.model.Landing;
import dev.assay.model.UserError;
import dev.assay.source.Content;
import dev.assay.source.FileFormat;
import dev.assay.source.Malformed;
import dev.assay.source.TableReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * JSON documents and JSON Lines, told by what they contain.
 *
 * <p>Columns are the keys of all records in the order in which they first appear. A key that a
 * record lacks and {@code null} are missing; an element that is no object is a record with the one
 * value {@code value}. Of a key that a record has twice the first value lands and the later one is
 * listed. A document that is broken is refused; of JSON Lines only the broken lines are left out.
 */
public final class JsonFormat implements FileFormat.OfRecords {
  /** Bytes of values that are handed over at once. */
  static final long BATCH = 1 << 23;

  /** A file that is shorter is seen as a whole. */
  private static final int HEAD = 1 << 10;

  /** How near to the end of the head an error may be due to the head being cut there. */
  private static final int CUT = 16;

  @Override
  public boolean recognises(byte[] head, String name) {
    String text = JsonBytes.text(head);
    return JsonSurvey.isMostlyLines(text) || isDocument(text, head.length >= HEAD);
  }

  /** Whether a text begins as JSON does, cut or even broken further on. */
  private static boolean isDocument(String text, boolean cut) {
    int tokens = 0;
    int depth = 0;
    boolean keyed = false;
    try (JsonParser parser = JsonParsing.parser(text)) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        boolean array = token == JsonToken.START_ARRAY;
        if (depth == 0 && token != JsonToken.START_OBJECT && (!array || tokens > 0)) {
          return false;
        }
        depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
        keyed |= token == JsonToken.FIELD_NAME;
        tokens++;
      }
      return tokens > 0;
    } catch (JsonEOFException e) {
      return tokens > 0;
    } catch (IOException e) {
      return depth > 0 && ((keyed && tokens > 2) || (cut && isAtEnd(e, text)));
    }
  }

  private static boolean isAtEnd(IOException e, String text) {
    return e instanceof com.fasterxml.jackson.core.JsonProcessingException json
        && json.getLocation() != null
        && json.getLocation().getCharOffset() > text.length() - CUT;
  }

  @Override
  public List<FoundTable> tables(Content content) {
    JsonSurvey survey = JsonSurvey.of(content);
    boolean one = survey.tables().size() == 1;
    List<FoundTable> found = new ArrayList<>();
    survey
        .tables()
        .forEach((pointer, columns) ->
            found.add(
                new FoundTable(
                    null,
                    one ? null : pointer,
                    FoundTable.Kind.TEXT,
                    columns.records(),
                    true,
                    List.of(),
                    List.of(),
                    note(survey.beside()))));
    return found;
  }

  private static String note(List<String> beside) {
    if (beside.isEmpty()) {
      return null;
    }
    List<String> named = beside.subList(0, Math.min(5, beside.size()));
    return "The document also has "
        + String.join(", ", named)
        + (named.size() < beside.size() ? ", …" : "")
        + ", which is in no table.";
  }

  @Override
  public Landing look(Content content, String table, DialectOverrides overrides) {
    JsonSurvey survey = JsonSurvey.of(content);
    String pointer = table == null ? survey.largest() : table;
    JsonColumns columns = survey.tables().get(pointer);
    if (columns == null) {
      throw UserError.notFound(
          "The file " + content.name() + " has no array of records at " + pointer + ".");
    }
    return new Landing(survey.format(pointer), columns.landed(content.name()));
  }

  @Override
  public TableReader open(
      Content content, String table, Landing landing, Malformed.Sink malformed) {
    if (!(landing.format() instanceof Format.JsonRecords(boolean lines, String pointer))) {
      throw UserError.conflict(
          "The file " + content.name() + " is of another kind now. Sync it again.");
    }
    try {
      return lines
          ? new JsonLinesReader(content, landing, malformed)
          : new JsonDocumentReader(content, pointer, landing, malformed);
    } catch (IOException e) {
      throw JsonParsing.broken(content.name(), e);
    }
  }
}
