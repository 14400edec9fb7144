package dev.assay.pollution;

import dev.assay.pollution.Draft.Escape;
import dev.assay.pollution.Draft.Quoting;
import dev.assay.pollution.Draft.Row;
import dev.assay.pollution.Draft.Spoiled;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes a draft as the bytes of a file. */
final class DraftWriter {
  /** Thrown where the pollutions of a draft leave nothing that anybody could tell apart. */
  private static final class Hopeless extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Hopeless(String reason) {
      super(reason);
    }
  }

  private final Draft draft;
  private final Map<Integer, String> ownBreaks = new HashMap<>();
  private int quotedInconsistently;

  private DraftWriter(Draft draft) {
    this.draft = draft;
  }

  /** The file, or nothing where its pollutions do not go together. */
  static Optional<byte[]> write(Draft draft) {
    try {
      return Optional.of(new DraftWriter(draft).bytes());
    } catch (Hopeless _) {
      return Optional.empty();
    }
  }

  private byte[] bytes() {
    List<String> lines = new ArrayList<>();
    draft.before.forEach(line -> lines.add(line.replace("{d}", draft.delimiter)));
    table(draft, lines);
    for (Draft more : draft.further) {
      lines.addAll(draft.between);
      table(more, lines);
    }
    draft.after.forEach(line -> lines.add(line.replace("{d}", draft.delimiter)));
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < lines.size(); i++) {
      boolean last = i == lines.size() - 1;
      text.append(lines.get(i));
      String own = ownBreaks.get(i);
      if ("\r".equals(own) && !last && lines.get(i + 1).isEmpty()) {
        throw new Hopeless("two line breaks that are one");
      }
      text.append(
          last && draft.lastBreak != null ? draft.lastBreak : own != null ? own : lineBreak());
    }
    return encoded(text.toString());
  }

  private String lineBreak() {
    return draft.lineBreaks.get(draft.random.nextInt(draft.lineBreaks.size()));
  }

  private byte[] encoded(String text) {
    if (!draft.charset.newEncoder().canEncode(text)) {
      throw new Hopeless("not in " + draft.charset);
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    if (draft.mark) {
      bytes.writeBytes("\uFEFF".getBytes(draft.charset));
    }
    bytes.writeBytes(text.getBytes(draft.charset));
    return bytes.toByteArray();
  }

  private void table(Draft part, List<String> lines) {
    for (List<String> names : part.headerRows) {
      Row row = new Row(names);
      if (names == part.headerRows.getLast()) {
        row.delimiter = part.headerStyle.delimiter;
        row.quote = part.headerStyle.quote;
        row.spoiled.putAll(part.headerStyle.spoiled);
        row.wrap = part.headerStyle.wrap;
        row.lineBreak = part.headerStyle.lineBreak;
      }
      add(row, lines, line(row, "t".repeat(names.size()), draft.trailingInHeader));
    }
    for (Row row : part.rows) {
      if (row.blankLineBefore) {
        lines.add("");
      }
      add(row, lines, line(row, part.table.kinds(), true));
    }
  }

  private void add(Row row, List<String> lines, String line) {
    if (row.lineBreak != null) {
      ownBreaks.put(lines.size(), row.lineBreak);
    }
    lines.add(line);
  }

  private String line(Row row, String kinds, boolean trailing) {
    String delimiter = row.delimiter == null ? draft.delimiter : row.delimiter;
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < row.cells.size(); i++) {
      char kind = i < kinds.length() ? kinds.charAt(i) : 't';
      line.append(i == 0 ? "" : delimiter);
      String cell = cell(row, i, delimiter, kind, row.cells.size());
      line.append(row.padded && i > 0 ? " " + cell : cell);
    }
    String text = line + (draft.trailingDelimiters && trailing ? delimiter : "");
    return row.wrap == null
        ? text
        : row.wrap + text.replace(row.wrap, row.wrap.repeat(2)) + row.wrap;
  }

  private String cell(Row row, int index, String delimiter, char kind, int cells) {
    String text = row.cells.get(index);
    Character quote = row.quote == null ? draft.quote : row.quote;
    Spoiled spoiled = row.spoiled.get(index);
    if (spoiled != null) {
      return spoiled(text, spoiled, quote, delimiter);
    }
    if (draft.escape == Escape.BACKSLASH_WITHOUT_QUOTES) {
      return bare(text, delimiter);
    }
    boolean needed =
        text.contains(delimiter)
            || text.contains("\n")
            || text.contains("\r")
            || quote != null && text.indexOf(quote) >= 0
            || text.isEmpty() && (cells == 1 || delimiter.isBlank() && !delimiter.equals("\t"))
            // A blank beside a delimiter of blanks would be read as a part of it.
            || delimiter.contains(" ") && !text.equals(text.strip());
    boolean wanted =
        row.quote != null
            || draft.quoting == Quoting.ALL
            || draft.quoting == Quoting.TEXTS && (kind == 't' || kind == 'c');
    if (quote == null && needed) {
      throw new Hopeless("a delimiter or a line break without quotes");
    }
    return quote != null && (needed || wanted) ? quoted(text, quote, delimiter) : text;
  }

  private static String bare(String text, String delimiter) {
    if (text.contains("\n")) {
      throw new Hopeless("a line break without quotes");
    }
    return text.replace("\\", "\\\\").replace(delimiter, "\\" + delimiter);
  }

  private String quoted(String text, char quote, String delimiter) {
    String one = String.valueOf(quote);
    return one
        + switch (draft.escape) {
          case DOUBLED -> text.replace(one, one + one);
          case BACKSLASH -> text.replace("\\", "\\\\").replace(one, "\\" + one);
          case INCONSISTENT -> inconsistent(text, one);
          case NONE -> asIs(text, one, delimiter);
          case BACKSLASH_WITHOUT_QUOTES -> throw new IllegalStateException("nothing is quoted");
        }
        + one;
  }

  private String inconsistent(String text, String quote) {
    if (text.contains("\\")) {
      throw new Hopeless("nobody knows whether a backslash is one");
    }
    boolean contains = text.contains(quote);
    String escape = contains && quotedInconsistently++ % 2 == 1 ? "\\" : quote;
    return text.replace(quote, escape + quote);
  }

  private static String asIs(String text, String quote, String delimiter) {
    if (text.contains(quote + delimiter) || text.contains(quote + "\n") || text.endsWith(quote)) {
      throw new Hopeless("a quote inside that looks like the end");
    }
    return text;
  }

  private String spoiled(String text, Spoiled spoiled, Character quote, String delimiter) {
    boolean plain =
        !text.contains(delimiter) && !text.contains("\n") && text.indexOf('"') < 0 && quote != null;
    if (spoiled != Spoiled.BARE && (!plain || text.indexOf(quote) >= 0)) {
      throw new Hopeless("more than one thing is wrong with the cell");
    }
    return switch (spoiled) {
      case UNCLOSED -> quote + text;
      case CLOSED_EARLY ->
          quote + text.substring(0, text.length() / 2) + quote + text.substring(text.length() / 2);
      case UNOPENED -> text + quote;
      case EXTRA_QUOTE -> quote + text + quote + quote;
      case BARE -> text;
    };
  }
}
