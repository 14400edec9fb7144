package dev.assay.source.excel;

import dev.assay.model.DialectOverrides;
import dev.assay.model.Format;
import dev.assay.model.FoundTable;
import dev.assay.model.Landing;
import dev.assay.model.UserError;
import dev.assay.source.ColumnNames;
import dev.assay.source.Content;
import dev.assay.source.FileFormat;
import dev.assay.source.Malformed;
import dev.assay.source.Sentences;
import dev.assay.source.TableReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Sheets of workbooks. It takes every file that is packed as workbooks are, as a ZIP or as a
 * compound document, and says what to do with those that hold something else.
 */
public final class ExcelWorkbooks implements FileFormat.OfRecords {
  private static final byte[] ZIP = {'P', 'K', 3, 4};
  private static final byte[] EMPTY_ZIP = {'P', 'K', 5, 6};
  private static final byte[] COMPOUND = {
    (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1
  };

  /** Where a broken archive is looked at for what it was. */
  private static final int HEAD = 1 << 14;

  @Override
  public boolean recognises(byte[] head, String name) {
    return begins(head, ZIP) || begins(head, EMPTY_ZIP) || begins(head, COMPOUND);
  }

  private static boolean begins(byte[] head, byte[] sign) {
    return head.length >= sign.length && Arrays.equals(head, 0, sign.length, sign, 0, sign.length);
  }

  @Override
  public List<FoundTable> tables(Content content) {
    return Damage.guard(
        content.name(),
        () -> {
          try (Workbook workbook = workbook(content)) {
            List<FoundTable> found = new ArrayList<>();
            for (Workbook.Sheet sheet : workbook.sheets()) {
              Long rows = rows(workbook, sheet);
              if (rows != null) {
                found.add(found(sheet, rows, workbook.isSmall(sheet)));
              }
            }
            if (found.isEmpty()) {
              throw empty(content);
            }
            return found;
          }
        });
  }

  /** How many rows a sheet's table has, null where it has no cell with a value. */
  private static Long rows(Workbook workbook, Workbook.Sheet sheet) throws IOException {
    try (SheetRows rows = workbook.rows(sheet)) {
      if (workbook.isSmall(sheet)) {
        Outline outline = Outline.read(rows, true);
        return outline.size() == 0
            ? null
            : (Long) FoundArea.in(outline, DialectOverrides.NONE).rows();
      }
      SheetRow row = new SheetRow();
      while (rows.next(row)) {
        if (row.isFilled(0, row.end())) {
          return (long) rows.promisedRows();
        }
      }
      return null;
    }
  }

  /** {@code rows} is 0 for a large sheet that does not say how many it has. */
  private static FoundTable found(Workbook.Sheet sheet, long rows, boolean exact) {
    return new FoundTable(
        null,
        sheet.name(),
        sheet.visibility() == Workbook.Visibility.VISIBLE
            ? FoundTable.Kind.SHEET
            : FoundTable.Kind.HIDDEN_SHEET,
        !exact && rows == 0 ? null : rows,
        exact,
        List.of(),
        List.of(),
        switch (sheet.visibility()) {
          case VISIBLE -> null;
          case HIDDEN -> "The sheet is hidden.";
          case VERY_HIDDEN -> "The sheet is hidden so that only a macro can show it.";
        });
  }

  @Override
  public Landing look(Content content, String table, DialectOverrides overrides) {
    return Damage.guard(
        content.name(),
        () -> {
          try (Workbook workbook = workbook(content)) {
            for (Workbook.Sheet sheet : chosen(workbook, content, table)) {
              Outline outline = outline(workbook, sheet);
              if (outline.size() > 0) {
                return landing(workbook, sheet, outline, overrides);
              }
            }
            if (table == null) {
              throw empty(content);
            }
            throw UserError.invalid(Sentences.SHEET_EMPTY.with(table, content.name()));
          }
        });
  }

  /** A large sheet is read to its end only where its header cannot be told without that. */
  private static Outline outline(Workbook workbook, Workbook.Sheet sheet) throws IOException {
    Outline outline;
    try (SheetRows rows = workbook.rows(sheet)) {
      outline = Outline.read(rows, workbook.isSmall(sheet));
    }
    if (outline.isWhole() || !outline.mayHaveGroups()) {
      return outline;
    }
    try (SheetRows rows = workbook.rows(sheet)) {
      return Outline.read(rows, true);
    }
  }

  private static Landing landing(
      Workbook workbook, Workbook.Sheet sheet, Outline outline, DialectOverrides overrides) {
    FoundArea area = FoundArea.in(outline, overrides);
    Format.Sheet format =
        new Format.Sheet(
            sheet.name(),
            sheet.visibility() != Workbook.Visibility.VISIBLE,
            outline.number(area.first()),
            area.headerRows(),
            area.last() == outline.size() - 1 ? null : (Integer) outline.number(area.last()),
            area.firstColumn() + 1,
            area.lastColumn() + 1,
            workbook.date1904());
    List<Landing.Column> named = ColumnNames.of(area.headers(outline));
    List<Landing.Column> typed = new ArrayList<>();
    for (int i = 0; i < named.size(); i++) {
      Landing.Column column = named.get(i);
      String type = type(outline, area, area.firstColumn() + i);
      typed.add(new Landing.Column(column.header(), column.name(), type));
    }
    return new Landing(format, typed);
  }

  /** The format that four in five of a column's values have, else null. */
  private static String type(Outline outline, FoundArea area, int column) {
    Map<String, Integer> counts = new HashMap<>();
    int values = 0;
    for (int row = area.data(); row <= Math.min(area.last(), outline.sampled() - 1); row++) {
      String cell = outline.sample(row).cell(column);
      if (cell != null && !cell.isEmpty()) {
        values++;
        CellFormat format = outline.sample(row).format(column);
        if (format != null && format.type() != null) {
          counts.merge(format.type(), 1, Integer::sum);
        }
      }
    }
    int all = values;
    return counts.entrySet().stream()
        .filter(entry -> entry.getValue() * 5L >= all * 4L)
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(null);
  }

  @Override
  public TableReader open(
      Content content, String table, Landing landing, Malformed.Sink malformed) {
    if (!(landing.format() instanceof Format.Sheet format)) {
      content.close();
      throw UserError.conflict("The file " + content.name() + " is a workbook now. Sync it again.");
    }
    return open(content, format, malformed);
  }

  /**
   * As {@link #open(Content, String, Landing, Malformed.Sink)}; values beside the table go to
   * {@code malformed}.
   */
  static TableReader open(Content content, Format.Sheet format, Malformed.Sink malformed) {
    Workbook opened = null;
    try {
      Workbook workbook = Damage.guard(content.name(), () -> workbook(content));
      opened = workbook;
      Workbook.Sheet sheet = chosen(workbook, content, format.sheet()).getFirst();
      SheetRows rows = Damage.guard(content.name(), () -> workbook.rows(sheet));
      return new SheetReader(content, workbook, rows, format, malformed);
    } catch (RuntimeException e) {
      try (content;
          Workbook unused = opened) {
        throw e;
      } catch (IOException closing) {
        e.addSuppressed(closing);
        throw e;
      }
    }
  }

  /** The sheet that is named; where none is, those that people see and then the others. */
  private static List<Workbook.Sheet> chosen(Workbook workbook, Content content, String name) {
    List<Workbook.Sheet> sheets = workbook.sheets();
    if (name == null) {
      return sheets.stream()
          .sorted(
              java.util.Comparator.comparing(
                  sheet -> sheet.visibility() != Workbook.Visibility.VISIBLE))
          .toList();
    }
    List<Workbook.Sheet> named = sheets.stream().filter(s -> s.name().equals(name)).toList();
    if (named.isEmpty()) {
      List<String> names = sheets.stream().limit(20).map(Workbook.Sheet::name).toList();
      throw UserError.notFound(
          Sentences.SHEET_MISSING.with(content.name(), name, String.join(", ", names)));
    }
    return named;
  }

  private static UserError empty(Content content) {
    return UserError.invalid(Sentences.WORKBOOK_EMPTY.with(content.name()));
  }

  private static Workbook workbook(Content content) throws IOException {
    Path file = content.local();
    try (InputStream stream = Files.newInputStream(file)) {
      byte[] head = stream.readNBytes(HEAD);
      if (begins(head, COMPOUND)) {
        return XlsWorkbook.open(content.name(), file);
      }
      try {
        return XlsxWorkbook.open(content.name(), file);
      } catch (IOException e) {
        Optional<UserError> other = OtherFiles.broken(content.name(), head);
        if (other.isPresent()) {
          throw other.get();
        }
        throw e;
      }
    }
  }
}
