package dev.assay.source.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.assay.model.Landing;
import dev.assay.source.Content;
import dev.assay.source.Malformed;
import dev.assay.source.RecordBatch;
import dev.assay.source.TableReader;
import java.io.IOException;

/** The elements of an array in a document, or documents one after another, counted from 1. */
final class JsonDocumentReader implements TableReader {
  private final Content content;
  private final Content.Opened opened;
  private final JsonParser parser;
  private final String pointer;
  private final JsonCells cells;
  private final Malformed.Sink malformed;
  private boolean inside;
  private long count;

  JsonDocumentReader(Content content, String pointer, Landing landing, Malformed.Sink malformed)
      throws IOException {
    this.content = content;
    this.pointer = pointer;
    this.malformed = malformed;
    this.cells = new JsonCells(landing, content.name());
    this.opened = content.open();
    this.parser = JsonParsing.parser(JsonBytes.utf8(opened));
  }

  @Override
  public boolean next(RecordBatch batch) {
    try {
      long bytes = 0;
      while (!batch.isFull() && bytes < JsonFormat.BATCH && find()) {
        cells.read(parser, count + 1);
        cells.into(batch, ++count, malformed);
        bytes += cells.size();
      }
      return batch.rows() > 0;
    } catch (IOException e) {
      throw JsonParsing.broken(content.name(), e);
    }
  }

  /** Goes to the next record; what lies between is not of this table. */
  private boolean find() throws IOException {
    while (true) {
      JsonToken token = parser.nextToken();
      if (token == null) {
        return false;
      }
      if (inside) {
        inside = token != JsonToken.END_ARRAY;
        if (inside) {
          return true;
        }
      } else if (token == JsonToken.START_ARRAY) {
        inside = parser.getParsingContext().pathAsPointer().toString().equals(pointer);
        if (!inside) {
          parser.skipChildren();
        }
      } else if (pointer.isEmpty()) {
        return true;
      }
    }
  }

  @Override
  public double progress() {
    return (double) opened.consumed() / Math.max(1, content.size());
  }

  @Override
  public void close() throws IOException {
    try {
      parser.close();
      opened.close();
    } finally {
      content.close();
    }
  }
}
