package dev.assay.workspace;

import dev.assay.engine.Engine;
import dev.assay.model.Rows;
import dev.assay.model.UserError;
import dev.assay.sql.ValueKind;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * An XLSX workbook as it is written, row after row in little memory: numbers, dates and truth
 * values as such where Excel holds them exactly, else texts. More rows than a sheet has go on in
 * the next.
 */
final class Spreadsheet implements Engine.TextConsumer, AutoCloseable {
  /** Of the format, the header included. */
  private static final int MOST_ROWS = 1_048_576;

  private static final int MOST_COLUMNS = 16_384;
  private static final int LONGEST = 32_767;

  /** Excel computes in doubles: more digits would be rounded without a word. */
  private static final int DIGITS = 15;

  private static final int FLUSHED = 1_000;

  /** Days before March 1900 have other numbers in Excel than everywhere else. */
  private static final LocalDate FIRST_DAY = LocalDate.of(1900, 3, 1);

  /** What XML cannot hold, and what would be read as a way to write it. */
  private static final Pattern ESCAPED =
      Pattern.compile("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFFFE\\uFFFF]|_(?=x[0-9A-Fa-f]{4}_)");

  private final Workbook workbook;
  private final String name;
  private List<Rows.Column> columns;
  private Worksheet sheet;
  private int sheets;
  private int row;

  /**
   * @param name of the first sheet
   */
  Spreadsheet(OutputStream out, String name) {
    this.workbook = new Workbook(out, "Assay", null);
    this.name = name;
  }

  @Override
  public void columns(List<Rows.Column> columns) {
    if (columns.size() > MOST_COLUMNS) {
      throw UserError.invalid(
          "Excel holds 16,384 columns and this table has "
              + columns.size()
              + ". Export it as csv or parquet.");
    }
    this.columns = List.copyOf(columns);
    begin();
  }

  private void begin() {
    sheets++;
    sheet = workbook.newWorksheet(sheets == 1 ? name : name + " " + sheets);
    sheet.freezePane(0, 1);
    row = 0;
    for (int i = 0; i < columns.size(); i++) {
      text(i, columns.get(i).name());
      sheet.style(0, i).bold().set();
    }
    row = 1;
  }

  @Override
  public void row(String[] values) {
    if (row == MOST_ROWS) {
      finish();
      begin();
    }
    for (int i = 0; i < values.length; i++) {
      if (values[i] != null) {
        cell(i, values[i]);
      }
    }
    row++;
    if (row % FLUSHED == 0) {
      flush();
    }
  }

  private void cell(int column, String value) {
    switch (ValueKind.of(columns.get(column).type())) {
      case INTEGER, DECIMAL, DOUBLE -> number(column, value);
      case BOOLEAN -> sheet.value(row, column, Boolean.valueOf(value));
      case DATE -> date(column, value);
      case TIMESTAMP -> moment(column, value);
      // A time zone, a time of day and an identifier have no cell type of their own.
      case TIMESTAMPTZ, TIME, UUID, TEXT -> text(column, value);
    }
  }

  private void number(int column, String value) {
    try {
      BigDecimal number = new BigDecimal(value);
      if (number.stripTrailingZeros().precision() <= DIGITS) {
        sheet.value(row, column, number);
        return;
      }
    } catch (NumberFormatException e) {
      // NaN and infinities are no numbers to Excel.
    }
    try {
      double figure = Double.parseDouble(value);
      boolean measured = columns.get(column).type().equals("DOUBLE");
      if (measured && Double.isFinite(figure)) {
        sheet.value(row, column, figure);
        return;
      }
    } catch (NumberFormatException e) {
      // Written as it stands.
    }
    text(column, value);
  }

  private void date(int column, String value) {
    if (!value.matches("\\d{4}-\\d\\d-\\d\\d") || LocalDate.parse(value).isBefore(FIRST_DAY)) {
      text(column, value);
      return;
    }
    sheet.value(row, column, LocalDate.parse(value));
    sheet.style(row, column).format("yyyy-mm-dd").set();
  }

  private void moment(int column, String value) {
    // Milliseconds are the least that the format shows.
    if (!value.matches("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d(\\.\\d{1,3})?")) {
      text(column, value);
      return;
    }
    LocalDateTime at = LocalDateTime.parse(value.replace(' ', 'T'));
    if (at.toLocalDate().isBefore(FIRST_DAY)) {
      text(column, value);
      return;
    }
    sheet.value(row, column, at);
    sheet
        .style(row, column)
        .format(at.getNano() == 0 ? "yyyy-mm-dd hh:mm:ss" : "yyyy-mm-dd hh:mm:ss.000")
        .set();
  }

  private void text(int column, String value) {
    if (value.length() > LONGEST) {
      throw UserError.invalid(
          "Excel holds 32,767 characters in a cell and "
              + columns.get(column).name()
              + " has a text of "
              + value.length()
              + ". Export the table as csv or parquet.");
    }
    Matcher matcher = ESCAPED.matcher(value);
    sheet.inlineString(
        row,
        column,
        matcher.replaceAll(found -> "_x%04X_".formatted((int) found.group().charAt(0))));
  }

  private void flush() {
    try {
      sheet.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void finish() {
    try {
      sheet.finish();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      workbook.finish();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
