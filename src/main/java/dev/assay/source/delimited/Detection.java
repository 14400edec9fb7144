package dev.assay.source.delimited;

import dev.assay.model.CsvDialect;
import dev.assay.model.DialectOverrides;
import dev.assay.model.Landing;
import dev.assay.model.UserError;
import dev.assay.source.ColumnNames;
import dev.assay.source.Content;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Looks at a file and says how it is to be read. */
public final class Detection {
  private Detection() {}

  /**
   * How to land the file, as {@code content} looks and {@code overrides} decide. Throws a {@link
   * UserError} with one sentence when it is no text table.
   */
  public static Landing detect(Content content, DialectOverrides overrides) {
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
          "The file " + content.name() + " could not be read: " + e.getMessage() + ".",
          e);
    }
  }

  private static Landing detect(
      Sample sample, Encodings.Found encoding, DialectOverrides overrides, String name) {
    Sniffer.Guess guess = Sniffer.sniff(sample, overrides);
    List<Sample.Line> filled =
        guess.records().stream().filter(record -> !record.isBlank()).toList();
    if (filled.isEmpty()) {
      throw UserError.invalid(
          "The file " + name + " has only blank lines. There is nothing to land.");
    }
    int titles = Sniffer.titles(filled, guess.width());
    List<Sample.Line> table = filled.subList(titles, filled.size());
    List<String> first = table.getFirst().cells();
    List<List<String>> rows =
        table.stream()
            .skip(1)
            .map(Sample.Line::cells)
            .filter(cells -> cells.size() == guess.width())
            .toList();
    double evidence = HeaderDetection.evidence(first, rows);
    boolean header = overrides.headerRows() == null ? evidence > 0 : overrides.headerRows() > 0;
    List<String> headers = header ? headers(first, rows, guess.width()) : blank(guess.width());
    CsvDialect dialect =
        new CsvDialect(
            encoding.charset(),
            String.valueOf(guess.delimiter()),
            quote(guess, overrides),
            guess.escape(),
            header ? 1 : 0,
            skipped(guess.records(), table.getFirst(), header),
            null,
            confidence(guess, encoding, overrides, evidence, first.size(), table),
            null);
    return new Landing(dialect, ColumnNames.of(headers));
  }

  /** The quote stays the usual one where the beginning of the file has none at all. */
  private static Character quote(Sniffer.Guess guess, DialectOverrides overrides) {
    return guess.quote() == null && overrides.quote() == null && guess.score() == 0
        ? Character.valueOf('"')
        : guess.quote();
  }

  /**
   * The header's cells, as many as the rows have: a delimiter at the end of every row makes one
   * more column, one at the end of the header alone makes none.
   */
  private static List<String> headers(List<String> first, List<List<String>> rows, int width) {
    if (first.size() == width || rows.isEmpty()) {
      return first;
    }
    if (first.size() < width) {
      List<String> longer = new ArrayList<>(first);
      longer.addAll(Collections.nCopies(width - first.size(), ""));
      return longer;
    }
    boolean restIsEmpty =
        first.subList(width, first.size()).stream()
            .allMatch(cell -> cell == null || cell.isBlank());
    return restIsEmpty ? first.subList(0, width) : first;
  }

  private static List<String> blank(int width) {
    return Collections.nCopies(width, "");
  }

  /**
   * Blank lines above the header would be taken for it; above data they are found with the rest.
   */
  private static int skipped(List<Sample.Line> records, Sample.Line first, boolean header) {
    boolean titled = records.stream().anyMatch(r -> r.line() < first.line() && !r.isBlank());
    return header || titled ? first.line() : 0;
  }

  private static double confidence(
      Sniffer.Guess guess,
      Encodings.Found encoding,
      DialectOverrides overrides,
      double evidence,
      int columns,
      List<Sample.Line> table) {
    double agreement =
        (double) table.stream().filter(row -> row.cells().size() == guess.width()).count()
            / table.size();
    double separation =
        overrides.delimiter() != null ? 1 : guess.width() > 1 ? agreement : 0.7 * agreement;
    double naming =
        overrides.headerRows() != null
            ? 1
            : 0.5 + 0.5 * Math.min(1, Math.abs(evidence) / Math.max(1, 0.5 * columns));
    double sure = encoding.confidence() * separation * naming;
    return Math.round(sure * 100) / 100.0;
  }
}
