package dev.assay.source.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import dev.assay.model.Landing;
import dev.assay.source.Content;
import dev.assay.source.Malformed;
import dev.assay.source.MalformedReason;
import dev.assay.source.RecordBatch;
import dev.assay.source.TableReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** A document on each line, numbered by its line; a broken line costs itself alone. */
final class JsonLinesReader implements TableReader {
  /** Bytes that are kept of a line which is too long for a row. */
  private static final int KEPT = 1 << 16;

  private final Content content;
  private final Content.Opened opened;
  private final JsonLines lines;
  private final JsonCells cells;
  private final Malformed.Sink malformed;

  JsonLinesReader(Content content, Landing landing, Malformed.Sink malformed) throws IOException {
    this.content = content;
    this.malformed = malformed;
    this.cells = new JsonCells(landing, content.name());
    this.opened = content.open();
    this.lines = new JsonLines(JsonBytes.utf8(opened));
  }

  @Override
  public boolean next(RecordBatch batch) {
    try {
      long bytes = 0;
      while (!batch.isFull() && bytes < JsonFormat.BATCH && lines.next()) {
        if (!lines.isBlank() && read()) {
          cells.into(batch, lines.number(), malformed);
          bytes += cells.size();
        }
      }
      return batch.rows() > 0;
    } catch (IOException e) {
      throw JsonParsing.broken(content.name(), e);
    }
  }

  private boolean read() throws IOException {
    if (lines.isTooLong()) {
      leaveOut(MalformedReason.TOO_LONG, "the line has more than 64 MiB", KEPT);
      return false;
    }
    try (JsonParser parser = JsonParsing.parser(lines.bytes(), lines.length())) {
      parser.nextToken();
      cells.read(parser, lines.number());
      if (parser.nextToken() == null) {
        return true;
      }
      leaveOut(
          MalformedReason.INVALID_JSON,
          "more than one document, the second from column "
              + parser.currentTokenLocation().getColumnNr(),
          lines.length());
    } catch (JsonProcessingException e) {
      String column = e.getLocation() == null ? "" : " at column " + e.getLocation().getColumnNr();
      leaveOut(MalformedReason.INVALID_JSON, JsonParsing.what(e) + column, lines.length());
    }
    return false;
  }

  private void leaveOut(MalformedReason reason, String detail, int length) {
    boolean carriageReturn = length > 0 && lines.bytes()[length - 1] == '\r';
    ByteBuffer raw = ByteBuffer.wrap(lines.bytes(), 0, length - (carriageReturn ? 1 : 0));
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(raw.duplicate()).toString();
      malformed.accept(new Malformed(lines.number(), reason, detail, text));
    } catch (CharacterCodingException e) {
      String hex = HexFormat.of().formatHex(lines.bytes(), 0, raw.limit());
      malformed.accept(
          new Malformed(
              lines.number(),
              MalformedReason.INVALID_ENCODING,
              "the line is no UTF-8; its bytes as hex",
              hex));
    }
  }

  @Override
  public double progress() {
    return (double) opened.consumed() / Math.max(1, content.size());
  }

  @Override
  public void close() throws IOException {
    try {
      opened.close();
    } finally {
      content.close();
    }
  }
}
