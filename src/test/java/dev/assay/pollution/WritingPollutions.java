package dev.assay.pollution;

import dev.assay.pollution.Draft.Escape;
import dev.assay.pollution.Draft.Quoting;
import dev.assay.pollution.Pollution.Group;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How the same table is written by other programs; none of these changes the truth. */
final class WritingPollutions {
  private static final Map<String, String> DELIMITERS =
      Map.ofEntries(
          Map.entry("semicolon", ";"),
          Map.entry("tab", "\t"),
          Map.entry("pipe", "|"),
          Map.entry("colon", ":"),
          Map.entry("space", " "),
          Map.entry("caret", "^"),
          Map.entry("comma and blank", ", "),
          Map.entry("two pipes", "||"),
          Map.entry("two colons", "::"),
          Map.entry("pipe between blanks", " | "),
          Map.entry("tilde and pipe", "~|~"));

  /** Which tables were ever written in which encodings. */
  private static final Map<String, Set<String>> LANGUAGES =
      Map.ofEntries(
          Map.entry("ISO-8859-1", Set.of("french")),
          Map.entry("windows-1252", Set.of("french", "invoices")),
          Map.entry("windows-1251", Set.of("russian")),
          Map.entry("KOI8-R", Set.of("russian")),
          Map.entry("Shift_JIS", Set.of("japanese")),
          Map.entry("EUC-JP", Set.of("japanese")),
          Map.entry("GBK", Set.of("simplified")),
          Map.entry("Big5", Set.of("traditional")));

  private WritingPollutions() {}

  static List<Pollution> all() {
    List<Pollution> all = new ArrayList<>();
    DELIMITERS.keySet().stream().sorted().forEach(name -> all.add(delimiter(name)));
    all.add(quoting("single quotes", '\'', Quoting.WHERE_NEEDED));
    all.add(quoting("single quotes around all", '\'', Quoting.ALL));
    all.add(quoting("quotes around all", '"', Quoting.ALL));
    all.add(quoting("quotes around texts", '"', Quoting.TEXTS));
    all.add(quoting("backticks", '`', Quoting.TEXTS));
    all.add(quoting("no quotes", null, Quoting.WHERE_NEEDED));
    all.add(escape("backslash escapes", Escape.BACKSLASH));
    all.add(escape("inconsistent escapes", Escape.INCONSISTENT));
    all.add(escape("quotes inside as they are", Escape.NONE));
    all.add(escape("backslash before delimiters", Escape.BACKSLASH_WITHOUT_QUOTES));
    all.add(lines("CR LF", null, "\r\n"));
    all.add(lines("CR", null, "\r"));
    all.add(lines("line breaks mixed", null, "\n", "\r\n", "\n"));
    all.add(lines("all three line breaks mixed", null, "\n", "\r\n", "\r"));
    all.add(doubled("CR CR LF", "\r\r\n"));
    all.add(doubled("LF CR", "\n\r"));
    all.add(doubled("every line break twice", "\n\n"));
    all.add(lines("no last line break", "", "\n"));
    all.add(lines("CR LF, no last line break", "", "\r\n"));
    all.add(lines("blank line at the end", "\n\n", "\n"));
    all.add(encoding("UTF-8", true));
    for (String name : List.of("UTF-16LE", "UTF-16BE")) {
      all.add(encoding(name, true));
      all.add(encoding(name, false));
    }
    LANGUAGES.keySet().stream().sorted().forEach(name -> all.add(encoding(name, false)));
    return all;
  }

  private static Pollution delimiter(String name) {
    return new Pollution(
        "delimiter " + name,
        Group.DELIMITER,
        draft -> {
          draft.delimiter = DELIMITERS.get(name);
          return draft.columns() > 1;
        });
  }

  private static Pollution quoting(String name, Character quote, Quoting quoting) {
    return new Pollution(
        name,
        Group.QUOTING,
        draft -> {
          draft.quote = quote;
          draft.quoting = quoting;
          return true;
        });
  }

  private static Pollution escape(String name, Escape escape) {
    return new Pollution(
        name,
        Group.ESCAPE,
        draft -> {
          draft.escape = escape;
          String escaped =
              escape == Escape.BACKSLASH_WITHOUT_QUOTES
                  ? draft.delimiter
                  : String.valueOf(draft.quote);
          return draft.columns() > 1 && draft.table.contains(escaped);
        });
  }

  private static Pollution lines(String name, String last, String... breaks) {
    return new Pollution(
        name,
        Group.LINES,
        draft -> {
          draft.lineBreaks = List.of(breaks);
          draft.lastBreak = last;
          return true;
        });
  }

  /** Blank lines between all rows; they are no rows where there are several columns. */
  private static Pollution doubled(String name, String sign) {
    Pollution written = lines(name, null, sign);
    return new Pollution(
        name, Group.LINES, draft -> draft.columns() > 1 && written.apply().test(draft));
  }

  private static Pollution encoding(String name, boolean mark) {
    return new Pollution(
        name + (name.startsWith("UTF") ? mark ? " with mark" : " without mark" : ""),
        Group.ENCODING,
        draft -> {
          draft.charset = Charset.forName(name);
          draft.mark = mark;
          Set<String> tables = LANGUAGES.get(name);
          return tables == null || tables.contains(draft.table.name());
        });
  }
}
