package dev.assay.source.delimited;

import dev.assay.model.CsvDialect;
import dev.assay.model.DialectOverrides;
import dev.assay.model.Landing;
import dev.assay.model.UserError;
import dev.assay.source.ColumnNames;
import dev.assay.source.Content;
import dev.assay.source.Sentences;
import java.io.IOException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Looks at the beginning of a file and says which tables it holds and how each is to be read. */
final class Detection {
  /** The first line that Excel takes the delimiter from. */
  private static final Pattern EXCEL =
      Pattern.compile("\"?sep=(.{1,3}?)\"?", Pattern.CASE_INSENSITIVE);

  private Detection() {}

  /**
   * How to land each table, as {@code content} looks and {@code overrides} decide. Throws a {@link
   * UserError} with one sentence when it is no text table.
   */
  static List<Landing> detect(Content content, DialectOverrides overrides) {
    try {
      TextFile.check(content);
      Encodings.Found encoding =
          overrides.charset() == null
              ? Encodings.detect(content)
              : new Encodings.Found(Utf8Source.charset(overrides.charset()).name(), 1);
      Sample sample = Sample.read(content, Utf8Source.charset(encoding.charset()));
      return detect(sample, encoding, overrides, content.name());
    } catch (IOException e) {
      throw new UserError(
          UserError.Kind.MACHINE,
          e,
          Sentences.FILE_UNREADABLE.with(content.name(), e.getMessage()));
    }
  }

  private static List<Landing> detect(
      Sample sample, Encodings.Found encoding, DialectOverrides overrides, String name) {
    DialectOverrides decided = overrides;
    Sample rest = sample;
    if (overrides.skipLines() != null) {
      rest = skipped(sample, overrides.skipLines(), name);
    } else {
      List<String> first = sample.lines(1, 10);
      Matcher excel = EXCEL.matcher(first.isEmpty() ? "" : first.getFirst());
      if (excel.matches()) {
        rest = sample.part(1, Integer.MAX_VALUE);
        decided = withDelimiter(overrides, excel.group(1));
      }
    }
    Sniffer.Found found = Sniffer.sniff(rest, decided);
    List<Sample.Line> records = found.best().records();
    if (records.stream().allMatch(Sample.Line::isBlank)) {
      throw UserError.invalid(Sentences.FILE_BLANK.with(name));
    }
    Sample whole = rest;
    DialectOverrides known = decided;
    if (overrides.skipLines() != null) {
      List<Sample.Line> rows = records.stream().filter(record -> !record.isBlank()).toList();
      int width = found.best().width();
      int end = whole.last() ? TableEnd.of(rows, 0, width) : rows.size();
      Long lastLine = end < rows.size() ? (long) rows.get(end - 1).next() : null;
      return List.of(
          landing(
              whole,
              new TableLayout.Region(rows.subList(0, end), width, lastLine),
              found,
              encoding,
              known));
    }
    List<TableLayout.Region> regions =
        TableLayout.find(records, found.best().width(), whole.last());
    if (regions.size() == 1) {
      return List.of(landing(whole, regions.getFirst(), found, encoding, known));
    }
    return regions.stream()
        .map(region -> landing(whole, region, alone(whole, region, known), encoding, known))
        .toList();
  }

  private static Sample skipped(Sample sample, int lines, String name) {
    Sample rest = lines < 0 ? sample : sample.part(lines, Integer.MAX_VALUE);
    if (lines < 0 || rest.from() == rest.to()) {
      throw UserError.invalid(Sentences.SKIPPED_ALL.with(lines, name));
    }
    return rest;
  }

  private static DialectOverrides withDelimiter(DialectOverrides overrides, String delimiter) {
    return overrides.delimiter() != null
        ? overrides
        : new DialectOverrides(
            overrides.charset(),
            delimiter,
            overrides.quote(),
            overrides.escape(),
            overrides.headerRows(),
            overrides.skipLines());
  }

  /** One of several tables has a dialect of its own. */
  private static Sniffer.Found alone(
      Sample sample, TableLayout.Region region, DialectOverrides overrides) {
    int from = region.rows().getFirst().line();
    int to = region.lastLine() == null ? Integer.MAX_VALUE : (int) (long) region.lastLine();
    return Sniffer.sniff(sample.part(from, to), overrides);
  }

  private static Landing landing(
      Sample sample,
      TableLayout.Region region,
      Sniffer.Found found,
      Encodings.Found encoding,
      DialectOverrides overrides) {
    Sniffer.Guess guess = found.best().as(region.width());
    List<Sample.Line> rows = region.rows();
    HeaderRows header = HeaderRows.of(sample, rows, guess, overrides);
    Sample.Line first = rows.getFirst();
    // Blank lines above the header would be taken for it; above data they are found with the rest.
    boolean skips = overrides.skipLines() != null || header.count() > 0 || sample.firstLine() > 0;
    boolean titled =
        found.best().records().stream().anyMatch(r -> r.line() < first.line() && !r.isBlank());
    int skipLines =
        overrides.skipLines() != null && header.count() == 0
            ? overrides.skipLines()
            : skips || titled ? first.line() : 0;
    double confidence = Confidence.of(guess, found.runnerUp(), encoding, overrides, header, rows);
    CsvDialect dialect =
        new CsvDialect(
            encoding.charset(),
            guess.delimiter(),
            quote(guess, overrides),
            guess.escape(),
            header.count(),
            skipLines,
            region.lastLine(),
            confidence,
            Confidence.runnerUp(guess, found.runnerUp(), confidence));
    return new Landing(dialect, ColumnNames.of(header.names()));
  }

  /** The quote stays the usual one where the beginning of the file has none at all. */
  private static Character quote(Sniffer.Guess guess, DialectOverrides overrides) {
    return guess.quote() == null && overrides.quote() == null && guess.score() == 0
        ? Character.valueOf('"')
        : guess.quote();
  }
}
